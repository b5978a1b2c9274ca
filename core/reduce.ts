/**
 * The one way state changes: `(state, command, context) → new state and patches, or a refusal`. Pure: no clock, no
 * randomness, no I/O. A command that throws is a bug; the station catches it, logs it and keeps playing.
 */
import { applyPatches, enablePatches, produceWithPatches, type Patch } from 'immer';
import type { Answer, CommandDef, Context } from './commands/command.ts';
import { commandDef } from './commands/registry.ts';
import { emptyHistory, type Entry, type History } from './history.ts';
import { isDeeperThan, isObject } from './json.ts';
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
  const entry: Entry = {
    title: def.title,
    by: context.actor,
    mode: edited.air.mode,
    at: context.now,
    patches,
    inverse,
  };
  const history: History = { done: [...world.history.done, entry].slice(-HISTORY_LIMIT), undone: [] };
  return follow(edited, history, patches, inverse, answer, context);
}

/** Undo keeps patches, not versions; a night's edits are a few hundred. */
const HISTORY_LIMIT = 1000;

function step(world: World, type: 'show.undo' | 'show.redo', context: Context): Outcome {
  const { done, undone } = world.history;
  const entry = type === 'show.undo' ? done.at(-1) : undone.at(-1);
  if (!entry) {
    return type === 'show.undo'
      ? refuse('nothing_to_undo', 'There is nothing to undo.')
      : refuse('nothing_to_redo', 'There is nothing to redo.');
  }
  if (world.state.air.mode === 'rehearsal' && entry.mode === 'live') {
    return refuse(
      'live_data_in_rehearsal',
      `“${entry.title}” was done live: return to live before undoing it.`,
    );
  }
  const [patches, inverse] =
    type === 'show.undo' ? [entry.inverse, entry.patches] : [entry.patches, entry.inverse];
  const history: History =
    type === 'show.undo'
      ? { done: done.slice(0, -1), undone: [...undone, entry] }
      : { done: [...done, entry], undone: undone.slice(0, -1) };
  const state = applyPatches(world.state, patches);
  return follow(state, history, patches, inverse, { title: entry.title }, context);
}

/** An edit of the show moves what stands by and what follows its facts, in the same revision. */
function follow(
  edited: State,
  history: History,
  patches: Patch[],
  inverse: Patch[],
  answer: Answer,
  context: Context,
): Applied {
  const [state, more, moreInverse] = produceWithPatches(edited, (draft) => followShow(draft, context));
  return {
    ok: true,
    world: { state, history },
    patches: [...patches, ...more],
    inverse: [...moreInverse, ...inverse],
    answer,
  };
}
