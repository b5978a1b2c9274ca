/** A still picture of a graphic at one of its steps, with alpha: what the stage would show of it, at rest. */
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { JsonObject } from '../../core/json.ts';
import type { RenderTarget } from '../../core/protocol.ts';
import type { Graphic } from '../../core/schema/manifest.ts';
import { LOAD_LIMIT_MS, PLAY_LIMIT_MS, problemOf } from './calls.ts';
import { STAGE_HEIGHT, STAGE_WIDTH, type Camera, type Sitting } from './camera.ts';
import { NO_BROWSER, renderRefused, type RenderRefused } from './refused.ts';

export interface Subject {
  graphic: Graphic;
  /** Checked against its model. */
  data: JsonObject;
  /** From 0. */
  step: number;
  /** Of the picture, px. */
  width: number;
  /** Burn DRAFT into it. */
  draft: boolean;
}

export type Still = { ok: true; png: Buffer } | RenderRefused;

/** From the first call to the picture. Longer: the graphic is given up. Milliseconds. */
const STILL_LIMIT_MS = 14_000;
/** A graphic that does not honour `skipAnimation` may move for so long. */
const REST_LIMIT_MS = 4_000;
const LOOK_EVERY_MS = 40;
/** One that plays once never says that it has arrived: its picture is the one it shows by then. */
const ONE_SHOT_MS = 1_500;

/** The address of its module, as the stage has it. */
export const moduleOf = ({ id, hash, main }: Graphic): string =>
  `/graphics/${encodeURIComponent(id)}/${hash}/${main.split('/').map(encodeURIComponent).join('/')}`;

export const targetOf = (renderType: RenderTarget['renderType'], frameRate: number): RenderTarget => ({
  renderType,
  width: STAGE_WIDTH,
  height: STAGE_HEIGHT,
  frameRate,
  internet: false,
});

/** Why a graphic has no such step, or null. */
export function stepProblem({ name, stepCount }: Graphic, step: number): RenderRefused | null {
  if (stepCount < 0 || step < Math.max(1, stepCount)) return null;
  const steps = stepCount <= 1 ? 'only step 0' : `the steps 0 to ${stepCount - 1}`;
  return renderRefused('step_unknown', `“${name}” has ${steps}, and no step ${step}.`);
}

/** Resolves when nothing moves any more, or when it has moved for too long. */
async function rest(sitting: Sitting): Promise<void> {
  const Look = z.object({ moving: z.boolean() });
  const until = performance.now() + REST_LIMIT_MS;
  while (performance.now() < until) {
    const look = Look.safeParse((await sitting.send({ call: 'look' }, PLAY_LIMIT_MS)).result);
    if (!look.success || !look.data.moving) return;
    await wait(LOOK_EVERY_MS);
  }
}

async function pose(sitting: Sitting, { graphic, data, step }: Subject): Promise<RenderRefused | null> {
  const { name, stepCount } = graphic;
  const load = {
    call: 'load',
    main: moduleOf(graphic),
    data,
    layer: 'fullframe',
    target: targetOf('realtime', 50),
  } as const;
  const loaded = await sitting.send(load, LOAD_LIMIT_MS);
  const failed = problemOf(loaded, name, 'did not load', LOAD_LIMIT_MS);
  if (failed) return failed;
  const played = sitting.send({ call: 'play', goto: step, skipAnimation: true }, PLAY_LIMIT_MS);
  const outcome = await (stepCount === 0 ? Promise.race([played, wait(ONE_SHOT_MS, null)]) : played);
  const refused = outcome && problemOf(outcome, name, 'did not play', PLAY_LIMIT_MS);
  if (refused) return refused;
  if (stepCount !== 0) await rest(sitting);
  const drawn = await sitting.send({ call: 'drawn' }, PLAY_LIMIT_MS);
  return problemOf(drawn, name, 'did not draw', PLAY_LIMIT_MS);
}

async function shoot(sitting: Sitting, subject: Subject): Promise<Still> {
  if (subject.draft) await sitting.markDraft();
  const problem = await pose(sitting, subject);
  return problem ?? { ok: true, png: await sitting.picture() };
}

/** Draws it in a page of its own, which is gone afterwards whatever the graphic does. */
export async function takeStill(camera: Camera, subject: Subject): Promise<Still> {
  const { graphic, step, width } = subject;
  const wrong = stepProblem(graphic, step);
  if (wrong) return wrong;
  const sitting = await camera.sit({ graphic, width, held: false });
  if (!sitting) return NO_BROWSER;
  const giveUp = new AbortController();
  const late = wait(STILL_LIMIT_MS, null, { signal: giveUp.signal }).then(
    () => renderRefused('no_answer', `“${graphic.name}” did not show itself in time.`),
    // it was there in time
    () => null,
  );
  try {
    const shot = shoot(sitting, subject);
    // closing the page below ends it, and then nobody waits for its answer
    shot.catch(() => null);
    return (await Promise.race([shot, late])) ?? (await shot);
  } finally {
    giveUp.abort();
    await sitting.close();
  }
}
