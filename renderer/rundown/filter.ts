/** Which cues of the rundown are shown: words, colour, layer, segment, standing. Pure. */
import { factsOf } from '../../core/bindings.ts';
import type { CueId } from '../../core/ids.ts';
import type { LayerId } from '../../core/layers.ts';
import { textsOf } from '../../core/media.ts';
import { fold } from '../../core/rundown.ts';
import type { Cue, CueColour } from '../../core/schema/cue.ts';
import type { Show } from '../../core/schema/show.ts';
import { getRow } from '../../core/table.ts';

export const STANDINGS = ['refused', 'draft', 'onAir', 'changed', 'skip', 'hold', 'planned'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface CueFilter {
  words: string;
  /** '' lets all through. */
  colour: CueColour | '';
  layer: LayerId | '';
  segment: string;
  standing: Standing | '';
}

export const NO_FILTER: CueFilter = { words: '', colour: '', layer: '', segment: '', standing: '' };

export const isFiltering = (filter: CueFilter): boolean =>
  filter.words.trim() !== '' ||
  filter.colour !== '' ||
  filter.layer !== '' ||
  filter.segment !== '' ||
  filter.standing !== '';

/** What the filter needs to know beside the show. */
export interface Standings {
  refused: ReadonlySet<CueId>;
  onAir: ReadonlySet<CueId>;
  changed: ReadonlySet<CueId>;
}

/** Folded once for each cue: an edited cue is another object. */
const folded = new WeakMap<Cue, string>();

function wordsOfCue(cue: Cue): string {
  const known = folded.get(cue);
  if (known !== undefined) return known;
  const { name, segment, notes, graphic } = cue;
  const text = fold([name, segment, notes, graphic, ...textsOf(cue.data)].join(' '));
  folded.set(cue, text);
  return text;
}

type Searched = Pick<Show, 'cues' | 'facts'>;

/** All of the words, in what a cue says, is called or is bound to; a number finds the cue that begins with it. */
function hasWords(cue: Cue, { facts }: Searched, words: readonly string[]): boolean {
  let more: string | null = null;
  const factWords = () =>
    (more ??= factsOf(cue)
      .map((id) => {
        const fact = getRow(facts, id);
        return fold(`${fact?.statement ?? ''} ${fact?.onAir.headline ?? ''}`);
      })
      .join(' '));
  return words.every(
    (word) =>
      String(cue.number).startsWith(word) || wordsOfCue(cue).includes(word) || factWords().includes(word),
  );
}

function stands(cue: Cue, standing: Standing, { facts }: Searched, known: Standings): boolean {
  switch (standing) {
    case 'refused':
      return known.refused.has(cue.id);
    case 'draft':
      return factsOf(cue).some((id) => getRow(facts, id)?.approval === 'draft');
    case 'onAir':
      return known.onAir.has(cue.id);
    case 'changed':
      return known.changed.has(cue.id);
    case 'skip':
      return cue.skip;
    case 'hold':
      return cue.hold;
    case 'planned':
      return cue.planned !== null;
    default:
      standing satisfies never;
      return true;
  }
}

/** The cues that pass, in the order of the rundown. */
export function filterCues(
  show: Searched & Pick<Show, 'rundown'>,
  filter: CueFilter,
  known: Standings,
): CueId[] {
  const words = fold(filter.words.trim()).split(/\s+/).filter(Boolean);
  const { colour, layer, segment, standing } = filter;
  return show.rundown.filter((id) => {
    const cue = getRow(show.cues, id);
    return (
      cue !== undefined &&
      (colour === '' || cue.colour === colour) &&
      (layer === '' || cue.layer === layer) &&
      (segment === '' || cue.segment === segment) &&
      (standing === '' || stands(cue, standing, show, known)) &&
      (words.length === 0 || hasWords(cue, show, words))
    );
  });
}

/** Every segment once, in the order of the rundown. */
export const segmentsOf = ({ rundown, cues }: Pick<Show, 'rundown' | 'cues'>): string[] => [
  ...new Set(rundown.flatMap((id) => getRow(cues, id)?.segment || [])),
];
