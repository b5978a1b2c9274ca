/**
 * Rundown templates: clips under a name, one file each in the data folder, for every show of this station. A file is
 * written whole or not at all; one that cannot be read is named and left as it is.
 */
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { Clip } from '../../core/clip.ts';
import { systemCode } from '../errors.ts';

/** A file's name without `.json`, made of the template's name and never a path. */
export const TemplateId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);

export const TemplateName = z.string().trim().min(1).max(80);

const Kept = z.object({ name: TemplateName, savedAt: z.number(), savedBy: z.string(), clip: Clip });
export type Kept = z.infer<typeof Kept>;

export interface TemplateLine {
  id: string;
  name: string;
  savedAt: number;
  savedBy: string;
  cues: number;
  /** Title of the show that it was saved from. */
  from: string;
}

export interface Listed {
  templates: TemplateLine[];
  /** Files that cannot be read. */
  damaged: string[];
}

/** `Opening titles – Ōtautahi` → `opening-titles-otautahi`. */
export function slug(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '');
  return plain === '' ? 'template' : plain;
}

export class RundownTemplates {
  readonly #folder: string;
  /** One change after the other: two desks that save under one name get two files. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(data: string) {
    this.#folder = join(data, 'rundown-templates');
  }

  #path = (id: string): string => join(this.#folder, `${id}.json`);

  async #ids(): Promise<string[]> {
    try {
      const names = await readdir(this.#folder);
      return names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return [];
      throw error;
    }
  }

  /** By name. */
  async list(): Promise<Listed> {
    const listed: Listed = { templates: [], damaged: [] };
    for (const id of (await this.#ids()).toSorted()) {
      const kept = await this.get(id);
      if (kept === null) listed.damaged.push(`${id}.json`);
      else {
        const { name, savedAt, savedBy, clip } = kept;
        listed.templates.push({ id, name, savedAt, savedBy, cues: clip.cues.length, from: clip.from.title });
      }
    }
    listed.templates.sort((a, b) => a.name.localeCompare(b.name));
    return listed;
  }

  /** Null where there is none of that id, or it cannot be read. */
  async get(id: string): Promise<Kept | null> {
    if (!TemplateId.safeParse(id).success) return null;
    try {
      return Kept.safeParse(JSON.parse(await readFile(this.#path(id), 'utf8'))).data ?? null;
    } catch {
      // not there, not JSON, not readable: the list names a file that is there
      return null;
    }
  }

  /** @returns the new template's id; a name that is taken gets a number behind it in the id, never over a file */
  save(kept: Kept): Promise<string> {
    return this.#next(async () => {
      const taken = new Set(await this.#ids());
      const base = slug(kept.name);
      let id = base;
      for (let n = 2; taken.has(id); n += 1) id = `${base}-${n}`;
      await mkdir(this.#folder, { recursive: true });
      await writeFileAtomic(this.#path(id), JSON.stringify(kept));
      return id;
    });
  }

  /** @returns whether there is such a template */
  rename(id: string, name: string): Promise<boolean> {
    return this.#next(async () => {
      const kept = await this.get(id);
      if (!kept) return false;
      await writeFileAtomic(this.#path(id), JSON.stringify({ ...kept, name }));
      return true;
    });
  }

  /** @returns whether there was such a template */
  remove(id: string): Promise<boolean> {
    return this.#next(async () => {
      if (!TemplateId.safeParse(id).success || !(await this.#ids()).includes(id)) return false;
      await rm(this.#path(id));
      return true;
    });
  }

  #next<T>(run: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(run, run);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}
