/** The station's HTTP surface: pages, graphics and the API, each behind the checks of guard.ts. */
import { realpath } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Hono, type HonoRequest } from 'hono';
import { CHANNELS, ChannelId } from '../../core/layers.ts';
import type { Library } from '../graphics/library.ts';
import type { Log } from '../world.ts';
import { isHidden } from '../graphics/inventory.ts';
import { confine, fileResponse } from './files.ts';
import { admittedBy, hostKind, keyOf, originAllowed, type Keys } from './guard.ts';
import { deskPolicy, framePolicy, packagePolicy, stagePolicy } from './policies.ts';
import { mediaResponse } from './rest-media.ts';
import { stagePage } from './stage-page.ts';

export interface AppDeps {
  keys: Keys;
  /** The station's, in a Host or an Origin. */
  names: readonly string[];
  /** The port that is really bound. */
  port: () => number;
  /** Where the built pages are. */
  pages: string;
  /** Where the show's media are. */
  media: string;
  library: Pick<Library, 'folderOf' | 'mayUseNetwork'>;
  api: Hono;
  log: Log;
}

/** Nothing may be guessed or kept by a page that carries the key in its address. */
const PRIVATE = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };
/** `Sec-Fetch-Dest` of what has a policy of its own. */
const RUNS_BY_ITSELF = /^(document|i?frame|object|embed|\w*worker)$/;
const FOR_EVER = { 'cache-control': 'public, max-age=31536000, immutable' };

const page = (policy: string) => ({
  'content-security-policy': policy,
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), display-capture=()',
  ...PRIVATE,
});

/** What an output gets when something is wrong. It may be on air already: it shows nothing and says nothing. */
const SILENT = '<!doctype html><title></title>';

const unauthorised = { ok: false, code: 'no_key', detail: 'A key is needed: Authorization: Bearer KEY.' };

/** What the view key gets for all that changes something. */
const onlyLooking = {
  ok: false,
  code: 'viewer',
  detail: 'This key only looks on: it changes nothing.',
};

