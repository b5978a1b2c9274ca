/** The as-run log over REST: filters, what is new, one showing, and air at a moment. */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { JsonObject } from '../../../core/json.ts';
import { dataHash } from '../../../main/as-run/book.ts';
import { Page, stageHello } from '../../support/page.ts';
import { testStation } from '../../support/station.ts';

const list = (json: JsonObject, key = 'entries') => json[key] as JsonObject[];

/** Cue 1 up for ten seconds by olive, changed once; cue 4 on another layer by ben, still up. */
async function night() {
  const it = await testStation();
  const stage = await Page.open(it, stageHello());
  const up = async (cueId: string, by: string): Promise<string> => {
    const { json } = await it.command({ type: 'cue.take', cueId }, by);
    stage.report(String(json['instance']), 'on');
    await stage.settle();
    return String(json['instance']);
  };
  const first = await up('c1', 'olive');
  it.clock.now += 4_000;
  await it.command({ type: 'cue.edit', cueId: 'c1', changes: { data: { headline: 'Māori seats' } } });
  await it.command({ type: 'layer.update', layer: 'lower-third' }, 'ana');
  await stage.settle();
  it.clock.now += 2_000;
  const second = await up('c4', 'ben');
  it.clock.now += 4_000;
  await it.command({ type: 'layer.out', layer: 'lower-third' });
  stage.report(first, 'off');
  await stage.settle();
  return { ...it, first, second, start: it.clock.now - 10_000 };
}

it('lists what fits, in full or in brief', async () => {
  const { ask, first, second } = await night();
  const instances = async (query: string) => {
    const { json } = await ask(`/api/v1/as-run${query}`);
    return list(json).map((one) => one['instance']);
  };
  expect(await instances('')).toEqual([first, second]);
  expect(await instances('?words=maori')).toEqual([first]);
  expect(await instances('?layer=fullframe')).toEqual([second]);
  expect(await instances('?by=ben&channel=program')).toEqual([second]);
  expect(await instances('?channel=rehearsal')).toEqual([]);
  expect(await instances('?limit=1')).toEqual([second]);
  expect((await ask('/api/v1/as-run?from=teatime')).status).toBe(400);
  const [brief] = list((await ask('/api/v1/as-run?brief=1&words=maori')).json);
  expect(brief).toMatchObject({ text: 'Māori seats', changes: 1, picture: false });
  expect(brief).not.toHaveProperty('data');
});

it('gives only what is new, in portions', async () => {
  const { ask, first, second, command } = await night();
  const news = async (query: string) => (await ask(`/api/v1/as-run?brief=1&${query}`)).json;
  const one = await news('since=0&limit=1');
  expect(one).toMatchObject({ more: true, entries: [{ instance: second }] });
  const two = await news(`since=${String(one['next'])}&limit=1`);
  expect(two).toMatchObject({ more: false, entries: [{ instance: first, changes: 1 }] });
  expect(list(await news(`since=${String(two['next'])}`))).toEqual([]);
  await command({ type: 'air.panic' });
  expect(await news(`since=${String(two['next'])}`)).toMatchObject({ entries: [{ instance: second }] });
});

it('one showing, with every change of it and what proves it', async () => {
  const { ask, first, start } = await night();
  const { json } = await ask(`/api/v1/as-run/${first}`);
  const data = { headline: 'Māori seats' };
  const hash = createHash('sha256').update(JSON.stringify(data)).digest('hex');
  expect(json['entry']).toMatchObject({ data, dataHash: hash, inAt: start, outAt: start + 10_000 });
  expect(list(json, 'lines')).toMatchObject([
    { event: 'in', at: start, by: 'olive', changes: [] },
    { event: 'change', at: start + 4_000, by: 'ana', changes: [{ title: 'Headline', to: 'Māori seats' }] },
    { event: 'out', at: start + 10_000 },
  ]);
  expect((await ask('/api/v1/as-run/i-nobody')).status).toBe(404);
  expect((await ask(`/api/v1/as-run/${first}/picture`)).status).toBe(404);
});

it('the hash is of the data, whatever the order of their keys', () => {
  expect(dataHash({ b: [1, { d: 2, c: 3 }], a: 'x' })).toBe(
    createHash('sha256').update('{"a":"x","b":[1,{"c":3,"d":2}]}').digest('hex'),
  );
});

it('air at a moment, in the show’s zone', async () => {
  const { ask, first, second, start, clock } = await night();
  const at = async (time: string) => (await ask(`/api/v1/as-run/at?time=${encodeURIComponent(time)}`)).json;
  expect(list(await at(String(start + 1_000)), 'items')).toMatchObject([
    { instance: first, data: { headline: expect.not.stringContaining('Māori') as string } },
  ]);
  expect(
    list(await at(new Date(start + 7_000).toISOString()), 'items').map((one) => one['instance']),
  ).toEqual([second, first]);
  const clockTime = new Date(start + 4_000).toLocaleTimeString('en-GB', { timeZone: 'Pacific/Auckland' });
  expect(await at(clockTime)).toMatchObject({
    at: start + 4_000,
    items: [{ data: { headline: 'Māori seats' } }],
  });
  expect(list(await at(String(clock.now)), 'items')).toMatchObject([{ instance: second }]);
  expect((await ask('/api/v1/as-run/at?time=soon')).status).toBe(400);
});

it('files: what is filtered, with the changes in the JSON', async () => {
  const { ask, first } = await night();
  const csv = await ask('/api/v1/as-run.csv?words=maori');
  expect(csv.body.trim().split('\r\n')).toHaveLength(2);
  const json = await ask('/api/v1/as-run.json?words=maori');
  expect(json.headers['content-disposition']).toContain('as-run-test-night.json');
  expect(list(json.json)).toMatchObject([{ instance: first, lines: [{}, {}, {}] }]);
});
