/** Te reo Māori: the desk's words in the shape of `english`. README.md says which word stands for which. */
import { saidIn } from '../refusals.ts';
import { asRun } from './as-run.ts';
import { desk } from './desk.ts';
import * as facts from './facts.ts';
import * as feeds from './feeds.ts';
import * as form from './form.ts';
import * as guide from './guide.ts';
import { actions, sheet } from './keys.ts';
import * as night from './night.ts';
import * as outputs from './outputs.ts';
import * as playout from './playout.ts';
import { refusals } from './refusals.ts';
import { results } from './results.ts';
import { review } from './review.ts';
import * as rundown from './rundown.ts';
import { history, seats } from './seats.ts';
import { shows } from './shows.ts';
import * as templates from './templates.ts';
import * as words from './words.ts';
import { workbench } from './workbench.ts';

export const mi = {
  ...words,
  ...desk,
  ...facts,
  ...feeds,
  ...form,
  ...guide,
  ...night,
  ...outputs,
  ...playout,
  ...rundown,
  ...templates,
  actions,
  asRun,
  history,
  refused: saidIn(refusals),
  results,
  review,
  seats,
  shows,
  sheet,
  status: { ...desk.status, keysLive: words.keysLive },
  workbench,
};
