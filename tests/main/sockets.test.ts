// The desks' sockets: hello, snapshot, numbered patches, results; and who is turned away.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { PROTOCOL } from '../../core/protocol.ts';
import type { JsonObject } from '../../core/json.ts';
import { CHANNELS, LAYERS } from '../../core/layers.ts';
import { stageView } from '../../core/stage/view.ts';
import { ask, errorsIn, testStation } from '../support/station.ts';
import { deskHello, Page, stageHello } from '../support/page.ts';

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const cueIds = ['c1', 'c2', 'c3', 'c4', 'c5'];
const cueId = fc.constantFrom(...cueIds);
const layer = fc.constantFrom(...LAYERS);
const factId = fc.constantFrom('f1', 'f2');
const words = fc.string({ maxLength: 30 });

const command: fc.Arbitrary<{ type: string } & JsonObject> = fc.oneof(
  fc.record({ type: fc.constant('cue.take'), cueId }),
  fc.record({ type: fc.constant('cue.recall'), cueId }),
  fc.record({ type: fc.constant('cue.move'), cueId, index: fc.nat(6) }),
  fc.record({ type: fc.constant('cue.delete'), cueId: fc.constant('c4') }),
  fc.record({ type: fc.constant('cue.edit'), cueId, changes: fc.record({ name: words }) }),
  fc.record({
    type: fc.constant('cue.create'),
    graphic: fc.constant('strap'),
    layer,
    data: fc.record({ headline: words }),
  }),
  fc.record({ type: fc.constantFrom('layer.out', 'layer.update', 'layer.continue'), layer }),
  fc.record({ type: fc.constant('fact.edit'), factId, changes: fc.record({ note: words }) }),
  fc.record({ type: fc.constant('fact.approve'), factId }),
  fc.record({ type: fc.constantFrom('show.undo', 'show.redo', 'air.clear', 'air.panic') }),
  fc.record({ type: fc.constant('mode.set'), mode: fc.constantFrom('live', 'rehearsal') }),
);

