/**
 * The key table that Tallydesk comes with: the one place that says which key does what, what works while the rundown is
 * locked, and what may repeat. A show may say otherwise for single actions (map.ts). Pure.
 */

/** The one workspace that has an action; absent where all have. */
export type KeyPlace = 'playout' | 'facts';
export type KeyGroup = 'playout' | 'rundown' | 'editing' | 'facts' | 'workspaces';

export interface ActionDef {
  group: KeyGroup;
  /** The usual chords, the first printed on its button. */
  chords: readonly string[];
  /** Works while the rundown is locked: playout, and what changes nothing. */
  whenLocked?: true;
  /** Holding the key repeats it. Never for what reaches air. */
  repeats?: true;
  only?: KeyPlace;
  /** It must keep a key: without it an operator is helpless. */
  needed?: true;
}

const playout = (...chords: string[]): ActionDef => ({ group: 'playout', chords, whenLocked: true });
const rundown = (...chords: string[]): ActionDef => ({ group: 'rundown', chords, only: 'playout' });
const editing = (...chords: string[]): ActionDef => ({ group: 'editing', chords });
const facts = (...chords: string[]): ActionDef => ({ group: 'facts', chords, only: 'facts' });
const goes = (...chords: string[]): ActionDef => ({ group: 'workspaces', chords, whenLocked: true });

export const ACTIONS = {
  recall: { ...playout('Enter'), needed: true },
  take: { ...playout('Space', 'NumpadEnter'), needed: true },
  continue: playout('ArrowRight', 'NumpadDecimal'),
  update: playout('u'),
  updateAll: playout('Shift+u'),
  out: { ...playout('Backspace', 'NumpadSubtract'), needed: true },
  swap: playout('x'),
  retake: playout('r'),
  recallLastOut: playout('o'),
  calloff: playout('c'),
  nextLayer: playout(']'),
  previousLayer: playout('['),
  clear: { ...playout('Shift+Escape'), needed: true },
  panic: { ...playout('Ctrl+Shift+Escape'), needed: true },
  escape: { ...playout('Escape'), needed: true },
  selectUp: { ...playout('ArrowUp'), group: 'rundown', repeats: true },
  selectDown: { ...playout('ArrowDown'), group: 'rundown', repeats: true },
  moveUp: rundown('Ctrl+ArrowUp'),
  moveDown: rundown('Ctrl+ArrowDown'),
  duplicateCues: rundown('Ctrl+d'),
  cutCues: rundown('Ctrl+x'),
  copyCues: { ...rundown('Ctrl+c'), whenLocked: true },
  pasteCues: rundown('Ctrl+v'),
  deleteCues: rundown('Delete'),
  lock: { ...playout('l'), group: 'rundown', needed: true },
  edit: editing('e'),
  undo: editing('Ctrl+z'),
  redo: editing('Ctrl+Shift+z'),
  palette: editing('Ctrl+k'),
  search: editing('/'),
  help: { ...playout('?'), group: 'editing', needed: true },
  goHelp: { ...playout('F1'), group: 'editing' },
  approveFact: facts('a'),
  withdrawFact: facts('w'),
  supersedeFact: facts('s'),
  lockFact: facts('Shift+l'),
  newFact: facts('n'),
  putUpFact: facts('p'),
  toPlayout: goes('Alt+Digit1'),
  toFacts: goes('Alt+Digit2'),
  toFeeds: goes('Alt+Digit3'),
  toResults: goes('Alt+Digit4'),
  toTemplates: goes('Alt+Digit5'),
  toAsRun: goes('Alt+Digit6'),
} as const satisfies Record<string, ActionDef>;

/** What can be given a key. */
export type MapAction = keyof typeof ACTIONS;
/** What a key can come to: also a digit, taking one back, and what a function key stands for. */
export type KeyAction = MapAction | 'digit' | 'erase' | 'functionKey';

/** What is done to the cues that are chosen: only where the keyboard rests in nothing else. */
export const CUE_ACTIONS: ReadonlySet<KeyAction> = new Set([
  'duplicateCues',
  'cutCues',
  'copyCues',
  'pasteCues',
  'deleteCues',
]);

/** The browser's own clipboard keys: left to it, so that its copy and paste events come, which need no permission. */
const OF_THE_CLIPBOARD = {
  cutCues: 'Ctrl+x',
  copyCues: 'Ctrl+c',
  pasteCues: 'Ctrl+v',
} as const satisfies Partial<Record<MapAction, string>>;

export const isClipboardKey = (action: MapAction, chord: string): boolean =>
  Object.entries(OF_THE_CLIPBOARD).some(([name, own]) => name === action && own === chord);

/** What is done to the facts that are selected. */
export type FactAction =
  'approveFact' | 'withdrawFact' | 'supersedeFact' | 'lockFact' | 'newFact' | 'putUpFact';

export const MAP_ACTIONS = Object.keys(ACTIONS) as MapAction[];

export const isMapAction = (name: string): name is MapAction => Object.hasOwn(ACTIONS, name);

export const actionDef = (action: MapAction): ActionDef => ACTIONS[action];

/** They leave a text field as its own keys do, and what was typed is saved. */
export const GOES: ReadonlySet<KeyAction> = new Set(
  MAP_ACTIONS.filter((one) => ACTIONS[one].group === 'workspaces'),
);
