/** Which of the other desks are at a cue or a fact. Pure, and worked out once for all rows. */
import type { Seat } from '../../core/protocol.ts';

export interface Other {
  seat: string;
  user: string;
  editing: boolean;
}

export type Kind = 'cue' | 'fact';

const NOBODY: readonly Other[] = [];

type Index = ReadonlyMap<string, readonly Other[]>;

// every row asks for the same list of seats: it is gone through once
const kept = new WeakMap<readonly Seat[], Map<string, Index>>();

function indexOf(seats: readonly Seat[], you: string): Index {
  const byYou = kept.get(seats) ?? new Map<string, Index>();
  kept.set(seats, byYou);
  const known = byYou.get(you);
  if (known) return known;
  const index = new Map<string, Other[]>();
  for (const { seat, user, cue, fact, editing } of seats) {
    if (seat === you) continue;
    const at: [Kind, string | null][] = [
      ['cue', cue],
      ['fact', fact],
    ];
    const places = new Map(at.flatMap(([kind, id]) => (id === null ? [] : [[`${kind} ${id}`, false]])));
    if (editing) places.set(`${editing.kind} ${editing.id}`, true);
    for (const [place, edits] of places)
      index.set(place, [...(index.get(place) ?? []), { seat, user, editing: edits }]);
  }
  byYou.set(you, index);
  return index;
}

/** The same list for the same seats. */
export const othersAt = (seats: readonly Seat[], you: string, kind: Kind, id: string): readonly Other[] =>
  indexOf(seats, you).get(`${kind} ${id}`) ?? NOBODY;
