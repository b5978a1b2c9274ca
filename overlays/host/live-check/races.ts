/** Calls that come while an earlier one is under way: any call may come at any time, and the latest wins. */
import type { JsonObject } from '../../../core/json.ts';
import { loadUsual, type Part } from './life.ts';
import { measure } from './durations.ts';
import type { Session } from './session.ts';

/** Into an entrance, but before its end. Milliseconds. */
const SOON_MS = 80;

export async function playWhileLoading(session: Session, { graphic, notes, data }: Part): Promise<void> {
  const loading = session.load(data);
  const playing = session.play({ goto: 0 });
  await session.good(loading);
  await session.good(playing);
  if (graphic.stepCount === 0) return;
  if (!(await session.still()).painted)
    notes.add('play-lost', 'playAction', 'nothing is to be seen after a play that came while it loaded');
}

export async function stopWhilePlaying(session: Session, part: Part): Promise<void> {
  await loadUsual(session, part);
  const playing = session.play({ goto: 0 });
  await session.wait(SOON_MS);
  await session.good(session.stop());
  await session.good(playing);
  if ((await session.still()).painted)
    part.notes.add(
      'stop-overtaken',
      'stopAction',
      'the picture is there after a stop that came during a play',
    );
}

/** The words of fields that are plain text, by field. */
const words = (data: JsonObject): [string, string][] =>
  Object.entries(data).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' && value.trim().length > 1 ? [[key, value]] : [],
  );

const same = (text: string): string => text.replace(/\s+/g, '').toLowerCase();

export async function updates(session: Session, part: Part): Promise<void> {
  const { graphic, notes, data } = part;
  await loadUsual(session, part);
  const playing = session.play({ goto: 0 });
  await session.wait(SOON_MS);
  const updating = session.update(data);
  await session.good(playing);
  await session.good(updating);
  if (graphic.stepCount === 0) return;
  const before = await session.still();
  if (!before.painted) {
    notes.add('update-lost', 'updateAction', 'nothing is to be seen after an update that came during a play');
    return;
  }
  const seen = words(data).filter(([, text]) => same(before.text).includes(same(text)));
  const [changed, kept] = seen;
  if (!changed) return;
  const [key, text] = changed;
  // shorter than it was, so that it fits wherever the first did
  const shorter = text.slice(0, Math.max(1, Math.ceil(text.length / 2)));
  const outcome = await session.good(session.update({ ...data, [key]: shorter }));
  if (outcome.statusCode < 400) measure(notes, graphic, 'updateAction', null, outcome.ms);
  if (!kept) return;
  await session.good(session.update({ [key]: text }));
  if (!same((await session.still()).text).includes(same(kept[1])))
    notes.add(
      'blanks-fields',
      'updateAction',
      `an update of “${key}” alone blanks “${kept[0]}”; full data is sent here, but other renderers may not`,
    );
}
