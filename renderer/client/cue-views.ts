/**
 * What a row needs to know of its cue, worked out once and kept while nothing it depends on changes: a rundown
 * of 2,000 cues must not be resolved and validated again for every patch.
 */
import { factsOf } from '../../core/bindings.ts';
import { gate, type Gated, type Graphics } from '../../core/gate.ts';
import { companionsAtOnce } from '../../core/look.ts';
import { cueText } from '../../core/rundown.ts';
import type { Cue } from '../../core/schema/cue.ts';
import type { Fact } from '../../core/schema/fact.ts';
import type { State } from '../../core/state.ts';
import { getRow } from '../../core/table.ts';
import { besides } from '../../core/take.ts';

export interface CueView {
  cue: Cue;
  gated: Gated;
  /** The words that viewers will read. */
  text: string;
}

interface Kept {
  view: CueView;
  facts: readonly (Fact | undefined)[];
  along: readonly Cue[];
  parties: unknown;
  theme: unknown;
  media: unknown;
  graphic: unknown;
  mode: string;
  /** Epoch ms when an embargo ends and the answer becomes another one. */
  until: number;
}

export type CueViews = (state: State, graphics: Graphics, cue: Cue, now: number) => CueView;

export function createCueViews(): CueViews {
  // keyed by the cue object: an edited cue is another object, a deleted one is forgotten by itself
  const kept = new WeakMap<Cue, Kept>();
  return ({ show, air }, graphics, cue, now) => {
    const { cues: along, wrong } = companionsAtOnce(show, cue);
    const facts = [cue, ...along].flatMap(factsOf).map((id) => getRow(show.facts, id));
    const graphic = graphics.get(cue.graphic);
    const known = kept.get(cue);
    if (
      known &&
      known.parties === show.parties &&
      known.theme === show.theme &&
      known.media === show.media &&
      known.graphic === graphic &&
      known.mode === air.mode &&
      now < known.until &&
      known.facts.length === facts.length &&
      known.facts.every((fact, i) => fact === facts[i]) &&
      known.along.length === along.length &&
      known.along.every((one, i) => one === along[i])
    ) {
      return known.view;
    }
    const own = gate(show, cue, graphics, air.mode, now);
    // what comes with it keeps it off air as well
    const problems = [
      ...own.problems,
      ...wrong,
      ...along.flatMap((one) =>
        gate(show, one, graphics, air.mode, now).problems.map((problem) => besides(one, problem)),
      ),
    ];
    const gated = problems.length === own.problems.length ? own : { ...own, problems };
    const view = { cue, gated, text: cueText(show, cue, graphics) };
    const until = facts.reduce((soonest, fact) => {
      const ends = fact?.embargoUntil ? Date.parse(fact.embargoUntil) : 0;
      return ends > now ? Math.min(soonest, ends) : soonest;
    }, Infinity);
    kept.set(cue, {
      view,
      facts,
      along,
      parties: show.parties,
      theme: show.theme,
      media: show.media,
      graphic,
      mode: air.mode,
      until,
    });
    return view;
  };
}
