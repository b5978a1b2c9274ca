// What a package's own pages and workers may do: the policy that each of its files comes with, by the host asked.
import { describe, expect, it } from 'vitest';
import { ask, manifest, tempFolder, testStation, writeFiles } from '../support/station.ts';

const PAGES = ['inner.html', 'inner.HTM'];
const DRAWINGS = ['drawing.svg', 'feed.xml'];
const OTHERS = ['graphic.js', 'data.odd', 'style.css'];

async function station() {
  const folder = await tempFolder();
  const names = [...PAGES, ...DRAWINGS, ...OTHERS, '.env', '.git/config'];
  await writeFiles(folder, {
    ...Object.fromEntries(names.map((name) => [`x/${name}`, '<a xmlns="x"/>'])),
    'x/x.ograf.json': manifest('x'),
  });
  const made = await testStation({ graphics: [folder] });
  const { port } = made;
  const hash = made.station.store.graphics.get('x')?.hash ?? '';
  const get = (path: string, host: string, dest?: string) =>
    ask(port, path, { headers: { host: `${host}:${port}`, ...(dest ? { 'sec-fetch-dest': dest } : {}) } });
  return {
    ...made,
    hash,
    get,
    file: (name: string, host = 's1-bug.localhost', dest?: string) =>
      get(`/graphics/x/${hash}/${name}`, host, dest),
    policy: async (name: string, host: string) =>
      String((await get(`/graphics/x/${hash}/${name}`, host)).headers['content-security-policy']),
  };
}

describe('a file of a package', () => {
  it.each([...PAGES, ...DRAWINGS, ...OTHERS])('has a frame’s policy: %s', async (name) => {
    const { policy, port } = await station();
    for (const host of ['s1-bug.localhost', '127.0.0.1', 'localhost', '[::1]']) {
      const found = await policy(name, host);
      expect(found).toMatch(/^default-src 'none';.* connect-src 'self' data: blob:;/);
      expect(found).toContain(
        `frame-ancestors 'self' http://*.localhost:${port} http://127.0.0.1:${port} http://localhost:${port}`,
      );
      expect(found.includes(`script-src 'self' 'unsafe-inline'`)).toBe(PAGES.includes(name));
      // with the station's own name it would have the stage's origin, whose address has the key
      const isPage = PAGES.includes(name) || DRAWINGS.includes(name);
      expect(found.endsWith('; sandbox allow-scripts'), host).toBe(isPage && host !== 's1-bug.localhost');
    }
  });

  it('has the network where its version has, and pages and workers hear of that at once', async () => {
    const { policy, file, ask: asked, hash } = await station();
    const body = JSON.stringify({ hash, allow: true });
    const headers = { 'content-type': 'application/json' };
    await asked('/api/v1/graphics/x/network', { method: 'POST', headers, body });
    expect(await policy('inner.html', 's1-bug.localhost')).toMatch(/connect-src [^;]*https:/);
    expect(await policy('graphic.js', 's1-bug.localhost')).toMatch(/connect-src [^;]*https:/);
    const cache = async (dest: string) =>
      (await file('graphic.js', undefined, dest)).headers['cache-control'];
    expect(await cache('script')).toContain('immutable');
    for (const dest of ['worker', 'sharedworker', 'iframe']) expect(await cache(dest)).toBe('no-cache');
  });

  it('may be of any kind, but for what is hidden and no part of the version', async () => {
    const { file } = await station();
    expect((await file('data.odd')).headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
    });
    for (const name of ['.env', '.git/config', '%2egit/config']) {
      expect((await file(name)).status, name).toBe(404);
    }
  });
});

describe('a frame’s host', () => {
  it('answers nothing without a policy, errors neither: a graphic could reach out through that page', async () => {
    const { get } = await station();
    for (const path of [
      '/graphics/x/none/a.html',
      '/assets/app.js',
      '/assets/none.js',
      '/frame',
      '/media/a/b',
    ]) {
      const { headers } = await get(path, 's1-bug.localhost');
      expect(headers['content-security-policy'], path).toContain("connect-src 'self'");
    }
  });

  it('is the only one whose frame has an origin', async () => {
    const { get } = await station();
    const policy = async (host: string) => (await get('/frame', host)).headers['content-security-policy'];
    expect(await policy('s1-bug.localhost')).not.toContain('sandbox');
    expect(await policy('127.0.0.1')).toMatch(/; sandbox allow-scripts$/);
  });
});
