/**
 * Shows over REST: those of the data folder, a new one from a template, a copy, one file out and in, and another in the
 * place of the one that is open (off air only).
 */
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import type { Context, Hono } from 'hono';
import { z } from 'zod';
import type { State } from '../../core/state.ts';
import { systemCode } from '../errors.ts';
import { mediaFolder } from '../media/library.ts';
import { BUNDLE_ENDING, readBundle, writeBundle } from '../shows/bundle.ts';
import type { ShowsControl } from '../shows/control.ts';
import { answering } from '../shows/rest-problem.ts';
import { freeId, idOfTitle, listShows, makeShow, newFolder, readStored } from '../shows/shelf.ts';
import { ShowsError } from '../shows/shows-error.ts';
import { writeCopy } from '../store/show-copy.ts';
import { pathsOf } from '../store/show-folder.ts';
import type { Store } from '../store/store.ts';

export interface RestShowsDeps {
  store: Store;
  /** The folder of shows, and of this one in it. */
  data: string;
  folder: string;
  build: string;
  media: string;
  shows: ShowsControl | null;
  now: () => number;
}

/** Of a bundle on its way in. Bytes. */
const MAX_BUNDLE = 4_000 * 1024 * 1024;

const title = z.string().trim().min(1).max(200);
const New = z.object({
  title,
  id: z.string().exactOptional(),
  /** A show of the data folder or a demo; left out: the one that is open. */
  template: z.string().exactOptional(),
  keepFacts: z.boolean().default(false),
  keepCues: z.boolean().default(false),
});
const SaveAs = z.object({ title, id: z.string().exactOptional() });
const Open = z.object({ id: z.string() });

const liveOf = ({ held, show }: State) => held ?? show;

export function showRoutes(
  api: Hono,
  { store, data, folder, build, media, shows, now }: RestShowsDeps,
): void {
  const bodyOf = async <T>(c: Context, schema: z.ZodType<T>): Promise<T> => {
    const parsed = schema.safeParse(await c.req.json().catch(() => null));
    if (parsed.success) return parsed.data;
    throw new ShowsError(
      'bad_name',
      'The request cannot be read: a title is needed, and an id that is free.',
    );
  };
  /** @param asked an id that somebody chose must be free; one made of the title gets a number where it is not */
  const idFor = (asked: string | undefined, name: string): string => asked ?? freeId(data, idOfTitle(name));

  api.get('/shows', (c) =>
    answering(c, async () => {
      const why = shows?.whyNotNow() ?? null;
      return c.json({
        open: store.state.show.id,
        canOpen: shows !== null,
        why: why === null || why.ok ? null : why.detail,
        failed: shows?.failed ?? null,
        shows: await listShows(data, build),
      });
    }),
  );

  api.post('/shows', (c) =>
    answering(c, async () => {
      const { title: name, id: asked, template, keepFacts, keepCues } = await bodyOf(c, New);
      const id = idFor(asked, name);
      const open = store.state.show.id;
      const isOpen = template === undefined || template === open;
      const from = isOpen ? liveOf(store.state) : await readStored(data, build, template);
      const theirs = isOpen ? media : mediaFolder(join(data, template));
      const made = { id, title: name, template: from, keepFacts, keepCues, media: theirs };
      const show = await makeShow(data, made, now());
      return c.json({ ok: true, id, title: show.title });
    }),
  );

  api.post('/shows/save-as', (c) =>
    answering(c, async () => {
      const { title: name, id: asked } = await bodyOf(c, SaveAs);
      const id = idFor(asked, name);
      await writeCopy(newFolder(data, id), store.state, store.revision, now(), media, name);
      return c.json({ ok: true, id, title: name });
    }),
  );

  api.post('/shows/open', (c) =>
    answering(c, async () => {
      const { id } = await bodyOf(c, Open);
      if (!shows) {
        throw new ShowsError(
          'not_here',
          'This station cannot open another show: start it with --show instead.',
        );
      }
      const refused = await shows.openSoon(id);
      if (refused && !refused.ok) return c.json(refused, refused.code === 'show_unknown' ? 404 : 409);
      return c.json({ ok: true, opening: id }, 202);
    }),
  );

  api.get('/shows/current/export', (c) =>
    answering(c, async () => {
      const show = liveOf(store.state);
      const headers = {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${show.id}${BUNDLE_ENDING}"`,
      };
      // of what nobody reads nothing is written: it would stay on the disk
      if (c.req.method === 'HEAD') return c.body(null, 200, headers);
      const path = join(data, `.export-${randomUUID()}`);
      const asRun = c.req.query('asRun') === '1' ? pathsOf(folder).asRun : null;
      const missing = await writeBundle(path, { show, media, asRun, now: now() });
      const body = createReadStream(path);
      // gone with the last byte, or with whoever hangs up
      body.once('close', () => void rm(path, { force: true }));
      return c.body(Readable.toWeb(body) as ReadableStream, 200, {
        ...headers,
        'x-tallydesk-missing': String(missing.length),
      });
    }),
  );

  api.post('/shows/import', (c) =>
    answering(c, async () => {
      const name = (c.req.query('name') ?? `show${BUNDLE_ENDING}`).slice(0, 200);
      const path = join(data, `.import-${randomUUID()}`);
      try {
        await received(c, path, name);
        const id = freeId(data, idOfTitle(name.replace(/\.(tallydesk|zip)$/i, '')));
        const show = await readBundle(path, name, newFolder(data, id), now());
        return c.json({ ok: true, id, title: show.title });
      } finally {
        await rm(path, { force: true });
      }
    }),
  );
}

/** Writes what comes to a file, and no more than may be. */
async function received(c: Context, path: string, name: string): Promise<void> {
  const { body } = c.req.raw;
  if (!body) throw new ShowsError('show_broken', 'The file is the body, and ?name= says what it is called.');
  let size = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size <= MAX_BUNDLE) done(null, chunk);
      else done(new ShowsError('bundle_unsafe', `“${name}” is larger than 4 GB.`));
    },
  });
  try {
    await pipeline(
      Readable.fromWeb(body as NodeStream<Uint8Array>),
      counted,
      createWriteStream(path, { flags: 'wx' }),
    );
  } catch (error) {
    if (error instanceof ShowsError || systemCode(error) !== 'ENOSPC') throw error;
    throw new ShowsError('disk_full', `“${name}” is not taken: the disk is full. Nothing was left behind.`);
  }
}
