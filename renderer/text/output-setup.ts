/** The desk's words for setting outputs up, for quitting on air, and for what only the desktop app can do. A part of text.ts. */
import type { DeskVerb } from '../../core/desk-verbs.ts';
import type { OutputMode } from '../../core/schema/output.ts';
import type { KeyMisfit } from '../../core/outputs/key-display.ts';

export const outputSetup = {
  title: 'Set up outputs',
  outputs: 'Outputs of the show',
  add: 'Add output',
  newName: (n: number) => `Output ${n}`,
  frameRate: 'Frame rate of the show',
  frameRateHint: 'Displays are checked against it',
  perSecond: (rate: number) => `${rate} frames a second`,
  close: 'Done',
  none: 'No output is selected: add one.',
  programStays: 'In rehearsal program outputs stay as they are: return to live to change this one.',
  name: 'Name',
  channel: 'Channel',
  channels: { program: 'Program', preview: 'Preview', rehearsal: 'Rehearsal' },
  target: 'Where',
  display: 'Display',
  keyDisplay: 'Display of the key',
  keyRule: 'Left or right of the fill’s, of the same size and scale: one window spans both.',
  noFill: 'Choose the display of the fill first.',
  thisDesk: 'this desk',
  whyDesk: 'The desk stands here: an output would cover it.',
  keyMisfits: {
    same: 'the fill is here',
    size: 'another size or scale than the fill’s',
    place: 'not beside the fill’s',
  } satisfies Record<KeyMisfit, string>,
  keyOf: (name: string) => `${name}, key`,
  identify: 'Identify',
  identifyHint: 'Shows its number on every display for a few seconds.',
  identifyElsewhere: 'Identify works in the desktop app, on the computer that has the displays.',
  noApp: 'Displays are chosen in the desktop app, on the output computer. This station runs without it.',
  arrows: 'Arrows move, Enter chooses.',
  mode: 'Picture',
  modeHints: {
    black: 'Graphics over black: for a mixer that adds or keys by brightness.',
    chroma: 'Graphics over one colour: for a chroma keyer.',
    transparent: 'Graphics over what lies behind the window.',
    'key-fill': 'Graphics over black on one display, and their alpha as grey on the next.',
    key: 'Only the alpha, as grey: white is opaque.',
  } satisfies Record<OutputMode['kind'], string>,
  chroma: 'Colour behind the graphics',
  notAColour: 'A colour is # and six digits or letters a–f',
  transparency: {
    win32:
      'Windows: crashes of the graphics card’s driver have been reported with transparent windows, they cannot be resized, and they turn opaque with the developer tools.',
    linux: 'Linux: needs a compositor, and is black without one.',
    darwin: 'macOS: works.',
  },
  preferKey: 'Prefer key + fill, or chroma, where the mixer takes them.',
  warnings: 'To be looked at',
  address: (name: string) => `${name} output address`,
  addressHint: 'For a browser source (OBS, vMix, CasparCG) that reaches this station.',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Select and copy it',
  /** All of these with the name: "Close Program". */
  open: 'Open',
  shut: 'Close',
  holdToShut: 'Hold to close',
  delete: 'Delete',
  deleteOpen: 'Close it before deleting it.',
  restart: 'Restart',
  holdToRestart: 'Hold to restart',
  actionOn: (action: string, name: string) => `${action} ${name}`,
};

export const quitting = {
  title: 'Something is on air',
  quit: 'Hold to quit',
  stay: 'Stay on air',
};

/** For the palette. */
export const appVerbs: Record<Exclude<DeskVerb, 'quitQuestionShown' | 'quit' | 'stay'>, string> = {
  identify: 'Identify displays',
  openShow: 'Open show…',
  saveShowCopy: 'Save a copy of the show…',
  exportAsRun: 'Export as-run…',
  exportFacts: 'Export facts…',
  copyDiagnostics: 'Copy diagnostics',
  openLogs: 'Open logs folder',
};

export const appSilent = 'The desktop app did not answer.';
