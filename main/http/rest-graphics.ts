/**
 * Templates over REST. `GET /graphics` → `{graphics, problems}` · `POST /graphics/import?name=FILE.zip` with the zip as
 * the body, `POST /graphics/import-folder {path}` → `{imported: [{id, hash, name}], problems}` ·
 * `POST /graphics/:id/use {hash}` (null: the newest again) · `POST /graphics/:id/network {hash, allow}` ·
 * `DELETE /graphics/:id/:hash`. Errors are `{ok: false, code, detail}`.
 */
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { keyOf } from '../graphics/kept.ts';
import type { Imported, Library } from '../graphics/library.ts';
import { LibraryError } from '../graphics/library-error.ts';
import { shownIn } from '../graphics/templates.ts';
import type { Store } from '../store/store.ts';

export type GraphicsView = Pick<
  Library,
  'importZip' | 'importFolder' | 'use' | 'allowNetwork' | 'remove' | 'problems' | 'folderOf'
>;

export interface RestGraphicsDeps {
  store: Store;
  library: GraphicsView;
}

/** Bytes of a zip: what it may unpack to, and a zip is smaller. */
const MAX_ZIP = 200 * 1024 * 1024;

const Folder = z.object({ path: z.string().min(1) });
const Use = z.object({ hash: z.string().min(1).nullable() });
const Network = z.object({ hash: z.string().min(1), allow: z.boolean() });

const failure = (code: string, detail: string) => ({ ok: false as const, code, detail });

/** Answers what was done, or why not. A bug goes on to where bugs are caught. */
async function answer(c: Context, work: () => Promise<object>): Promise<Response> {
  try {
    return c.json(await work());
  } catch (error) {
    if (error instanceof LibraryError) return c.json(failure(error.code, error.message), error.status);
    throw error;
  }
}

async function parsed<S extends z.ZodType>(c: Context, schema: S): Promise<z.infer<S> | null> {
  const body: unknown = await c.req.json().catch(() => null);
  const result = schema.safeParse(body);
  return result.success ? result.data : null;
}

/** The zip goes to a file first: it may be larger than what should be held in memory. */
async function importBody(body: ReadableStream | null, library: GraphicsView): Promise<Imported> {
  const path = join(tmpdir(), `tallydesk-import-${randomBytes(8).toString('hex')}.zip`);
  try {
    await pipeline(
      body ? Readable.fromWeb(body) : Readable.from([]),
      createWriteStream(path, { mode: 0o600 }),
    );
    return await library.importZip(path);
  } finally {
    await rm(path, { force: true });
  }
}

export function graphicRoutes(api: Hono, { store, library }: RestGraphicsDeps): void {
  const malformed = (c: Context, detail: string) => c.json(failure('bad_command', detail), 400);
  const tooLarge = failure('too_large', 'A zip is 200 MB at most.');

  api.get('/graphics', (c) => c.json({ graphics: [...store.graphics.values()], problems: library.problems }));
  api.post('/graphics/import', bodyLimit({ maxSize: MAX_ZIP, onError: (c) => c.json(tooLarge, 413) }), (c) =>
    answer(c, () => importBody(c.req.raw.body as ReadableStream | null, library)),
  );
  api.post('/graphics/import-folder', async (c) => {
    const body = await parsed(c, Folder);
    return body
      ? answer(c, () => library.importFolder(body.path))
      : malformed(c, 'The body is {"path": folder}.');
  });
  api.post('/graphics/:id/use', async (c) => {
    const body = await parsed(c, Use);
    if (!body) return malformed(c, 'The body is {"hash": version, or null for the newest}.');
    const id = c.req.param('id');
    return answer(c, async () => {
      await library.use(id, body.hash);
      return { ok: true, graphic: store.graphics.get(id) };
    });
  });
  api.post('/graphics/:id/network', async (c) => {
    const body = await parsed(c, Network);
    if (!body) return malformed(c, 'The body is {"hash": version, "allow": true or false}.');
    const id = c.req.param('id');
    return answer(c, async () => {
      await library.allowNetwork(id, body.hash, body.allow);
      return { ok: true, graphic: store.graphics.get(id) };
    });
  });
  api.delete('/graphics/:id/:hash', (c) => {
    const { id, hash } = c.req.param();
    return answer(c, async () => {
      await library.remove(id, hash, shownIn(store.state.air).has(keyOf({ id, hash })));
      return { ok: true };
    });
  });
}
