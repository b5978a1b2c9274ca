/** A fact's life: draft, approved, superseded or withdrawn; locks, bulk approval, revisions that are never reused. */
import { describe, expect, it } from 'vitest';
import { nextRevision } from '../../core/facts/revisions.ts';
import type { Fact } from '../../core/schema/fact.ts';
import { getRow } from '../../core/table.ts';
import { factId, makeBoundCue, makeFact, makeStation, type FakeStation } from '../support/builders.ts';

const DRAFT = { approval: 'draft', approvedBy: null };

const night = () =>
  makeStation({
    facts: [
      makeFact(),
      makeFact({ id: 'f2', seq: 2, ...DRAFT }),
      makeFact({ id: 'f3', seq: 3, ...DRAFT, author: 'olive' }),
      makeFact({ id: 'f4', seq: 4, approval: 'withdrawn' }),
    ],
    cues: [makeBoundCue()],
  });

const factOf = (station: FakeStation, id = 'f1'): Fact => {
  const fact = getRow(station.state.show.facts, id);
  if (!fact) throw new Error(`no fact ${id}`);
  return fact;
};

describe('a fact that cannot be right', () => {
  const wrong = [{ name: 'lead_votes', value: -1, unit: 'votes' }];

  it('is refused when it is written, and the field is named', () => {
    const command = { type: 'fact.create', kind: 'electorate_result', statement: 'x', values: wrong };
    const { code, detail } = night().no(command);
    expect([code, detail]).toEqual(['fact_invalid', 'Lead (values.lead_votes) must be 0 at least.']);
  });

  it('is refused when it is edited into that', () => {
    const edit = (changes: object) => ({ type: 'fact.edit', factId: 'f1', changes });
    expect(night().no(edit({ values: wrong })).code).toBe('fact_invalid');
    const party = { kind: 'party_vote', subject: { party: 7 } };
    expect(night().no(edit(party)).detail).toBe('Party (subject.party) must be text.');
  });

  it('that a show has already can still be edited elsewhere', () => {
    const station = makeStation({ facts: [makeFact({ kind: 'electorate_result', values: wrong })] });
    station.do({ type: 'fact.edit', factId: 'f1', changes: { note: 'to be checked' } });
    expect(factOf(station).note).toBe('to be checked');
  });
});

describe('fact.approve of a quotation', () => {
  const quote = (text: string, sentence: string) =>
    makeStation({
      facts: [
        makeFact({ ...DRAFT, kind: 'quote', quote: { text, speaker: 'Phil Goff' }, source: { sentence } }),
      ],
    });
  const approve = { type: 'fact.approve', factId: 'f1' };

  it('is refused where the words are not the source’s, and says which', () => {
    const station = quote('we are behind', 'He said “we are coming from behind”.');
    expect(station.no(approve)).toMatchObject({
      code: 'quote_not_verbatim',
      detail: expect.stringContaining('“behind”') as string,
    });
  });

  it('passes where the cut is marked, or no sentence is given to compare with', () => {
    quote('we are … behind', 'He said “we are coming from behind”.').do(approve);
    quote('we are behind', '').do(approve);
  });
});

describe('fact.approveMany', () => {
  const many = (...factIds: string[]) => ({ type: 'fact.approveMany', factIds });

  it('approves what can be and says why not the rest, as one step', () => {
    const station = night();
    const { answer, patches } = station.do(many('f1', 'f2', 'f3', 'f404', 'f2'), 'olive');
    expect(answer).toEqual({
      approved: ['f2'],
      refused: [
        { factId: 'f1', code: 'fact_not_draft', detail: 'This fact is approved, not a draft.' },
        { factId: 'f3', code: 'four_eyes', detail: expect.any(String) as string },
        { factId: 'f404', code: 'fact_unknown', detail: expect.any(String) as string },
      ],
    });
    expect(factOf(station, 'f2')).toMatchObject({ approval: 'approved', approvedBy: 'olive', revision: 1 });
    expect(patches.map(({ path }) => path.at(-1)).sort()).toEqual(['approval', 'approvedBy', 'changedAt']);
    station.do({ type: 'show.undo' });
    expect(factOf(station, 'f2').approval).toBe('draft');
  });

  it('is refused where nothing can be approved', () => {
    expect(night().no(many('f1', 'f4'))).toMatchObject({
      code: 'nothing_to_approve',
      detail: 'None of these 2 can be approved: This fact is approved, not a draft.',
    });
  });

  it('takes thousands in three small patches each', () => {
    const ids = Array.from({ length: 5000 }, (_, i) => `n${i}`);
    const station = makeStation({ facts: ids.map((id, i) => makeFact({ id, seq: i + 1, ...DRAFT })) });
    const { answer, patches } = station.do(many(...ids));
    expect(answer['approved']).toHaveLength(5000);
    expect(patches).toHaveLength(15_000);
    station.do({ type: 'show.undo' });
    expect(factOf(station, 'n4999').approval).toBe('draft');
  });
});

