/** The key map of a show: conflicts, what no map may do, swaps, files; and the law that no map takes panic away. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionFor, type FocusKind } from '../../core/keys/action-for.ts';
import { ACTIONS, MAP_ACTIONS } from '../../core/keys/actions.ts';
import { capOfChord, chordOfPress, plainChord, type KeyPress } from '../../core/keys/chord.ts';
import { coveredKeys, LIST_KEYS, listActionOf } from '../../core/keys/list-keys.ts';
import { chordProblem, keysOf, mapProblems } from '../../core/keys/map.ts';
import { firstKeyMap } from '../../core/schema/keys.ts';
import { makeCue, makeStation } from '../support/builders.ts';

const press = (key: string, over: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  ...over,
});
const night = () => makeStation({ cues: [makeCue()] });
const caps = (station: ReturnType<typeof night>, action: 'swap' | 'retake' | 'take') =>
  keysOf(station.state.show.keys).get(action)?.caps;

it('the usual keys break none of the rules that others must keep', () => {
  const usual = {
    map: Object.fromEntries(MAP_ACTIONS.map((one) => [one, [...ACTIONS[one].chords]])),
    functions: {},
  };
  expect(mapProblems(usual, (action) => action)).toEqual([]);
});

describe('a chord', () => {
  it.each<[string, Partial<KeyPress>, string | null]>([
    ['u', {}, 'u'],
    ['U', { shiftKey: true }, 'Shift+u'],
    ['?', { shiftKey: true, code: 'Slash' }, '?'],
    [' ', { code: 'Space' }, 'Space'],
    ['Enter', { code: 'NumpadEnter' }, 'NumpadEnter'],
    ['2', { code: 'Digit2', altKey: true }, 'Alt+Digit2'],
    ['Shift', { shiftKey: true }, null],
    ['Dead', {}, null],
    ['@', { ctrlKey: true, altKey: true, code: 'KeyQ' }, null],
  ])('%s', (key, over, expected) => {
    expect(chordOfPress(press(key, over))).toBe(expected);
  });

  it('is one chord however it is written', () => {
    expect(plainChord('Shift+Ctrl+Z')).toBe(plainChord('Ctrl+Shift+z'));
    expect(capOfChord('Ctrl+Shift+Escape')).toBe('Ctrl ⇧ Esc');
  });
});

describe('keys.set', () => {
  it('gives a key, can be undone, and goes back to the usual ones', () => {
    const station = night();
    station.do({ type: 'keys.set', action: 'swap', chords: ['Ctrl+Alt+s', 'F'] });
    expect(caps(station, 'swap')).toEqual(['Ctrl Alt S', 'F']);
    station.do({ type: 'show.undo' });
    expect(caps(station, 'swap')).toEqual(['X']);
    station.do({ type: 'keys.set', action: 'swap', chords: [] });
    expect(caps(station, 'swap')).toEqual([]);
    station.do({ type: 'keys.set', action: 'swap', chords: null });
    expect(station.state.show.keys).toEqual(firstKeyMap());
  });

  it('names whose key it is, and swaps them where that is wanted', () => {
    const station = night();
    const command = { type: 'keys.set', action: 'swap', chords: ['r'] };
    const { code, detail } = station.no(command);
    expect(code).toBe('key_taken');
    expect(detail).toContain('retake');
    expect(station.do({ ...command, swap: true }).answer).toMatchObject({ swapped: ['retake'] });
    expect([caps(station, 'swap'), caps(station, 'retake')]).toEqual([['R'], ['X']]);
  });

  it('lets two workspaces have one key for two things', () => {
    night().do({ type: 'keys.set', action: 'withdrawFact', chords: ['a'], swap: true });
  });

  it.each([
    ['take', '7'],
    ['edit', 'Space'],
    ['swap', 'Escape'],
    ['swap', 'Ctrl+w'],
    ['edit', 'Enter'],
    ['panic', 'p'],
    ['panic', 'Shift+p'],
    ['clear', 'c'],
    ['swap', 'F5'],
    ['swap', 'Tab'],
  ])('%s may not be %s', (action, chord) => {
    const { code, detail } = night().no({ type: 'keys.set', action, chords: [chord] });
    expect(code).toBe('key_wrong');
    expect(detail).toMatch(/[.]$/);
  });

  it('leaves no command without a key that needs one', () => {
    expect(night().no({ type: 'keys.set', action: 'take', chords: [] }).code).toBe('key_wrong');
    const keepsItsOwn = { type: 'keys.set', action: 'help', chords: ['?', 'l'], swap: true };
    expect(night().no(keepsItsOwn).code).toBe('key_taken');
    expect(night().no({ type: 'keys.set', action: 'nope', chords: ['y'] }).code).toBe('key_wrong');
  });
});

describe('function keys', () => {
  it('bring a cue to preview or do a command, never panic', () => {
    const station = night();
    station.do({ type: 'keys.assign', key: 'F5', to: { cue: 'c1' } });
    station.do({ type: 'keys.assign', key: 'F6', to: { action: 'undo' } });
    const { keys } = station.state.show;
    const at = (key: string, locked = false) =>
      actionFor(press(key), { focus: 'typing', workspace: 'playout', digits: '', locked, map: keys });
    expect(at('F5')).toEqual({ kind: 'do', action: 'functionKey', detail: 'F5' });
    expect(at('F6')).toMatchObject({ kind: 'do', action: 'undo' });
    expect(at('F6', true)).toMatchObject({ kind: 'locked' });
    expect(at('F7')).toEqual({ kind: 'leave' });
    expect(station.no({ type: 'keys.assign', key: 'F5', to: { action: 'panic' } }).code).toBe('key_wrong');
    expect(station.no({ type: 'keys.assign', key: 'F5', to: { cue: 'c9' } }).code).toBe('cue_unknown');
    station.do({ type: 'keys.reset' });
    expect(station.state.show.keys).toEqual(firstKeyMap());
  });
});

describe('keys that the list of proposals keeps', () => {
  const { keys: usual } = night().state.show;
  const says = (map: typeof usual, action: 'swap' | 'take') =>
    coveredKeys(map, action).map((one) => one.action);

  it('are said of whatever has them in this show', () => {
    expect(says(usual, 'swap')).toEqual(['rejectProposal']);
    expect(says(usual, 'take')).toEqual([]);
    expect(says({ map: { swap: ['y'], take: ['Shift+X'] }, functions: {} }, 'swap')).toEqual([]);
    expect(says({ map: { swap: ['y'], take: ['Shift+X'] }, functions: {} }, 'take')).toEqual([
      'rejectProposal',
    ]);
  });

  it('reach nothing but the list, and only where they are said to', () => {
    for (const { workspace, action, chords, everywhere } of LIST_KEYS)
      for (const chord of chords) {
        expect(listActionOf(workspace, chord)).toBe(action);
        const key = press(chord.replace('Shift+', ''), { shiftKey: chord.startsWith('Shift') });
        const at = (where: string, focus: FocusKind) =>
          actionFor(key, { focus, workspace: where, digits: '', locked: false, map: usual }).kind;
        expect(at(workspace, 'list')).toBe('leave');
        if (everywhere) expect(at(workspace, 'free')).toBe('leave');
      }
    expect(listActionOf('playout', 'x')).toBeNull();
  });
});

describe('keys.reset', () => {
  it('takes a whole map, or names what is wrong with it', () => {
    const station = night();
    station.do({ type: 'keys.reset', to: { map: { swap: ['y'] }, functions: {} } });
    expect(caps(station, 'swap')).toEqual(['Y']);
    for (const map of [{ swap: ['r'] }, { nope: ['y'] }, { take: [] }, { swap: ['Ctrl+w'] }])
      expect(station.no({ type: 'keys.reset', to: { map, functions: {} } }).code).toBe('key_wrong');
  });
});

it('whatever is set, panic is reachable everywhere, digits type a number and Esc never reaches air', () => {
  const chord = fc.constantFrom(
    'x',
    'r',
    'Escape',
    'Ctrl+Shift+Escape',
    'Space',
    '1',
    'Shift+Escape',
    'F2',
    'Alt+p',
    'NumpadEnter',
  );
  const set = fc.record({
    type: fc.constant('keys.set'),
    action: fc.constantFrom(...MAP_ACTIONS),
    chords: fc.option(fc.array(chord, { maxLength: 3 })),
    swap: fc.boolean(),
  });
  const focuses: FocusKind[] = ['free', 'button', 'list', 'check', 'tabs', 'typing', 'dialog'];
  fc.assert(
    fc.property(fc.array(set, { maxLength: 12 }), (commands) => {
      const station = night();
      for (const command of commands) {
        try {
          station.do(command);
        } catch (error) {
          // refused, which is fine: a bug is no refusal
          if (!String(error).includes('was refused')) throw error;
        }
      }
      const map = station.state.show.keys;
      const at = (key: KeyPress, focus: FocusKind) =>
        actionFor(key, { focus, workspace: 'playout', digits: '', locked: false, map });
      for (const focus of focuses)
        expect(at(press('Escape', { ctrlKey: true, shiftKey: true }), focus)).toMatchObject({
          action: 'panic',
        });
      expect(at(press('1'), 'free')).toMatchObject({ action: 'digit' });
      const escape = at(press('Escape'), 'free');
      expect(escape.kind === 'do' ? escape.action : 'escape').toBe('escape');
      for (const letter of ['x', 'r', 'p']) expect(at(press(letter), 'typing').kind).toBe('leave');
      for (const { action, chords } of keysOf(map).values())
        for (const one of chords) expect(chordProblem(action, one)).toBeNull();
    }),
    { numRuns: 100 },
  );
});
