// The stages' sockets: a stage learns of its own channel only, and its word is what makes something on air.
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { WebSocket } from 'ws';
import { stageView } from '../../core/stage/view.ts';
import { Session } from '../../main/sockets/session.ts';
import { Page, stageHello } from '../support/page.ts';
import { testStation, type TestStation } from '../support/station.ts';

const program = ({ station }: TestStation) => station.store.state.air.channels.program.layers;

async function takeOnAir(station: TestStation, stage: Page): Promise<string> {
  const { json } = await station.command({ type: 'cue.take', cueId: 'c1' });
  const instance = String(json['instance']);
  stage.report(instance, 'on');
  await stage.settle();
  return instance;
}

describe('a stage', () => {
  it('gets its channel only: no facts, no cues, no other channel anywhere in the bytes', async () => {
    const station = await testStation();
    const stage = await Page.open(station, stageHello('program'));
    expect(Object.keys(stage.stage).sort()).toEqual(['layers', 'mode', 'output']);
    await station.command({ type: 'cue.edit', cueId: 'c1', changes: { notes: 'SECRET note' } });
    await station.command({ type: 'fact.edit', factId: 'f2', changes: { statement: 'SECRET fact' } });
    await station.command({
      type: 'cue.create',
      graphic: 'strap',
      layer: 'bug',
      name: 'SECRET cue',
      data: { headline: 'SECRET headline' },
    });
    // on preview only: its fact is not approved
    await station.command({ type: 'cue.recall', number: 3 });
    await station.command({ type: 'show.undo' });
    await station.command({ type: 'cue.take', cueId: 'c1' });
    await station.command({ type: 'cue.take', cueId: 'c3' });
    await stage.settle();
    const bytes = stage.texts.join('\n');
    expect(bytes).toContain('Polls have closed');
    expect(bytes).not.toMatch(/SECRET|Not yet checked|rundown|statement|"preview"|"rehearsal"|"facts":\{/);
    expect(new Set(stage.messages.map(({ type }) => type))).toEqual(new Set(['snapshot', 'patch']));
    expect(stage.gaps).toBe(0);
    expect(stage.view).toEqual(JSON.parse(JSON.stringify(stageView(station.station.store.state, 'program'))));
  });

  it('of another channel hears nothing of program', async () => {
    const station = await testStation();
    const rehearsal = await Page.open(station, stageHello('rehearsal'));
    await station.command({ type: 'cue.take', cueId: 'c1' });
    await rehearsal.settle();
    expect(rehearsal.texts.join('\n')).not.toContain('Polls have closed');
  });

  it('makes things on air, and off, by saying so', async () => {
    const station = await testStation();
    const stage = await Page.open(station, stageHello());
    const { json } = await station.command({ type: 'cue.take', cueId: 'c1' });
    const instance = String(json['instance']);
    expect(program(station)['lower-third'].current).toMatchObject({ phase: 'coming', shownAt: null });
    stage.report(instance, 'on');
    await stage.settle();
    expect(program(station)['lower-third'].current).toMatchObject({
      phase: 'on',
      shownAt: station.clock.now,
    });
    await station.command({ type: 'layer.out', layer: 'lower-third' });
    expect(program(station)['lower-third']).toMatchObject({ current: null, leaving: { instance } });
    stage.report(instance, 'off');
    await stage.settle();
    expect(program(station)['lower-third'].leaving).toBeNull();
  });

  it('cannot speak for another channel', async () => {
    const station = await testStation();
    const other = await Page.open(station, stageHello('rehearsal'));
    await Page.open(station, stageHello());
    const { json } = await station.command({ type: 'cue.take', cueId: 'c1' });
    other.report(String(json['instance']), 'on');
    await other.settle();
    expect(program(station)['lower-third'].current).toMatchObject({ phase: 'coming' });
  });
});

describe('a monitor', () => {
  it('is not believed while an output is there, and is when there is none', async () => {
    const station = await testStation();
    const output = await Page.open(station, stageHello());
    const monitor = await Page.open(station, stageHello('program', { kind: 'monitor' }));
    const { json } = await station.command({ type: 'cue.take', cueId: 'c1' });
    const instance = String(json['instance']);
    monitor.report(instance, 'on');
    await monitor.settle();
    expect(program(station)['lower-third'].current).toMatchObject({ phase: 'coming' });
    await output.leave();
    monitor.report(instance, 'on');
    await monitor.settle();
    expect(program(station)['lower-third'].current).toMatchObject({ phase: 'on' });
  });

  it('claims nothing after a restart', async () => {
    const station = await testStation();
    const stage = await Page.open(station, stageHello());
    const instance = await takeOnAir(station, stage);
    await station.close();
    const again = await testStation({ data: station.data, build: station.build });
    const monitor = await Page.open(again, stageHello('program', { kind: 'monitor', showing: [instance] }));
    await monitor.settle();
    expect(program(again)['lower-third'].current).toBeNull();
  });
});

describe('what leaves with nobody watching is gone', () => {
  it('at once when there is no stage', async () => {
    const station = await testStation();
    await station.command({ type: 'cue.take', cueId: 'c1' });
    await station.command({ type: 'layer.out', layer: 'lower-third' });
    expect(program(station)['lower-third'].leaving).toBeNull();
  });

  it('when the last stage goes', async () => {
    const station = await testStation();
    const desk = await Page.open(station);
    const stage = await Page.open(station, stageHello());
    await takeOnAir(station, stage);
    await station.command({ type: 'layer.out', layer: 'lower-third' });
    expect(program(station)['lower-third'].leaving).not.toBeNull();
    const gone = desk.next('outputs', (m) => m.outputs.length === 0);
    await stage.leave();
    await gone;
    await desk.settle();
    expect(program(station)['lower-third'].leaving).toBeNull();
  });
});

describe('after a restart', () => {
  it('an output that still shows it brings it back, with its snapshot first', async () => {
    const station = await testStation();
    const instance = await takeOnAir(station, await Page.open(station, stageHello()));
    await station.close();
    const again = await testStation({ data: station.data, build: station.build });
    expect(again.station.store.state.air.interrupted).toMatchObject([
      { channel: 'program', item: { instance } },
    ]);
    const desk = await Page.open(again);
    const stage = await Page.open(again, stageHello('program', { showing: [instance, 'i-unknown'] }));
    expect(stage.messages[0]).toMatchObject({ type: 'snapshot' });
    expect(stage.stage.layers['lower-third'].current).toMatchObject({ instance, phase: 'on' });
    await desk.settle();
    expect(desk.state.air.interrupted).toEqual([]);
  });

  it('what the operator forgets is out in the as-run log; what an output kept was never gone', async () => {
    const station = await testStation();
    const instance = await takeOnAir(station, await Page.open(station, stageHello()));
    await station.close();
    const again = await testStation({ data: station.data, build: station.build });
    const entries = async () => (await again.ask('/api/v1/as-run')).json['entries'];
    expect(await entries()).toMatchObject([{ instance, outAt: null }]);
    again.clock.now += 60_000;
    await again.command({ type: 'air.discard' }, 'ben');
    expect(await entries()).toMatchObject([{ instance, outAt: again.clock.now }]);
  });
});

describe('the outputs panel', () => {
  const beat = (revision: number) => ({ type: 'beat' as const, revision, frames: 50, late: 2 });
  const session = () => {
    const one = new Session('page-1', {} as WebSocket);
    one.stage = {
      channel: 'program',
      kind: 'output',
      name: '',
      isolation: 'full',
      output: null,
      window: null,
    };
    return one;
  };

  it('counts frames a second', () => {
    const one = session();
    one.hear(beat(1), 0);
    one.hear(beat(1), 2000);
    expect(one.info(false, 2000)).toMatchObject({ fps: 25, late: 2, revision: 1, behind: false });
  });

  it('calls a stage behind that lacks what was sent a beat ago, not what was sent just now', () => {
    const one = session();
    one.told = 1;
    one.hear(beat(1), 0);
    one.told = 5;
    one.hear(beat(1), 1000);
    expect(one.info(false, 1000)?.behind).toBe(false);
    one.hear(beat(1), 2000);
    expect(one.info(false, 2000)?.behind).toBe(true);
    one.hear(beat(5), 3000);
    expect(one.info(false, 3000)?.behind).toBe(false);
  });
});

describe('connections that do not work', () => {
  afterEach(() => void vi.useRealTimers());

  it('cuts off a page that cannot keep up, instead of filling memory', () => {
    const done: string[] = [];
    const socket = {
      OPEN: 1,
      readyState: 1,
      bufferedAmount: 0,
      send: () => done.push('send'),
      terminate: () => done.push('terminate'),
    };
    const session = new Session('page-1', socket as unknown as WebSocket);
    session.sendText('x');
    socket.bufferedAmount = 9 * 1024 * 1024;
    session.sendText('x');
    socket.readyState = 3;
    session.sendText('x');
    expect(done).toEqual(['send', 'terminate']);
  });

  it('drops a page that answers no ping, and keeps one that does', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const station = await testStation();
    const alive = await Page.open(station, stageHello());
    const dead = await Page.open(station, stageHello(), { autoPong: false });
    let gone = false;
    void dead.closed.then(() => (gone = true));
    for (let pulse = 0; pulse < 7; pulse++) {
      const pinged = new Promise((done) => alive.socket.once('ping', done));
      vi.advanceTimersByTime(1000);
      await pinged;
      // answered in order: the pong has been heard
      await alive.settle();
    }
    await dead.closed;
    expect(gone).toBe(true);
    expect(alive.socket.readyState).toBe(alive.socket.OPEN);
  });

  it('says goodbye to every page when it stops', async () => {
    const station = await testStation();
    const desk = await Page.open(station);
    await station.close();
    expect(await desk.closed).toMatchObject({ code: 1001 });
  });
});
