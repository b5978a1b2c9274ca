/** The desk's words for the history. A part of text.ts. */
import { plural } from './plural.ts';

export const history = {
  title: 'History',
  open: 'History…',
  openLong: 'All that was done to the show, and a way back to any of it',
  close: 'Close',
  list: 'Steps, the newest first',
  columns: { time: 'Time', what: 'What', who: 'Who' },
  empty: 'Nothing has been done since the station started. The history begins anew at each start.',
  restarts:
    'Undo changes the show and never what is on air. The history begins anew when the station starts.',
  start: 'As the station started',
  startLong: 'Before the first step',
  now: 'Now: what is above is undone, what is below is done',
  undone: 'undone',
  times: (n: number) => `${n}×`,
  rehearsal: 'rehearsal',
  chosen: 'Go here',
  choose: 'Choose a step to see what going there would change.',
  here: 'The show stands here.',
  would: (direction: 'undo' | 'redo', steps: number) =>
    `${direction === 'undo' ? 'Undoes' : 'Redoes'} ${plural(steps, 'step', 'steps')}`,
  cues: (n: number) => plural(n, 'cue changes', 'cues change'),
  facts: (n: number) => plural(n, 'fact changes', 'facts change'),
  other: 'Settings, the order or other parts of the show change as well.',
  more: (n: number) => `and ${n} more`,
  skips: 'Changed again since, and left as it is:',
  jump: (direction: 'undo' | 'redo'): string =>
    direction === 'undo' ? 'Go back to here' : 'Go forward to here',
  working: 'Looking…',
  jumped: (direction: string, steps: number) =>
    `${direction === 'undo' ? 'Undone' : 'Redone'}: ${plural(steps, 'step', 'steps')}. Air is as it was.`,
};
