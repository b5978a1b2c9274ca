// A night played into a rehearsal on a real station, with a clock that the test moves.
import { describe, expect, it } from 'vitest';
import type { NightStart } from '../../../core/schema/night.ts';
import { allRows, getRow } from '../../../core/table.ts';
import { errorsIn, type TestStation } from '../../support/station.ts';
import { handPlayer, rehearse, stationOf2008, type HandPlayer } from '../../support/night-station.ts';

const HOUR = 3_600_000;
const start = (over: Partial<NightStart> = {}): NightStart => ({
  id: 'nz-2008',
  speed: 60,
  seed: 1,
  ...over,
});

const showOf = ({ station }: TestStation) => station.store.state.show;
const nightFacts = (station: TestStation, feed = 'rh-nz-2008') =>
  allRows(showOf(station).facts)
    .filter(({ via }) => via?.feed === feed)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
const contents = (station: TestStation, feed?: string) =>
  nightFacts(station, feed).map(({ id, statement, values }) => ({ id, statement, values }));

async function playing(over: Partial<NightStart> = {}): Promise<{ station: TestStation; hand: HandPlayer }> {
  const station = await stationOf2008();
  await rehearse(station);
  const hand = handPlayer(station);
  expect(await hand.player.play(start(over), 'olive')).toMatchObject({ ok: true });
  return { station, hand };
}

describe('a night', () => {
  it('goes on with the clock, at its speed, and fills the fork through a feed of its own', async () => {
    const { station, hand } = await playing();
    expect(hand.player.status()).toMatchObject({
      state: 'playing',
      at: 0,
      counted: 0,
      round: 1,
      feed: 'rh-nz-2008',
    });
    expect(nightFacts(station)).toEqual([]);

    station.clock.now += 90_000;
    await hand.tick();
    const { counted } = hand.player.status() ?? {};
    expect(hand.player.status()).toMatchObject({ at: 1.5 * HOUR, speed: 60 });
    const count = getRow(showOf(station).facts, 'rh-nz-2008.count');
    expect(count?.values[0]).toMatchObject({ name: 'votes_counted', value: counted });
    expect(nightFacts(station).length).toBeGreaterThan(30);
    for (const fact of nightFacts(station)) {
      expect(fact.origin).toBe('rehearsal');
      expect(fact.approval).toBe('approved');
    }
    // decision 0013 holds whoever plays it
    expect(getRow(showOf(station).facts, 'rh-nz-2008.party-labour')?.onAir.label).toMatch(/^SIMULATED/);
    expect(errorsIn(station.lines)).toEqual([]);
  });

  it('stands still when paused, and goes on from there at another speed', async () => {
    const { station, hand } = await playing();
    station.clock.now += 60_000;
    await hand.player.change({ paused: true }, 'olive');
    station.clock.now += 500_000;
    await hand.tick();
    expect(hand.player.status()).toMatchObject({ state: 'paused', at: HOUR });
    await hand.player.change({ paused: false, speed: 2 }, 'olive');
    station.clock.now += 1000;
    expect(hand.player.status()).toMatchObject({ state: 'playing', at: HOUR + 2000, speed: 2 });
    expect(hand.events.map(({ did }) => did)).toEqual(['begin', 'pause', 'speed', 'go']);
  });

  it('jumps to a share of the count and to a time of night, forward and back', async () => {
    const { station, hand } = await playing();
    const there = await hand.player.change({ counted: 90 }, 'olive');
    expect(there).toMatchObject({ ok: true, night: { counted: 90 } });
    expect(getRow(showOf(station).facts, 'rh-nz-2008.count')?.values[0]).toMatchObject({ value: 90 });

    expect(await hand.player.change({ clock: '20:00' }, 'olive')).toMatchObject({ night: { at: HOUR } });
    const { counted = null } = hand.player.status() ?? {};
    expect(counted).toBeLessThan(60);
    expect(getRow(showOf(station).facts, 'rh-nz-2008.count')?.values[0]).toMatchObject({ value: counted });
    await hand.player.change({ counted: 90 }, 'olive');
    await hand.player.change({ at: 0 }, 'olive');
    expect(nightFacts(station)).toEqual([]);
    expect(hand.player.status()).toMatchObject({ at: 0, round: 2, counted: 0 });

    expect(await hand.player.change({ clock: '18:30' }, 'olive')).toMatchObject({
      ok: false,
      code: 'bad_command',
    });
    expect(hand.player.status()).toMatchObject({ at: 0 });
  });

  it('is the same each time it is repeated, and another with another seed', async () => {
    const { station, hand } = await playing();
    await hand.player.change({ counted: 40 }, 'olive');
    const first = contents(station);
    await hand.player.change({ counted: 80 }, 'olive');
    await hand.player.change({ at: 0 }, 'olive');
    await hand.player.change({ counted: 40 }, 'olive');
    expect(contents(station)).toEqual(first);
    await hand.player.play(start({ seed: 7 }), 'olive');
    await hand.player.change({ counted: 40 }, 'olive');
    expect(contents(station)).not.toEqual(first);
    expect(hand.player.status()).toMatchObject({ seed: 7, round: 3 });
  });

  it('ends with everything counted, and stays there until it is repeated', async () => {
    const { station, hand } = await playing();
    station.clock.now += 10 * HOUR;
    await hand.tick();
    expect(hand.player.status()).toMatchObject({ state: 'ended', at: 4.5 * HOUR, counted: 100 });
    expect(getRow(showOf(station).facts, 'rh-nz-2008.house')?.status).toBe('unofficial-complete');
    expect(await hand.player.change({ at: 0 }, 'olive')).toMatchObject({
      night: { state: 'playing', round: 2 },
    });
  });

  it('plays into the show’s own feed by its rules, where it has one', async () => {
    const station = await stationOf2008();
    const feed = {
      type: 'feed.create',
      feedId: 'ec',
      name: 'Commission',
      format: 'nz-xml',
      place: { kind: 'folder', path: '/nowhere/at/all' },
      source: 'Electoral Commission',
    };
    await station.command({ ...feed, rules: { new: 'auto', count: 'auto', votes: 'ask' } });
    await rehearse(station);
    const hand = handPlayer(station);
    await hand.player.play(start(), 'olive');
    await hand.player.change({ counted: 10 }, 'olive');
    expect(getRow(showOf(station).facts, 'ec.count')?.values[0]).toMatchObject({ value: 10 });
    const before = getRow(showOf(station).facts, 'ec.party-labour')?.statement;
    await hand.player.change({ counted: 50 }, 'olive');
    expect(getRow(showOf(station).facts, 'ec.count')?.values[0]).toMatchObject({ value: 50 });
    // what is to be asked is asked in a rehearsal too
    expect(getRow(showOf(station).facts, 'ec.party-labour')?.statement).toBe(before);
    expect(getRow(showOf(station).proposals, 'ec.party-labour')).toBeDefined();
  });
});

