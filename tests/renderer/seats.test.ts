/** What a desk works out of the others: who is where, who takes, and what it missed while its line was broken. */
import { describe, expect, it } from 'vitest';
import { CueId, FactId } from '../../core/ids.ts';
import type { Seat } from '../../core/protocol.ts';
import { initialUi } from '../../renderer/client/desk-ui.ts';
import { awayWords } from '../../renderer/seats/away.ts';
import { othersAt } from '../../renderer/seats/others.ts';
import { holderOf, reachOf } from '../../renderer/seats/reach.ts';
import { whereaboutsOf } from '../../renderer/seats/use-seat.ts';
import { makeCue, makeFact, makeState, makeStation, T0 } from '../support/builders.ts';

const seat = (id: string, over: Partial<Seat> = {}): Seat => ({
  seat: id,
  user: id.toUpperCase(),
  view: false,
  since: T0,
  workspace: 'playout',
  cue: null,
  fact: null,
  editing: null,
  ...over,
});

const c1 = CueId.parse('c1');

describe('the others', () => {
  const seats = [
    seat('ana', { cue: c1, editing: { kind: 'cue', id: 'c1' } }),
    seat('ben', { cue: c1, fact: FactId.parse('f1') }),
    seat('me', { cue: c1 }),
  ];

  it('are those at that very thing, once each, and never this desk', () => {
    expect(othersAt(seats, 'me', 'cue', 'c1')).toEqual([
      { seat: 'ana', user: 'ANA', editing: true },
      { seat: 'ben', user: 'BEN', editing: false },
    ]);
    expect(othersAt(seats, 'ben', 'fact', 'f1')).toEqual([]);
    expect(othersAt(seats, 'me', 'cue', 'f1')).toEqual([]);
  });

  it('are the same list for the same seats, so that no row is drawn again for nothing', () => {
    expect(othersAt(seats, 'me', 'cue', 'c1')).toBe(othersAt(seats, 'me', 'cue', 'c1'));
    expect(othersAt(seats, 'me', 'cue', 'c9')).toBe(othersAt([], 'me', 'fact', 'f9'));
  });
});

describe('whereabouts', () => {
  it('name what is selected, and what is half typed', () => {
    const ui = { ...initialUi, cue: c1, fact: FactId.parse('f1') };
    expect(whereaboutsOf(ui, true)).toMatchObject({
      cue: 'c1',
      fact: null,
      editing: { kind: 'cue', id: 'c1' },
    });
    expect(whereaboutsOf({ ...ui, inspect: 'fact' }, true).editing).toEqual({ kind: 'fact', id: 'f1' });
    expect(whereaboutsOf({ ...ui, workspace: 'facts' }, false)).toMatchObject({
      cue: null,
      fact: 'f1',
      editing: null,
    });
    expect(whereaboutsOf(initialUi, true).editing).toBeNull();
  });
});

describe('reach', () => {
  const state = makeState();
  const held = { ...state, air: { ...state.air, right: { seat: 'ana', user: 'Ana', since: T0 } } };

  it('is everybody’s until one holds the right, and never a viewer’s', () => {
    expect(reachOf({ state, seat: 'me', view: false })).toBe('everyone');
    expect(reachOf({ state: held, seat: 'me', view: false })).toBe('theirs');
    expect(reachOf({ state: held, seat: 'ana', view: false })).toBe('mine');
    expect(reachOf({ state: held, seat: 'ana', view: true })).toBe('viewer');
  });

  it('calls the holder by the name that they have now', () => {
    expect(holderOf({ state, seats: [] })).toBe('');
    expect(holderOf({ state: held, seats: [] })).toBe('Ana');
    expect(holderOf({ state: held, seats: [seat('ana', { user: 'Anahera' })] })).toBe('Anahera');
  });
});

describe('while you were away', () => {
  it('says what was taken, cleared, written and approved, what most matters first', () => {
    const station = makeStation({
      facts: [makeFact({ approval: 'draft', approvedBy: null })],
      cues: [makeCue({ name: 'Strap' }), makeCue({ id: 'c2', number: 2 })],
    });
    const before = station.state;
    expect(awayWords(before, before)).toBe('While you were away: nothing of the show or air changed.');
    station.do({ type: 'cue.take', cueId: 'c1' }, 'Ben');
    station.do({ type: 'cue.edit', cueId: 'c2', changes: { name: 'x' } });
    station.do({ type: 'cue.create', graphic: 'strap', layer: 'bug' });
    station.do({ type: 'fact.approve', factId: 'f1' });
    const during = station.state;
    expect(awayWords(before, during)).toBe(
      'While you were away: 1 Strap taken by Ben, 1 cue added, 1 cue changed, 1 fact changed.',
    );
    station.do({ type: 'air.panic' });
    station.do({ type: 'cue.move', cueId: 'c2', index: 0 });
    expect(awayWords(during, station.state)).toBe('While you were away: air cleared, the rundown reordered.');
  });
});
