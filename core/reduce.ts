/**
 * The one way state changes: `(state, command, context) → new state and patches, or a refusal`. Pure: no clock, no
 * randomness, no I/O. A command that throws is a bug; the station catches it, logs it and keeps playing.
 */
import { applyPatches, enablePatches, produceWithPatches, type Patch } from 'immer';
import type { Answer, CommandDef, Context } from './commands/command.ts';
import { commandDef } from './commands/registry.ts';
import { rightRefusal } from './commands/right.ts';
import { Step, StepTo } from './commands/show.ts';
import { emptyHistory, liveSteps, withEntry, type Entry, type History } from './history.ts';
import { stepName } from './history-rows.ts';
import { isDeeperThan, isObject } from './json.ts';
import { firstIssue } from './plain-issue.ts';
import { followShow, followStandby } from './playout.ts';
import { spendRevisions } from './facts/revisions.ts';
import { barrierBreach } from './rehearsal/barrier.ts';
import { meantRefusal } from './rehearsal/meant.ts';
import { idsFor } from './rehearsal/origin.ts';
import { stamp, unstamped } from './rehearsal/stamp.ts';
import { inRehearsalWords } from './rehearsal/words.ts';
import { refuse, type Refusal } from './refusal.ts';
import { jump, takeStep, type Led } from './steps.ts';
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

/** Runs a command that has been parsed. Nothing that would break the rehearsal barrier comes out of it. */
export function run(world: World, command: Omit<ParsedCommand, 'ok'>, context: Context): Outcome {
  const outcome = carryOut(world, command, context);
  if (!outcome.ok) return inRehearsalWords(outcome, world.state, command.payload);
  const breach = barrierBreach(world.state, outcome.world.state, command.def.type);
  if (breach !== null) return refuse('rehearsal_barrier', `Refused by the rehearsal barrier: ${breach}.`);
  return outcome;
}

function carryOut(world: World, { def, payload }: Omit<ParsedCommand, 'ok'>, handed: Context): Outcome {
  const context = inMode(world.state, handed);
  const refusal =
    meantRefusal(world.state, def, context) ??
    rightRefusal(world.state, def, context) ??
    def.check(world.state, payload, { ...context, history: world.history });
  if (refusal) return refusal;
  if (def.type === 'show.undo' || def.type === 'show.redo') {
    return step(world, def.type === 'show.undo', Step.parse(payload).group, context);
  }
  if (def.type === 'show.stepTo') return stepTo(world, StepTo.parse(payload).id, context);
  let answer: Answer = {};
  const [edited, patches, inverse] = produceWithPatches(world.state, (draft) => {
    answer = def.apply(draft, payload, context);
  });
  const { state: before } = world;
  const isOver = before.held !== null && edited.held === null;
  const history = isOver ? liveSteps(world.history) : world.history;
  const done = stamped(before, { world: { state: edited, history }, patches, inverse, answer });
  const after = (draft: State): Answer => {
    const then = inMode(draft, handed);
    const settled = def.settle?.(draft, payload, then);
    followShow(draft, then);
    return settled ?? {};
  };
  // what a feed delivers is not recorded, and air follows it like any other change of facts
  if (def.undo === 'never') {
    const stays = edited.show.facts === before.show.facts && edited.air.mode === before.air.mode;
    return stays ? applied(done) : finish(done, after);
  }
  if (patches.length === 0) return def.settle ? finish(done, after) : applied(done);
  const group = def.group?.(payload);
  const entry: Entry = {
    id: history.next,
    title: def.title,
    detail: def.describe?.(before, payload) ?? '',
    by: context.actor,
    mode: edited.air.mode,
    at: context.now,
    patches: done.patches,
    inverse: done.inverse,
    ...(group === undefined ? {} : { group }),
  };
  return finish({ ...done, world: { ...done.world, history: withEntry(history, entry) } }, after);
}

/** What is made in rehearsal has ids of its own. */
const inMode = ({ air }: State, context: Context): Context =>
  air.mode === 'live' ? context : { ...context, newId: idsFor(air.mode, context.newId) };

/** In rehearsal: with the rows that the change has touched marked as such, as a part of it. */
function stamped(before: State, done: Done): Done {
  const stamps = unstamped(before, done.world.state);
  if (stamps.length === 0) return done;
  const [state, patches, inverse] = produceWithPatches(done.world.state, (draft) => {
    stamp(draft, stamps);
  });
  return {
    ...done,
    world: { ...done.world, state },
    patches: [...done.patches, ...patches],
    inverse: [...inverse, ...done.inverse],
  };
}

/** Undoes or redoes the last step, and says as `skipped` what has changed again since. */
function step(world: World, isUndo: boolean, wanted: string | undefined, context: Context): Outcome {
  const led = takeStep(world.state, world.history, isUndo, wanted);
  if (!led.ok) return led;
  const { title, skipped } = led.step;
  const answer: Answer = {
    title,
    ...(skipped === 'none'
      ? {}
      : {
          skipped: title,
          detail: `${skipped === 'part' ? 'A part of what' : 'What'} “${title}” changed has changed again since: not ${isUndo ? 'undone' : 'redone'}.`,
        }),
  };
  return goTo(world, led, isUndo, answer, context);
}

/** All steps up to one, in one revision. */
function stepTo(world: World, id: number, context: Context): Outcome {
  const led = jump(world.state, world.history, id);
  if (!led.ok) return led;
  const skipped = led.steps.filter((one) => one.skipped !== 'none').map(stepName);
  const isUndo = led.steps[0]?.isUndo ?? true;
  const answer: Answer = {
    steps: led.steps.length,
    direction: isUndo ? 'undo' : 'redo',
    ...(skipped.length === 0
      ? {}
      : { skipped, detail: `Changed again since, and left as it is: ${skipped.join('; ')}.` }),
  };
  return goTo(world, led, isUndo, answer, context);
}

function goTo(world: World, led: Led, isUndo: boolean, answer: Answer, context: Context): Outcome {
  const { history, changes } = led;
  if (changes.length === 0)
    return applied({ world: { state: world.state, history }, patches: [], inverse: [], answer });
  // once more for its own patches: those of the steps may name whole buckets that others have joined since
  const [state, patches, inverse] = produceWithPatches(world.state, (draft) => {
    applyPatches(draft, changes);
  });
  const done = stamped(world.state, { world: { state, history }, patches, inverse, answer });
  return finish(done, (draft) => {
    spendRevisions(draft, world.state, patches);
    // to undo is to edit the show again: what viewers see is not taken back with it
    if (isUndo) followStandby(draft, context);
    else followShow(draft, context);
    return {};
  });
}

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
