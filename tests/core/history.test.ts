/** The history as it is read and jumped in: readable rows, one revision a jump, the same as step by step, air untouched. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandDefs } from '../../core/commands/registry.ts';
import { historyRows, previewJump } from '../../core/history-rows.ts';
import type { State } from '../../core/state.ts';
import { makeBoundCue, makeCue, makeFact, makeStation, type FakeStation } from '../support/builders.ts';

const night = () =>
  makeStation({
    facts: [makeFact(), makeFact({ id: 'f2', seq: 2, approval: 'draft', approvedBy: null })],
    cues: [
      makeCue({ name: 'Labour 34' }),
      makeBoundCue('f1', { id: 'c2', number: 2, name: 'Follows', follow: true }),
    ],
  });

const rename = (name: string, cueId = 'c1') => ({ type: 'cue.edit', cueId, changes: { name } });
const rows = (station: FakeStation) => historyRows(station.world.history);

describe('the rows', () => {
  it('say who did what to which thing, the newest first, done and undone', () => {
    const station = night();
    station.do(rename('National 58'), 'ana');
    station.do({ type: 'fact.approve', factId: 'f2' }, 'ben');
    station.do({ type: 'show.undo' });
    expect(rows(station)).toMatchObject([
      { title: 'Approve a fact', detail: '2 Labour leads in Auckland Central.', by: 'ben', done: false },
      { title: 'Edit a cue', detail: '1 Labour 34', by: 'ana', done: true, count: 1 },
    ]);
  });

  it('are one for each group, where its turn comes', () => {
    const station = night();
    station.do({ type: 'fact.lock', factId: 'f1', locked: true, group: 'g' });
    station.do(rename('x'), 'ana');
    station.do({ type: 'fact.lock', factId: 'f2', locked: true, group: 'g' });
    expect(rows(station).map(({ title, count }) => [title, count])).toEqual([
      ['Lock or unlock a fact', 2],
      ['Edit a cue', 1],
    ]);
    station.do({ type: 'show.undo' });
    expect(rows(station).map(({ title, done }) => [title, done])).toEqual([
      ['Lock or unlock a fact', false],
      ['Edit a cue', true],
    ]);
  });

  it('every recorded command says which thing it is about', () => {
    const silent = commandDefs().filter(({ undo, describe: says }) => undo === 'record' && !says);
    expect(silent.map(({ type }) => type)).toEqual([]);
  });
});

describe('show.stepTo', () => {
  it('goes back and forth in one revision, and says how far', () => {
    const station = night();
    for (const name of ['a', 'b', 'c', 'd']) station.do(rename(name));
    const [, , b] = rows(station);
    const before = station.state;
    expect(station.do({ type: 'show.stepTo', id: b?.id }).answer).toEqual({ steps: 2, direction: 'undo' });
    expect(rows(station).map(({ done }) => done)).toEqual([false, false, true, true]);
    const newest = rows(station)[0];
    expect(station.do({ type: 'show.stepTo', id: newest?.id }).answer).toEqual({
      steps: 2,
      direction: 'redo',
    });
    expect(station.state.show).toEqual(before.show);
    station.do({ type: 'show.stepTo', id: 0 });
    expect(rows(station).every(({ done }) => !done)).toBe(true);
    expect(station.no({ type: 'show.stepTo', id: 99 }).code).toBe('step_unknown');
    expect(station.do({ type: 'show.stepTo', id: 0 })).toMatchObject({ patches: [], answer: { steps: 0 } });
  });

  it('passes over what has changed since, and names it', () => {
    const station = night();
    station.do({ type: 'show.edit', title: 'Another night' });
    station.do({ type: 'cue.create', graphic: 'strap', layer: 'bug', name: 'Made', number: 9 });
    station.do(rename('x'));
    // a change that is not in the history, as a feed makes one
    station.world = {
      ...station.world,
      state: { ...station.state, show: { ...station.state.show, title: 'A feed’s title' } },
    };
    const preview = previewJump(station.state, station.world.history, 0);
    expect(preview).toMatchObject({
      direction: 'undo',
      steps: 3,
      skipped: ['Change the show’s settings · Another night'],
      cues: { count: 2 },
      facts: { count: 0 },
      other: true,
    });
    expect('ok' in preview ? [] : preview.cues.names.toSorted()).toEqual(['1 x', '9 Made']);
    const { answer } = station.do({ type: 'show.stepTo', id: 0 });
    expect(answer).toMatchObject({ steps: 3, skipped: ['Change the show’s settings · Another night'] });
    expect(station.state.show.title).toBe('A feed’s title');
  });

  it('takes no step of the live show back from rehearsal', () => {
    const station = night();
    station.do(rename('x'));
    station.do({ type: 'mode.set', mode: 'rehearsal' });
    expect(station.no({ type: 'show.stepTo', id: 0 }).code).toMatch(/live_data_in_rehearsal|nothing_to_undo/);
  });
});

const edit = fc.oneof(
  fc.constantFrom('a', 'b', 'c').map((name) => rename(name)),
  fc.constantFrom('a', 'b').map((name) => rename(name, 'c2')),
  fc.nat(2).map((index) => ({ type: 'cue.move', cueId: 'c1', index })),
  fc.constant({ type: 'cue.create', graphic: 'strap', layer: 'bug', data: { headline: 'x' } }),
  fc.constantFrom('u', 'v').map((statement) => ({ type: 'fact.edit', factId: 'f1', changes: { statement } })),
  fc.boolean().map((locked) => ({ type: 'fact.lock', factId: 'f2', locked, group: 'g' })),
  fc.constant({ type: 'fact.approve', factId: 'f1' }),
);

/** Air without what stands by: preview, and what is armed. */
const onAir = ({ air }: State) => ({
  ...air,
  cued: null,
  channels: Object.fromEntries(
    (['program', 'rehearsal'] as const).map((channel) => [
      channel,
      Object.values(air.channels[channel].layers).map(({ current, leaving }) => ({ current, leaving })),
    ]),
  ),
});

const tries = (station: FakeStation, command: { type: string } & Record<string, unknown>, actor: string) => {
  try {
    station.do(command, actor);
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('was refused'))) throw error;
  }
};

/** Revision numbers are kept for ever, whatever is undone. */
const shown = ({ show }: State) => ({ ...show, spentRevisions: null, factSeq: 0 });

describe('any jump', () => {
  it('leads where single steps lead, and leaves what viewers see', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), fc.nat(12), fc.nat(12), (edits, first, second) => {
        const make = () => {
          const station = night();
          station.air('c1');
          station.do({ type: 'cue.recall', number: 2 });
          for (const [i, one] of edits.entries()) tries(station, one, i % 2 ? 'ana' : 'ben');
          return station;
        };
        const [jumping, walking] = [make(), make()];
        const before = onAir(jumping.state);
        for (const place of [first, second]) {
          const all = rows(jumping);
          if (all.length === 0) return;
          const row = all[place % all.length];
          const { answer } = jumping.do({ type: 'show.stepTo', id: row?.id });
          const type = answer['direction'] === 'redo' ? 'show.redo' : 'show.undo';
          for (let i = 0; i < Number(answer['steps']); i += 1) walking.do({ type });
          expect(shown(jumping.state)).toEqual(shown(walking.state));
          expect(rows(jumping)).toEqual(rows(walking));
          expect(onAir(jumping.state)).toEqual(before);
          expect(onAir(walking.state)).toEqual(before);
        }
      }),
      { numRuns: 150 },
    );
  });
});
