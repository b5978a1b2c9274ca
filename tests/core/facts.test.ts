/** Facts: written, edited, approved by another person, withdrawn. */
import { describe, expect, it } from 'vitest';
import { getRow } from '../../core/table.ts';
import { factId, makeFact, makeStation, send, makeContext, makeWorld, T0 } from '../support/builders.ts';

const draft = { approval: 'draft', approvedBy: null };

describe('fact.create', () => {
  it('makes a draft by its author, numbered in order', () => {
    const station = makeStation({ facts: [makeFact({ seq: 7 })] });
    const { answer } = station.do(
      { type: 'fact.create', kind: 'headline', statement: 'Polls close.' },
      'ana',
    );
    const fact = getRow(station.state.show.facts, String(answer['factId']));
    expect(fact).toMatchObject({
      seq: 8,
      revision: 1,
      approval: 'draft',
      author: 'ana',
      approvedBy: null,
      changedAt: T0,
      origin: 'live',
      onAir: { advice: 'ok' },
    });
  });

  it('refuses an id that is taken', () => {
    const refusal = makeStation({ facts: [makeFact()] }).no({
      type: 'fact.create',
      factId: 'f1',
      kind: 'headline',
      statement: 'Again.',
    });
    expect(refusal).toEqual({
      ok: false,
      code: 'number_taken',
      detail: 'A fact with the id "f1" exists already.',
    });
  });

  it.each(['constructor', 'prototype', '__proto__', 'a b', ''])('refuses the id %j', (id) => {
    const command = { type: 'fact.create', factId: id, kind: 'headline', statement: 'x' };
    expect(makeStation().no(command).code).toBe('bad_command');
  });

  it('names the field that is wrong', () => {
    const { detail } = makeStation().no({ type: 'fact.create', kind: 'headline', statement: '' });
    expect(detail).toMatch(/^fact\.create: "statement": /);
  });

  it('refuses a tally with more seats than the House', () => {
    const tally = { house: 120, rows: [{ party: 'labour', seats: 121 }] };
    const { detail } = makeStation().no({
      type: 'fact.create',
      kind: 'seat_tally',
      statement: 'x',
      tally,
    });
    expect(detail).toContain('the parties hold more seats than the House has');
  });
});

describe('fact.edit', () => {
  it('changes the named fields only, takes the approval away and makes its sender the author', () => {
    const station = makeStation({ facts: [makeFact({ note: 'keep me' })] });
    const { answer } = station.do({ type: 'fact.edit', factId: 'f1', changes: { statement: 'New.' } }, 'cat');
    expect(answer).toEqual({ factId: 'f1', revision: 2 });
    expect(getRow(station.state.show.facts, 'f1')).toEqual(
      makeFact({ note: 'keep me', statement: 'New.', revision: 2, author: 'cat', changedAt: T0, ...draft }),
    );
  });

  it('leaves an approved fact approved when a feed says the same again', () => {
    const station = makeStation({ facts: [makeFact()] });
    const { answer, patches } = station.do({
      type: 'fact.edit',
      factId: 'f1',
      changes: { statement: makeFact().statement, hedges: [] },
    });
    expect(answer).toEqual({ factId: 'f1', revision: 1 });
    expect(patches).toEqual([]);
    expect(station.world.history.done).toEqual([]);
  });

  it('refuses a withdrawn fact and an unknown one', () => {
    const station = makeStation({ facts: [makeFact({ approval: 'withdrawn' })] });
    const edit = (id: string) => station.no({ type: 'fact.edit', factId: id, changes: { statement: 'x' } });
    expect(edit('f1')).toMatchObject({
      code: 'fact_is_withdrawn',
      detail: 'This fact has been withdrawn: write a new one.',
    });
    expect(edit('f9')).toMatchObject({
      code: 'fact_unknown',
      detail: 'There is no fact "f9" in this show.',
    });
  });
});

describe('fact.approve', () => {
  it('needs another person than the author', () => {
    const station = makeStation({ facts: [makeFact(draft)] });
    expect(station.no({ type: 'fact.approve', factId: 'f1' }, 'ana')).toMatchObject({
      code: 'four_eyes',
      detail: 'You wrote this revision: another person has to approve it.',
    });
    station.do({ type: 'fact.approve', factId: 'f1' }, 'ben');
    expect(getRow(station.state.show.facts, 'f1')).toMatchObject({ approval: 'approved', approvedBy: 'ben' });
  });

  it('counts the last editor as the author', () => {
    const station = makeStation({ facts: [makeFact()] });
    station.do({ type: 'fact.edit', factId: 'f1', changes: { statement: 'x' } }, 'ben');
    expect(station.no({ type: 'fact.approve', factId: 'f1' }, 'ben').code).toBe('four_eyes');
    station.do({ type: 'fact.approve', factId: 'f1' }, 'ana');
  });

  it('lets an author approve where the show or the station waives it', () => {
    const command = { type: 'fact.approve', factId: 'f1' };
    const facts = [makeFact(draft)];
    makeStation({ facts, fourEyes: false }).do(command, 'ana');
    const waived = makeContext({ actor: 'ana', waiveFourEyes: true });
    expect(send(makeWorld({ facts }), command, waived).ok).toBe(true);
  });

  it.each(['approved', 'superseded', 'withdrawn'])('refuses a fact that is %s', (approval) => {
    const station = makeStation({ facts: [makeFact({ approval })] });
    expect(station.no({ type: 'fact.approve', factId: 'f1' })).toMatchObject({
      code: 'fact_not_draft',
      detail: `This fact is ${approval}, not a draft.`,
    });
  });

  it('refuses an unknown fact', () => {
    expect(makeStation().no({ type: 'fact.approve', factId: 'f9' }).code).toBe('fact_unknown');
  });
});

describe('fact.withdraw', () => {
  it('keeps the reason, once', () => {
    const station = makeStation({ facts: [makeFact()] });
    station.do({ type: 'fact.withdraw', factId: 'f1', reason: 'misheard' });
    expect(getRow(station.state.show.facts, factId('f1'))).toMatchObject({
      approval: 'withdrawn',
      withdrawnReason: 'misheard',
    });
    expect(station.no({ type: 'fact.withdraw', factId: 'f1' })).toMatchObject({
      code: 'fact_is_withdrawn',
      detail: 'This fact is withdrawn already.',
    });
    expect(station.no({ type: 'fact.withdraw', factId: 'f9' }).code).toBe('fact_unknown');
  });
});
