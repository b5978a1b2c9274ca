/** The graphic's life as on air: load, play, its steps, stop, play again, dispose; then the same by cuts. */
import type { JsonObject } from '../../../core/json.ts';
import type { FrameLook } from '../../../core/protocol.ts';
import type { Graphic } from '../../../core/schema/manifest.ts';
import type { Outcome } from '../graphic-frame.ts';
import { measure } from './durations.ts';
import type { Notes } from './notes.ts';
import { Over, type Session } from './session.ts';

export interface Part {
  graphic: Graphic;
  notes: Notes;
  data: JsonObject;
}

/** Timers that end by themselves soon are no leak. Milliseconds. */
const AFTER_DISPOSE_MS = 400;

/** Loads the usual data; anything but success ends it. */
export async function loadUsual(session: Session, { notes, data }: Part): Promise<void> {
  const { statusCode, statusMessage } = await session.good(session.load(data));
  if (statusCode < 400) return;
  notes.add(
    'load-fails',
    'load',
    `refused its usual data with ${statusCode}: ${statusMessage || 'no reason given'}`,
  );
  throw new Over();
}

function checkStep(notes: Notes, outcome: Outcome, expected: number): void {
  const { currentStep, statusCode } = outcome;
  if (statusCode >= 400) return;
  if (currentStep === undefined || currentStep === null)
    notes.add('step-silent', 'playAction', 'does not answer with currentStep');
  else if (currentStep !== expected)
    notes.add(
      'step-wrong',
      'playAction',
      `says step ${currentStep} where it went to ${expected}: steps count from 0`,
    );
}

async function settle(session: Session, notes: Notes, call: string): Promise<FrameLook> {
  if ((await session.look()).moving)
    notes.add('answers-early', call, 'is answered while the picture still moves');
  return session.still();
}

/** @returns the picture of its first step, at rest; null where it leaves by itself */
export async function life(session: Session, part: Part): Promise<string | null> {
  const { graphic, notes } = part;
  await loadUsual(session, part);
  if ((await session.look()).painted)
    notes.add('paints-early', 'load', 'paints before its first play; it is kept hidden until then');
  const first = await firstPlay(session, part);
  if (graphic.stepCount > 0) await allSteps(session, part);
  await stopped(session, part);
  if (first !== null) await replay(session, part, first);
  await disposed(session, notes);
  return first;
}

async function firstPlay(session: Session, { graphic, notes }: Part): Promise<string | null> {
  const outcome = await session.good(session.play({ goto: 0 }));
  if (outcome.statusCode >= 400) {
    notes.add('call-fails', 'playAction', `refused to play what it had loaded: ${outcome.statusMessage}`);
    throw new Over();
  }
  // one without steps has come and gone by now
  if (graphic.stepCount === 0) return null;
  checkStep(notes, outcome, 0);
  measure(notes, graphic, 'playAction', 0, outcome.ms);
  const look = await settle(session, notes, 'playAction');
  if (!look.painted) {
    notes.add('not-painted', 'playAction', 'nothing is to be seen after it');
    throw new Over();
  }
  return look.scene;
}

async function allSteps(session: Session, { graphic, notes }: Part): Promise<void> {
  for (let step = 1; step < graphic.stepCount; step += 1) {
    const outcome = await session.good(session.play({ delta: 1 }));
    checkStep(notes, outcome, step);
    measure(notes, graphic, 'playAction', step, outcome.ms);
    if (!(await session.still()).painted)
      notes.add('not-painted', 'playAction', `nothing is to be seen at step ${step}`);
  }
  await session.good(session.play({ delta: 1 }));
  if ((await session.still()).painted)
    notes.add('end-stays', 'playAction', 'the picture stays after a play beyond the last step');
}

async function stopped(session: Session, { graphic, notes }: Part): Promise<void> {
  if (graphic.stepCount !== 0) await session.good(session.play({ goto: 0 }, true));
  const outcome = await session.good(session.stop());
  measure(notes, graphic, 'stopAction', null, outcome.ms);
  if ((await session.still()).painted)
    notes.add('stays-painted', 'stopAction', 'the picture is still there after it; it is hidden then');
}

async function replay(session: Session, { notes }: Part, first: string): Promise<void> {
  await session.good(session.play({ goto: 0 }));
  const look = await session.still();
  if (!look.painted) notes.add('no-replay', 'playAction', 'nothing is to be seen at its second play');
  else if (look.scene !== first)
    notes.add('replay-differs', 'playAction', 'its second play looks other than the first');
  await session.good(session.stop(true));
  const after = await session.look();
  if (after.moving || after.painted)
    notes.add('skip-ignored', 'stopAction', 'with skipAnimation the picture does not go at once');
}

export async function disposed(session: Session, notes: Notes): Promise<void> {
  await session.good(session.send({ call: 'dispose' }));
  await session.wait(AFTER_DISPOSE_MS);
  const { leftovers, timers } = await session.look();
  if (leftovers > 0)
    notes.add('left-behind', 'dispose', `leaves ${leftovers} element${leftovers > 1 ? 's' : ''} in the page`);
  if (timers > 0)
    notes.add('left-behind', 'dispose', `leaves ${timers} timer${timers > 1 ? 's' : ''} running`);
}

/** @param first the picture after the entrance */
export async function cuts(session: Session, part: Part, first: string | null): Promise<void> {
  const { graphic, notes } = part;
  await loadUsual(session, part);
  if (graphic.stepCount === 0) return;
  await session.good(session.play({ goto: 0 }, true));
  const now = await session.look();
  await session.wait(60);
  const soon = await session.look();
  if (now.moving || soon.scene !== now.scene)
    notes.add('skip-ignored', 'playAction', 'with skipAnimation something still moves');
  const rest = await session.still();
  if (first !== null && rest.painted && rest.scene !== first)
    notes.add(
      'skip-differs',
      'playAction',
      'with skipAnimation the picture is other than after the entrance',
    );
  await session.good(session.update(part.data, true));
  if ((await session.look()).moving)
    notes.add('skip-ignored', 'updateAction', 'with skipAnimation something still moves');
}
