/** The key rules of docs/operators: what a press means, by where the keyboard is. Wrong here is wrong on air. */
import { describe, expect, test } from 'vitest';
import { actionFor, type FocusKind, type KeyContext } from '../../core/keys/action-for.ts';
import { actionDef, MAP_ACTIONS } from '../../core/keys/actions.ts';
import { chordParts, type KeyPress } from '../../core/keys/chord.ts';
import { keysOf } from '../../core/keys/map.ts';
import { firstKeyMap, type KeyMap } from '../../core/schema/keys.ts';

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
const ctrl = { ctrlKey: true };
const shift = { shiftKey: true };
const context = (over: Partial<KeyContext> = {}): KeyContext => ({
  focus: 'free',
  workspace: 'playout',
  digits: '',
  locked: false,
  map: firstKeyMap(),
  ...over,
});

/** The action, or what becomes of the press instead. */
function meaning(key: KeyPress, over: Partial<KeyContext> = {}): string {
  const outcome = actionFor(key, context(over));
  return outcome.kind === 'do' ? outcome.action : outcome.kind;
}

const NUM_ENTER = press('Enter', { code: 'NumpadEnter' });
const NUM_DOT = press('.', { code: 'NumpadDecimal' });
const NUM_MINUS = press('-', { code: 'NumpadSubtract' });
const PANIC = press('Escape', { ...ctrl, ...shift });
const EVERYWHERE: FocusKind[] = ['free', 'button', 'list', 'check', 'tabs', 'typing', 'dialog'];

describe('with the rundown in focus', () => {
  test.each<[string, KeyPress, string]>([
    ['7', press('7'), 'digit'],
    ['Enter', press('Enter'), 'recall'],
    ['Space', press(' ', { code: 'Space' }), 'take'],
    ['numpad Enter', NUM_ENTER, 'take'],
    ['→', press('ArrowRight'), 'continue'],
    ['numpad .', NUM_DOT, 'continue'],
    ['numpad . of a keyboard with a decimal comma', press(',', { code: 'NumpadDecimal' }), 'continue'],
    ['U', press('u'), 'update'],
    ['U with caps lock', press('U'), 'update'],
    ['Backspace', press('Backspace'), 'out'],
    ['numpad -', NUM_MINUS, 'out'],
    ['Shift+Esc', press('Escape', shift), 'clear'],
    ['Ctrl+Shift+Esc', PANIC, 'panic'],
    ['↑', press('ArrowUp'), 'selectUp'],
    ['↓', press('ArrowDown'), 'selectDown'],
    ['Ctrl+↑', press('ArrowUp', ctrl), 'moveUp'],
    ['Ctrl+↓', press('ArrowDown', ctrl), 'moveDown'],
    ['E', press('e'), 'edit'],
    ['Ctrl+Z', press('z', ctrl), 'undo'],
    ['Cmd+Z', press('z', { metaKey: true }), 'undo'],
    ['Ctrl+Shift+Z', press('Z', { ...ctrl, ...shift }), 'redo'],
    ['Ctrl+K', press('k', ctrl), 'palette'],
    ['/', press('/', { code: 'Slash' }), 'search'],
    ['/ where it takes Shift', press('/', { code: 'Digit7', ...shift }), 'search'],
    ['L', press('l'), 'lock'],
    ['?', press('?', { code: 'Slash', ...shift }), 'help'],
    ['F5, which is the browser’s', press('F5'), 'leave'],
    ['F1', press('F1'), 'goHelp'],
    ['Shift+U', press('U', shift), 'updateAll'],
    ['X', press('x'), 'swap'],
    ['R', press('r'), 'retake'],
    ['O', press('o'), 'recallLastOut'],
    ['C', press('c'), 'calloff'],
    [']', press(']'), 'nextLayer'],
    ['[', press('['), 'previousLayer'],
    ['numpad 4', press('4', { code: 'Numpad4' }), 'digit'],
    ['numpad 4 without Num Lock', press('ArrowLeft', { code: 'Numpad4' }), 'digit'],
    ['-', press('-', { code: 'Minus' }), 'leave'],
    ['.', press('.', { code: 'Period' }), 'leave'],
    ['Alt+→', press('ArrowRight', { altKey: true }), 'leave'],
    ['Ctrl+U', press('u', ctrl), 'leave'],
    ['Shift+Space', press(' ', { code: 'Space', ...shift }), 'leave'],
    ['Ctrl+1', press('1', ctrl), 'leave'],
  ])('%s', (_name, key, expected) => {
    expect(meaning(key)).toBe(expected);
  });
});