describe('a lock', () => {
  it('stops edits, says who locked it, and stops nothing else', () => {
    const station = night();
    station.do({ type: 'fact.lock', factId: 'f2', locked: true }, 'ana');
    const edit = { type: 'fact.edit', factId: 'f2', changes: { note: 'x' } };
    expect(station.no(edit, 'ana')).toMatchObject({
      code: 'fact_locked',
      detail: 'ana has locked this fact against edits: unlock it first.',
    });
    station.do({ type: 'fact.approve', factId: 'f2' });
    // locking again does not take the lock over
    expect(station.do({ type: 'fact.lock', factId: 'f2', locked: true }, 'ben').patches).toEqual([]);
    station.do({ type: 'fact.supersede', factId: 'f2', by: 'f1' });
    station.do({ type: 'fact.withdraw', factId: 'f2' });
  });

  it('is opened by anyone, and leaves the approval as it is', () => {
    const station = night();
    station.do({ type: 'fact.lock', factId: 'f1', locked: true }, 'ana');
    expect(factOf(station)).toMatchObject({ approval: 'approved', revision: 1, lockedBy: 'ana' });
    station.do({ type: 'fact.lock', factId: 'f1', locked: false }, 'ben');
    station.do({ type: 'fact.edit', factId: 'f1', changes: { note: 'x' } });
    expect(factOf(station)).toMatchObject({ lockedBy: null, note: 'x' });
  });
});

describe('fact.supersede', () => {
  const supersede = (id: string, by: string) => ({ type: 'fact.supersede', factId: id, by });

  it('names the newer fact, and the gate refuses the older from then on', () => {
    const station = night();
    station.do(supersede('f1', 'f2'));
    expect(factOf(station)).toMatchObject({ approval: 'superseded', supersededBy: 'f2' });
    expect(station.no({ type: 'cue.take', cueId: 'c1' }).code).toBe('fact_superseded');
  });

  it.each([
    ['itself', 'f1', 'f1', 'replacement_missing'],
    ['by what is not there', 'f1', 'f404', 'replacement_missing'],
    ['what is not there', 'f404', 'f1', 'fact_unknown'],
    ['by a withdrawn fact', 'f1', 'f4', 'fact_is_withdrawn'],
    ['a withdrawn fact', 'f4', 'f1', 'fact_is_withdrawn'],
  ])('refuses %s', (_name, id, by, code) => expect(night().no(supersede(id, by)).code).toBe(code));

  it('refuses a circle', () => {
    const station = night();
    station.do(supersede('f1', 'f2'));
    expect(station.no(supersede('f2', 'f1')).code).toBe('fact_superseded');
  });

  it('ends when the older fact is edited: that makes a draft of its own', () => {
    const station = night();
    station.do(supersede('f1', 'f2'));
    station.do({ type: 'fact.edit', factId: 'f1', changes: { note: 'x' } });
    expect(factOf(station)).toMatchObject({ approval: 'draft', supersededBy: null });
  });
});

describe('a stale fact', () => {
  it('is refused from its time on, and not before', () => {
    const station = night();
    const staleAfter = new Date(station.now + 1000).toISOString();
    station.do({ type: 'fact.edit', factId: 'f1', changes: { staleAfter } }, 'ana');
    station.do({ type: 'fact.approve', factId: 'f1' });
    station.now += 999;
    station.do({ type: 'cue.arm', cueId: 'c1' });
    station.now += 1;
    expect(station.no({ type: 'cue.take', cueId: 'c1' }).code).toBe('fact_stale');
  });

  it('stays on air', () => {
    const station = night();
    const staleAfter = new Date(station.now + 1000).toISOString();
    station.do({ type: 'fact.edit', factId: 'f1', changes: { staleAfter } }, 'ana');
    station.do({ type: 'fact.approve', factId: 'f1' });
    station.air('c1');
    const before = station.layer();
    station.now += 5000;
    station.do({ type: 'air.tick' });
    expect(station.layer()).toBe(before);
  });
});

describe('a revision number', () => {
  const edit = (station: FakeStation, note: string) =>
    station.do({ type: 'fact.edit', factId: 'f1', changes: { note } }).answer['revision'];

  it('names one wording: what an undo took back is not given again', () => {
    const station = night();
    expect(edit(station, 'a')).toBe(2);
    expect(edit(station, 'b')).toBe(3);
    station.do({ type: 'show.undo' });
    station.do({ type: 'show.undo' });
    expect(factOf(station).revision).toBe(1);
    expect(edit(station, 'c')).toBe(4);
    station.do({ type: 'show.undo' });
    station.do({ type: 'show.redo' });
    expect([factOf(station).revision, factOf(station).note]).toEqual([4, 'c']);
    expect(edit(station, 'd')).toBe(5);
  });

  it('outlives the fact itself', () => {
    const station = night();
    const create = { type: 'fact.create', factId: 'n1', kind: 'headline', statement: 'One' };
    station.do(create);
    station.do({ type: 'show.undo' });
    expect(nextRevision(station.state.show, factId('n1'))).toBe(2);
    station.do({ ...create, statement: 'Another' });
    expect(factOf(station, 'n1').revision).toBe(2);
  });
});
