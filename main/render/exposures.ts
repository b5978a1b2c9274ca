/** A graphic at one time after another, exactly: it does not run, it is told what time it is (OGraf v1, non-real-time). */
import { LOAD_LIMIT_MS, PLAY_LIMIT_MS, problemOf } from './calls.ts';
import type { Sitting } from './camera.ts';
import type { FilmSubject } from './films.ts';
import type { RenderRefused } from './refused.ts';
import { moduleOf, targetOf } from './stills.ts';

async function load(
  sitting: Sitting,
  { graphic, data, plan, frameRate }: FilmSubject,
): Promise<RenderRefused | null> {
  const { name } = graphic;
  const loaded = await sitting.send(
    {
      call: 'load',
      main: moduleOf(graphic),
      data,
      layer: 'fullframe',
      target: targetOf('non-realtime', frameRate),
    },
    LOAD_LIMIT_MS,
  );
  const failed = problemOf(loaded, name, 'did not load', LOAD_LIMIT_MS);
  if (failed) return failed;
  const told = await sitting.send({ call: 'schedule', schedule: plan.schedule }, PLAY_LIMIT_MS);
  return problemOf(told, name, 'did not take its schedule', PLAY_LIMIT_MS);
}

/** @returns a PNG for each time, in order; or why there is none, and nothing after it */
export async function* expose(
  sitting: Sitting,
  subject: FilmSubject,
  times: readonly number[],
): AsyncGenerator<Buffer | RenderRefused> {
  const { name } = subject.graphic;
  const failed = await load(sitting, subject);
  if (failed) {
    yield failed;
    return;
  }
  for (const timestamp of times) {
    const gone = await sitting.send({ call: 'goToTime', timestamp }, PLAY_LIMIT_MS);
    const drawn = gone.statusCode < 400 ? await sitting.send({ call: 'drawn' }, PLAY_LIMIT_MS) : gone;
    const problem = problemOf(drawn, name, `did not go to ${Math.round(timestamp)} ms`, PLAY_LIMIT_MS);
    if (problem) {
      yield problem;
      return;
    }
    yield await sitting.picture(true);
  }
}
