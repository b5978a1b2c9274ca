/** Custom actions, data of every kind, and the calls for rendering without real time. */
import { sampleOf } from '../../../core/graphics-check/samples.ts';
import type { JsonObject } from '../../../core/json.ts';
import { disposed, loadUsual, type Part } from './life.ts';
import type { Session } from './session.ts';

const UNKNOWN_ACTION = 'tallydesk-check-no-such-action';

export async function actions(session: Session, part: Part): Promise<void> {
  const { graphic, notes } = part;
  await loadUsual(session, part);
  if (graphic.stepCount !== 0) await session.good(session.play({ goto: 0 }, true));
  const unknown = await session.action(UNKNOWN_ACTION, {});
  if (unknown.statusCode < 400)
    notes.add('unknown-action', 'customAction', 'answers 200 to an action that it does not have');
  for (const { id, schema } of graphic.customActions) {
    const payload = schema ? (sampleOf(schema, 'plain') ?? {}) : {};
    const { statusCode, statusMessage } = await session.action(id, payload);
    if (statusCode < 400) continue;
    const why = statusMessage || 'no reason given';
    notes.add('action-fails', 'customAction', `“${id}” failed with ${statusCode}: ${why}`);
  }
}

const NONSENSE = /\bundefined\b|\bNaN\b|\bnull\b|\[object \w+\]/;

/** A cut shows its words at once: a ticker, which never rests, is not waited for. Milliseconds. */
const WORDS_MS = 300;

/** @param name what the data is called */
export async function shown(
  session: Session,
  { notes, graphic }: Part,
  name: string,
  data: JsonObject,
): Promise<void> {
  const { statusCode, statusMessage } = await session.load(data);
  if (statusCode >= 500) {
    notes.add(
      'data-fails',
      'load',
      `${name}: failed with ${statusCode}: ${statusMessage || 'no reason given'}`,
    );
    return;
  }
  // a refusal with a reason is as good as a picture
  if (statusCode >= 400 || graphic.stepCount === 0) return;
  const played = await session.play({ goto: 0 }, true);
  if (played.statusCode >= 500)
    notes.add(
      'data-fails',
      'playAction',
      `${name}: failed with ${played.statusCode}: ${played.statusMessage}`,
    );
  const nonsense = NONSENSE.exec((await session.still(WORDS_MS)).text)?.[0];
  if (nonsense !== undefined && !JSON.stringify(Object.values(data)).includes(`"${nonsense}`))
    notes.add('nonsense-text', 'playAction', `${name}: “${nonsense}” is to be seen`);
}

/** Where in its time the graphic is asked to show itself. Milliseconds. */
const TIMES = [0, 500, 2_000, 0];

export async function times(session: Session, { notes, data }: Part): Promise<void> {
  const target = {
    renderType: 'non-realtime',
    width: 1920,
    height: 1080,
    frameRate: 50,
    internet: false,
  } as const;
  await session.good(session.load(data, target));
  const fails = (call: string, code: number, why: string): void =>
    notes.add('time-fails', call, `failed with ${code}: ${why || 'no reason given'}`);
  const scheduled = await session.schedule([
    { timestamp: 0, action: { type: 'playAction', params: {} } },
    { timestamp: 1_500, action: { type: 'stopAction', params: {} } },
  ]);
  if (scheduled.statusCode >= 400) fails('setActionsSchedule', scheduled.statusCode, scheduled.statusMessage);
  const scenes: string[] = [];
  for (const timestamp of TIMES) {
    const { statusCode, statusMessage } = await session.send({ call: 'goToTime', timestamp });
    if (statusCode >= 400) {
      fails('goToTime', statusCode, statusMessage);
      break;
    }
    scenes.push((await session.look()).scene);
  }
  if (scenes.length === TIMES.length && scenes[0] !== scenes.at(-1))
    notes.add('time-fails', 'goToTime', 'the same time looks otherwise when it is gone back to');
  await disposed(session, notes);
}
