/** The desk's words for outputs: the panel, and a sentence for every way in which an output can stand. A part of text.ts. */
import type { ChannelId } from '../../core/layers.ts';
import type { ParkedFor, WarningCode } from '../../core/outputs/displays.ts';
import type { OutputMode, OutputTarget } from '../../core/schema/output.ts';
import type { Flag } from '../outputs/flags.ts';
import type { Standing } from '../outputs/standing.ts';
import { plural } from './plural.ts';

/** What the sentences about a warning need to know. */
export interface WarningFacts {
  /** Of the displays that it is on, as below. */
  scale: string;
  size: string;
  rate: string;
  frameRate: number;
}

export const outputs = {
  region: 'Outputs',
  list: 'Outputs of the show',
  others: 'Other connected pages',
  none: 'No program output connected',
  noneLong: 'Viewers get nothing. Open one in “Set up outputs”.',
  noOutputs: 'This show has no outputs.',
  setUpAll: 'Set up outputs…',
  /** In the heading, for rows that are out of sight. */
  down: (n: number) => `${n} DOWN`,
  downLong: 'Outputs whose display is lost, or that stopped',
  parkedCount: (n: number) => `${n} PARKED`,
  parkedCountLong: 'Outputs without a window until somebody decides',
  covered: (n: number) => `${n} COVERED`,
  coveredLong: 'Program outputs that do not show their channel: black, frozen or test card',
  connected: (n: number) => `${n} connected`,
  monitors: (n: number) => plural(n, 'monitor', 'monitors'),

  channels: { program: 'PGM', preview: 'PVW', rehearsal: 'REH' } satisfies Record<ChannelId, string>,
  modes: {
    black: 'Black',
    chroma: 'Chroma',
    transparent: 'Transparent',
    'key-fill': 'Key + fill',
    key: 'Key',
  } satisfies Record<OutputMode['kind'], string>,
  states: {
    shown: 'Open',
    opening: 'Opening',
    parked: 'PARKED',
    lost: 'LOST DISPLAY',
    stopped: 'STOPPED',
    closed: 'Closed',
    connected: 'Connected',
    waiting: 'Waiting',
    'no-app': 'No app',
  } satisfies Record<Standing, string>,
  flags: { test: 'TEST CARD', black: 'BLACK', frozen: 'FROZEN', guides: 'GUIDES' } satisfies Record<
    Flag,
    string
  >,
  flagsLong: {
    test: 'It shows the test card, not its channel.',
    black: 'It is black: its channel goes on unseen.',
    frozen: 'It holds its last picture: what is done on its channel is not seen.',
    guides: 'Safe areas and a grid are drawn over the picture.',
  } satisfies Record<Flag, string>,

  fullscreen: (display: string) => `Fullscreen on ${display}`,
  fullscreenKey: (fill: string, key: string) => `Fill on ${fill} · key on ${key}`,
  display: (name: string, size: string, rate: string) => [name, size, rate].filter(Boolean).join(', '),
  size: ({ width, height }: { width: number; height: number }) => `${width}×${height}`,
  /** Empty where the system does not say. */
  rate: (hertz: number) => (hertz > 0 ? `${Number(hertz.toFixed(2))} Hz` : ''),
  scale: (scale: number) => `${Math.round(scale * 100)} %`,
  /** For displays that the system does not name, and for the second of a name. */
  numbered: (label: string, number: number) => (label ? `${label} (${number})` : `Display ${number}`),
  chosen: (display: string) => `Chosen: ${display}`,
  noDisplay: 'No display chosen',
  targets: {
    display: 'On a display',
    window: 'A window on this computer',
    browser: 'Browser source',
  } satisfies Record<OutputTarget['kind'], string>,
  targetsShort: { window: 'Window', browser: 'Browser source' },

  parked: {
    unassigned: 'No display has been chosen for it.',
    unsure: 'More than one display could be the one that was chosen: choose it again.',
    desk: 'Its display is the desk’s own now: choose another, or move the desk.',
    taken: 'Another output is on its display: choose another, or close that output.',
    not_side_by_side: 'Fill and key need two displays side by side, of one size and scale.',
    wayland:
      'Wayland lets no app place its windows: start Tallydesk with --ozone-platform=x11, or use a window.',
  } satisfies Record<ParkedFor, string>,
  lost: (display: string) => `${display} is gone. The channel goes on: plug it in again or choose another.`,
  itsDisplay: 'Its display',
  stopped: 'Its page crashed three times in a minute. Restart tries again.',
  waiting: 'No browser shows it yet: open its address there.',
  noApp: 'Its window opens in the desktop app, and this station runs without it.',
  noPage: 'Page not connected',

  warningsShort: {
    scale: ({ scale }) => `scale ${scale}`,
    rate: ({ rate, frameRate }) => `${rate} for ${frameRate}`,
    size: ({ size }) => `not 1920×1080: ${size}`,
    transparent: () => 'transparent window',
    spaces: () => 'Separate Spaces?',
    still: () => '0 fps',
    bounds: () => 'wrong place',
  } satisfies Record<WarningCode, (facts: WarningFacts) => string>,
  warnings: {
    scale: ({ scale }) =>
      `The display’s scale is ${scale}, so the picture is not drawn pixel for pixel: set it to 100 % in the system’s settings.`,
    rate: ({ rate, frameRate }) =>
      `The display refreshes at ${rate}, which is no multiple of the show’s ${frameRate} frames a second: movement will judder.`,
    size: ({ size }) => `The display is ${size}, not 1920×1080: the picture is scaled to fit.`,
    transparent: () =>
      'The window is transparent, which not every system draws reliably: prefer key + fill, or chroma.',
    spaces: () =>
      'On macOS a window over two displays is drawn on both only where “Displays have separate Spaces” is off: look at both.',
    still: () =>
      'The window draws no frames, so its picture stands still: look at the display, and restart it.',
    bounds: () =>
      'The window does not cover its display exactly: the system or another program has moved it. Restart it.',
  } satisfies Record<WarningCode, (facts: WarningFacts) => string>,
  recovered: (times: number) => `brought back ${times}×`,
  recoveredLong: (times: number, at: string, reason: string) =>
    `brought back ${times}×, last ${at}: ${reason}`,

  fps: (fps: number | null) => (fps === null ? '– fps' : `${Math.round(fps)} fps`),
  late: (n: number) => `${n.toLocaleString('en-NZ')} late`,
  frames: (n: number) => `${n.toLocaleString('en-NZ')} frames`,
  heartbeat: (dropped: number, frames: number, late: number) =>
    `${dropped.toLocaleString('en-NZ')} of ${frames.toLocaleString('en-NZ')} frames came late, ${late} in the last second`,
  behind: 'BEHIND',
  behindLong: 'It has not drawn the newest state yet',
  current: 'current',

  actions: {
    black: 'Black',
    freeze: 'Freeze',
    test: 'Test card',
    guides: 'Guides',
    restart: 'Restart',
    setUp: 'Set up',
    choose: 'Choose display…',
  },
  /** "Black Program" */
  actionOn: (action: string, name: string) => `${action} ${name}`,
  chooseFor: (name: string) => `Choose display for ${name}`,
  holdTest: (name: string) => `Hold “Test card” to put the test card on ${name}.`,

  unnamed: 'Unnamed',
  output: 'page',
  monitor: 'monitor',
  reduced: 'Isolation reduced',
  reducedLong:
    'Not on this machine: its layers share one process, so a hanging template can stop the others.',
};
