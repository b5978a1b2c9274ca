/** What the as-run desk says of times and data. Pure. */
import { leavesBetween } from '../../core/compare-shows.ts';
import { dayIn } from '../../core/clock-time.ts';
import { isObject, type JsonObject } from '../../core/json.ts';
import type { Graphic } from '../../core/schema/manifest.ts';

/** `21:42:07`, in the show's zone. */
export const clockAt = (at: number, timeZone: string): string =>
  new Date(at).toLocaleTimeString('en-NZ', {
    timeZone,
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });

/** With the day before it, where it is not today. */
export const momentAt = (at: number, now: number, timeZone: string): string =>
  dayIn(timeZone, at) === dayIn(timeZone, now)
    ? clockAt(at, timeZone)
    : `${dayIn(timeZone, at)} ${clockAt(at, timeZone)}`;

export interface DataField {
  path: string;
  title: string;
  value: string;
}

const titleIn = (graphic: Graphic | undefined, path: string): string | null => {
  const [head = '', ...rest] = path.split('.');
  const properties = graphic?.schema['properties'];
  const model = isObject(properties) ? properties[head] : undefined;
  const title = isObject(model) && typeof model['title'] === 'string' ? model['title'] : null;
  return title === null || rest.length > 0 ? null : title;
};

/** The fields of frozen data as a person reads them, those first that say something. The theme is how, not what. */
export const fieldsOf = (data: JsonObject, graphic: Graphic | undefined): DataField[] =>
  leavesBetween(
    {},
    Object.fromEntries(Object.entries(data).filter(([key]) => !key.startsWith('v_') && key !== 'theme')),
  ).map(({ path, title, to }) => ({ path, title: titleIn(graphic, path) ?? title, value: to ?? '' }));
