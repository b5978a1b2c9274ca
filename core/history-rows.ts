/** The history as it is read: one row a step, the newest first, and what a jump to one of them would change. Pure. */
import type { Patch } from 'immer';
import { z } from 'zod';
import { cueLabel, factLabel } from './labels.ts';
import { CueId, FactId } from './ids.ts';
import { Mode } from './layers.ts';
import type { Entry, History } from './history.ts';
import type { Refusal } from './refusal.ts';
import type { State } from './state.ts';
import { jump, type Step } from './steps.ts';

export const HistoryRow = z.object({
  /** For `show.stepTo`. */
  id: z.int(),
  title: z.string(),
  /** Of which thing; empty where the title says all. */
  detail: z.string(),
  by: z.string(),
  /** Epoch ms. */
  at: z.number(),
  mode: Mode,
  /** Commands that were given as one. */
  count: z.int(),
  /** False for what was undone and can be redone. */
  done: z.boolean(),
});
export type HistoryRow = z.infer<typeof HistoryRow>;

/** From the one that is undone or redone next. A group stands where its last entry stands: that is when its turn comes. */
function rowsOf(entries: readonly Entry[], done: boolean): HistoryRow[] {
  const sizes = new Map<string, number>();
  for (const { group } of entries) if (group !== undefined) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const seen = new Set<string>();
  return entries.toReversed().flatMap((entry) => {
    const { id, title, detail, by, at, mode, group } = entry;
    if (group !== undefined && seen.has(group)) return [];
    if (group !== undefined) seen.add(group);
    const count = group === undefined ? 1 : (sizes.get(group) ?? 1);
    return [{ id, title, detail, by, at, mode, count, done }];
  });
}

/** What can be redone, the furthest first, then what was done, the newest first. */
export const historyRows = ({ done, undone }: History): HistoryRow[] => [
  ...rowsOf(undone, false).toReversed(),
  ...rowsOf(done, true),
];

/** As many names as one reads. */
const MOST_NAMES = 12;

const Touched = z.object({ count: z.int(), names: z.array(z.string()) });

export const JumpPreview = z.object({
  direction: z.enum(['undo', 'redo']),
  steps: z.int(),
  /** Steps of which a part or all has changed since: that is left as it is. */
  skipped: z.array(z.string()),
  cues: Touched,
  facts: Touched,
  /** Settings, feeds, the order of the rundown, or anything else of the show. */
  other: z.boolean(),
});
export type JumpPreview = z.infer<typeof JumpPreview>;

/** The rows of a table that patches are about. */
function idsIn(table: 'cues' | 'facts', changes: readonly Patch[], states: readonly State[]): string[] {
  const ids = new Set<string>();
  for (const { path } of changes) {
    const [tree, name, , bucket, id] = path;
    if (tree !== 'show' || name !== table || bucket === undefined) continue;
    const named =
      id === undefined
        ? states.flatMap(({ show }) => Object.keys(show[table].buckets[bucket] ?? {}))
        : [String(id)];
    for (const one of named) ids.add(one);
  }
  return [...ids];
}

export const stepName = ({ title, detail }: Pick<Step, 'title' | 'detail'>): string =>
  detail ? `${title} · ${detail}` : title;

/** What `show.stepTo` would do, with nothing done. */
export function previewJump(state: State, history: History, id: number): JumpPreview | Refusal {
  const led = jump(state, history, id);
  if (!led.ok) return led;
  const { changes, steps } = led;
  const states = [state, led.state];
  const named = (ids: readonly string[], label: (of: State, one: string) => string) => ({
    count: ids.length,
    names: ids.slice(0, MOST_NAMES).map((one) => label(state, one) || label(led.state, one)),
  });
  const counted = new Set(['cues', 'facts', 'factSeq', 'spentRevisions']);
  return {
    direction: steps[0]?.isUndo === false ? 'redo' : 'undo',
    steps: steps.length,
    skipped: steps.filter(({ skipped }) => skipped !== 'none').map(stepName),
    cues: named(idsIn('cues', changes, states), ({ show }, one) => cueLabel(show, CueId.parse(one))),
    facts: named(idsIn('facts', changes, states), ({ show }, one) => factLabel(show, FactId.parse(one))),
    other: changes.some(({ path }) => !counted.has(String(path[1]))),
  };
}
