/** Giving graphics the show's theme: in the field of their data model that is marked for it. Pure. */
import { isObject, type JsonObject } from './json.ts';
import type { Theme, ThemeData } from './schema/theme.ts';

/** The mark on a property of a data model; `v_` fields are vendors' own (OGraf v1). */
const MARK = 'v_tallydesk';

/** The name of the model's field that wants the theme, or null. */
export function themeField(schema: JsonObject): string | null {
  const { properties } = schema;
  if (!isObject(properties)) return null;
  const found = Object.entries(properties).find(([, model]) => isObject(model) && model[MARK] === 'theme');
  return found?.[0] ?? null;
}

export function themeData({ colours, fonts, logo, corner, density, mark, caps }: Theme): ThemeData {
  return { colours, fonts, logo, corner, density, mark, caps };
}

/** The data with the theme in it, where the graphic asks for one. A theme in the cue's own data is left as it is. */
export function withTheme(schema: JsonObject, data: JsonObject, theme: Theme): JsonObject {
  const field = themeField(schema);
  if (field === null || data[field] !== undefined) return data;
  return { ...data, [field]: themeData(theme) };
}
