/**
 * The words of the two-minute tour. `[take]` is where the key of an action is drawn, `[first]` and `[second]` are cue
 * numbers. A part of text.ts.
 */
import type { StepId } from '../tour/steps.ts';
import { plural } from './plural.ts';

export const tour = {
  region: 'Two-minute tour',
  offerTitle: 'New here?',
  offer: 'In two minutes your own hands go once through the whole loop: recall, read, take, out.',
  start: 'Start the tour',
  again: 'Take up the tour',
  later: 'Not now',
  laterHint: 'It waits in Help: F1.',
  progress: (at: number, all: number) => `${at} of ${all}`,
  back: 'Back',
  skip: 'Skip',
  leave: 'Leave',
  finish: 'Finish',
  done: 'Done',
  live: (outputs: number) =>
    outputs > 0
      ? `LIVE, and ${plural(outputs, 'program output is', 'program outputs are')} connected: what you take now, viewers see. The tour itself takes nothing.`
      : 'LIVE: what you take goes to program. The tour itself takes nothing.',
  nothingToTake:
    'No cue of this show could be taken now. Open a demo show, or see Pre-flight for what holds the cues back.',
  steps: {
    rehearse: {
      title: 'Rehearse first',
      body: 'Hold “Hold to rehearse” in the top bar until the screen is framed in amber. From then on nothing that you do reaches viewers, and the show comes back as it was.',
    },
    recall: {
      title: 'Recall a cue',
      body: 'Type [first], then [recall]. The cue goes to preview, the left picture. Nothing is on air yet.',
    },
    read: {
      title: 'Read it back',
      body: 'Preview shows exactly what a take would air: read names and numbers before you take. Suppose that it is the wrong one: type [second], then [recall].',
    },
    take: {
      title: 'Take',
      body: '[take] puts up what is on preview, at once. The next cue comes to preview by itself.',
    },
    continue: {
      title: 'Continue',
      body: 'This graphic has more than one step. [continue] shows the next.',
    },
    update: {
      title: 'Change it while it is up',
      body: 'What is up never changes by itself. [selectUp] selects its cue again, [edit] goes into its words: change one, Enter. Then [escape], and [update] pushes the change in place.',
    },
    out: { title: 'Out', body: '[out] takes off what was taken last, with its own animation.' },
    preflight: {
      title: 'Pre-flight',
      body: 'Bottom right stands how many cues would be refused if they were taken now. Press it: every cue says why.',
    },
    live: {
      title: 'Back to live',
      body: 'Hold “Hold to go live”. What you rehearsed was never aired; throw it away when you are asked.',
    },
    finish: {
      title: 'Ten keys to remember',
      body: 'All other keys stand on [help], and help is on F1.',
    },
  } satisfies Record<StepId, { title: string; body: string }>,
  digits: 'Digits',
};
