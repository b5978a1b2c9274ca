/**
 * The show's media. `POST /media?name=FILE` with the file as the body → `{ok, file, address}` · `GET /media` →
 * `{media}` · `DELETE /media/:hash` (`?force=1` also where something uses it). The files themselves are served to stages
 * and graphics at `address`, without the key.
 */
import type { Context, Hono } from 'hono';
import { mediaAddress, type MediaFile } from '../../core/schema/media.ts';
import { isRefusedMedia, MAX_MEDIA, mediaFileName, storeMedia } from '../media/library.ts';
import type { Store } from '../store/store.ts';
import { confine, fileResponse } from './files.ts';
import { statusOf } from './status.ts';

export interface RestMediaDeps {
  store: Store;
  /** Where the show's media are. */
  media: string;
  /** Epoch milliseconds. */
  now: () => number;
  saved: () => Promise<boolean>;
}

const STATUS = { too_large: 413, media_type: 415, media_wrong: 415, media_empty: 400 } as const;

const withAddress = (file: MediaFile) => ({ ...file, address: mediaAddress(file) });

// a page cannot put a name with macrons into a header
const senderOf = (c: Context): string =>
  (c.req.query('by') ?? c.req.header('x-tallydesk-user'))?.slice(0, 80) || 'api';

export function mediaRoutes(api: Hono, { store, media, now, saved }: RestMediaDeps): void {
  api.get('/media', (c) => c.json({ media: store.state.show.media.map(withAddress) }));

  api.post('/media', async (c) => {
    const name = c.req.query('name');
    const { body } = c.req.raw;
    if (!name || !body) {
      const detail = 'The file is the body, and ?name= says what it is called.';
      return c.json({ ok: false, code: 'bad_command', detail }, 400);
    }
    if (Number(c.req.header('content-length') ?? 0) > MAX_MEDIA)
      return c.json({ ok: false, code: 'too_large', detail: 'A file is 200 MB at most.' }, 413);
    const stored = await storeMedia(media, name, body);
    if (isRefusedMedia(stored)) return c.json({ ok: false, ...stored }, STATUS[stored.code]);
    const addedBy = senderOf(c);
    const result = store.dispatch(
      { type: 'media.add', file: { ...stored, addedAt: now(), addedBy } },
      { by: addedBy, internal: true },
    );
    if (!result.ok) return c.json(result, statusOf(result));
    await saved();
    // the same file may be there already, under its first name
    const file = store.state.show.media.find(({ hash }) => hash === stored.hash);
    return file ? c.json({ ok: true, file: withAddress(file), address: mediaAddress(file) }) : c.notFound();
  });

  api.delete('/media/:hash', async (c) => {
    const force = c.req.query('force') === '1';
    const result = store.dispatch(
      { type: 'media.remove', hash: c.req.param('hash'), force },
      { by: senderOf(c) },
    );
    if (!result.ok) return c.json(result, statusOf(result));
    await saved();
    return c.json({ ok: true, revision: result.revision });
  });
}

/** A drawing that is opened by itself is a page: it may do nothing. */
const ALONE = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
  'access-control-allow-origin': '*',
  'cache-control': 'public, max-age=31536000, immutable',
};

/** The file at `/media/:hash/:name`, or null where there is none. */
export async function mediaResponse(media: string, request: Request, c: Context): Promise<Response | null> {
  const name = mediaFileName(c.req.param('hash') ?? '', c.req.param('name') ?? '');
  const path = name === null ? null : await confine(media, name);
  return path ? fileResponse(path, request, ALONE) : null;
}
