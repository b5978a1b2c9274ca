/**
 * The one way state changes: `(state, command, context) → new state and patches, or a refusal`. Pure: no clock, no
 * randomness, no I/O. A command that throws is a bug; the station catches it, logs it and keeps playing.
 */
import { applyPatches, enablePatches, produceWithPatches, type Patch } from 'immer';
import type { Answer, CommandDef, Context } from './commands/command.ts';
import { commandDef } from './commands/registry.ts';
import { emptyHistory, type Entry, type History } from './history.ts';
import { isDeeperThan, isObject, sameJson } from './json.ts';
import { firstIssue } from './plain-issue.ts';
import { followShow } from './playout.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { State } from './state.ts';

enablePatches();

export interface World {
  state: State;
  history: History;
}

export interface Applied {
  ok: true;
  world: World;
  patches: Patch[];
  /** Takes the state back to what it was. */
  inverse: Patch[];
  answer: Answer;
}

export type Outcome = Applied | Refusal;

export const worldOf = (state: State): World => ({ state, history: emptyHistory });

export interface ParsedCommand {
  ok: true;
  def: CommandDef;
  payload: unknown;
}

/** Far beyond any graphic's data, far below where reading it would overflow the stack. */
const MAX_DEPTH = 64;

/** Reads a command from outside. The detail names the field that is wrong. */
export function parseCommand(input: unknown): ParsedCommand | Refusal {
  if (!isObject(input) || typeof input['type'] !== 'string') {
    return refuse('bad_command', 'A command is a JSON object with a "type".');
  }
  const { type, ...rest } = input;
  const def = commandDef(String(type));
  if (!def) return refuse('unknown_command', `There is no command "${String(type)}".`);
  if (isDeeperThan(rest, MAX_DEPTH)) return refuse('bad_command', `${def.type}: nested too deep.`);
  const parsed = def.schema.safeParse(rest);
  if (!parsed.success) {
    return refuse('bad_command', `${def.type}: ${firstIssue(parsed.error, 'the command')}.`);
  }
  return { ok: true, def, payload: parsed.data };
}

/** Runs a command that has been parsed. */
export function run(world: World, { def, payload }: Omit<ParsedCommand, 'ok'>, context: Context): Outcome {
  const refusal = def.check(world.state, payload, context);
  if (refusal) return refusal;
  if (def.type === 'show.undo' || def.type === 'show.redo') return step(world, def.type, context);
  let answer: Answer = {};
  const [edited, patches, inverse] = produceWithPatches(world.state, (draft) => {
    answer = def.apply(draft, payload, context);
  });
  if (def.undo === 'never' || patches.length === 0) {
    return { ok: true, world: { ...world, state: edited }, patches, inverse, answer };
  }
  const group = def.group?.(payload);
  const entry: Entry = {
    title: def.title,
    by: context.actor,
    mode: edited.air.mode,
    at: context.now,
    patches,
    inverse,
    ...(group === undefined ? {} : { group }),
  };
  const history: History = { done: [...world.history.done, entry].slice(-HISTORY_LIMIT), undone: [] };
  const settle = (draft: State) => def.settle?.(draft, payload, context);
  return follow(edited, history, patches, inverse, answer, context, settle);
}

/** Undo keeps patches, not versions; a night's edits are a few hundred. */
const HISTORY_LIMIT = 1000;

/** Undoes or redoes the last step: one entry, or all those of its group. */
function step(world: World, type: 'show.undo' | 'show.redo', context: Context): Outcome {
  const isUndo = type === 'show.undo';
  const from = isUndo ? world.history.done : world.history.undone;
  const to = isUndo ? world.history.undone : world.history.done;
  const entry = from.at(-1);
  if (!entry) {
    return isUndo
      ? refuse('nothing_to_undo', 'There is nothing to undo.')
      : refuse('nothing_to_redo', 'There is nothing to redo.');
  }
  const start = entry.group === undefined ? -1 : from.findLastIndex(({ group }) => group !== entry.group) + 1;
  // the last first
  const entries = (entry.group === undefined ? [entry] : from.slice(start)).toReversed();
  if (world.state.air.mode === 'rehearsal' && entries.some(({ mode }) => mode === 'live')) {
    return refuse(
      'live_data_in_rehearsal',
      `“${entry.title}” was done live: return to live before undoing it.`,
    );
  }
  if (
    !stillHolds(
      world.state,
      entries.toReversed().flatMap((one) => (isUndo ? one.patches : one.inverse)),
    )
  ) {
    return refuse('changed_since', `What “${entry.title}” changed has changed again since: edit it by hand.`);
  }
  const patches = entries.flatMap((one) => (isUndo ? one.inverse : one.patches));
  const inverse = entries.toReversed().flatMap((one) => (isUndo ? one.patches : one.inverse));
  const rest = from.slice(0, from.length - entries.length);
  const moved = [...to, ...entries];
  const history: History = isUndo ? { done: rest, undone: moved } : { done: moved, undone: rest };
  const state = applyPatches(world.state, patches);
  return follow(state, history, patches, inverse, { title: entry.title }, context, () => undefined);
}

/**
 * Whether what a step left behind is still there. What feeds deliver is not in the history, so an older edit of the
 * same fact could otherwise bring back an approval for words that nobody has approved.
 */
function stillHolds(state: State, left: readonly Patch[]): boolean {
  // of two changes of one place only the later one can be seen
  const last = new Map(left.map((patch) => [patch.path.join('/'), patch]));
  return [...last.values()].every(({ op, path, value }) => {
    let at: unknown = state;
    for (const key of path) at = (at as Record<string | number, unknown> | null | undefined)?.[key];
    return op === 'remove' ? at === undefined : sameJson(at, value);
  });
}

/** An edit of the show moves what stands by and what follows its facts, in the same revision. */
function follow(
  edited: State,
  history: History,
  patches: Patch[],
  inverse: Patch[],
  answer: Answer,
  context: Context,
  settle: (draft: State) => void,
): Applied {
  const [state, more, moreInverse] = produceWithPatches(edited, (draft) => {
    settle(draft);
    followShow(draft, context);
  });
  return {
    ok: true,
    world: { state, history },
    patches: [...patches, ...more],
    inverse: [...moreInverse, ...inverse],
    answer,
  };
}
