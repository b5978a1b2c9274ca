/** Undo and redo: every edit of the show goes back and forth to the very same state, and never touches air. */
import { applyPatches } from 'immer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandDefs } from '../../core/commands/registry.ts';
import type { State } from '../../core/state.ts';
import { allRows, emptyTable } from '../../core/table.ts';
import { firstTheme } from '../../core/themes.ts';
import { makeBoundCue, makeCue, makeFact, makeStation } from '../support/builders.ts';

const night = () =>
  makeStation({
    facts: [makeFact(), makeFact({ id: 'f2', seq: 2, approval: 'draft', approvedBy: null })],
    cues: [makeCue(), makeBoundCue('f1', { id: 'c2', number: 2 }), makeCue({ id: 'c3', number: 3 })],
  });

const EDITS = [
  { type: 'cue.create', graphic: 'strap', layer: 'bug', data: { headline: 'x' } },
  { type: 'cue.create', graphic: 'strap', layer: 'bug', index: 0 },
  { type: 'cue.edit', cueId: 'c1', changes: { name: 'x', data: {}, bindings: {}, autoOutMs: 2000 } },
  { type: 'cue.move', cueId: 'c3', index: 0 },
  { type: 'cue.delete', cueId: 'c2' },
  { type: 'cue.editMany', cueIds: ['c1', 'c2'], changes: { colour: 'red', segment: 'x', hold: true } },
  { type: 'cue.deleteMany', cueIds: ['c1', 'c2'] },
  { type: 'cue.moveMany', cueIds: ['c3', 'c2'], index: 0, segment: 'x' },
  { type: 'cue.duplicate', cueIds: ['c3', 'c1'] },
  { type: 'cue.renumber', cueIds: ['c3', 'c1'], from: 100, step: 5 },
  {
    type: 'cue.paste',
    clip: {
      tallydesk: 'cues',
      format: 1,
      from: { show: 'another', title: 'Another' },
      cues: [makeBoundCue('f77', { id: 'c77', number: 77 })],
      facts: [makeFact({ id: 'f77' })],
    },
  },
  { type: 'fact.create', kind: 'headline', statement: 'x' },
  { type: 'fact.edit', factId: 'f1', changes: { statement: 'x', subject: { a: [1, { b: null }] } } },
  { type: 'fact.approve', factId: 'f2' },
  { type: 'fact.approveMany', factIds: ['f2', 'f1'] },
  { type: 'fact.withdraw', factId: 'f1', reason: 'x' },
  {
    type: 'fact.withdraw',
    factId: 'f1',
    replacement: 'f2',
    uses: [{ cueId: 'c2', action: 'replace' }],
  },
  { type: 'fact.supersede', factId: 'f1', by: 'f2', uses: [{ cueId: 'c2', action: 'replace' }] },
  { type: 'fact.lock', factId: 'f1', locked: true },
  { type: 'show.edit', title: 'Another night', fourEyes: false },
  { type: 'theme.set', theme: { ...firstTheme(), id: 'own', corner: 12 } },
  { type: 'keys.set', action: 'swap', chords: ['y'] },
  { type: 'keys.assign', key: 'F5', to: { cue: 'c1' } },
  { type: 'keys.reset', to: { map: { swap: ['y'] }, functions: {} } },
];

/** But for the numbers that an undo took back: those are kept for ever. */
const exactly = (state: State): State => ({
  ...state,
  show: { ...state.show, spentRevisions: emptyTable(), factSeq: 0 },
});

describe.each(EDITS)('$type', (command) => {
  it('is undone and redone exactly', () => {
    const station = night();
    const before = station.state;
    const { patches, inverse } = station.do(command);
    const edited = station.state;
    expect(edited).not.toEqual(exactly(before));
    expect(edited.air).toEqual(before.air);
    expect(applyPatches(before, patches)).toEqual(edited);
    expect(applyPatches(edited, inverse)).toEqual(before);

    station.do({ type: 'show.undo' });
    expect(exactly(station.state)).toEqual(exactly(before));
    station.do({ type: 'show.redo' });
    expect(exactly(station.state)).toEqual(exactly(edited));
    station.do({ type: 'show.undo' });
    expect(exactly(station.state)).toEqual(exactly(before));
  });
});

