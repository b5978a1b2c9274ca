/** The key map of a show. A key is never taken from another command without a word. */
import { z } from 'zod';
import { actionDef, isMapAction, type MapAction } from '../keys/actions.ts';
import { capOfChord, plainChord } from '../keys/chord.ts';
import { chordProblem, holderOf, keysOf, mapProblems, mayBeFunctionKey } from '../keys/map.ts';
import { actionTitle } from '../keys/titles.ts';
import { plainShow } from '../playout.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { Chord, firstKeyMap, FunctionKey, FunctionKeyTarget, KeyMap } from '../schema/keys.ts';
import type { State } from '../state.ts';
import { getRow } from '../table.ts';
import { defineCommand } from './command.ts';

const quoted = (action: MapAction): string => `“${actionTitle(action)}”`;
const wrong = (detail: string): Refusal => refuse('key_wrong', detail);

const unknownAction = (name: string): Refusal => wrong(`There is no command “${name}” that a key could do.`);

/** The other commands that would lose a chord, each with what it would have left. */
function losers({ show }: State, action: MapAction, chords: readonly string[]): Map<MapAction, string[]> {
  const found = new Map<MapAction, string[]>();
  for (const chord of chords) {
    const holder = holderOf(show.keys, action, chord);
    if (!holder) continue;
    const has = found.get(holder) ?? [...(keysOf(show.keys).get(holder)?.chords ?? [])];
    found.set(
      holder,
      has.filter((one) => plainChord(one) !== plainChord(chord)),
    );
  }
  return found;
}

/** What the losers get in a swap: the chords that this action gives up, in their order. */
function swapped(state: State, action: MapAction, chords: readonly string[]): Map<MapAction, string[]> {
  const wanted = new Set(chords.map(plainChord));
  const freed = (keysOf(state.show.keys).get(action)?.chords ?? []).filter(
    (one) => !wanted.has(plainChord(one)),
  );
  return new Map(
    [...losers(state, action, chords)].map(([other, left]) => {
      const given = freed.find((chord) => chordProblem(other, chord) === null);
      if (given !== undefined) freed.splice(freed.indexOf(given), 1);
      return [other, given === undefined ? left : [given, ...left]];
    }),
  );
}

const KeySet = z.object({
  action: z.string().min(1).max(40),
  /** Null: the usual ones again. */
  chords: z.array(Chord).max(4).nullable(),
  /** A key that another command has goes over, and that one gets what this one gives up for it. */
  swap: z.boolean().default(false),
});

export const keysSet = defineCommand({
  type: 'keys.set',
  title: 'Change a key',
  schema: KeySet,
  undo: 'record',
  access: 'open',
  describe: (_state, { action }) => (isMapAction(action) ? actionTitle(action) : action),
  check(state, { action, chords, swap }) {
    if (!isMapAction(action)) return unknownAction(action);
    const wanted = chords ?? actionDef(action).chords;
    if (wanted.length === 0 && actionDef(action).needed)
      return wrong(`The command ${quoted(action)} must have a key.`);
    for (const chord of wanted) {
      const problem = chordProblem(action, chord);
      if (problem) return wrong(problem);
      const holder = holderOf(state.show.keys, action, chord);
      if (holder && !swap)
        return refuse(
          'key_taken',
          `${capOfChord(chord)} is the key of ${quoted(holder)}: choose another, or swap them.`,
        );
    }
    for (const [other, left] of swapped(state, action, wanted))
      if (left.length === 0 && actionDef(other).needed)
        return refuse(
          'key_taken',
          `${quoted(other)} would be left without a key: give it another one first.`,
        );
    return null;
  },
  apply(draft, { action, chords }) {
    if (!isMapAction(action)) return {};
    const { keys } = draft.show;
    const before = { ...draft, show: plainShow(draft) };
    const lost = swapped(before, action, chords ?? actionDef(action).chords);
    for (const [other, left] of lost) keys.map[other] = left;
    if (chords === null) delete keys.map[action];
    else keys.map[action] = chords.map(plainChord);
    return { action, swapped: [...lost.keys()] };
  },
});

export const keysAssign = defineCommand({
  type: 'keys.assign',
  title: 'Assign a function key',
  schema: z.object({ key: FunctionKey, to: FunctionKeyTarget.nullable() }),
  undo: 'record',
  access: 'open',
  describe: (_state, { key }) => key,
  check({ show }, { key, to }) {
    if (to === null) return null;
    if ('cue' in to)
      return getRow(show.cues, to.cue)
        ? null
        : refuse('cue_unknown', `There is no cue "${to.cue}" in this show.`);
    return mayBeFunctionKey(to.action)
      ? null
      : wrong(`${key} cannot be “${to.action}”: that command needs keys of its own, or is not known.`);
  },
  apply({ show }, { key, to }) {
    if (to === null) delete show.keys.functions[key];
    else show.keys.functions[key] = to;
    return { key };
  },
});

export const keysReset = defineCommand({
  type: 'keys.reset',
  title: 'Reset the keys',
  /** `to`: a whole map, as one was exported; absent: the usual keys, and function keys empty. */
  schema: z.object({ to: KeyMap.optional() }),
  undo: 'record',
  access: 'open',
  describe: (_state, { to }) => (to ? 'to an imported map' : ''),
  check(_state, { to }) {
    const [problem] = to ? mapProblems(to, quoted) : [];
    return problem === undefined ? null : wrong(`These keys cannot be used: ${problem}`);
  },
  apply(draft, { to }) {
    draft.show.keys = to ?? firstKeyMap();
    return {};
  },
});
