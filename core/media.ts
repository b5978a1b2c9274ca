/** What of a show points at its media. Pure. */
import { joinPath, type DataPath } from './data-path.ts';
import { isObject, type Json } from './json.ts';
import { LAYERS } from './layers.ts';
import type { Problem } from './refusal.ts';
import { mediaHash, type MediaFile } from './schema/media.ts';
import type { Show } from './schema/show.ts';
import type { State } from './state.ts';
import { allRows } from './table.ts';

/** Every text in some data. */
export function textsOf(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return isObject(value) ? Object.values(value).flatMap(textsOf) : [];
}

interface Pointer {
  path: DataPath;
  hash: string;
  /** As it was called. */
  name: string;
}

function pointersIn(value: Json, path: DataPath = []): Pointer[] {
  if (typeof value === 'string') {
    // nearly every text is none, and this is asked of every cue
    const hash = value.startsWith('/media/') ? mediaHash(value) : null;
    return hash === null ? [] : [{ path, hash, name: nameIn(value) }];
  }
  if (Array.isArray(value)) return value.flatMap((inner, i) => pointersIn(inner, [...path, i]));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => pointersIn(inner, [...path, key]));
}

function nameIn(address: string): string {
  const last = address.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    // an address that somebody typed: its own letters say as much
    return last;
  }
}

/** Files that some data points at and the show does not have. */
export function missingMedia({ media }: Pick<Show, 'media'>, data: Json): Problem[] {
  return pointersIn(data).flatMap(({ path, hash, name }) =>
    media.some((file) => file.hash === hash)
      ? []
      : [
          {
            code: 'media_missing' as const,
            detail: `the file “${name}” is not among the show’s media`,
            field: joinPath(path),
          },
        ],
  );
}

/** Where a file is used, in the operators' words: cues, the theme, what is on air. Empty where nothing needs it. */
export function usesOfMedia({ show, air }: State, { hash }: Pick<MediaFile, 'hash'>): string[] {
  const points = (value: Json) => pointersIn(value).some((one) => one.hash === hash);
  const cues = allRows(show.cues)
    .filter(({ data }) => points(data))
    .sort((a, b) => a.number - b.number)
    .map(({ number }) => `cue ${number}`);
  const channels = (['program', 'rehearsal'] as const).flatMap((channel) =>
    LAYERS.flatMap((id) => {
      const { current, leaving } = air.channels[channel].layers[id];
      return [current, leaving].some((item) => item && points(item.data)) ? [`${channel}, layer ${id}`] : [];
    }),
  );
  const returning = air.interrupted.some(({ item }) => points(item.data)) ? ['what was interrupted'] : [];
  return [...cues, ...(points(show.theme.logo.image) ? ['the theme’s logo'] : []), ...channels, ...returning];
}
