/** What the as-run desk says of times and data. Pure. */
import { leavesBetween } from '../../core/compare-shows.ts';
import { dayIn } from '../../core/clock-time.ts';
import { isObject, type Json, type JsonObject } from '../../core/json.ts';
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

/** A party in the data is said by its name, and not by its colours. */
function plain(value: Json): Json {
  if (Array.isArray(value)) return value.map(plain);
  if (!isObject(value)) return value;
  const { name, short } = value;
  if (typeof name === 'string' && typeof short === 'string') return name;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

/** The fields of frozen data as a person reads them. The theme is how it looked, and not what it said. */
export function fieldsOf(data: JsonObject, graphic: Graphic | undefined): DataField[] {
  const said = Object.entries(data).filter(([key]) => !key.startsWith('v_') && key !== 'theme');
  const fields = Object.fromEntries(said.map(([key, value]) => [key, plain(value)]));
  return leavesBetween({}, fields).map(({ path, title, to }) => ({
    path,
    title: titleIn(graphic, path) ?? title,
    value: to ?? '',
  }));
}