describe('digits that wait', () => {
  const digits = '12';
  test('numpad Enter recalls instead of taking what is on preview', () => {
    expect(meaning(NUM_ENTER, { digits })).toBe('recall');
  });
  test('Space still takes', () => {
    expect(meaning(press(' ', { code: 'Space' }), { digits })).toBe('take');
  });
  test('Backspace erases, numpad - is out', () => {
    expect(meaning(press('Backspace'), { digits })).toBe('erase');
    expect(meaning(NUM_MINUS, { digits })).toBe('out');
  });
  test('Enter recalls even while a button has focus', () => {
    expect(meaning(press('Enter'), { digits, focus: 'button' })).toBe('recall');
  });
});

describe('a held key', () => {
  test.each([
    ['Space', press(' ', { code: 'Space', repeat: true })],
    ['Enter', press('Enter', { repeat: true })],
    ['Backspace', press('Backspace', { repeat: true })],
    ['Ctrl+Shift+Esc', press('Escape', { ...ctrl, ...shift, repeat: true })],
    ['a digit', press('1', { repeat: true })],
  ])('%s does nothing more, and nothing else gets it', (_name, key) => {
    expect(meaning(key)).toBe('swallow');
  });
  test('a button is pressed once, not again and again', () => {
    expect(meaning(press('Enter'), { focus: 'button' })).toBe('leave');
    expect(meaning(press('Enter', { repeat: true }), { focus: 'button' })).toBe('swallow');
  });
  test('the arrows go on selecting', () => {
    expect(meaning(press('ArrowDown', { repeat: true }))).toBe('selectDown');
  });
});

describe('typing', () => {
  const typing = { focus: 'typing' } as const;
  test.each([' ', 'Enter', 'Backspace', 'ArrowRight', 'ArrowUp', 'u', 'l', 'e', '7', '/', '?'])(
    '“%s” is the field’s',
    (key) => {
      expect(meaning(press(key), typing)).toBe('leave');
    },
  );
  test('Ctrl+Z undoes the typing, not the show', () => {
    expect(meaning(press('z', ctrl), typing)).toBe('leave');
  });
  test('Esc leaves the field, and so does Shift+Esc: neither clears air', () => {
    expect(meaning(press('Escape'), typing)).toBe('escape');
    expect(meaning(press('Escape', shift), typing)).toBe('escape');
  });
  test('function keys and the numpad still work', () => {
    const map: KeyMap = { map: {}, functions: { F3: { action: 'take' } } };
    expect(meaning(press('F3'), { ...typing, map })).toBe('take');
    expect(meaning(NUM_ENTER, typing)).toBe('take');
    expect(meaning(NUM_DOT, typing)).toBe('continue');
    expect(meaning(NUM_MINUS, typing)).toBe('out');
    expect(meaning(press('4', { code: 'Numpad4' }), typing)).toBe('digit');
  });
});

describe('what is being operated keeps its keys', () => {
  test.each<[FocusKind, string, string]>([
    ['button', 'Enter', 'leave'],
    ['button', ' ', 'take'],
    ['check', ' ', 'leave'],
    ['check', 'Enter', 'recall'],
    ['tabs', 'ArrowRight', 'leave'],
    ['tabs', ' ', 'take'],
    ['list', 'ArrowDown', 'leave'],
    ['list', 'ArrowRight', 'continue'],
    ['list', ' ', 'take'],
    ['dialog', ' ', 'leave'],
    ['dialog', 'Escape', 'leave'],
    ['dialog', '7', 'leave'],
  ])('%s: “%s” → %s', (focus, key, expected) => {
    expect(meaning(press(key), { focus })).toBe(expected);
  });
  test('panic works wherever the keyboard is', () => {
    for (const focus of EVERYWHERE) expect(meaning(PANIC, { focus })).toBe('panic');
  });
  test('the numpad takes wherever the keyboard is', () => {
    for (const focus of EVERYWHERE) expect(meaning(NUM_ENTER, { focus })).toBe('take');
  });
});

