/**
 * What becomes of the cues and graphics that use a fact which is edited, superseded or withdrawn: replaced, pulled or
 * kept, as somebody decided for each. The cues' part is recorded and can be undone; what it does to air is not.
 */
import { usesOf, type FactUse } from '../facts/uses.ts';
import type { CueId, FactId } from '../ids.ts';
import { LAYERS } from '../layers.ts';
import { correctInPlace, isCovered, layerOf, sendOff, targetOf } from '../playout.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { Bindings } from '../schema/cue.ts';
import type { UseAction, Uses } from '../schema/fact-use.ts';
import type { Item, LayerAir } from '../schema/layer-air.ts';
import type { State } from '../state.ts';
import { getRow } from '../table.ts';
import type { Answer, Context } from './command.ts';

export interface Decided {
  factId: FactId;
  /** What `replace` puts in its place; null where the fact itself is corrected. */
  replacement: FactId | null;
  uses: Uses | undefined;
}

/** One decision a cue: two are refused. */
const decisions = (uses: Uses | undefined): Map<CueId, UseAction> =>
  new Map((uses ?? []).map(({ cueId, action }) => [cueId, action]));

function useRefusal(state: State, use: FactUse | undefined, cueId: CueId, action: UseAction): Refusal | null {
  const cue = getRow(state.show.cues, cueId);
  const name = cue ? `Cue ${cue.number} “${cue.name}”` : `The cue "${cueId}"`;
  if (!use) {
    return refuse('cue_unknown', cue ? `${name} does not use this fact.` : `${name} is not in this show.`);
  }
  if (action !== 'replace') return null;
  return use.bound && cue
    ? null
    : refuse('cue_unknown', `${name} does not draw on this fact any more: pull it or keep it.`);
}

/** Refused as a whole where one decision cannot be carried out. */
export function usesRefusal(
  state: State,
  { factId, uses }: Pick<Decided, 'factId' | 'uses'>,
): Refusal | null {
  if (!uses || uses.length === 0) return null;
  const twice = uses.find(({ cueId }, index) => uses.findIndex((one) => one.cueId === cueId) !== index);
  if (twice) return refuse('bad_command', `There are two decisions for the cue "${twice.cueId}": give one.`);
  const using = new Map(usesOf(state, factId).map((use) => [use.cueId, use]));
  for (const [cueId, action] of decisions(uses)) {
    const refusal = useRefusal(state, using.get(cueId), cueId, action);
    if (refusal) return refusal;
  }
  return null;
}

export const wantsReplacement = (uses: Uses | undefined): boolean =>
  (uses ?? []).some(({ action }) => action === 'replace');

/** The recorded part: cues draw on the replacement from now on. */
export function rebindUses(draft: State, { factId, replacement, uses }: Decided): void {
  if (replacement === null) return;
  for (const [cueId, action] of decisions(uses)) {
    const cue = action === 'replace' ? getRow(draft.show.cues, cueId) : undefined;
    if (!cue) continue;
    const bindings: Bindings = Object.fromEntries(
      Object.entries(cue.bindings).map(([field, binding]) => [
        field,
        'fact' in binding && binding.fact === factId ? { ...binding, fact: replacement } : binding,
      ]),
    );
    cue.bindings = bindings;
  }
}

/** The part on air: pulled off, corrected in place, or marked to be corrected once the gate lets it through. */
export function settleUses(draft: State, { factId, uses }: Decided, context: Context): Answer {
  if (!uses || uses.length === 0) return {};
  const { air } = draft;
  const decided = decisions(uses);
  const waiting: CueId[] = [];
  const isPulled = (item: Item) =>
    decided.get(item.cue.id) === 'pull' && item.facts.some((fact) => fact.id === factId);
  for (const id of LAYERS) {
    const layer = layerOf(air, targetOf(air.mode), id);
    if (layer.leaving && isPulled(layer.leaving)) neverBack(layer, context.now);
    const item = layer.current;
    if (!item?.facts.some((fact) => fact.id === factId)) continue;
    const action = decided.get(item.cue.id);
    if (action === 'pull') sendOff(layer, context.now);
    if (action !== 'replace') continue;
    item.awaitsCorrection = true;
    if (!correctInPlace(draft, item, context)) waiting.push(item.cue.id);
  }
  const pulled = cuesWith('pull', decided);
  // not put back either when an output comes back and says that it still shows it
  if (air.interrupted.some(({ item }) => isPulled(item)))
    air.interrupted = air.interrupted.filter(({ item }) => !isPulled(item));
  return {
    replaced: cuesWith('replace', decided).filter((cueId) => !waiting.includes(cueId)),
    waiting,
    pulled,
    kept: cuesWith('keep', decided),
  };
}

/** What leaves for another graphic comes back where that one fails: not what was pulled. It leaves by itself. */
function neverBack(layer: LayerAir, now: number): void {
  const { current, leaving } = layer;
  if (leaving && current && isCovered(layer)) leaving.leftAt = Math.max(now, (current.takenAt ?? 0) + 1);
}

const cuesWith = (wanted: UseAction, decided: ReadonlyMap<CueId, UseAction>): CueId[] =>
  [...decided].flatMap(([cueId, action]) => (action === wanted ? [cueId] : []));
