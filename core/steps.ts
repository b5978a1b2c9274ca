/**
 * Going back and forth in the history, worked out on a state and not yet done: one step, or all up to a certain one.
 * Pure; reduce.ts turns what comes out into a revision, http/rest-history.ts into a preview.
 */
import { applyPatches, enablePatches, type Patch } from 'immer';
import type { Entry, History } from './history.ts';
import { refuse, type Refusal } from './refusal.ts';
import { stepBack } from './step-back.ts';
import type { State } from './state.ts';

enablePatches();

export interface Step {
  ok: true;
  isUndo: boolean;
  title: string;
  detail: string;
  /** Some or all of it had changed again since: that was left as it is, and has left the history. */
  skipped: 'none' | 'part' | 'all';
}

/** Where steps lead to. */
export interface Led {
  ok: true;
  state: State;
  history: History;
  /** From the state that was given to the one above. */
  changes: Patch[];
}

/** The entries that are one step with this one: those of its group, whatever others did between them. */
const isOneWith =
  (entry: Entry) =>
  (one: Entry): boolean =>
    entry.group === undefined ? one === entry : one.group === entry.group;

/**
 * Undoes or redoes the last step: one entry, or all those of its group. What has changed again since is left as it is
 * and leaves the history, so that the step before it can still be undone.
 * @param wanted the group that is meant; another step on top is refused
 */
export function takeStep(
  state: State,
  history: History,
  isUndo: boolean,
  wanted?: string,
): (Led & { step: Step }) | Refusal {
  const from = isUndo ? history.done : history.undone;
  const to = isUndo ? history.undone : history.done;
  const entry = from.at(-1);
  if (!entry) {
    return isUndo
      ? refuse('nothing_to_undo', 'There is nothing to undo.')
      : refuse('nothing_to_redo', 'There is nothing to redo.');
  }
  const { title, detail, group } = entry;
  if (wanted !== undefined && group !== wanted) {
    return refuse(
      'changed_since',
      `“${title}” by ${entry.by} came after it: undo that first, or edit by hand.`,
    );
  }
  const isMeant = isOneWith(entry);
  // the last first
  const entries = from.filter(isMeant).toReversed();
  if (state.air.mode === 'rehearsal' && entries.some(({ mode }) => mode === 'live')) {
    return refuse('live_data_in_rehearsal', `“${title}” was done live: return to live before undoing it.`);
  }
  const moved: Entry[] = [];
  const changes: Patch[] = [];
  let at = state;
  for (const one of entries) {
    const [left, back] = isUndo ? [one.patches, one.inverse] : [one.inverse, one.patches];
    const change = stepBack(at, left, back);
    if (change === null) continue;
    at = applyPatches(at, change);
    changes.push(...change);
    moved.push(one);
  }
  const rest = from.filter((one) => !isMeant(one));
  const next = [...to, ...moved];
  const skipped = moved.length === 0 ? 'all' : moved.length < entries.length ? 'part' : 'none';
  return {
    ok: true,
    state: at,
    history: { ...history, ...(isUndo ? { done: rest, undone: next } : { done: next, undone: rest }) },
    changes,
    step: { ok: true, isUndo, title, detail, skipped },
  };
}

export type Jump = Led & { steps: Step[] };

/**
 * Undoes or redoes until the step with that id is the last one done; 0 is before the first.
 * @returns the refusal of the first step that cannot be taken from here, and then none is
 */
export function jump(state: State, history: History, id: number): Jump | Refusal {
  const has = (entries: readonly Entry[]) => entries.some((entry) => entry.id === id);
  const isUndo = id === 0 || has(history.done);
  if (!isUndo && !has(history.undone)) {
    return refuse('step_unknown', 'That step is not in the history any more.');
  }
  const isThere = ({ done, undone }: History): boolean => {
    if (!isUndo) return !has(undone);
    const top = done.at(-1);
    return top === undefined || (id !== 0 && done.filter(isOneWith(top)).some((entry) => entry.id === id));
  };
  let led: Jump = { ok: true, state, history, changes: [], steps: [] };
  while (!isThere(led.history)) {
    const taken = takeStep(led.state, led.history, isUndo);
    if (!taken.ok) return taken;
    const { step, changes, ...to } = taken;
    led = { ...to, changes: [...led.changes, ...changes], steps: [...led.steps, step] };
  }
  return led;
}
