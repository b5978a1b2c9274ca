/**
 * The one way state changes: `(state, command, context) → new state and patches, or a refusal`. Pure: no clock, no
 * randomness, no I/O. A command that throws is a bug; the station catches it, logs it and keeps playing.
 */
import { applyPatches, enablePatches, produceWithPatches, type Patch } from 'immer';
import type { Answer, CommandDef, Context } from './commands/command.ts';
import { commandDef } from './commands/registry.ts';
import { Step } from './commands/show.ts';
import { emptyHistory, type Entry, type History } from './history.ts';
import { isDeeperThan, isObject } from './json.ts';
import { firstIssue } from './plain-issue.ts';
import { followShow, followStandby } from './playout.ts';
import { spendRevisions } from './facts/revisions.ts';
import { stepBack } from './step-back.ts';
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
  if (def.type === 'show.undo' || def.type === 'show.redo') {
    return step(world, def.type, Step.parse(payload).group, context);
  }
  let answer: Answer = {};
  const [edited, patches, inverse] = produceWithPatches(world.state, (draft) => {
    answer = def.apply(draft, payload, context);
  });
  const { state: before, history } = world;
  const done = { world: { state: edited, history }, patches, inverse, answer };
  const after = (draft: State): Answer => {
    const settled = def.settle?.(draft, payload, context);
    followShow(draft, context);
    return settled ?? {};
  };
  // what a feed delivers is not recorded, and air follows it like any other change of facts
  if (def.undo === 'never')
    return edited.show.facts === before.show.facts ? applied(done) : finish(done, after);
  if (patches.length === 0) return def.settle ? finish(done, after) : applied(done);
  const group = def.group?.(payload);
  const entry: Entry = {
    id: history.next,
    title: def.title,
    detail: def.describe?.(before, payload) ?? '',
    by: context.actor,
    mode: edited.air.mode,
    at: context.now,
    patches,
    inverse,
    ...(group === undefined ? {} : { group }),
  };
  const recorded: History = {
    done: [...history.done, entry].slice(-HISTORY_LIMIT),
    undone: [],
    next: history.next + 1,
  };
  return finish({ ...done, world: { state: edited, history: recorded } }, after);
}

/** Undo keeps patches, not versions; a night's edits are a few hundred. */
const HISTORY_LIMIT = 1000;

/**
 * Undoes or redoes the last step: one entry, or all those of its group. What has changed again since is left as it is
 * and leaves the history, so that the step before it can still be undone; the answer says so as `skipped`.
 */
function step(
  world: World,
  type: 'show.undo' | 'show.redo',
  wanted: string | undefined,
  context: Context,
): Outcome {
  const isUndo = type === 'show.undo';
  const from = isUndo ? world.history.done : world.history.undone;
  const to = isUndo ? world.history.undone : world.history.done;
  const entry = from.at(-1);
  if (!entry) {
    return isUndo
      ? refuse('nothing_to_undo', 'There is nothing to undo.')
      : refuse('nothing_to_redo', 'There is nothing to redo.');
  }
  const { title, group } = entry;
  if (wanted !== undefined && group !== wanted) {
    return refuse(
      'changed_since',
      `“${title}” by ${entry.by} came after it: undo that first, or edit by hand.`,
    );
  }
  const isMeant = (one: Entry) => (group === undefined ? one === entry : one.group === group);
  // the last first
  const entries = from.filter(isMeant).toReversed();
  if (world.state.air.mode === 'rehearsal' && entries.some(({ mode }) => mode === 'live')) {
    return refuse('live_data_in_rehearsal', `“${title}” was done live: return to live before undoing it.`);
  }
  const moved: Entry[] = [];
  const changes: Patch[] = [];
  let at = world.state;
  for (const one of entries) {
    const [left, back] = isUndo ? [one.patches, one.inverse] : [one.inverse, one.patches];
    const change = stepBack(at, left, back);
    if (change === null) continue;
    at = applyPatches(at, change);
    changes.push(...change);
    moved.push(one);
  }
  // once more for its own patches: those of the steps may name whole buckets that others have joined since
  const [state, patches, inverse] = produceWithPatches(world.state, (draft) => {
    applyPatches(draft, changes);
  });
  const rest = from.filter((one) => !isMeant(one));
  const next = [...to, ...moved];
  const { next: nextId } = world.history;
  const history: History = isUndo
    ? { done: rest, undone: next, next: nextId }
    : { done: next, undone: rest, next: nextId };
  const answer: Answer = {
    title,
    ...(moved.length < entries.length ? skipped(title, moved.length > 0, isUndo) : {}),
  };
  if (moved.length === 0)
    return applied({ world: { state: world.state, history }, patches: [], inverse: [], answer });
  return finish({ world: { state, history }, patches, inverse, answer }, (draft) => {
    spendRevisions(draft, world.state, patches);
    // to undo is to edit the show again: what viewers see is not taken back with it
    if (isUndo) followStandby(draft, context);
    else followShow(draft, context);
    return {};
  });
}

const skipped = (title: string, isPart: boolean, isUndo: boolean): Answer => ({
  skipped: title,
  detail: `${isPart ? 'A part of what' : 'What'} “${title}” changed has changed again since: not ${isUndo ? 'undone' : 'redone'}.`,
});

type Done = Omit<Applied, 'ok'>;

const applied = (done: Done): Applied => ({ ok: true, ...done });

/** An edit of the show moves what stands by and what follows its facts, in the same revision. */
function finish(done: Done, after: (draft: State) => Answer): Applied {
  let more: Answer = {};
  const [state, patches, inverse] = produceWithPatches(done.world.state, (draft) => {
    more = after(draft);
  });
  return applied({
    world: { ...done.world, state },
    patches: [...done.patches, ...patches],
    inverse: [...inverse, ...done.inverse],
    answer: { ...done.answer, ...more },
  });
}
