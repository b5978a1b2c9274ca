/** Undo and redo: every edit of the show goes back and forth to the very same state, and never touches air. */
import { applyPatches } from 'immer';
import { describe, expect, it } from 'vitest';
import { commandDefs } from '../../core/commands/registry.ts';
import type { State } from '../../core/state.ts';
import { emptyTable } from '../../core/table.ts';
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
];

/** But for the revision numbers that an undo took back: those are kept for ever. */
const exactly = (state: State): State => ({
  ...state,
  show: { ...state.show, spentRevisions: emptyTable() },
});

describe.each(EDITS)('$type', (command) => {
  it('is undone and redone exactly', () => {
    const station = night();
    const before = station.state;
    const { patches, inverse } = station.do(command);
    const edited = station.state;
    expect(edited).not.toEqual(before);
    expect(edited.air).toEqual(before.air);
    expect(applyPatches(before, patches)).toEqual(edited);
    expect(applyPatches(edited, inverse)).toEqual(before);

    station.do({ type: 'show.undo' });
    expect(exactly(station.state)).toEqual(before);
    station.do({ type: 'show.redo' });
    expect(exactly(station.state)).toEqual(edited);
    station.do({ type: 'show.undo' });
    expect(exactly(station.state)).toEqual(before);
  });
});

/** Those need a feed or a table: they are tried in tests/core/feeds. */
const ELSEWHERE = [
  'fact.import',
  'feed.create',
  'feed.edit',
  'feed.delete',
  'proposal.accept',
  'proposal.reject',
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