export function httpApp({ keys, names, port, pages, library, media, api, log }: AppDeps): Hono {
  const app = new Hono();
  const given = ({ req }: { req: HonoRequest }) => keyOf(req.header('authorization'), req.query('key'));
  const admitted = (c: { req: HonoRequest }) => admittedBy(given(c), keys);
  const hasKey = (c: { req: HonoRequest }) => admitted(c) !== null;

  app.use(async (c, next) => {
    const kind = hostKind(c.req.header('host'), port(), names);
    const forFrames = /^\/(frame$|graphics\/|media\/|assets\/)/.test(c.req.path);
    if (kind === null || (kind === 'frame' && !forFrames)) {
      return c.json({ ok: false, code: 'wrong_host', detail: 'This address is not the station’s.' }, 403);
    }
    await next();
    // whatever a graphic can put into a frame of its own, an error too, is a page of its origin
    if (kind === 'frame' && !c.res.headers.has('content-security-policy')) {
      c.header('content-security-policy', framePolicy(port(), kind, false, names));
    }
  });
  app.use('/api/*', async (c, next) => {
    if (!originAllowed(c.req.header('origin'), port(), names)) {
      return c.json(
        { ok: false, code: 'wrong_origin', detail: 'Only the station’s own pages may do this.' },
        403,
      );
    }
    const key = admitted(c);
    if (key === null) return c.json(unauthorised, 401);
    // a show as one file is written to the disk first
    const makesFile = c.req.path.endsWith('/shows/current/export');
    if (key === 'view' && (c.req.method !== 'GET' || makesFile)) return c.json(onlyLooking, 403);
    await next();
    c.header('cache-control', 'no-store');
  });
  app.route('/api/v1', api);

  app.get('/', (c) =>
    hasKey(c)
      ? c.redirect(`/desk?key=${encodeURIComponent(given(c) ?? '')}`)
      : c.text('Tallydesk: open the desk’s address.', 401),
  );
  app.get('/desk', (c) => {
    if (!hasKey(c))
      return c.text('Tallydesk: this address lacks the key. Use the one that the station printed.', 401);
    return fileResponse(join(pages, 'renderer/index.html'), c.req.raw, page(deskPolicy(port())));
  });
  // hosts graphics as a stage does; for `npm run graphics:check`
  app.get('/check', (c) =>
    admitted(c) === 'full'
      ? fileResponse(join(pages, 'renderer/check.html'), c.req.raw, page(stagePolicy(port())))
      : c.text('Tallydesk: this address lacks the key.', 401),
  );
  app.get('/workbench', (c) => {
    if (!hasKey(c))
      return c.text('Tallydesk: open the workbench from a desk, whose address has the key.', 401);
    const path = join(pages, 'renderer/workbench.html');
    return fileResponse(path, c.req.raw, page(deskPolicy(port())));
  });
  app.get('/shotbox', (c) => {
    if (!hasKey(c))
      return c.text('Tallydesk: open the shot box from a desk, whose address has the key.', 401);
    return fileResponse(join(pages, 'renderer/shotbox.html'), c.req.raw, page(deskPolicy(port())));
  });
  app.get('/output/:channel', (c) => {
    const known = ChannelId.safeParse(c.req.param('channel')).success;
    const reason = known ? 'no key, or a wrong one' : `no such channel (${CHANNELS.join(', ')})`;
    if (!known || !hasKey(c)) return c.html(SILENT, known ? 401 : 404, { 'x-tallydesk-problem': reason });
    const path = join(pages, 'overlays/stage/index.html');
    return stagePage(path, c.req.raw, page(stagePolicy(port())), c.req.query('background'));
  });
  app.get('/render', (c) => {
    if (admitted(c) !== 'full') return c.html(SILENT, 401);
    return fileResponse(join(pages, 'overlays/render/index.html'), c.req.raw, page(stagePolicy(port())));
  });
  app.get('/frame', (c) => {
    const [, id = '', hash = ''] = /^(.+)\/([^/]+)$/.exec(c.req.query('graphic') ?? '') ?? [];
    const network = library.mayUseNetwork(id, hash);
    return fileResponse(join(pages, 'overlays/stage/frame.html'), c.req.raw, {
      ...page(framePolicy(port(), hostKind(c.req.header('host'), port(), names), network, names)),
      'cache-control': 'no-cache',
    });
  });
  app.get('/assets/*', async (c) => {
    const path = await confine(join(pages, 'assets'), c.req.path.slice('/assets/'.length));
    return path ? fileResponse(path, c.req.raw, { ...FOR_EVER, ...open }) : c.notFound();
  });
  app.get('/graphics/:id/:hash/*', async (c) => {
    const { id, hash } = c.req.param();
    const folder = library.folderOf(id, hash);
    if (folder === null) return c.notFound();
    const path = await confine(folder, c.req.path.split('/').slice(4).join('/'));
    // what is no part of the version is not served under its hash
    if (!path || isHidden(relative(await realpath(folder), path))) return c.notFound();
    const host = hostKind(c.req.header('host'), port(), names);
    const headers = {
      'content-security-policy': packagePolicy(port(), host, library.mayUseNetwork(id, hash), path, names),
      // a page or a worker is kept with its policy, and a person may change that
      ...(RUNS_BY_ITSELF.test(c.req.header('sec-fetch-dest') ?? '')
        ? { 'cache-control': 'no-cache' }
        : FOR_EVER),
      vary: 'sec-fetch-dest',
      ...open,
    };
    return fileResponse(path, c.req.raw, headers, 'application/octet-stream');
  });
  app.get('/media/:hash/:name', async (c) => (await mediaResponse(media, c.req.raw, c)) ?? c.notFound());
  app.notFound((c) =>
    c.json({ ok: false, code: 'not_found', detail: `There is nothing at ${c.req.path}.` }, 404),
  );
  app.onError((error, c) => {
    log.error({ err: error, path: c.req.path }, 'a request failed: this is a bug in Tallydesk');
    if (c.req.path.startsWith('/output/') || c.req.path === '/frame') return c.html(SILENT, 500);
    return c.json(
      { ok: false, code: 'bug', detail: 'Tallydesk failed to answer. The log has the details.' },
      500,
    );
  });
  return app;
}

/** Frames without an origin of their own (see the stage) fetch their modules across origins. Public files only. */
const open = { 'access-control-allow-origin': '*' };
