/** The fork of a rehearsal: what is put aside, what comes back, what is left, and what nobody can wash clean. */
import { describe, expect, it } from 'vitest';
import { barrierBreach, breachesIn } from '../../../core/rehearsal/barrier.ts';
import { secured } from '../../../core/rehearsal/load.ts';
import { gate } from '../../../core/gate.ts';
import type { State } from '../../../core/state.ts';
import { allRows, getRow, tableFrom } from '../../../core/table.ts';
import { factLines } from '../../../core/facts/log.ts';
import { graphicsOf, makeBoundCue, makeCue, makeFact, makeStation, T0 } from '../../support/builders.ts';
import { ALL_AUTO, deliver, EARLY, FEED, item } from '../../support/feed.ts';

const night = () =>
  makeStation({
    facts: [makeFact()],
    cues: [makeBoundCue(), makeCue({ id: 'c2', number: 2, layer: 'ticker' })],
  });

const bindings = { headline: { fact: 'r1', path: 'statement' } };

/** A rehearsal that makes a fact and a cue on it, and changes a live fact. */
const rehearsed = () => {
  const station = night();
  station.do({ type: 'mode.set', mode: 'rehearsal' });
  station.do({ type: 'fact.create', factId: 'r1', kind: 'headline', statement: 'Test result' }, 'ana');
  station.do({ type: 'fact.approve', factId: 'r1' }, 'ben');
  const made = { type: 'cue.create', name: 'Test', graphic: 'strap', layer: 'bug', bindings };
  const cueId = String(station.do(made).answer['cueId']);
  station.do({ type: 'fact.edit', factId: 'f1', changes: { statement: 'Changed' } }, 'ana');
  station.do({ type: 'cue.take', cueId });
  expect(station.on('bug', 'rehearsal').origin).toBe('rehearsal');
  station.do({ type: 'air.panic' });
  station.do({ type: 'mode.set', mode: 'live' });
  return { station, cueId };
};

const keep = (...items: [kind: string, id: string][]) => ({
  type: 'rehearsal.keep',
  items: items.map(([kind, id]) => ({ kind, id })),
});

describe('the mode', () => {
  it('is not changed while a program output is frozen with a graphic on it', () => {
    const station = night();
    const { instance } = station.air('c2');
    station.do({ type: 'output.freeze', outputId: 'program', on: true });
    station.do({ type: 'air.clear' });
    station.report('off', instance);
    expect(station.no({ type: 'mode.set', mode: 'rehearsal' }).detail).toContain('frozen');
  });

  it('brings back what stood by, and nothing of what somebody was about to do', () => {
    const station = night();
    station.do({ type: 'cue.recall', cueId: 'c1' });
    station.do({ type: 'mode.set', mode: 'rehearsal' });
    station.do({ type: 'cue.take', cueId: 'c2' });
    station.do({ type: 'air.panic' });
    station.do({ type: 'mode.set', mode: 'live' });
    expect(station.state.air).toMatchObject({
      cued: 'c1',
      lastTake: null,
      lastOut: null,
      due: [],
      missed: null,
    });
    expect(station.layer().armed?.cue.id).toBe('c1');
  });

  it('keeps the live steps undoable, and what was undone live redoable', () => {
    const station = night();
    station.do({ type: 'cue.edit', cueId: 'c1', changes: { name: 'A' } });
    station.do({ type: 'cue.edit', cueId: 'c1', changes: { name: 'B' } });
    station.do({ type: 'show.undo' });
    station.do({ type: 'mode.set', mode: 'rehearsal' });
    station.do({ type: 'cue.edit', cueId: 'c1', changes: { name: 'R' } });
    expect(station.no({ type: 'show.redo' }).code).toBe('live_data_in_rehearsal');
    station.do({ type: 'show.undo' });
    expect(getRow(station.state.show.cues, 'c1')).toMatchObject({ name: 'A', origin: 'live' });
    expect(station.no({ type: 'show.undo' }).code).toBe('live_data_in_rehearsal');
    station.do({ type: 'mode.set', mode: 'live' });
    station.do({ type: 'show.redo' });
    expect(getRow(station.state.show.cues, 'c1')?.name).toBe('B');
  });

  it('of a finished rehearsal that did nothing leaves nothing', () => {
    const station = night();
    station.do({ type: 'mode.set', mode: 'rehearsal' });
    station.do({ type: 'mode.set', mode: 'live' });
    expect(station.state.rehearsal).toBeNull();
  });
});

