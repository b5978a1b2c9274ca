/** The words of rehearsing with a night, and of a rehearsal's report. A part of text.ts. */
import type { Report, Unknown } from '../../core/rehearsal/report-shape.ts';
import type { NightStatus } from '../../core/schema/night.ts';
import { plural } from './plural.ts';

const seconds = (ms: number): string => {
  const all = Math.round(ms / 1000);
  if (all < 60) return `${all} s`;
  const [hours, minutes, rest] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)} h` : `${minutes}:${two(rest)} min`;
};

export const night = {
  region: 'Night to rehearse with',
  title: 'NIGHT',
  which: 'Which night',
  none: 'Choose a night…',
  noNights: 'No nights are offered: the station says why in its log.',
  play: 'Play',
  playHint: 'Counts this night into the rehearsal, from the close of the polls',
  pause: 'Pause',
  go: 'Go on',
  repeat: 'Repeat',
  repeatHint: 'From its start again: the very same night',
  another: 'Another night of it',
  anotherHint: 'A new seed: the same result, counted in another order',
  stop: 'Stop',
  stopHint: 'Ends the night. What it has counted stays in the rehearsal.',
  speed: 'Speed',
  times: (speed: number) => `${speed}×`,
  timesLabel: (speed: number) => (speed === 1 ? 'As fast as it was' : `${speed} times as fast`),
  position: 'Place in the night',
  at: (clock: string, counted: number | null) => (counted === null ? clock : `${clock}, ${counted}% counted`),
  counted: (counted: number | null) => (counted === null ? '–' : `${counted.toFixed(1)}%`),
  countedWord: 'counted',
  jump: 'Jump to per cent counted',
  jumpUnit: '% counted',
  jumpTo: 'Jump',
  round: (round: number) => `Round ${round}`,
  state: {
    playing: 'Playing',
    paused: 'Paused',
    ended: 'All counted',
  } satisfies Record<NightStatus['state'], string>,
};

const UNKNOWN: Record<Unknown, (report: Report) => string> = {
  eyes: () => 'It knows what stages reported. What people saw, said or meant, it does not.',
  unseen: ({ unseen, takes }) =>
    `${unseen} of ${plural(takes.length, 'take', 'takes')} were never reported as seen: no stage of the rehearsal channel was open, or the graphic failed. Their time on air is not counted.`,
  speed: () =>
    'The night was played faster than a clock: late and early are in the night’s time, where a second at the desk is many.',
  shifted: () =>
    'It was rehearsed at another time of day than planned: late and early are measured from the first planned cue that was taken.',
  no_plan: () => 'No cue has a planned time, so there is nothing to be late against.',
  running: () => 'The rehearsal is not over: what is up counts until now.',
  damaged: ({ damaged }) =>
    `${plural(damaged, 'line', 'lines')} of its log could not be read and are left out.`,
  cut: () => 'Its log has no end: the station was stopped in it. What was up counts until the last line.',
};

export const report = {
  title: 'Rehearsal report',
  open: 'Rehearsal report',
  which: 'Which rehearsal',
  running: 'Running now',
  takesOf: (n: number) => plural(n, 'take', 'takes'),
  none: 'Nobody has rehearsed this show yet. Hold “Hold to rehearse” in the top bar; the report opens when you go live again.',
  asking: 'Reading the log…',
  close: 'Close',
  csv: 'Save as CSV',
  json: 'Save as JSON',
  saved: (name: string) => `The report is saved as ${name}.`,
  failed: 'The report could not be read: nothing is saved.',
  lasted: (ms: number, by: string) => `${seconds(ms)}, begun by ${by}`,
  duration: seconds,
  played: (title: string, rounds: number, fastest: number) =>
    `${title}: ${plural(rounds, 'round', 'rounds')}, at up to ${fastest} times its speed`,
  noNight: 'Rehearsed without a night.',
  summary: 'At a glance',
  figures: {
    takes: 'Takes',
    refusals: 'Refusals',
    late: 'Late or early',
    notTaken: 'Not taken',
    undone: 'Mistakes undone',
    pulled: 'Pulled',
    gaps: 'Blank or doubled',
    overrides: 'Past the gate',
  },
  late: (ms: number | null) =>
    ms === null
      ? '–'
      : Math.abs(ms) < 1000
        ? 'on time'
        : `${seconds(Math.abs(ms))} ${ms > 0 ? 'late' : 'early'}`,
  sections: {
    plan: 'Against the plan',
    refusals: 'Refusals, by reason',
    graphics: 'Time on air, by template',
    cues: 'Time on air, by cue',
    mistakes: 'Mistakes undone, and what was pulled',
    gaps: 'Blank or doubled moments',
    overrides: 'Taken past the gate',
    takes: 'All takes',
    unknown: 'What this report cannot know',
  },
  against: {
    night: 'Planned times are held against the night’s own clock.',
    clock: 'Planned times are held against the clock.',
    first: 'Planned times are measured from the first planned cue that was taken.',
  },
  notTaken: 'Not taken',
  head: {
    time: 'Time',
    cue: 'Cue',
    planned: 'Planned',
    late: 'Late or early',
    round: 'Round',
    onAir: 'On air',
    wait: 'Recall to take',
    by: 'By',
    reason: 'Reason',
    count: 'Times',
    said: 'What was said',
    template: 'Template',
    takes: 'Takes',
    what: 'What',
    after: 'After',
    layer: 'Layer',
    length: 'For',
    between: 'Between',
  },
  undone: (title: string, detail: string) => `Undone: ${[title, detail].filter(Boolean).join(', ')}`,
  pulled: (cue: string) => `Pulled: ${cue}`,
  blank: 'Blank',
  doubled: 'Two at once',
  between: (a: string, b: string) => `${a} → ${b}`,
  longestWait: (ms: number, cue: string) => `Longest from recall to take: ${seconds(ms)}, ${cue}.`,
  nothing: 'None.',
  unknown: (what: Unknown, of: Report) => UNKNOWN[what](of),
  review: 'Look through what was changed',
};
