// Who sits where: fills the seats of a House from party totals, left parties from the left, right ones from the right.
import { Refusal } from './refusal.ts';

export type SeatKind = 'won' | 'leading' | 'projected' | 'vacant' | 'unknown';

export interface PartySeats {
  seats: number;
  leading: number;
  projected: number;
  /** How many of `seats` are overhang. */
  overhang: number;
  side: 'left' | 'right';
}

export interface PlannedSeat {
  kind: SeatKind;
  /** Index of the party in the list, or −1. */
  party: number;
  overhang: boolean;
}

/** All seats a party is credited with, certain or not. */
export function totalOf(party: PartySeats): number {
  return party.seats + party.leading + party.projected;
}

/** The block of one party as if it grew from the left: certain seats first, overhang at its end. */
function blockOf(party: PartySeats, index: number): PlannedSeat[] {
  const run = (kind: SeatKind, n: number): PlannedSeat[] =>
    Array.from({ length: n }, (_, i) => ({
      kind,
      party: index,
      overhang: kind === 'won' && i >= n - party.overhang,
    }));
  return [...run('won', party.seats), ...run('leading', party.leading), ...run('projected', party.projected)];
}

/**
 * The seats of a House in order from the left. Left parties keep the order of the list from the left end, right
 * parties to the right end; what nobody holds yet lies between them, hollow.
 */
export function planSeats(house: number, parties: readonly PartySeats[], vacant = 0): PlannedSeat[] {
  const listed = parties.reduce((sum, party) => sum + totalOf(party), vacant);
  if (listed > house) throw new Refusal(`parties: ${listed} seats are listed, but the House has ${house}.`);
  const side = (which: 'left' | 'right'): PlannedSeat[] =>
    parties.flatMap((party, i) => {
      if (party.side !== which) return [];
      const block = blockOf(party, i);
      return which === 'left' ? block : block.reverse();
    });
  const hollow = (kind: SeatKind, n: number): PlannedSeat[] =>
    Array.from({ length: n }, () => ({ kind, party: -1, overhang: false }));
  return [
    ...side('left'),
    ...hollow('unknown', house - listed),
    ...hollow('vacant', vacant),
    ...side('right'),
  ];
}

/** A stretch of neighbouring seats: from seat `start` up to but not including `end`. */
export interface Stretch {
  start: number;
  end: number;
}

/** The stretches of seats that belong to any of `members` (indices of parties). */
export function stretches(plan: readonly PlannedSeat[], members: ReadonlySet<number>): Stretch[] {
  const found: Stretch[] = [];
  plan.forEach((seat, i) => {
    if (!members.has(seat.party)) return;
    const last = found.at(-1);
    if (last?.end === i) last.end = i + 1;
    else found.push({ start: i, end: i + 1 });
  });
  return found;
}
