/** What is known of facts beyond the facts themselves: where they are used, on air, proposed anew. Pure. */
import { factsOf } from '../../core/bindings.ts';
import type { FactMark } from '../../core/facts/filter.ts';
import { isEmbargoed, isStale } from '../../core/facts/times.ts';
import { LAYERS } from '../../core/layers.ts';
import { layerOf, targetOf } from '../../core/playout.ts';
import type { FactId } from '../../core/ids.ts';
import type { Air } from '../../core/schema/air.ts';
import type { Fact } from '../../core/schema/fact.ts';
import type { Show } from '../../core/schema/show.ts';
import { allRows, getRow } from '../../core/table.ts';

/** How many cues draw on each fact. Facts that no cue draws on are not in it. */
export function usesByFact(cues: Show['cues']): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const cue of allRows(cues)) for (const id of factsOf(cue)) uses.set(id, (uses.get(id) ?? 0) + 1);
  return uses;
}

/** The facts that what is seen now was drawn from, on the channel of this mode. */
export function factsOnAir(air: Air): ReadonlySet<string> {
  const found = new Set<string>();
  for (const id of LAYERS) {
    const { current, leaving } = layerOf(air, targetOf(air.mode), id);
    for (const item of [current, leaving]) for (const { id: fact } of item?.facts ?? []) found.add(fact);
  }
  return found;
}

export const proposedFacts = (proposals: Show['proposals']): ReadonlySet<string> =>
  new Set(Object.values(proposals.buckets).flatMap((bucket) => Object.keys(bucket)));

export const hasProposal = ({ proposals }: Pick<Show, 'proposals'>, id: FactId): boolean =>
  getRow(proposals, id) !== undefined;

export interface Surroundings {
  uses: ReadonlyMap<string, number>;
  onAir: ReadonlySet<string>;
  proposed: ReadonlySet<string>;
  attention: ReadonlySet<string>;
  /** Epoch ms. */
  now: number;
}

export function marksOf(fact: Fact, around: Surroundings): FactMark[] {
  const marks: [FactMark, boolean][] = [
    ['onAir', around.onAir.has(fact.id)],
    ['attention', around.attention.has(fact.id)],
    ['proposal', around.proposed.has(fact.id)],
    ['used', around.uses.has(fact.id)],
    ['embargoed', isEmbargoed(fact, around.now)],
    ['stale', isStale(fact, around.now)],
    ['locked', fact.lockedBy !== null],
    ['feed', fact.via !== null],
  ];
  return marks.flatMap(([mark, has]) => (has ? [mark] : []));
}
