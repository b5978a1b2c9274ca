// Who may talk to the station: Host against DNS rebinding, Origin against other pages, and the key.
import { describe, expect, it } from 'vitest';
import { hostKind, keyMatches, keyOf, originAllowed } from '../../main/http/guard.ts';
import { ask, testStation, writeFiles } from '../support/station.ts';

describe('Host', () => {
  it.each([
    ['127.0.0.1:4400', 'station'],
    ['localhost:4400', 'station'],
    ['LOCALHOST:4400', 'station'],
    ['[::1]:4400', 'station'],
    ['program-bug.localhost:4400', 'frame'],
    ['Program-Bug.localhost:4400', 'frame'],
    ['127.0.0.1:4401', null],
    ['127.0.0.1', null],
    ['localhost', null],
    ['evil.example:4400', null],
    ['127.0.0.1.evil.example:4400', null],
    ['localhost.evil.example:4400', null],
    ['program.localhost.evil.example:4400', null],
    ['a.b.localhost:4400', null],
    ['.localhost:4400', null],
    ['localhost.:4400', null],
    ['0.0.0.0:4400', null],
    ['127.0.0.1:4400:4400', null],
    ['user@127.0.0.1:4400', null],
    ['', null],
    [undefined, null],
  ])('%s is %s', (host, kind) => {
    expect(hostKind(host, 4400)).toBe(kind);
  });

  it('needs no port where the station has the usual one', () => {
    expect(hostKind('127.0.0.1', 80)).toBe('station');
  });
});

describe('Origin', () => {
  it.each([
    [undefined, true],
    ['http://127.0.0.1:4400', true],
    ['http://localhost:4400', true],
    ['http://[::1]:4400', true],
    ['null', false],
    ['', false],
    ['http://127.0.0.1:4401', false],
    ['http://127.0.0.1:44000', false],
    ['https://127.0.0.1:4400', false],
    ['http://program-bug.localhost:4400', false],
    ['http://evil.example', false],
    ['file://', false],
  ])('%s: %s', (origin, allowed) => {
    expect(originAllowed(origin, 4400)).toBe(allowed);
  });
});

describe('key', () => {
  it.each([
    ['Bearer abc', undefined, 'abc'],
    ['bearer abc', undefined, 'abc'],
    ['Bearer abc', 'other', 'abc'],
    [undefined, 'abc', 'abc'],
    ['Basic abc', undefined, undefined],
    ['Bearer', undefined, undefined],
    [undefined, undefined, undefined],
  ])('%s and ?key=%s give %s', (authorization, query, key) => {
    expect(keyOf(authorization, query)).toBe(key);
  });

  it('matches the whole key only', () => {
    expect(keyMatches('abc', 'abc')).toBe(true);
    for (const wrong of ['ab', 'abcd', 'ABC', '', undefined, 'ab\u00e7'])
      expect(keyMatches(wrong, 'abc')).toBe(false);
  });
});

describe('what each host gets', () => {
  it('gives a frame’s host its page, graphics and assets, and nothing else', async () => {
    const { port, key, station } = await testStation();
    const hash = station.store.graphics.get('strap')?.hash ?? '';
    const get = async (path: string, host: string) => (await ask(port, path, { headers: { host } })).status;
    const frame = `program-bug.localhost:${port}`;
    const home = `127.0.0.1:${port}`;
    for (const path of ['/frame', '/assets/app.js', `/graphics/strap/${hash}/graphic.js`]) {
      expect(await get(path, frame)).toBe(200);
      expect(await get(path, home)).toBe(200);
    }
    const others = ['/desk', '/output/program', '/api/v1/show', '/', '/frames', '/nothing'];
    for (const path of others) expect(await get(`${path}?key=${key}`, frame)).toBe(403);
    for (const path of ['/frame', ...others]) {
      expect(await get(`${path}?key=${key}`, `evil.example:${port}`)).toBe(403);
      expect(await get(`${path}?key=${key}`, `127.0.0.1:${port + 1}`)).toBe(403);
    }
  });

  it('gives the pages to those who have the key', async () => {
    const { port, key } = await testStation();
    const get = (path: string) => ask(port, path, { headers: { host: `127.0.0.1:${port}` } });
    expect(await get('/')).toMatchObject({ status: 401 });
    expect(await get(`/?key=${key}`)).toMatchObject({
      status: 302,
      headers: { location: `/desk?key=${key}` },
    });
    expect(await get('/desk')).toMatchObject({ status: 401 });
    expect((await get(`/desk?key=${key}`)).body).toContain('<title>desk</title>');
    expect(await get(`/output/nowhere?key=${key}`)).toMatchObject({ status: 404 });
    const stage = await get(`/output/program?key=${key}`);
    expect(stage.body).toContain('<title>stage</title>');
    expect(stage.headers['cache-control']).toBe('no-store');
    expect(stage.headers['content-security-policy']).toContain(`frame-src 'self' http://*.localhost:${port}`);
  });

  it('gives an output its ground in the page itself, so that no frame of it is white', async () => {
    const { port, key, build } = await testStation();
    await writeFiles(build, { 'pages/overlays/stage/index.html': '<!doctype html><html lang="en">' });
    const get = async (background: string) => {
      const path = `/output/program?key=${key}&background=${encodeURIComponent(background)}`;
      return (await ask(port, path, { headers: { host: `127.0.0.1:${port}` } })).body;
    };
    expect(await get('black')).toBe('<!doctype html><html style="background: #000000" lang="en">');
    expect(await get('#00b140')).toContain('style="background: #00b140"');
    for (const wish of ['', 'red', '#00b140"><script>']) {
      expect(await get(wish)).toBe('<!doctype html><html lang="en">');
    }
  });

  it('says nothing on an output that lacks the key: it may be on air', async () => {
    const { port } = await testStation();
    const wrong = await ask(port, '/output/program?key=wrong', { headers: { host: `127.0.0.1:${port}` } });
    expect(wrong.status).toBe(401);
    expect(wrong.body.replace(/<[^>]*>/g, '')).toBe('');
  });
});
