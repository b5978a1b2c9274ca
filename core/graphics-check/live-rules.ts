/** What the checker looks for while a graphic plays, by the rules' names, which never change. */
import type { Severity } from './finding.ts';

export interface LiveRule {
  severity: Severity;
  /** What is asked for, as a sentence for the guide and the workbench. */
  says: string;
}

const error = (says: string): LiveRule => ({ severity: 'error', says });
const warning = (says: string): LiveRule => ({ severity: 'warning', says });

export const LIVE_RULES = {
  'load-fails': error('The graphic loads with its usual data.'),
  'call-fails': error('No call throws or answers 500 and above.'),
  hangs: error('No call blocks the graphic’s page.'),
  'never-settles': error('Every call is answered in time.'),
  'method-missing': error('All six methods are there.'),
  'no-promise': warning('Every method returns a promise.'),
  'answer-form': warning('An answer is nothing, or an object with a statusCode.'),
  'rejects-oddly': warning('A promise is rejected with an Error.'),
  'paints-early': warning('Nothing is painted before the first play.'),
  'not-painted': error('Something is painted after a play.'),
  'stays-painted': warning('Nothing is painted after a stop.'),
  'no-replay': error('It can be played again after a stop.'),
  'replay-differs': warning('A second play looks like the first.'),
  'stop-overtaken': warning('A stop during a play wins.'),
  'update-lost': warning('An update during a play is shown.'),
  'play-lost': error('A play while it loads is carried out.'),
  'skip-ignored': warning('skipAnimation cuts: nothing moves afterwards.'),
  'skip-differs': warning('The picture after a cut is the one after the entrance.'),
  'unknown-action': warning('A custom action that does not exist is refused with 400 or above.'),
  'action-fails': warning('Every custom action of the manifest is carried out.'),
  'step-silent': warning('playAction says the step that it went to.'),
  'step-wrong': warning('Steps count from 0.'),
  'end-stays': warning('After its last step nothing is to be seen.'),
  'left-behind': warning('Nothing is left after dispose: no elements, no timers.'),
  'outside-request': warning('Nothing is asked for outside the package.'),
  'slower-than-said': warning('Movements take no longer than the manifest says.'),
  'answers-early': warning('A call is answered when its movement is over.'),
  'nonsense-text': error('The words “undefined”, “NaN”, “null” and “[object Object]” are never to be seen.'),
  'data-fails': error('Data that fits the model is shown, or refused with a reason.'),
  'blanks-fields': warning('An update with some fields leaves the others as they were.'),
  'stray-error': warning('No error happens outside a call.'),
  chatter: warning('It does not complain without end.'),
  'went-away': error('It stays on its page.'),
  'time-fails': error('The calls for rendering without real time work.'),
} as const satisfies Record<string, LiveRule>;

export type LiveSlug = keyof typeof LIVE_RULES;