describe('a desk', () => {
  it('gets the whole state, then what it needs to draw it', async () => {
    const station = await testStation();
    const desk = await Page.open(station);
    await desk.get('presence');
    const types = ['snapshot', 'graphics', 'outputs', 'shell', 'feeds', 'storage', 'history', 'presence'];
    expect(desk.messages.map(({ type }) => type)).toEqual(types);
    expect(desk.view).toEqual(plain(station.station.store.state));
    expect(await desk.get('snapshot')).toMatchObject({ now: station.clock.now });
    const { graphics } = await desk.get('graphics');
    expect(graphics.map(({ id }) => id)).toEqual(['steps', 'sting', 'strap']);
  });

  it('hears what can be undone also when a step over a feed’s news changed nothing', async () => {
    const station = await testStation();
    const { store } = station.station;
    const desk = await Page.open(station);
    const rules = { text: 'auto' } as const;
    const place = { kind: 'folder', path: '/nowhere' } as const;
    const feed = {
      feedId: 'ec',
      name: 'EC',
      format: 'facts-csv',
      place,
      source: 'EC',
      enabled: false,
      rules,
    };
    await desk.command({ type: 'feed.create', ...feed });
    const delivers = (statement: string) => {
      const items = [{ factId: 'ec.a', key: 'row/a', content: { kind: 'headline', statement }, odd: [] }];
      store.dispatch({ type: 'feed.deliver', feedId: 'ec', items }, { by: 'EC', internal: true });
    };
    delivers('One.');
    await desk.command({ type: 'proposal.accept', factIds: ['ec.a'] });
    delivers('Two.');
    const heard = desk.next('history', ({ undo }) => undo?.title === 'Add a feed');
    expect(await desk.command({ type: 'show.undo' })).toMatchObject({
      ok: true,
      skipped: 'Accept what a feed proposes',
    });
    expect((await heard).type).toBe('history');
  });

  it('mirrors the state through 200 random commands without a gap, and so does a stage', async () => {
    const station = await testStation();
    const { store } = station.station;
    const [sender, watcher] = [await Page.open(station), await Page.open(station, deskHello('ben'))];
    const stages = await Promise.all(CHANNELS.map((channel) => Page.open(station, stageHello(channel))));
    let done = 0;
    for (const one of fc.sample(command, { numRuns: 200, seed: 2023 })) {
      // past the time in which a second take is a bounce
      station.clock.now += 400;
      const result = await sender.command(one);
      if (result.ok) done += 1;
      for (const stage of stages) {
        const { current } = stage.stage.layers[LAYERS[done % LAYERS.length] ?? 'bug'];
        if (current && done % 3 === 0) stage.report(current.instance, 'on');
      }
    }
    expect(done).toBeGreaterThan(60);
    // the patches alone made these views: nobody has asked for a snapshot
    for (const page of [sender, watcher, ...stages]) {
      await page.until(store.revision);
      expect(page.gaps).toBe(0);
      expect(page.messages.filter(({ type }) => type === 'snapshot')).toHaveLength(1);
    }
    expect(sender.view).toEqual(plain(store.state));
    expect(watcher.view).toEqual(plain(store.state));
    for (const [index, channel] of CHANNELS.entries()) {
      expect(stages[index]?.view).toEqual(plain(stageView(store.state, channel)));
    }
    expect(errorsIn(station.lines)).toEqual([]);
  });

  it('is told "done" after the patch, with the revision and the command’s own answer', async () => {
    const station = await testStation();
    const desk = await Page.open(station);
    const result = await desk.command({ type: 'cue.take', cueId: 'c1' });
    expect(result).toMatchObject({ ok: true, revision: desk.revision, cueId: 'c1', layer: 'lower-third' });
    const kinds = desk.messages.map(({ type }) => type);
    expect(kinds.indexOf('patch')).toBeLessThan(kinds.indexOf('result'));
  });

  it('hears of every refusal, whoever was refused', async () => {
    const station = await testStation();
    const desk = await Page.open(station, deskHello('ben'));
    await station.command({ type: 'cue.take', cueId: 'c3' }, 'olive');
    const { refusal } = await desk.get('refusal');
    expect(refusal).toMatchObject({
      at: station.clock.now,
      by: 'olive',
      command: 'cue.take',
      code: 'fact_draft',
    });
    expect(refusal.problems).toHaveLength(1);
    const result = await desk.command({ type: 'cue.fly' });
    expect(result).toMatchObject({ ok: false, code: 'unknown_command' });
    expect(await desk.get('refusal', (m) => m.refusal.command === 'cue.fly')).toMatchObject({
      refusal: { by: 'ben' },
    });
  });

  it('knows what undo would undo', async () => {
    const station = await testStation();
    const desk = await Page.open(station);
    await station.command({ type: 'cue.move', cueId: 'c1', index: 3 }, 'ana');
    const undo = { title: 'Move a cue', by: 'ana' };
    expect(await desk.get('history', (m) => m.undo !== null)).toMatchObject({ undo, redo: null });
    await desk.command({ type: 'show.undo' });
    expect(await desk.get('history', (m) => m.redo !== null)).toMatchObject({ undo: null, redo: undo });
  });

  it('sees outputs come, report and go', async () => {
    const station = await testStation();
    const desk = await Page.open(station);
    const stage = await Page.open(station, stageHello('program', { name: 'Wall' }));
    const came = await desk.get('outputs', (m) => m.outputs.length === 1);
    expect(came.outputs).toMatchObject([{ name: 'Wall', channel: 'program', kind: 'output', fps: null }]);
    await stage.leave();
    await desk.next('outputs', (m) => m.outputs.length === 0);
  });

  it('gets a new snapshot when it asks', async () => {
    const station = await testStation();
    const desk = await Page.open(station);
    desk.view = null;
    await desk.settle();
    expect(desk.view).toEqual(plain(station.station.store.state));
  });
});

