/**
 * From what a layer should show and what it does show to the calls that close the gap, each with its reason.
 * Pure, so that every order of events can be tested without a browser.
 */
import type { InstanceId } from '../ids.ts';
import type { Item, ItemAction, LayerAir, LayerState } from '../schema/layer-air.ts';

/** Where a graphic on this stage really is. `loading`: not ready. `ready`: loaded, hidden, never played. */
export type ActualPhase = 'loading' | 'ready' | 'coming' | 'on' | 'going' | 'fault';

export interface Actual {
  instance: InstanceId;
  phase: ActualPhase;
  /** The last version of the data it was given. */
  dataVersion: number;
  /** The last step it was sent to. */
  step: number;
  /** Where it says that it is since then, of a template that knows its steps alone; null where it says nothing. */
  at: number | null;
  /** The number of the last custom action that it was given; those from before it was loaded count as done. */
  action: number;
}

export type Call =
  | { do: 'load'; item: Item; reason: string }
  | { do: 'play'; instance: InstanceId; step: number; cut: boolean; reason: string }
  | { do: 'step'; instance: InstanceId; step: number; reason: string }
  | { do: 'act'; instance: InstanceId; action: ItemAction; reason: string }
  | { do: 'update'; instance: InstanceId; item: Item; reason: string }
  | { do: 'stop'; instance: InstanceId; cut: boolean; reason: string }
  | { do: 'drop'; instance: InstanceId; reason: string };

const isPlayed = (phase: ActualPhase): boolean => phase === 'coming' || phase === 'on';

/** @param restored instances that were on air before this stage saw them: they come back without an entrance */
export function diffLayer(
  desired: LayerAir,
  actual: readonly Actual[],
  restored: ReadonlySet<InstanceId>,
): Call[] {
  const calls: Call[] = [];
  const find = (item: Item | null) => actual.find((one) => one.instance === item?.instance);
  const { current, armed, leaving } = desired;
  const wanted = new Set([current, armed, leaving].flatMap((item) => (item ? [item.instance] : [])));

  for (const one of actual) {
    if (!wanted.has(one.instance)) {
      calls.push({ do: 'drop', instance: one.instance, reason: 'no longer wanted on this layer' });
    }
  }
  for (const item of [current, armed]) {
    if (item && !find(item))
      calls.push({ do: 'load', item, reason: item === current ? 'is on air' : 'is armed' });
  }
  for (const item of [current, armed]) {
    const one = find(item);
    if (!item || !one || one.phase === 'loading' || one.phase === 'fault') continue;
    if (one.dataVersion !== item.dataVersion) {
      calls.push({ do: 'update', instance: one.instance, item, reason: 'its data changed' });
    }
  }
  const shown = find(current);
  if (current && shown) calls.push(...callsForCurrent(current, shown, restored));

  const gone = find(leaving);
  // the old graphic stays until the new one can be seen, so that a swap leaves no hole; one that failed covers
  // nothing, and the station gives the layer back
  const covered = !current || (shown !== undefined && shown.phase !== 'loading' && shown.phase !== 'fault');
  if (leaving && gone && covered && gone.phase !== 'going') {
    const cut = leaving.cut || gone.phase === 'fault' || !isPlayed(gone.phase);
    calls.push({
      do: 'stop',
      instance: gone.instance,
      cut,
      reason: current ? 'is replaced' : 'is taken off',
    });
  }
  return calls;
}

function callsForCurrent(item: Item, one: Actual, restored: ReadonlySet<InstanceId>): Call[] {
  const { instance, step, cut, action, earlier = [] } = item;
  const acts = [...earlier, ...(action ? [action] : [])]
    .filter(({ n }) => n > one.action)
    .map((told): Call => ({ do: 'act', instance, action: told, reason: `is told “${told.id}”` }));
  if (one.phase === 'ready') {
    const back = restored.has(instance);
    const reason = back ? 'was on air before' : 'is taken';
    return [{ do: 'play', instance, step, cut: cut || back, reason }, ...acts];
  }
  if (!isPlayed(one.phase)) return [];
  if (one.step === step || one.at === step) return acts;
  return [{ do: 'step', instance, step, reason: 'goes to its next step' }, ...acts];
}

/** The layer's state as this stage sees it with its own eyes: what `data-state` says. */
export function actualState(desired: LayerAir, actual: readonly Actual[]): LayerState {
  const phaseOf = (item: Item | null) => actual.find((one) => one.instance === item?.instance)?.phase;
  if (desired.current) {
    const current = phaseOf(desired.current);
    // while it loads, what it replaces may be seen still: that is not it being on
    return current === 'on' || current === 'fault' || current === 'going' ? current : 'coming';
  }
  if (actual.some((one) => isPlayed(one.phase))) return 'on';
  if (actual.some((one) => one.phase === 'going')) return 'going';
  const armed = phaseOf(desired.armed);
  return armed === 'ready' ? 'armed' : armed === 'fault' ? 'fault' : 'off';
}