/** Those need a feed, a table, a file, a rehearsal or a copy of the show: they are tried in the tests of these. */
const ELSEWHERE = [
  'fact.import',
  'feed.create',
  'feed.edit',
  'feed.delete',
  'media.add',
  'media.remove',
  'proposal.accept',
  'proposal.reject',
  'rehearsal.discard',
  'rehearsal.keep',
  'show.replace',
];

it('every command that records is tried above', () => {
  const recording = commandDefs().filter(({ undo }) => undo === 'record');
  expect(new Set([...EDITS.map(({ type }) => type), ...ELSEWHERE])).toEqual(
    new Set(recording.map(({ type }) => type)),
  );
});

describe('show.undo and show.redo', () => {
  it('say what they step over, and refuse at the ends', () => {
    const station = night();
    const nothing = (type: string, code: string, detail: string) =>
      expect(station.no({ type })).toEqual({ ok: false, code, detail });
    nothing('show.undo', 'nothing_to_undo', 'There is nothing to undo.');
    station.do({ type: 'show.edit', title: 'x' }, 'ana');
    expect(station.world.history.done).toMatchObject([
      { title: 'Change the show’s settings', by: 'ana', mode: 'live' },
    ]);
    expect(station.do({ type: 'show.undo' }).answer).toEqual({ title: 'Change the show’s settings' });
    nothing('show.undo', 'nothing_to_undo', 'There is nothing to undo.');
    station.do({ type: 'show.redo' });
    nothing('show.redo', 'nothing_to_redo', 'There is nothing to redo.');
  });

  it('a new edit forgets what was undone; playout does not', () => {
    const station = night();
    station.do({ type: 'show.edit', title: 'x' });
    station.do({ type: 'show.undo' });
    station.do({ type: 'cue.take', cueId: 'c1' });
    expect(station.world.history.undone).toHaveLength(1);
    station.do({ type: 'show.edit', title: 'y' });
    expect(station.world.history.undone).toEqual([]);
  });

  it('undo leaves what is on air as it is', () => {
    const station = night();
    station.do({ type: 'cue.edit', cueId: 'c1', changes: { data: { headline: 'Edited' } } });
    station.air('c1');
    const { layers } = station.state.air.channels.program;
    station.do({ type: 'show.undo' });
    expect(station.state.air.channels.program.layers).toBe(layers);
  });

  it('patches of an undo lead from the old state to the new and back, standby and all', () => {
    const station = night();
    station.do({ type: 'cue.recall', number: 1 });
    station.do({ type: 'cue.edit', cueId: 'c1', changes: { data: { headline: 'Edited' } } });
    const before = station.state;
    const { patches, inverse } = station.do({ type: 'show.undo' });
    expect(station.layer().armed?.data).toMatchObject({ headline: 'Polls have closed' });
    expect(applyPatches(before, patches)).toEqual(station.state);
    expect(applyPatches(station.state, inverse)).toEqual(before);
  });

  it('keeps the last 1,000 edits', () => {
    const station = night();
    for (let i = 0; i < 1003; i++) station.do({ type: 'show.edit', title: `Night ${i}` });
    expect(station.world.history.done).toHaveLength(1000);
  });
});