describe('the review', () => {
  it('has what was made and changed, before and after', () => {
    const { station, cueId } = rehearsed();
    expect(cueId).toMatch(/^rh-/);
    const { rehearsal } = station.state;
    expect(rehearsal?.phase === 'review' && rehearsal.items).toMatchObject([
      {
        kind: 'fact',
        id: 'f1',
        what: 'changed',
        before: { statement: expect.any(String) as string },
        after: { statement: 'Changed', origin: 'rehearsal' },
      },
      { kind: 'fact', id: 'r1', what: 'made', before: null },
      { kind: 'cue', id: cueId, what: 'made', before: null },
    ]);
  });

  it('only counts what a feed of the rehearsal wrote, but for what a person edited or a cue is bound to', () => {
    const station = night();
    station.do({ type: 'mode.set', mode: 'rehearsal' });
    station.do({ ...FEED, rules: ALL_AUTO });
    const news = ['a', 'b', 'c', 'd'].map((key) => ({ ...item(EARLY), factId: `ec.${key}`, key }));
    deliver(station, ...news);
    station.do({ type: 'fact.edit', factId: 'ec.c', changes: { note: 'Checked' } }, 'ana');
    const bound = { headline: { fact: 'ec.d', path: 'statement' } };
    station.do({ type: 'cue.edit', cueId: 'c2', changes: { bindings: bound } });
    station.do({ type: 'mode.set', mode: 'live' });
    const { rehearsal } = station.state;
    if (rehearsal?.phase !== 'review') throw new Error('nothing is left');
    expect(rehearsal.items.map(({ id }) => id)).toEqual(['ec.c', 'ec.d', 'c2']);
    expect(rehearsal).toMatchObject({ ofFeeds: 2, dropped: ['feeds'] });
  });

  it('keeps a fact as a draft and a cue at the end, both of the rehearsal for ever, and can be undone', () => {
    const { station, cueId } = rehearsed();
    const { show, rehearsal } = station.state;
    const { answer } = station.do(keep(['fact', 'r1'], ['cue', cueId]));
    const [factKept] = answer['facts'] as string[];
    const [cueKept] = answer['cues'] as string[];
    expect([factKept, cueKept]).toEqual([expect.stringMatching(/^rh-/), expect.stringMatching(/^rh-/)]);
    expect(getRow(station.state.show.facts, String(factKept))).toMatchObject({
      approval: 'draft',
      origin: 'rehearsal',
      note: expect.stringContaining('rehearsal of 2023-10-14') as string,
    });
    station.do({ type: 'fact.approve', factId: factKept }, 'ben');
    station.do({ type: 'cue.edit', cueId: cueKept, changes: { name: 'Looks live' } });
    expect(station.no({ type: 'cue.take', cueId: cueKept }).code).toBe('rehearsal_data');
    // nor through a live cue, nor as a copy of it
    station.do({
      type: 'cue.edit',
      cueId: 'c2',
      changes: { bindings: { headline: { fact: factKept, path: 'statement' } } },
    });
    expect(station.no({ type: 'cue.take', cueId: 'c2' }).code).toBe('rehearsal_data');
    const copies = station.do({ type: 'cue.duplicate', cueIds: [cueKept] }).answer['cueIds'] as string[];
    expect(station.no({ type: 'cue.take', cueId: copies[0] }).code).toBe('rehearsal_data');
    for (let n = 0; n < 5; n += 1) station.do({ type: 'show.undo' });
    expect(station.state.rehearsal).toEqual(rehearsal);
    expect({ ...station.state.show, factSeq: show.factSeq, spentRevisions: show.spentRevisions }).toEqual(
      show,
    );
  });

  it('is over when all of it is thrown away, and says what is gone', () => {
    const { station, cueId } = rehearsed();
    expect(station.no({ type: 'cue.take', cueId })).toMatchObject({
      code: 'rehearsal_data',
      detail: expect.stringContaining('“Test” was made in the rehearsal') as string,
    });
    expect(station.no({ type: 'cue.recall', number: 3 }).code).toBe('rehearsal_data');
    expect(station.no(keep(['fact', 'nope'])).code).toBe('rehearsal_data');
    const { rehearsal } = station.state;
    station.do({ type: 'rehearsal.discard' });
    expect(station.state.rehearsal).toBeNull();
    station.do({ type: 'show.undo' });
    expect(station.state.rehearsal).toEqual(rehearsal);
    station.do({ type: 'rehearsal.discard' });
    expect(station.no({ type: 'rehearsal.discard' }).code).toBe('no_rehearsal');
    expect(station.no({ type: 'cue.take', cueId }).code).toBe('rehearsal_data');
  });

  it('of an earlier rehearsal is thrown away by the next one', () => {
    const { station } = rehearsed();
    station.do({ type: 'mode.set', mode: 'rehearsal' });
    station.do({ type: 'mode.set', mode: 'live' });
    expect(station.state.rehearsal).toBeNull();
  });
});

describe('the fact log', () => {
  it('has no line of a fork, nor of the way back', () => {
    const station = night();
    const lines = (command: { type: string } & Record<string, unknown>) => {
      const before = station.state;
      const { patches, world } = station.do(command);
      return factLines(before, world.state, patches, command, 'ana', T0).length;
    };
    const edit = (statement: string) => ({ type: 'fact.edit', factId: 'f1', changes: { statement } });
    expect(lines(edit('A'))).toBe(1);
    expect(lines({ type: 'mode.set', mode: 'rehearsal' })).toBe(0);
    expect(lines(edit('B'))).toBe(0);
    expect(lines({ type: 'mode.set', mode: 'live' })).toBe(0);
    expect(lines(keep(['fact', 'f1']))).toBe(1);
  });
});

