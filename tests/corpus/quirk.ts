/** A quirk: a small package with one peculiarity, and what each part of Tallydesk is to make of it. */
import type { JsonObject } from '../../core/json.ts';
import type { LiveSlug } from '../../core/graphics-check/live-rules.ts';
import { OGRAF_SCHEMA } from '../../core/schema/manifest.ts';
import { moduleWith } from './well-behaved.ts';

export type Files = Record<string, string | JsonObject | { bytes: number }>;

/**
 * `on`: it is taken and comes on. `fault`: it is taken, the layer goes clean and says why. `refused`: the take is
 * refused with a sentence. `not offered`: the station says why.
 */
export type OnStage = 'on' | 'fault' | 'refused' | 'not offered';

export interface Quirk {
  /** Of its folder, and its id where the manifest does not say otherwise. */
  name: string;
  files: Files;
  id: string;
  /** Rules, sorted. */
  static: string[];
  /** Rules, sorted, each once; null where it is not played, for it is not offered. */
  live: LiveSlug[] | null;
  stage: OnStage;
  /** What the desk says of it. */
  says?: RegExp;
  data: JsonObject;
}

export const manifestOf = (id: string, over: JsonObject = {}): JsonObject => ({
  $schema: OGRAF_SCHEMA,
  id,
  name: id,
  main: 'graphic.mjs',
  supportsRealTime: true,
  supportsNonRealTime: false,
  schema: {
    type: 'object',
    properties: {
      name: { type: 'string', title: 'Name', default: 'Ana', maxLength: 40 },
      role: { type: 'string', title: 'Role', default: 'Guide', maxLength: 40 },
    },
  },
  ...over,
});

interface Recipe {
  /** Fields over the good manifest; `undefined` takes one away. */
  manifest?: { [key: string]: unknown };
  /** Methods over the good ones. */
  methods?: string;
  /** The module's text, in place of the good one. */
  module?: string;
  /** Besides manifest and module; null takes one away. */
  files?: Record<string, Files[string] | null>;
  static?: string[];
  live?: LiveSlug[] | null;
  stage?: OnStage;
  says?: RegExp;
  data?: JsonObject;
}

export function quirk(name: string, recipe: Recipe = {}): Quirk {
  const { manifest = {}, methods = '', module = moduleWith(methods), stage = 'on', says } = recipe;
  const over = JSON.parse(JSON.stringify({ ...manifestOf(name), ...manifest })) as JsonObject;
  const files: Record<string, Files[string] | null> = {
    [`${name}.ograf.json`]: over,
    'graphic.mjs': module,
    ...recipe.files,
  };
  const kept = Object.entries(files).flatMap(([path, one]): [string, Files[string]][] =>
    one === null ? [] : [[path, one]],
  );
  const { id } = over;
  return {
    name,
    files: Object.fromEntries(kept),
    id: typeof id === 'string' ? id : name,
    static: [...(recipe.static ?? [])].sort(),
    live: stage === 'not offered' ? null : [...(recipe.live ?? [])].sort(),
    stage,
    ...(says ? { says } : {}),
    data: recipe.data ?? { name: 'Ana', role: 'Guide' },
  };
}