describe('what feeds deliver between', () => {
  const FEED = {
    type: 'feed.create',
    feedId: 'ec',
    name: 'EC',
    format: 'facts-csv',
    place: { kind: 'folder', path: '/tmp/ec' },
    source: 'EC',
    rules: Object.fromEntries(
      ['new', 'count', 'votes', 'leader', 'seats', 'status', 'text'].map((group) => [group, 'auto']),
    ),
  };
  const delivers = (id: string, statement: string) => ({
    type: 'feed.deliver',
    feedId: 'ec',
    items: [{ factId: id, key: `row/${id}`, content: { kind: 'headline', statement }, odd: [] }],
  });
  const facts = (station: ReturnType<typeof night>) =>
    allRows(station.state.show.facts).map(({ id }) => String(id));

  it('does not keep an older edit from being undone, however the facts fall into buckets', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 0, max: 200 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(ids, (numbers) => {
        const station = makeStation();
        station.do(FEED);
        const mine = numbers.filter((_, index) => index % 2 === 0).map((n) => `p${n}`);
        const theirs = numbers.filter((_, index) => index % 2 === 1).map((n) => `q${n}`);
        for (const [index, factId] of mine.entries()) {
          station.do({ type: 'fact.create', factId, kind: 'headline', statement: 'x' });
          const other = theirs[index];
          if (other) station.do(delivers(other, 'x'));
        }
        for (const _ of mine) {
          const { patches, inverse, answer } = station.do({ type: 'show.undo' });
          expect(answer).toEqual({ title: 'Write a fact' });
          expect(applyPatches(applyPatches(station.state, inverse), patches)).toEqual(station.state);
        }
        expect(facts(station).sort()).toEqual(theirs.sort());
        for (const _ of mine) station.do({ type: 'show.redo' });
        expect(facts(station).sort()).toEqual([...mine, ...theirs].sort());
        const seqs = allRows(station.state.show.facts).map(({ seq }) => seq);
        expect(new Set(seqs).size).toBe(seqs.length);
      }),
    );
  });

  it('over an edit leaves that edit out, says so, and lets the one before it be undone', () => {
    const station = night();
    station.do(FEED);
    station.do(delivers('r1', 'One.'));
    station.do({ type: 'show.edit', title: 'x' });
    station.do({ type: 'fact.lock', factId: 'r1', locked: true });
    station.do({ type: 'fact.lock', factId: 'r1', locked: false });
    station.do({ type: 'fact.lock', factId: 'r1', locked: true });
    station.world = {
      ...station.world,
      history: { ...station.world.history, done: station.world.history.done.slice(0, -1) },
    };
    const { patches, answer } = station.do({ type: 'show.undo' });
    expect([patches, answer['skipped']]).toEqual([[], 'Lock or unlock a fact']);
    station.do({ type: 'show.undo' });
    expect(station.do({ type: 'show.undo' }).answer).toEqual({ title: 'Change the show’s settings' });
  });
});

it('approvals, locks and withdrawals in pieces are undone as one', () => {
  const station = makeStation({
    facts: ['a', 'b', 'c', 'd'].map((id, at) =>
      makeFact({ id, seq: at + 1, approval: 'draft', approvedBy: null }),
    ),
  });
  const { show } = station.state;
  const revisions = { a: 1, b: 1, c: 7 };
  const approve = (factIds: string[]) =>
    station.do({ type: 'fact.approveMany', factIds, revisions, group: 'g' }).answer;
  approve(['a', 'b']);
  expect(approve(['c', 'd'])).toMatchObject({
    approved: ['d'],
    refused: [{ factId: 'c', code: 'fact_changed' }],
  });
  station.do({ type: 'fact.lock', factId: 'a', locked: true, group: 'g' });
  station.do({ type: 'fact.withdraw', factId: 'b', group: 'g' });
  station.do({ type: 'show.undo', group: 'g' });
  expect(station.state.show).toEqual(show);
});

it('what a person saw goes with an approval and an edit', () => {
  const station = night();
  station.do({ type: 'fact.edit', factId: 'f2', base: 1, changes: { statement: 'x' } }, 'kim');
  const no = { code: 'fact_changed', detail: '“x” has been changed since by kim: look again.' };
  expect(station.no({ type: 'fact.edit', factId: 'f2', base: 1, changes: { note: 'y' } })).toMatchObject(no);
  expect(station.no({ type: 'fact.approve', factId: 'f2', revision: 1 })).toMatchObject(no);
  station.do({ type: 'fact.approve', factId: 'f2', revision: 2 });
});

it('what takes part in playout is never recorded', () => {
  const station = night();
  for (const command of [
    { type: 'cue.recall', number: 1 },
    { type: 'cue.arm', cueId: 'c1' },
    { type: 'cue.take' },
    { type: 'layer.update', layer: 'lower-third' },
    { type: 'layer.out' },
    { type: 'air.clear' },
    { type: 'air.panic' },
    { type: 'mode.set', mode: 'rehearsal' },
  ]) {
    const { show } = station.state;
    station.do(command);
    expect(station.state.show).toBe(show);
  }
  expect(station.world.history.done).toEqual([]);
});