describe('is turned away', () => {
  const refusedWith = (url: string, headers: Record<string, string> = {}): Promise<number> =>
    new Promise((done, fail) => {
      const socket = new WebSocket(url, { headers });
      socket.on('unexpected-response', (_request, response) => {
        done(response.statusCode ?? 0);
        socket.terminate();
      });
      socket.on('open', () => fail(new Error('it was let in')));
      socket.on('error', () => {});
    });

  it('at the door: no key, a wrong key, a foreign origin or host, another address', async () => {
    const { port, key } = await testStation();
    const base = `ws://127.0.0.1:${port}`;
    expect(await refusedWith(`${base}/ws`)).toBe(401);
    expect(await refusedWith(`${base}/ws?key=wrong`)).toBe(401);
    expect(await refusedWith(`${base}/other?key=${key}`)).toBe(404);
    for (const origin of ['null', 'http://evil.example', `http://program-bug.localhost:${port}`]) {
      expect(await refusedWith(`${base}/ws?key=${key}`, { origin })).toBe(403);
    }
    for (const host of [`evil.example:${port}`, `program-bug.localhost:${port}`, `127.0.0.1:${port + 1}`]) {
      expect(await refusedWith(`${base}/ws?key=${key}`, { host })).toBe(403);
    }
  });

  it('an upgrade of an address that is none', async () => {
    const station = await testStation();
    const headers = { upgrade: 'websocket', connection: 'Upgrade' };
    for (const path of ['//', '//[', '/ws%']) {
      const { status } = await ask(station.port, path, { headers });
      expect([400, 404]).toContain(status);
    }
    expect((await station.ask('/api/v1/health')).status).toBe(200);
  });

  it.each<[string, string, (page: Page) => void]>([
    ['garbage', 'bad_message', (page) => page.send('{"type":')],
    ['an unknown message', 'bad_message', (page) => page.send({ type: 'patch', revision: 1, patches: [] })],
    ['a list', 'bad_message', (page) => page.send('[]')],
    ['bytes', 'bad_message', (page) => page.socket.send(Buffer.from([0xff, 0xfe]))],
    ['another protocol', 'wrong_version', (page) => page.send({ ...deskHello(), protocol: PROTOCOL + 1 })],
    [
      'a command before hello',
      'no_hello',
      (page) => page.send({ type: 'command', id: 1, command: { type: 'air.panic' } }),
    ],
    ['a report before hello', 'no_hello', (page) => page.report('i-1', 'on')],
    ['an unknown channel', 'bad_message', (page) => page.send({ ...stageHello(), channel: 'secret' })],
  ])('%s: closed with %s', async (_what, code, act) => {
    const station = await testStation();
    const before = station.station.store.state;
    const page = await Page.open(station, null);
    act(page);
    expect(await page.closed).toEqual({ code: 1008, reason: code });
    expect(page.messages).toEqual([{ type: 'bye', code, detail: expect.stringMatching(/\.$/) as string }]);
    expect(station.station.store.state).toBe(before);
  });

  it('a stage that commands, and a page that says hello twice', async () => {
    const station = await testStation();
    const before = station.station.store.state;
    const stage = await Page.open(station, stageHello());
    stage.send({ type: 'command', id: 1, command: { type: 'cue.take', cueId: 'c1' } });
    expect(await stage.closed).toEqual({ code: 1008, reason: 'not_allowed' });
    const two = await Page.open(station, stageHello());
    two.send(deskHello());
    two.send({ type: 'command', id: 1, command: { type: 'cue.take', cueId: 'c1' } });
    expect(await two.closed).toEqual({ code: 1008, reason: 'bad_message' });
    expect(station.station.store.state).toBe(before);
  });

  it('what a page says after the goodbye is not heard', async () => {
    const station = await testStation();
    const before = station.station.store.state;
    const page = await Page.open(station, null);
    page.send({ ...deskHello(), protocol: 99 });
    page.send(deskHello());
    page.send({ type: 'command', id: 1, command: { type: 'cue.take', cueId: 'c1' } });
    expect(await page.closed).toMatchObject({ reason: 'wrong_version' });
    expect(station.station.store.state).toBe(before);
  });

  it('a message of more than 2 MB', async () => {
    const station = await testStation();
    const page = await Page.open(station);
    page.send('x'.repeat(2 * 1024 * 1024 + 1));
    expect(await page.closed).toMatchObject({ code: 1009 });
  });
});
