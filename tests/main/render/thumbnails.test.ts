// Thumbnails over REST, drawn by a browser that a test answers for.
import { readdir, readFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fakeBrowser, PICTURE } from '../../support/fake-browser.ts';
import { Thumbnails } from '../../../main/render/thumbnails.ts';
import { makeGraphic } from '../../support/builders.ts';
import { captureLog, packageFiles, tempFolder, testStation, writeFiles } from '../../support/station.ts';

const setUp = async (files: Record<string, string | object> = {}, data?: string) => {
  const browser = fakeBrowser();
  const folder = await tempFolder();
  await writeFiles(folder, { ...packageFiles('card', { schema: {} }), ...files });
  const over = { graphics: [folder], openBrowser: browser.open, ...(data ? { data } : {}) };
  const station = await testStation(over);
  const thumbnail = (id = 'card', query = '') => station.ask(`/api/v1/graphics/${id}/thumbnail${query}`);
  return { browser, thumbnail, station };
};

describe('a thumbnail', () => {
  it('is the package’s own where it has one', async () => {
    const own = packageFiles('card', { thumbnails: [{ file: 'small.svg' }] });
    const { browser, thumbnail } = await setUp({ ...own, 'card/small.svg': '<svg/>' });
    const answer = await thumbnail();
    expect([answer.status, answer.headers['content-type'], answer.body]).toEqual([
      200,
      'image/svg+xml',
      '<svg/>',
    ]);
    expect(browser.starts()).toBe(0);
  });

  it('is never a file outside the package, however it is named', async () => {
    const folder = await tempFolder();
    await writeFiles(folder, { 'secret.png': 'secret', 'card/small.png': 'own' });
    await rm(join(folder, 'card/small.png'));
    await symlink(join(folder, 'secret.png'), join(folder, 'card/small.png'));
    const graphic = makeGraphic('card', { thumbnail: 'small.png' });
    const draw = () => Promise.resolve({ ok: true as const, png: PICTURE });
    const { log } = captureLog();
    const thumbnails = new Thumbnails({ folder: await tempFolder(), draw, log });
    for (const thumbnail of ['small.png', '../secret.png', '..%2fsecret.png', '/etc/passwd']) {
      const got = await thumbnails.get(
        { graphic: { ...graphic, thumbnail }, folder: join(folder, 'card') },
        false,
      );
      if (!got.ok) throw new Error(got.detail);
      expect(await readFile(got.path, 'utf8')).toBe(PICTURE.toString());
    }
  });

  it('is drawn once, 640 wide, and kept for the next station', async () => {
    const data = await tempFolder();
    const { browser, thumbnail, station } = await setUp({}, data);
    const [one, two] = await Promise.all([thumbnail(), thumbnail()]);
    expect([one.status, one.headers['content-type'], one.body]).toEqual([200, 'image/png', 'a picture']);
    expect(two.body).toBe('a picture');
    expect(browser.widths).toEqual([640]);
    expect(browser.pages.open).toBe(0);
    await station.close();
    expect(await readdir(join(data, 'thumbnails'))).toHaveLength(1);
    const again = await setUp({}, data);
    expect((await again.thumbnail()).status).toBe(200);
    expect(again.browser.starts()).toBe(0);
  });

  it('is drawn from the defaults of the data model where there is no sample', async () => {
    const properties = { text: { type: 'string', default: 'Tēnā koutou' }, more: { type: 'string' } };
    const { browser, thumbnail } = await setUp(
      packageFiles('card', { schema: { type: 'object', required: ['more'], properties } }),
    );
    await thumbnail();
    expect(browser.calls[0]).toMatchObject({ call: 'load', data: { text: 'Tēnā koutou' } });
    expect(browser.calls[1]).toMatchObject({ call: 'play', goto: 0, skipAnimation: true });
  });

  it('says why there is none, and does not try again until it is asked to', async () => {
    const { browser, thumbnail } = await setUp();
    browser.answer = ({ call }) => (call === 'load' ? { statusCode: 500, statusMessage: 'no font' } : {});
    const failed = await thumbnail();
    expect(failed.status).toBe(404);
    expect(failed.json).toMatchObject({ code: 'graphic_refused', detail: '“card” did not load: no font' });
    browser.answer = () => ({});
    expect((await thumbnail()).status).toBe(404);
    expect(browser.widths).toHaveLength(1);
    expect((await thumbnail('card', '?again=1')).status).toBe(200);
    expect((await thumbnail()).status).toBe(200);
  });

  it('of a graphic that hangs: says that it did not answer, and leaves no page behind', async () => {
    const { browser, thumbnail } = await setUp();
    browser.answer = ({ call }) => (call === 'play' ? { statusCode: 504, timedOut: true } : {});
    const { json } = await thumbnail();
    expect(json).toMatchObject({ code: 'no_answer', detail: '“card” did not play within 5 seconds.' });
    expect(browser.pages.open).toBe(0);
  });

  it('needs a browser, and is drawn as soon as one is installed', async () => {
    const { browser, thumbnail } = await setUp();
    browser.installed = false;
    const without = await thumbnail();
    expect([without.status, without.json['code']]).toEqual([404, 'no_browser']);
    browser.installed = true;
    expect((await thumbnail()).status).toBe(200);
  });

  it('is drawn one after another, not all at once', async () => {
    const { browser, thumbnail } = await setUp(packageFiles('other', { schema: {} }));
    const all = await Promise.all([thumbnail('card'), thumbnail('other'), thumbnail('sting')]);
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(browser.pages.most).toBe(1);
    expect(browser.starts()).toBe(1);
  });

  it('of an unknown template or version is told apart', async () => {
    const { thumbnail, station } = await setUp();
    expect((await thumbnail('nobody')).json).toMatchObject({ code: 'graphic_unknown' });
    expect((await thumbnail('card', '?hash=0123456789abcdef')).json).toMatchObject({
      code: 'version_unknown',
    });
    expect((await station.ask('/api/v1/graphics/..%2f..%2fkey/thumbnail')).status).toBe(404);
  });
});
