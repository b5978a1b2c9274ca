/** What this browser remembers of its seat: who sits there and their function keys. Never anything of the show. */
import { z } from 'zod';
import { CueId } from '../../core/ids.ts';

const NAME = 'tallydesk.user';
const KEYS = 'tallydesk.function-keys';

/** Of this tab alone: a reload keeps it, and a second tab is another desk. */
const SEAT = 'tallydesk.seat';

const FunctionKeys = z.record(z.string(), CueId);

export const DEFAULT_USER = 'operator';

export const savedUser = (): string => localStorage.getItem(NAME)?.trim().slice(0, 80) || DEFAULT_USER;

export const saveUser = (user: string): void => localStorage.setItem(NAME, user);

/** Which desk this tab is; empty where it has not been told yet. */
export const savedSeat = (): string => sessionStorage.getItem(SEAT) ?? '';

export const saveSeat = (seat: string): void => sessionStorage.setItem(SEAT, seat);

/** The address asks for a desk that only looks on. */
export const wantsToLook = ({ search }: Pick<Location, 'search'>): boolean =>
  new URLSearchParams(search).get('view') === '1';

/** @returns none when what is stored cannot be read */
export function savedFunctionKeys(): Readonly<Record<string, CueId>> {
  try {
    return FunctionKeys.parse(JSON.parse(localStorage.getItem(KEYS) ?? '{}'));
  } catch {
    // written by another version or by hand: an operator assigns a key again in a second
    return {};
  }
}

export const saveFunctionKeys = (keys: Readonly<Record<string, CueId>>): void =>
  localStorage.setItem(KEYS, JSON.stringify(keys));
