/**
 * The take right: with several desks open, one of them takes. Nobody holds it at first, and then every desk may take.
 * It is no lock against a person: any desk takes it over with one click, and everybody sees who has it. Clear and
 * panic never need it.
 */
import { z } from 'zod';
import { refuse, type Refusal } from '../refusal.ts';
import type { State } from '../state.ts';
import { defineCommand, type CommandDef, type Context } from './command.ts';

/** Why this desk may not do that now. What carries no seat (REST, feeds, the clock) is not held back. */
export function rightRefusal(
  { air }: State,
  { needsRight }: Pick<CommandDef, 'needsRight'>,
  { seat }: Pick<Context, 'seat'>,
): Refusal | null {
  if (!needsRight || seat === undefined || air.right === null || air.right.seat === seat) return null;
  return refuse(
    'take_right',
    `${air.right.user} holds the take right: air and preview are as they were. Take it over to play out from here.`,
  );
}

const seatUnknown = (): Refusal => refuse('seat_unknown', 'That desk is not connected, or only looks on.');

export const rightTake = defineCommand({
  type: 'right.take',
  title: 'Take the take right',
  schema: z.object({}),
  undo: 'never',
  access: 'open',
  check: (_state, _command, { seat }) =>
    seat === undefined ? refuse('seat_unknown', 'Only a desk can hold the take right.') : null,
  apply({ air }, _command, { seat, actor, now }) {
    if (seat !== undefined && air.right?.seat !== seat) air.right = { seat, user: actor, since: now };
    return { seat: seat ?? null };
  },
});

export const rightGive = defineCommand({
  type: 'right.give',
  title: 'Give the take right to another desk',
  schema: z.object({ seat: z.string().min(1).max(80) }),
  undo: 'never',
  access: 'open',
  needsRight: true,
  check: (_state, { seat }, { seats = [] }) =>
    seats.some((one) => one.seat === seat) ? null : seatUnknown(),
  apply({ air }, { seat }, { seats = [], now }) {
    const user = seats.find((one) => one.seat === seat)?.user ?? '';
    if (air.right?.seat !== seat) air.right = { seat, user, since: now };
    return { seat };
  },
});

export const rightRelease = defineCommand({
  type: 'right.release',
  title: 'Let every desk take',
  schema: z.object({}),
  undo: 'never',
  access: 'open',
  needsRight: true,
  check: () => null,
  apply({ air }) {
    if (air.right !== null) air.right = null;
    return {};
  },
});

/** From the station, when a desk that holds it has been gone too long. */
export const rightLapse = defineCommand({
  type: 'right.lapse',
  title: 'A desk that is gone loses the take right',
  schema: z.object({ seat: z.string() }),
  undo: 'never',
  access: 'internal',
  check: () => null,
  apply({ air }, { seat }) {
    if (air.right?.seat === seat) air.right = null;
    return {};
  },
});
