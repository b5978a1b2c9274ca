// A party in the picture: a swatch of its colour, or its short name on the colour. Never the colour alone.
import { block, box, line, paint } from './dom.ts';
import type { Party } from './read.ts';

/** A square of the party's colour, hatched where its result is not certain. Its name must stand beside it. */
export function swatch(key: string, party: Party | null, certain = true): HTMLElement {
  return box('swatch', paint(block(key, certain ? 'field' : 'hatch'), party));
}

/** The party's short name on its colour; in an outline of it where the result is not certain. */
export function partyChip(key: string, party: Party, certain = true): HTMLElement {
  const surface = paint(block(`${key}-surface`, certain ? 'field' : 'frame'), party);
  const chip = box(certain ? 'party-chip' : 'party-chip open', surface, line(key, party.short, ''));
  return paint(chip, party);
}
