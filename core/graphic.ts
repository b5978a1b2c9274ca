/** From a manifest to what the station offers: the manifest's words, completed, and where the package comes from. */
import { isObject, type JsonObject } from './json.ts';
import type { Graphic, Manifest } from './schema/manifest.ts';

/** What a manifest does not say. */
export interface Installed {
  hash: string;
  source: Graphic['source'];
  fixtures: Graphic['fixtures'];
  network: boolean;
  warnings: string[];
  versions: Graphic['versions'];
  pinned: boolean;
  asked: string[];
}

const EMPTY_MODEL: JsonObject = { type: 'object', properties: {} };

export function graphicOf(manifest: Manifest, installed: Installed): Graphic {
  const durations = (manifest.actionDurations ?? []).map((one) => ({
    type: one.type,
    duration: one.duration,
    steps: one.steps ?? null,
    customActionId: one.customActionId ?? null,
  }));
  const stop = durations.find((one) => one.type === 'stopAction' && one.duration >= 0);
  return {
    id: manifest.id,
    name: manifest.name,
    description: manifest.description ?? '',
    version: manifest.version ?? '',
    main: manifest.main,
    stepCount: manifest.stepCount,
    schema: manifest.schema ?? EMPTY_MODEL,
    thumbnail: manifest.thumbnails?.[0]?.file ?? null,
    stopMs: stop?.duration ?? null,
    author: manifest.author?.name ?? '',
    customActions: (manifest.customActions ?? []).map((action) => ({
      id: action.id,
      name: action.name,
      description: action.description ?? '',
      schema: action.schema ?? null,
    })),
    durations,
    supportsNonRealTime: manifest.supportsNonRealTime,
    renderRequirements: (manifest.renderRequirements ?? []).filter(isObject),
    ...installed,
  };
}

/** As if it were the only one installed: for tools and tests. */
export const loneGraphic = (manifest: Manifest, hash: string, fixtures: Graphic['fixtures'] = []): Graphic =>
  graphicOf(manifest, {
    hash,
    source: 'folder',
    fixtures,
    network: false,
    warnings: [],
    versions: [{ hash, version: manifest.version ?? '', at: 0, source: 'folder' }],
    pinned: false,
    asked: [],
  });