describe('the barrier', () => {
  const state = () => rehearsed().station.state;

  it('sees a showing on program that is of a rehearsal by any of its marks', () => {
    const station = night();
    const item = station.air('c1');
    const put = (over: object): State => {
      const { air } = station.state;
      const layers = { ...air.channels.program.layers };
      layers['lower-third'] = { current: { ...item, ...over }, armed: null, leaving: null };
      return { ...station.state, air: { ...air, channels: { ...air.channels, program: { layers } } } };
    };
    expect(breachesIn(put({}))).toEqual([]);
    expect(breachesIn(put({ origin: 'rehearsal' }))).toHaveLength(1);
    expect(breachesIn(put({ instance: 'rh-i-1' }))).toHaveLength(1);
    expect(breachesIn(put({ cue: { ...item.cue, id: 'rh-cue-1' } }))).toHaveLength(1);
    expect(breachesIn(put({ facts: [{ id: 'rh-fact-1', revision: 1 }] }))).toHaveLength(1);
    expect(breachesIn({ ...put({}), held: station.state.show })).toHaveLength(1);
  });

  it('lets nothing but the mode change what is put aside', () => {
    const before = state();
    expect(barrierBreach({ ...before, held: before.show }, before, 'fact.edit')).not.toBeNull();
  });
});

describe('a file that somebody has edited', () => {
  const running = () => {
    const station = night();
    station.do({ type: 'mode.set', mode: 'rehearsal' });
    station.do({ type: 'fact.edit', factId: 'f1', changes: { statement: 'Invented' } }, 'ana');
    station.do({ type: 'fact.approve', factId: 'f1' }, 'ben');
    station.do({ type: 'cue.take', cueId: 'c1' });
    return station;
  };

  it('as the station left it is as it was', () => {
    const { state } = running();
    expect(secured(structuredClone(state), T0)).toEqual({ state, notes: [] });
  });

  it('with the mode made live has the live show again, nothing on air, and the rest to look through', () => {
    const { state } = running();
    const air = { ...state.air, mode: 'live' as const };
    air.channels = { ...air.channels, program: air.channels.rehearsal };
    const { state: read, notes } = secured({ ...state, air }, T0);
    expect(notes).toHaveLength(1);
    expect(read.show).toEqual(state.held);
    expect(read.air.channels.program.layers['lower-third'].current).toBeNull();
    expect(read.rehearsal).toMatchObject({ phase: 'review', items: [{ id: 'f1' }] });
    expect(breachesIn(read)).toEqual([]);
  });

  it('with an origin washed off says rehearsal again', () => {
    const { state } = running();
    const facts = tableFrom(allRows(state.show.facts).map((fact) => ({ ...fact, origin: 'live' as const })));
    const { state: read, notes } = secured({ ...state, show: { ...state.show, facts } }, T0);
    expect(notes).toHaveLength(1);
    expect(getRow(read.show.facts, 'f1')?.origin).toBe('rehearsal');
  });

  it('with a kept cue called live is known by its id, before and after it is read', () => {
    const { station, cueId } = rehearsed();
    const [kept] = station.do(keep(['cue', cueId])).answer['cues'] as string[];
    const cues = tableFrom(
      allRows(station.state.show.cues).map((cue) => ({ ...cue, origin: 'live' as const })),
    );
    const show = { ...station.state.show, cues };
    const washed = getRow(cues, String(kept));
    if (!washed) throw new Error('nothing was kept');
    expect(gate(show, washed, graphicsOf(), 'live', T0).problems.map(({ code }) => code)).toContain(
      'rehearsal_data',
    );
    const { state: read, notes } = secured({ ...station.state, show }, T0);
    expect([getRow(read.show.cues, String(kept))?.origin, notes.length]).toEqual(['rehearsal', 1]);
  });

  it('with a rehearsal’s graphic on program or waiting for it comes clean', () => {
    const { station } = rehearsed();
    const item = { ...station.air('c2'), origin: 'rehearsal' as const };
    const { air } = station.state;
    const layers = { ...air.channels.program.layers, ticker: { current: item, armed: null, leaving: null } };
    const interrupted = [{ channel: 'program' as const, item }];
    const edited = { ...air, interrupted, channels: { ...air.channels, program: { layers } } };
    const { state: read, notes } = secured({ ...station.state, air: edited }, T0);
    expect(notes).toEqual(['the file had something of a rehearsal on program: it was taken off']);
    expect(read.air.channels.program.layers.ticker.current).toBeNull();
    expect(read.air.interrupted).toEqual([]);
  });
});
