/** What the desk and reports read of a show: the rundown in order, the words that will be seen, search. */
import { resolveCue } from './bindings.ts';
import { gate, type Gated, type Graphics } from './gate.ts';
import { seenText } from './graphic-data.ts';
import { sameJson } from './json.ts';
import { LAYERS } from './layers.ts';
import { layerOf, targetOf } from './playout.ts';
import type { Item } from './schema/layer-air.ts';
import type { Cue } from './schema/cue.ts';
import type { Fact } from './schema/fact.ts';
import type { Show } from './schema/show.ts';
import type { State } from './state.ts';
import { allRows, getRow } from './table.ts';

export const cuesInOrder = (show: Show): Cue[] => show.rundown.flatMap((id) => getRow(show.cues, id) ?? []);

export const factsInOrder = (show: Show): Fact[] => allRows(show.facts).sort((a, b) => a.seq - b.seq);

/** The text of a cue as viewers will read it. */
export const cueText = (show: Show, cue: Cue, graphics: Graphics): string =>
  seenText(graphics.get(cue.graphic), resolveCue(show, cue).data);

/** What is on the air of this mode under a cue, if it is. */
export const airedItem = ({ air }: State, cue: Cue): Item | null =>
  LAYERS.map((id) => layerOf(air, targetOf(air.mode), id).current).find((item) => item?.cue.id === cue.id) ??
  null;

/** True when air shows something else than the cue would be if it were taken now. */
export function changedSinceTake(item: Item, gated: Gated): boolean {
  return gated.data !== null && !sameJson(item.data, gated.data);
}

/** Every cue that would be refused now, and why: the pre-flight list. */
export const preflight = ({ show, air }: State, graphics: Graphics, now: number) =>
  cuesInOrder(show)
    .map((cue) => ({ cue, problems: gate(show, cue, graphics, air.mode, now).problems }))
    .filter(({ problems }) => problems.length > 0);

const IS_PLAIN = /^[\x20-\x7e]*$/;

/**
 * Folds case, every mark on a letter and every kind of apostrophe, so that "maori" finds Māori. For search only:
 * never for what is shown.
 */
export const fold = (text: string): string =>
  // most texts are plain, and there may be 10,000 of them to fold at once
  IS_PLAIN.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/[‘’ʻʼ]/g, "'")
        .toLowerCase();
