/**
 * A graphic at one time after another, exactly, however long each picture takes. One that can is told what time it is
 * (OGraf v1, non-real-time); any other runs by a clock of its own, which is moved on from picture to picture.
 */
import { LONGEST_FILM_MS } from '../../core/render.ts';
import type { ScheduledAction } from '../../core/protocol.ts';
import { isObject } from '../../core/json.ts';
import { LOAD_LIMIT_MS, PLAY_LIMIT_MS, problemOf } from './calls.ts';
import type { Sitting, SittingCall } from './camera.ts';
import type { FilmSubject } from './film-subject.ts';
import type { RenderRefused } from './refused.ts';
import { moduleOf, targetOf } from './stills.ts';

/** A PNG for each time, in order; or why there is none, and nothing after it. */
export type Exposures = AsyncGenerator<Buffer | RenderRefused, void>;

const at = (timestamp: number): string => `did not go to ${Math.round(timestamp)} ms`;

async function load(
  sitting: Sitting,
  { graphic, data, frameRate }: FilmSubject,
  how: 'realtime' | 'non-realtime',
): Promise<RenderRefused | null> {
  const call = {
    call: 'load',
    main: moduleOf(graphic),
    data,
    layer: 'fullframe',
    target: targetOf(how, frameRate),
  } as const;
  return problemOf(await sitting.send(call, LOAD_LIMIT_MS), graphic.name, 'did not load', LOAD_LIMIT_MS);
}

export async function* exposeByTime(
  sitting: Sitting,
  subject: FilmSubject,
  times: readonly number[],
): Exposures {
  const { graphic, plan } = subject;
  const ask = async (call: SittingCall, what: string): Promise<RenderRefused | null> =>
    problemOf(await sitting.send(call, PLAY_LIMIT_MS), graphic.name, what, PLAY_LIMIT_MS);
  const failed =
    (await load(sitting, subject, 'non-realtime')) ??
    (await ask({ call: 'schedule', schedule: plan.schedule }, 'did not take its schedule'));
  if (failed) {
    yield failed;
    return;
  }
  for (const timestamp of times) {
    const problem =
      (await ask({ call: 'goToTime', timestamp }, at(timestamp))) ??
      (await ask({ call: 'drawn' }, at(timestamp)));
    if (problem) {
      yield problem;
      return;
    }
    yield await sitting.picture(true);
  }
}

/** The call that a scheduled action is in real time. */
function callOf({ action: { type, params } }: ScheduledAction): SittingCall {
  const skipAnimation = params['skipAnimation'] === true;
  switch (type) {
    case 'playAction': {
      const { goto, delta } = params;
      if (typeof goto === 'number' && goto >= 0) return { call: 'play', goto, skipAnimation };
      return { call: 'play', delta: typeof delta === 'number' ? delta : 1, skipAnimation };
    }
    case 'updateAction':
      return { call: 'update', data: isObject(params['data']) ? params['data'] : {}, skipAnimation };
    case 'stopAction':
      return { call: 'stop', skipAnimation };
    case 'customAction': {
      const { id, payload } = params;
      const action = typeof id === 'string' ? id : '';
      return { call: 'action', action, payload: isObject(payload) ? payload : {}, skipAnimation };
    }
  }
}

/** A held graphic answers when its own clock gets there: in as long as the film takes to draw. */
const HELD_LIMIT_MS = LONGEST_FILM_MS * 60;

export async function* exposeHeld(
  sitting: Sitting,
  subject: FilmSubject,
  times: readonly number[],
): Exposures {
  const { name } = subject.graphic;
  const waiting = [...subject.plan.schedule];
  /** When the last action began: the frame's clock counts from there. */
  let since: number | null = null;
  let refused: RenderRefused | null = null;
  const hold = async (ms: number): Promise<RenderRefused | null> => {
    if (since === null) return null;
    const held = await sitting.send({ call: 'seek', ms: ms - since }, PLAY_LIMIT_MS);
    return problemOf(held, name, at(ms), PLAY_LIMIT_MS);
  };
  const begin = (one: ScheduledAction): void => {
    since = one.timestamp;
    sitting.send(callOf(one), HELD_LIMIT_MS).then(
      (outcome) => (refused ??= problemOf(outcome, name, `refused its ${one.action.type}`, HELD_LIMIT_MS)),
      // the film was over before the movement was
      () => null,
    );
  };

  const failed = await load(sitting, subject, 'realtime');
  if (failed) {
    yield failed;
    return;
  }
  await sitting.send({ call: 'tempo', rate: 0 }, PLAY_LIMIT_MS);
  for (const time of times) {
    for (let next = waiting[0]; next && next.timestamp <= time; next = waiting[0]) {
      waiting.shift();
      const problem = await hold(next.timestamp);
      if (problem) {
        yield problem;
        return;
      }
      begin(next);
    }
    const drawn = (await hold(time)) ?? problemOf(await drawnBy(sitting), name, at(time), PLAY_LIMIT_MS);
    const problem = drawn ?? refused;
    if (problem) {
      yield problem;
      return;
    }
    yield await sitting.picture(true);
  }
}

const drawnBy = (sitting: Sitting) => sitting.send({ call: 'drawn' }, PLAY_LIMIT_MS);
