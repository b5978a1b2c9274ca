/** Words of the rundown: its tools, marks, filter, plan, clipboard and templates, and of what a cue does by itself. */
import type { CueColour } from '../../core/schema/cue.ts';
import { plural } from './plural.ts';

const cues = (n: number) => plural(n, 'cue', 'cues');

export const colours: Record<CueColour, string> = {
  none: 'No colour',
  red: 'Red',
  orange: 'Orange',
  yellow: 'Yellow',
  green: 'Green',
  blue: 'Blue',
  purple: 'Purple',
  grey: 'Grey',
};

export const rundownTools = {
  region: 'Rundown tools',
  chosen: (n: number) => (n > 1 ? `${n.toLocaleString('en-NZ')} cues` : '1 cue'),
  next: 'NEXT',
  nextLong: (cue: string) => `Next: ${cue}. Space takes it. Press to bring it into sight.`,
  nextNone: 'Nothing on preview',
  follow: 'Follow air',
  followLong: 'Keeps what comes next in sight, unless you scroll',
  more: 'More',
  menu: 'Cue actions',
  preview: 'Recall to preview',
  duplicate: 'Duplicate',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste after',
  delete: 'Delete',
  up: 'Move up',
  down: 'Move down',
  skip: 'Skip',
  unskip: 'Do not skip',
  hold: 'Hold before it',
  unhold: 'Do not hold',
  colour: 'Colour',
  renumber: 'Number anew…',
  templates: 'Rundown templates…',
  renameSegment: 'Rename segment…',
  moveSegmentUp: 'Move segment up',
  moveSegmentDown: 'Move segment down',
  fold: (title: string) => `Fold ${title}`,
  unfold: (title: string) => `Unfold ${title}`,
  foldAll: 'Fold all segments',
  unfoldAll: 'Unfold all segments',
  drag: (number: number) => `Drag cue ${number}`,
  cuesIn: (n: number) => cues(n),
  none: 'Choose a cue first.',
};

export const rundownMarks = {
  skip: 'SKIP',
  skipLong: 'Passed over: never next, and nothing takes it by itself',
  hold: 'HOLD',
  holdLong: 'Nothing takes it by itself: what advances stops before it',
  advance: (seconds: string) => `AUTO ${seconds}`,
  advanceLong: (seconds: string) => `The next cue is taken by itself ${seconds} after this one`,
  with: (n: number) => `WITH ${n}`,
  withLong: (names: string) => `Taken along: ${names}`,
  along: 'ALONG',
  alongLong: (names: string) => `Taken along with ${names}`,
  autoOut: (seconds: string) => `OUT ${seconds}`,
  autoOutLong: (seconds: string) => `Leaves by itself after ${seconds}`,
  seconds: (ms: number) => `${Number((ms / 1000).toFixed(1))} s`,
  planned: (time: string) => `Planned ${time}`,
  late: (span: string) => `LATE +${span}`,
  early: (span: string) => `in ${span}`,
  onTime: 'NOW',
  noPlan: 'No planned time ahead',
  planFor: (cue: string, time: string) => `Planned ${time}: ${cue}`,
  notes: 'Notes',
  colour: (name: string) => `Colour: ${name}`,
};

export const cueFilter = {
  region: 'Filter the rundown',
  words: 'Find cues',
  wordsHint: 'Find cues (macrons may be left out)',
  colour: 'Colour',
  layer: 'Layer',
  segment: 'Segment',
  standing: 'State',
  any: { colour: 'Any colour', layer: 'Any layer', segment: 'Any segment', standing: 'Any state' },
  standings: {
    refused: 'Would be refused',
    draft: 'Draft facts',
    onAir: 'On air',
    changed: 'Changed since taken',
    skip: 'Skipped',
    hold: 'Held',
    planned: 'With a planned time',
  },
  clear: 'Show all',
  count: (shown: number, all: number) =>
    shown === all ? cues(all) : `${shown.toLocaleString('en-NZ')} of ${cues(all)}`,
  nothing: 'No cue fits the filter. “Show all” brings the others back.',
};

