/** What the workbench says. */
import { plural } from './plural.ts';
import type { Act } from '../workbench/acts.ts';
import type { Verdict } from '../workbench/measure.ts';
import type { Phase } from '../workbench/phase.ts';
import type { Ground, View } from '../workbench/target.ts';

const shortened = (text: string): string => (text.length > 240 ? `${text.slice(0, 239)}…` : text);

export const workbench = {
  name: 'Workbench',
  bar: 'Workbench',
  desk: 'Desk',
  gallery: 'Gallery',
  filter: 'Filter templates',
  filterHint: 'Name or id',
  nothingFound: 'No template has these words in its name.',
  none: 'No templates are installed.',
  notOffered: (n: number) => (n === 1 ? '1 package is not offered' : `${n} packages are not offered`),
  version: (version: string) => (version ? `version ${version}` : 'no version'),
  steps: (n: number) =>
    n === -1 ? 'dynamic steps' : n === 0 ? 'plays once' : n === 1 ? '1 step' : `${n} steps`,
  sources: { shipped: 'shipped', folder: 'from a folder', imported: 'imported' },
  warnings: (n: number) => (n === 1 ? '1 warning' : `${n} warnings`),
  noFixtures: 'sample data',
  openFixture: (graphic: string, fixture: string) => `Open ${graphic}, ${fixture}`,
  missing: (id: string) => `The template “${id}” is not installed, or is not offered.`,

  // the picture
  picture: (name: string) => `Picture of ${name}`,
  view: 'View',
  views: { one: 'One', side: 'Side by side', onion: 'Onion skin', difference: 'Difference' } satisfies Record<
    View,
    string
  >,
  other: 'Compare with',
  otherVersion: (version: string, hash: string) => `this template, ${version || 'version'} ${hash}`,
  opacity: 'Opacity of the other',
  size: 'Size',
  frameRate: 'Frame rate',
  theme: 'Theme',
  showTheme: (name: string) => `${name} (the show’s)`,
  ground: 'Ground',
  grounds: {
    checker: 'Checker',
    black: 'Black',
    green: 'Green',
    blue: 'Blue',
    still: 'Still',
  } satisfies Record<Ground, string>,
  pickStill: 'Still image from this computer',
  guides: 'Guides',
  safe: 'Safe areas',
  grid: 'Grid',
  centre: 'Centre lines',

  // what one does with it
  transport: 'Controls',
  load: 'Load',
  play: 'Play',
  continue: 'Continue',
  lastStep: 'The last step is shown: Out comes next',
  goTo: 'Step',
  goToStep: (step: number) => `Go to step ${step + 1}`,
  update: 'Update',
  out: 'Out',
  skip: 'Skip animation',
  reset: 'Reset',
  resetHint: 'A fresh frame with the fixture’s own data',
  live: 'Push every change',
  liveHint: 'Every change of the data is pushed at once',
  actions: 'Custom actions',
  send: (name: string) => `Send “${name}”`,
  payload: (name: string) => `What “${name}” is sent with`,
  tempo: 'Speed',
  tempos: (rate: number) => (rate === 0 ? 'Held' : rate === 1 ? '1:1' : `1/${Math.round(1 / rate)}`),
  earlier: 'One frame back',
  later: 'One frame on',
  scrub: 'Moment',
  scrubUnit: (ms: number) => `${Math.round(ms)} ms`,
  running: 'running',
  scrubNothing: 'Play, update or take it out first: then any moment of that can be held.',
  phases: {
    empty: 'EMPTY',
    loading: 'LOADING',
    ready: 'LOADED',
    coming: 'COMING',
    on: 'ON',
    going: 'GOING',
    fault: 'FAULT',
  } satisfies Record<Phase, string>,
  shown: (step: number | null) => (step === null ? 'nothing shown' : `step ${step + 1}`),
  offAir: 'Nothing here reaches air or changes the show',

  // data
  data: 'Data',
  fixture: 'Fixture',
  dataTabs: { form: 'Form', json: 'JSON' },
  edited: 'changed',
  noFixture: 'Sample of the model',
  fromFact: (statement: string) => `Fact: ${statement}`,
  tryFact: 'Try a fact…',
  tryFactTitle: 'Try a fact of the show',
  tryFactHint: 'Facts that this template is the usual one for. Nothing is put in the rundown.',
  take: 'Use this fact',
  noFacts: 'No fact of this show would be put up with this template.',
  badFixture: (file: string, why: string) => `${file}: ${why}`,
  noFields: 'This template has no data.',
  json: 'Data as JSON',
  notAnObject: 'the data must be an object: { … }',
  jsonMistake: (line: number, why: string) => `Line ${line}: ${why}`,
  jsonGood: 'Fits the template’s model',

  // what was measured
  measured: 'Measured',
  reportTab: 'Check',
  calls: { load: 'load', reload: 'reload' },
  call: (act: Act): string => {
    switch (act.do) {
      case 'play':
        return `play, step ${act.step + 1}`;
      case 'update':
        return 'update';
      case 'stop':
        return 'stop';
      case 'action':
        return `action ${act.id}`;
    }
  },
  cut: (what: string) => `${what}, cut`,
  columns: { at: 'Time', what: 'Call', answer: 'Answer', took: 'Took', frames: 'Frames' },
  callsOf: (side: string) => `Calls of ${side}`,
  verdicts: { fits: '', over: 'over', under: 'under', undeclared: '' } satisfies Record<Verdict, string>,
  ms: (ms: number | null) => (ms === null ? '' : `${Math.round(ms)} ms`),
  declared: (ms: number) => `${Math.round(ms)} ms declared`,
  dropped: (n: number, longest: number) => `${n} dropped, longest gap ${longest} ms`,
  stepSaid: (step: number | null) => (step === null ? 'no step' : `said step ${step}`),
  noCalls: 'Nothing has been asked of it yet.',
  seen: 'In its frame',
  painted: 'Painted',
  moving: 'Moving',
  leftovers: 'Elements left in the page',
  yes: 'yes',
  no: 'no',
  requests: 'Requests',
  requestsMade: (made: number, refused: number) => `${made} made, ${refused} refused`,
  refusedMark: 'refused',
  noRequests: 'It asked for nothing.',
  errors: 'Errors outside any call',
  noErrors: 'None.',
  clearLog: 'Clear',

  // trouble
  status: (code: number) => `it answered ${code}`,
  noAnswer: 'it did not answer in time',
  hung: 'It did not answer within 10 seconds. Load gives it a fresh frame.',
  notLoaded: (why: string) => `It did not load: ${shortened(why)}`,
  notReloaded: (why: string) => `The new version does not work, the last good one stays: ${shortened(why)}`,
  notHeld: (why: string) => `That moment could not be shown: ${shortened(why)}`,
  lastGood: (why: string) => `The package is broken now, the last good version stays: ${shortened(why)}`,
  lost: (detail: string) => `The frame ${detail}.`,

  // the checker's report
  runChecks: 'Run the live checks',
  checking: 'Checking…',
  staticChecks: 'Package',
  liveChecks: 'Played',
  noFindings: 'Nothing found.',
  severities: { error: 'ERROR', warning: 'WARNING' },
  findings: (errors: number, warnings: number) =>
    `${plural(errors, 'error', 'errors')}, ${plural(warnings, 'warning', 'warnings')}`,
  notChecked: (why: string) => `Not checked: ${why}`,

  // files
  still: 'Still',
  stillHint: 'A PNG with alpha of this data and step',
  video: 'Video',
  videoHint: 'A video with alpha of this data: in, hold, out',
  drawing: 'Drawing…',
  formats: { mov: 'ProRes 4444', webm: 'VP9 (WebM)' },
  videoFormat: 'Video format',
  rendering: (done: number, total: number) => (total > 0 ? `Frame ${done} of ${total}` : 'Starting'),
  cancel: 'Cancel',
  notRendered: (why: string) => `No file was made: ${why}`,
  saved: (name: string) => `Saved as ${name}`,
};
