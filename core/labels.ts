/** What a thing is called in a list of what was done: “12 Labour 34”. */
import type { CueId, FactId } from './ids.ts';
import type { Show } from './schema/show.ts';
import { getRow } from './table.ts';

/** Characters of a statement that are enough to know it by. */
const LONGEST = 60;

export const shortened = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text;

/** “12 Labour 34”. */
export const labelOfCue = ({ number, name }: { number: number; name: string }): string =>
  `${number} ${shortened(name)}`.trimEnd();

/** Empty for a cue that is not there. */
export function cueLabel({ cues }: Pick<Show, 'cues'>, id: CueId): string {
  const cue = getRow(cues, id);
  return cue ? labelOfCue(cue) : '';
}

/** Empty for a fact that is not there. */
export function factLabel({ facts }: Pick<Show, 'facts'>, id: FactId): string {
  const fact = getRow(facts, id);
  return fact ? `${fact.seq} ${shortened(fact.statement)}` : '';
}

/** The first by its name, the others by their number. */
export function manyLabel<T>(things: readonly T[], label: (thing: T) => string): string {
  const [first, ...others] = things;
  if (first === undefined) return '';
  return others.length === 0 ? label(first) : `${label(first)} + ${others.length}`;
}