describe('what a night never does', () => {
  it('plays outside a rehearsal', async () => {
    const station = await stationOf2008();
    const hand = handPlayer(station);
    const revision = station.station.store.revision;
    expect(await hand.player.play(start(), 'olive')).toMatchObject({ ok: false, code: 'no_rehearsal' });
    expect(await hand.player.change({ paused: true }, 'olive')).toMatchObject({ code: 'no_rehearsal' });
    expect(hand.player.stop('olive')).toMatchObject({ code: 'no_rehearsal' });
    const items: object[] = [];
    for (const command of [
      { type: 'night.open', feedId: 'ec', name: 'n', source: 's', format: 'nz-xml' },
      { type: 'night.deliver', feedId: 'ec', items },
    ])
      expect(station.station.store.dispatch(command, { by: 'x', internal: true })).toMatchObject({
        code: 'no_rehearsal',
      });
    expect(station.station.store.revision).toBe(revision);
  });

  it('goes on when the mode goes live, not even with what it was about to deliver', async () => {
    const { station, hand } = await playing();
    const jump = hand.player.change({ counted: 95 }, 'olive');
    let commits = 0;
    station.station.store.onCommit(({ command }) => {
      // in the middle of a delivery
      if (command.type === 'night.deliver' && (commits += 1) === 2)
        queueMicrotask(() =>
          station.station.store.dispatch({ type: 'mode.set', mode: 'live' }, { by: 'olive' }),
        );
    });
    expect(await jump).toMatchObject({ ok: false });
    expect(station.station.store.state.air.mode).toBe('live');
    expect(commits).toBe(2);
    expect(hand.player.status()).toBeNull();
    expect(hand.told.at(-1)).toBeNull();
    expect(hand.events.at(-1)).toMatchObject({ did: 'stop' });
  });

  it('goes on in silence when its feed has been deleted: it says so and waits', async () => {
    const { station, hand } = await playing();
    await hand.player.change({ counted: 30 }, 'olive');
    await station.command({ type: 'feed.delete', feedId: 'rh-nz-2008' });
    station.clock.now += 60_000;
    await hand.tick();
    expect(hand.player.status()).toMatchObject({
      state: 'paused',
      problem: expect.stringContaining('deleted') as string,
    });
    expect(errorsIn(station.lines)).toEqual([]);
  });
});