describe('a locked rundown', () => {
  const locked = { locked: true };
  test('playout keys work', () => {
    const keys = [
      press('7'),
      press('Enter'),
      press(' '),
      NUM_ENTER,
      press('ArrowRight'),
      press('u'),
      press('Backspace'),
      PANIC,
    ];
    for (const key of keys) expect(meaning(key, locked)).not.toBe('locked');
  });
  test('nothing else does, but L unlocks', () => {
    const keys = [
      press('e'),
      press('z', ctrl),
      press('Z', { ...ctrl, ...shift }),
      press('ArrowUp', ctrl),
      press('k', ctrl),
    ];
    for (const key of keys) expect(meaning(key, locked)).toBe('locked');
    expect(meaning(press('l'), locked)).toBe('lock');
  });
});

describe('the table', () => {
  test('no two actions that could be meant together share a key', () => {
    const usual = [...keysOf(firstKeyMap()).values()];
    for (const workspace of ['playout', 'facts'] as const) {
      const here = usual.filter(({ action }) => [undefined, workspace].includes(actionDef(action).only));
      const chords = here.flatMap(({ chords: all }) => all);
      expect(new Set(chords).size).toBe(chords.length);
    }
  });
  test('every chord has its cap', () => {
    for (const { action, chords, caps } of keysOf(firstKeyMap()).values())
      expect(caps, action).toHaveLength(chords.length);
  });
});

describe('in the facts workspace', () => {
  const FACT_KEYS: [string, KeyPress, string][] = [
    ['A', press('a'), 'approveFact'],
    ['W', press('w'), 'withdrawFact'],
    ['S', press('s'), 'supersedeFact'],
    ['Shift+L', press('L', shift), 'lockFact'],
    ['N', press('n'), 'newFact'],
    ['P', press('p'), 'putUpFact'],
  ];
  test.each(FACT_KEYS)('%s', (_name, key, action) => {
    for (const focus of ['free', 'list', 'button'] as const)
      expect(meaning(key, { workspace: 'facts', focus })).toBe(action);
    for (const workspace of ['playout', 'feeds', 'results'] as const)
      expect(meaning(key, { workspace })).toBe('leave');
    for (const focus of ['typing', 'dialog'] as const)
      expect(meaning(key, { workspace: 'facts', focus })).toBe('leave');
    expect(meaning(key, { workspace: 'facts', locked: true })).toBe('locked');
    expect(meaning({ ...key, repeat: true }, { workspace: 'facts' })).toBe('swallow');
  });

  test('playout keys mean what they mean everywhere', () => {
    for (const action of MAP_ACTIONS) {
      const [chord = ''] = actionDef(action).chords;
      if (actionDef(action).only !== undefined) continue;
      const { key: name, ctrl: ctrlKey, shift: shiftKey, alt: altKey } = chordParts(chord);
      const typed = name === 'Space' ? ' ' : name.replace(/^Digit/, '');
      const key = press(typed, { code: name, ctrlKey, shiftKey, altKey });
      for (const workspace of ['playout', 'facts', 'results'] as const)
        expect(meaning(key, { workspace })).toBe(action);
      if (action !== 'swap') expect(meaning(key, { workspace: 'feeds' })).toBe(action);
    }
  });
});

test('X turns a proposal down in the feeds workspace, and is no swap there whatever has the keyboard', () => {
  for (const focus of ['free', 'list', 'button'] as const)
    for (const key of [press('x'), press('X', shift)])
      expect(meaning(key, { workspace: 'feeds', focus })).toBe('leave');
});

describe('between workspaces', () => {
  const alt2 = press('2', { code: 'Digit2', altKey: true });
  test('Alt and a digit goes there, also out of a text field and while locked; a dialog keeps it', () => {
    expect(meaning(alt2)).toBe('toFacts');
    expect(meaning(alt2, { focus: 'typing' })).toBe('toFacts');
    expect(meaning(alt2, { locked: true })).toBe('toFacts');
    expect(meaning(alt2, { focus: 'dialog' })).toBe('leave');
  });
});
