/** The sample data that a package brings along, and what a graphic is given in the end: all of its data, with the theme. */
import { checkData } from '../../core/graphic-data.ts';
import { readJson } from '../../core/graphics-check/json-lines.ts';
import { sampleOf } from '../../core/graphics-check/samples.ts';
import { isObject, type JsonObject } from '../../core/json.ts';
import type { Problem } from '../../core/refusal.ts';
import type { Graphic } from '../../core/schema/manifest.ts';
import type { Theme } from '../../core/schema/theme.ts';
import { withTheme } from '../../core/theme.ts';

/** `usual` if there is one, else the first. */
export const firstFixture = ({ fixtures }: Pick<Graphic, 'fixtures'>): string | null =>
  (fixtures.find(({ name }) => name === 'usual') ?? fixtures[0])?.name ?? null;

export type Fetched = { ok: true; data: JsonObject } | { ok: false; why: string };

const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** @param name null for data made from the model: many packages bring no fixtures */
export async function fetchFixture(graphic: Graphic, name: string | null): Promise<Fetched> {
  const found = graphic.fixtures.find((one) => one.name === name);
  if (!found) return { ok: true, data: sampleOf(graphic.schema, 'plain') ?? {} };
  try {
    const path = `/graphics/${encodeURIComponent(graphic.id)}/${graphic.hash}/${encodePath(found.file)}`;
    const answer = await fetch(path);
    if (!answer.ok) return { ok: false, why: `${found.file}: ${answer.status}` };
    const read = readJson(await answer.text());
    if (!read.ok) return { ok: false, why: `${found.file}, line ${read.line}: ${read.why}` };
    return isObject(read.value)
      ? { ok: true, data: read.value }
      : { ok: false, why: `${found.file} is no object` };
  } catch {
    // no line to the station: the bar says so too
    return { ok: false, why: `${found.file}: no answer` };
  }
}

export interface Complete {
  data: JsonObject;
  problems: readonly Problem[];
}

/** With defaults and theme. Data that does not fit is given all the same: a designer must see what comes of it. */
export function complete(graphic: Graphic, data: JsonObject, theme: Theme | null): Complete {
  const themed = theme ? withTheme(graphic.schema, data, theme) : data;
  const checked = checkData(graphic, themed);
  return checked.ok ? { data: checked.data, problems: [] } : { data: themed, problems: checked.problems };
}

/** Whether a change of the show's theme could be seen in it. */
export const wantsTheme = ({ schema }: Pick<Graphic, 'schema'>): boolean =>
  isObject(schema['properties']) &&
  Object.values(schema['properties']).some((model) => isObject(model) && model['v_tallydesk'] === 'theme');