export const cueClipboard = {
  copied: (n: number) => `Copied ${cues(n)}.`,
  cut: (n: number) => `Cut ${cues(n)}. Undo brings them back.`,
  deleted: (n: number) => `Deleted ${cues(n)}. Undo brings them back.`,
  pasted: (n: number) => `Pasted ${cues(n)}.`,
  duplicated: (n: number) => `Duplicated ${cues(n)}.`,
  tooMany: (most: number) => `Not copied: at most ${most.toLocaleString('en-NZ')} cues at once.`,
  not_cues: 'Not pasted: what is on the clipboard is no cues. Copy cues first, in any show or window.',
  newer: 'Not pasted: these cues were copied in a newer version of Tallydesk. Update this one first.',
  damaged: 'Not pasted: what was copied is damaged. Copy the cues again.',
  noAccess: 'The browser does not hand over the clipboard: click the rundown and press Ctrl+V.',
  noCopy: 'The browser did not take the cues: click the rundown and press Ctrl+C.',
  drafts: (n: number) =>
    `${plural(n, 'fact came along as a draft', 'facts came along as drafts')}: approve before air.`,
  dropped: (n: number) => `${plural(n, 'companion was', 'companions were')} not copied and left out.`,
  renumbered: (n: number) => `${plural(n, 'number was', 'numbers were')} taken and changed.`,
  missing: (names: string) => `Not installed here, so refused on air: ${names}.`,
};

export const cueSettings = {
  colour: 'Colour',
  planned: 'Planned at',
  plannedHint: 'Time of day, like 21:05 or 21:05:30',
  plannedWrong: 'A time is like 19:05 or 19:05:30',
  plannedMs: 'Planned length',
  advance: 'Auto-advance',
  advanceHint: 'Empty: the next cue waits for you',
  skip: 'Skip',
  skipHint: 'Never next, and nothing takes it by itself',
  hold: 'Hold',
  holdHint: 'What advances by itself stops before it',
  company: 'Taken along',
  companyHint: 'At once they make a look; with a delay, a sequence.',
  companyOf: 'Taken along with',
  add: 'Add a cue to take along',
  addNone: 'Choose a cue…',
  after: (cue: string) => `Delay of ${cue}`,
  drop: (cue: string) => `Leave out ${cue}`,
  leave: 'Leave out',
  clash: 'Same layer at the same moment: give it a delay or another layer.',
  nested: 'It is taken along itself, so it takes nothing along.',
  full: (most: number) => `${most} at most.`,
};

export const renumbering = {
  title: 'Number cues anew',
  hint: (n: number) => `${cues(n)}, in the order of the rundown.`,
  from: 'First number',
  step: 'Step',
  to: (first: number, last: number) => `${first} to ${last}`,
  confirm: 'Number them',
  cancel: 'Cancel',
};

export const segmentRename = {
  title: 'Rename segment',
  name: 'Name of the segment',
  hint: (n: number) => `Of ${cues(n)}. Empty takes the heading away.`,
  confirm: 'Rename',
  cancel: 'Cancel',
};

export const putUpChoice = {
  title: 'Put this up',
  open: 'Put up as…',
  noBoard: 'One graphic for these facts there is not: a board needs 2 to 12 results of electorates.',
  hint: 'Enter puts the first on preview, after the selected cue.',
  best: 'Suits it best',
};

export const rundownTemplates = {
  title: 'Rundown templates',
  hint: 'Kept on this station for every show.',
  none: 'No template yet. Choose cues, then save them here under a name.',
  saveChosen: (n: number) => `Save the ${n === 1 ? 'chosen cue' : `${n} chosen cues`} as a template`,
  saveAll: (n: number) => `Save the whole rundown (${cues(n)})`,
  name: 'Name of the template',
  save: 'Save',
  insert: 'Insert',
  insertLong: (name: string) => `Insert ${name} after the selected cue`,
  rename: 'Rename',
  renameLong: (name: string) => `Rename ${name}`,
  delete: 'Delete',
  deleteLong: (name: string) => `Delete ${name}`,
  deleteSure: 'Delete for good?',
  keep: 'Keep',
  from: (show: string, n: number) => `${cues(n)} from “${show}”`,
  damaged: (file: string) => `${file} cannot be read: it was left as it is.`,
  saved: (name: string) => `Saved as the rundown template “${name}”.`,
  what: 'What is saved',
  close: 'Close',
};
