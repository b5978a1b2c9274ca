/** The station's HTTP surface: pages, graphics and the API, each behind the checks of guard.ts. */
import { join } from 'node:path';
import { Hono, type HonoRequest } from 'hono';
import { CHANNELS, ChannelId } from '../../core/layers.ts';
import type { Library } from '../graphics/library.ts';
import type { Log } from '../world.ts';
import { confine, fileResponse } from './files.ts';
import { hostKind, keyMatches, keyOf, originAllowed } from './guard.ts';
import { stagePage } from './stage-page.ts';

export interface AppDeps {
  key: string;
  /** The port that is really bound. */
  port: () => number;
  /** Where the built pages are. */
  pages: string;
  library: Pick<Library, 'folderOf' | 'mayUseNetwork'>;
  api: Hono;
  log: Log;
}

/** Nothing may be guessed or kept by a page that carries the key in its address. */
const PRIVATE = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };
const FOR_EVER = { 'cache-control': 'public, max-age=31536000, immutable' };

const common = "default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'self'";
const deskPolicy = `${common}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; frame-src 'self'; frame-ancestors 'none'`;
/** The workbench hosts graphics as a stage does, over a still that a designer picks from disk. */
const workbenchPolicy = (port: number) =>
  `${common}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; frame-src 'self' http://*.localhost:${port}; frame-ancestors 'none'`;
const stagePolicy = (port: number) =>
  `${common}; style-src 'self' 'unsafe-inline'; font-src 'self'; connect-src 'self'; frame-src 'self' http://*.localhost:${port}; frame-ancestors 'self'`;
/**
 * A graphic gets its own package and no network, unless a person has let this version use it (hosting rule 10). Its
 * scripts come from its package even then: what runs on air is what was looked at.
 */
function framePolicy(port: number, network: boolean): string {
  const out = network ? ' https: http:' : '';
  const data = `'self' data: blob:${out}`;
  const connect = network ? `${data} wss: ws:` : data;
  return `${common} 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'${out}; img-src ${data}; font-src ${data}; media-src ${data}; connect-src ${connect}; frame-src 'self'; worker-src 'self' blob:; frame-ancestors http://127.0.0.1:${port} http://localhost:${port}`;
}

const page = (policy: string) => ({
  'content-security-policy': policy,
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), display-capture=()',
  ...PRIVATE,
});

/** What an output gets when something is wrong. It may be on air already: it shows nothing and says nothing. */
const SILENT = '<!doctype html><title></title>';

const unauthorised = { ok: false, code: 'no_key', detail: 'A key is needed: Authorization: Bearer KEY.' };

export function httpApp({ key, port, pages, library, api, log }: AppDeps): Hono {
  const app = new Hono();
  const hasKey = ({ req }: { req: HonoRequest }) =>
    keyMatches(keyOf(req.header('authorization'), req.query('key')), key);

  app.use(async (c, next) => {
    const kind = hostKind(c.req.header('host'), port());
    const forFrames = /^\/(frame$|graphics\/|assets\/)/.test(c.req.path);
    if (kind === null || (kind === 'frame' && !forFrames)) {
      return c.json({ ok: false, code: 'wrong_host', detail: 'This address is not the station’s.' }, 403);
    }
    await next();
  });
  app.use('/api/*', async (c, next) => {
    if (!originAllowed(c.req.header('origin'), port())) {
      return c.json(
        { ok: false, code: 'wrong_origin', detail: 'Only the station’s own pages may do this.' },
        403,
      );
    }
    if (!hasKey(c)) return c.json(unauthorised, 401);
    await next();
    c.header('cache-control', 'no-store');
  });
  app.route('/api/v1', api);

  app.get('/', (c) =>
    hasKey(c) ? c.redirect(`/desk?key=${key}`) : c.text('Tallydesk: open the desk’s address.', 401),
  );
  app.get('/desk', (c) => {
    if (!hasKey(c))
      return c.text('Tallydesk: this address lacks the key. Use the one that the station printed.', 401);
    return fileResponse(join(pages, 'renderer/index.html'), c.req.raw, page(deskPolicy));
  });
  // hosts graphics as a stage does; for `npm run graphics:check`
  app.get('/check', (c) =>
    hasKey(c)
      ? fileResponse(join(pages, 'renderer/check.html'), c.req.raw, page(stagePolicy(port())))
      : c.text('Tallydesk: this address lacks the key.', 401),
  );
  app.get('/workbench', (c) => {
    if (!hasKey(c))
      return c.text('Tallydesk: open the workbench from a desk, whose address has the key.', 401);
    const path = join(pages, 'renderer/workbench.html');
    return fileResponse(path, c.req.raw, page(workbenchPolicy(port())));
  });
  app.get('/output/:channel', (c) => {
    const known = ChannelId.safeParse(c.req.param('channel')).success;
    const reason = known ? 'no key, or a wrong one' : `no such channel (${CHANNELS.join(', ')})`;
    if (!known || !hasKey(c)) return c.html(SILENT, known ? 401 : 404, { 'x-tallydesk-problem': reason });
    const path = join(pages, 'overlays/stage/index.html');
    return stagePage(path, c.req.raw, page(stagePolicy(port())), c.req.query('background'));
  });
  app.get('/render', (c) => {
    if (!hasKey(c)) return c.html(SILENT, 401);
    return fileResponse(join(pages, 'overlays/render/index.html'), c.req.raw, page(stagePolicy(port())));
  });
  app.get('/frame', (c) => {
    const [, id = '', hash = ''] = /^(.+)\/([^/]+)$/.exec(c.req.query('graphic') ?? '') ?? [];
    const network = library.mayUseNetwork(id, hash);
    return fileResponse(join(pages, 'overlays/stage/frame.html'), c.req.raw, {
      ...page(framePolicy(port(), network)),
      'cache-control': 'no-cache',
    });
  });
  app.get('/assets/*', async (c) => {
    const path = await confine(join(pages, 'assets'), c.req.path.slice('/assets/'.length));
    return path ? fileResponse(path, c.req.raw, { ...FOR_EVER, ...open }) : c.notFound();
  });
  app.get('/graphics/:id/:hash/*', async (c) => {
    const folder = library.folderOf(c.req.param('id'), c.req.param('hash'));
    if (folder === null) return c.notFound();
    const name = c.req.path.split('/').slice(4).join('/');
    const path = await confine(folder, name);
    return path ? fileResponse(path, c.req.raw, { ...FOR_EVER, ...open }) : c.notFound();
  });
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
