/**
 * Small pictures of graphics whose package has none: drawn once per version from its sample data, one after the other,
 * and kept in the station's data folder.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { checkData } from '../../core/graphic-data.ts';
import { isObject, type JsonObject } from '../../core/json.ts';
import type { Graphic } from '../../core/schema/manifest.ts';
import { messageOf, systemCode } from '../errors.ts';
import { confine } from '../http/files.ts';
import type { Log } from '../world.ts';
import { renderRefused, type RenderRefused } from './refused.ts';
import type { Still, Subject } from './stills.ts';

/** Pixels: 360 high. */
const THUMBNAIL_WIDTH = 640;

export interface Pictured {
  graphic: Graphic;
  /** Where its files are. */
  folder: string;
}

interface ThumbnailsDeps {
  /** Where drawn ones are kept. */
  folder: string;
  draw: (subject: Subject) => Promise<Still>;
  log: Log;
}

/** A file of the package, or one of ours. */
export type Thumbnail = { ok: true; path: string } | RenderRefused;

/** Of a version and of the graphic in it: a package may hold several. */
const nameOf = ({ id, hash }: Graphic): string =>
  createHash('sha256').update(`${hash}\0${id}`).digest('hex').slice(0, 16);

/** The defaults alone, where the model asks for more than they give: the graphic itself says whether it can do. */
function defaultsOf(graphic: Graphic): JsonObject {
  const checked = checkData(graphic, {});
  if (checked.ok) return checked.data;
  const { properties } = graphic.schema;
  if (!isObject(properties)) return {};
  return Object.fromEntries(
    Object.entries(properties).flatMap(([key, model]) =>
      isObject(model) && model['default'] !== undefined ? [[key, model['default']]] : [],
    ),
  );
}

/** Its usual sample, else its first, else the defaults of its model. */
async function sampleOf({ graphic, folder }: Pictured): Promise<JsonObject> {
  const { fixtures } = graphic;
  const fixture = fixtures.find(({ name }) => name === 'usual') ?? fixtures[0];
  const path = fixture && (await confine(folder, encodeURI(fixture.file)));
  if (!path) return defaultsOf(graphic);
  const json: unknown = JSON.parse(await readFile(path, 'utf8'));
  const checked = checkData(graphic, isObject(json) ? json : {});
  return checked.ok ? checked.data : defaultsOf(graphic);
}

export class Thumbnails {
  readonly #deps: ThumbnailsDeps;
  /** Why one could not be drawn: it is not tried again by itself. */
  readonly #failed = new Map<string, RenderRefused>();
  /** Being drawn, or waiting for it. */
  readonly #drawing = new Map<string, Promise<Thumbnail>>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(deps: ThumbnailsDeps) {
    this.#deps = deps;
  }

  /** @param again try anew what could not be drawn before */
  async get(pictured: Pictured, again: boolean): Promise<Thumbnail> {
    const { graphic, folder } = pictured;
    const own = graphic.thumbnail && (await confine(folder, encodeURI(graphic.thumbnail)));
    if (own) return { ok: true, path: own };
    const name = nameOf(graphic);
    if (again) this.#failed.delete(name);
    return this.#failed.get(name) ?? this.#drawing.get(name) ?? this.#queue(name, pictured);
  }

  #queue(name: string, pictured: Pictured): Promise<Thumbnail> {
    const made = this.#last.then(() => this.#make(name, pictured));
    this.#drawing.set(name, made);
    this.#last = made.then(
      () => this.#drawing.delete(name),
      () => this.#drawing.delete(name),
    );
    return made;
  }

  async #make(name: string, pictured: Pictured): Promise<Thumbnail> {
    const path = join(this.#deps.folder, `${name}.png`);
    if (await exists(path)) return { ok: true, path };
    const still = await this.#draw(pictured);
    if (!still.ok) {
      // a browser may be installed meanwhile
      if (still.code !== 'no_browser') this.#failed.set(name, still);
      return still;
    }
    await mkdir(this.#deps.folder, { recursive: true });
    await writeFileAtomic(path, still.png);
    return { ok: true, path };
  }

  async #draw(pictured: Pictured): Promise<Still> {
    const { graphic } = pictured;
    try {
      const data = await sampleOf(pictured);
      return await this.#deps.draw({ graphic, data, step: 0, width: THUMBNAIL_WIDTH, draft: false });
    } catch (error) {
      // a fixture that cannot be read, or a browser that crashed
      this.#deps.log.error({ err: error, graphic: graphic.id }, 'a thumbnail could not be drawn');
      return renderRefused('graphic_refused', `“${graphic.name}” could not be drawn: ${messageOf(error)}`);
    }
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    return (await readFile(path)).length > 0;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}
