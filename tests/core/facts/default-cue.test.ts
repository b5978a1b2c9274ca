/** "Put this up": the cue a fact gets by itself passes the gate as it stands, with the words it must carry. */
import { describe, expect, it } from 'vitest';
import { correctionStrap } from '../../../core/facts/correction-strap.ts';
import { cueForFact, cueForFacts } from '../../../core/facts/default-cue.ts';
import { gate } from '../../../core/gate.ts';
import { Cue } from '../../../core/schema/cue.ts';
import type { Fact } from '../../../core/schema/fact.ts';
import type { Show } from '../../../core/schema/show.ts';
import { allRows, getRow, tableFrom } from '../../../core/table.ts';
import { makeFact, makeParty, makeShow, T0 } from '../../support/builders.ts';
import { demoShow, SHIPPED_GRAPHICS } from '../../support/shipped.ts';

const NOW = Date.UTC(2026, 10, 22);

const gated = (show: Show, cue: object | null) =>
  gate(show, Cue.parse({ ...cue, id: 'put-up', number: 1 }), SHIPPED_GRAPHICS, 'live', NOW);

const AIRABLE = ['ok', 'ok_with_label', 'ok_as_quote_only'];
const airable = (show: Show) =>
  allRows(show.facts).filter(
    ({ approval, onAir }) => approval === 'approved' && AIRABLE.includes(onAir.advice),
  );

/** Shipped facts that cannot be put up as they are. There are none: all have enough data. */
const EXCEPTIONS: readonly string[] = [];

describe.each(['nz-2008', 'nz-2023'] as const)('%s', (id) => {
  const show = demoShow(id);

  it.each(airable(show).map((fact) => [fact.id, fact] as const))('%s can be put up', (factId, fact) => {
    const cue = cueForFact(show, fact, SHIPPED_GRAPHICS);
    const { problems, data } = gated(show, cue);
    expect(problems.length === 0).toBe(!EXCEPTIONS.includes(factId));
    expect(problems).toEqual([]);
    if (fact.onAir.advice === 'ok_with_label') expect(JSON.stringify(data)).toContain(fact.onAir.label);
    // words and numbers come from the fact: nothing of it is typed
    const typed = Object.entries(cue?.data ?? {}).filter(
      ([key]) => !['status', 'label', 'title'].includes(key),
    );
    expect(typed).toEqual([]);
    expect(cue?.follow).toBe(false);
  });

  it('what is not for air has a cue that the gate refuses for just that', () => {
    const rest = allRows(show.facts).filter(({ onAir }) => !AIRABLE.includes(onAir.advice));
    for (const fact of rest) {
      const codes = gated(show, cueForFact(show, fact, SHIPPED_GRAPHICS)).problems.map(({ code }) => code);
      expect(codes).toEqual([expect.stringMatching(/^fact_(do_not_air|context_only)$/)]);
    }
  });
});

describe('the template', () => {
  const show = demoShow('nz-2008');
  const of = (id: string) => {
    const fact = getRow(show.facts, id);
    return fact && cueForFact(show, fact, SHIPPED_GRAPHICS)?.graphic;
  };
  it.each([
    ['2008-house-official', 'seat-arc'],
    ['2008-national-party-vote-45-5', 'lower-third-headline'],
    ['2008-nzfirst-below-threshold', 'lower-third-headline'],
    ['2008-hamilton-east-7814', 'lower-third-electorate'],
    ['2008-auckland-central-flip', 'lower-third-flip'],
    ['2008-q-goff-coalition', 'lower-third-quote'],
    ['2008-count-5-left', 'count-bug'],
    ['2008-clark-concedes', 'lower-third-headline'],
    // nobody leads there: there is nothing to show on the electorate's own strap
    ['2008-ikaroa-rawhiti-hauraki-dogfight', 'lower-third-headline'],
  ])('of %s is %s', (id, graphic) => expect(of(id)).toBe(graphic));
});

const partyShow = (fact: Fact): Show => makeShow({ facts: [fact], parties: [makeParty('labour')] });

const put = (over: Record<string, unknown>) => {
  const fact = makeFact({ source: { name: 'RNZ' }, ...over });
  const show = partyShow(fact);
  const cue = cueForFact(show, fact, SHIPPED_GRAPHICS);
  return { cue, ...(cue ? gated(show, cue) : { data: null, problems: null }) };
};

describe('by kind', () => {
  it('a person is a name strap with the role and the party’s colour', () => {
    const { cue, data, problems } = put({
      kind: 'person',
      subject: { name: 'Helen Clark', role: 'Prime Minister', party: 'labour' },
    });
    expect(cue?.graphic).toBe('lower-third-name');
    expect([problems, data]).toMatchObject([
      [],
      { name: 'Helen Clark', role: 'Prime Minister', party: { id: 'labour' } },
    ]);
  });

  it('a label that a template has no room for stands on the headline strap', () => {
    const { cue, data, problems } = put({
      kind: 'count_progress',
      values: [{ name: 'votes_counted', value: 60, unit: 'percent' }],
      onAir: { headline: 'ABOUT 60%', label: 'RNZ UNDERSTANDS', advice: 'ok_with_label' },
    });
    expect([cue?.graphic, problems, data?.['kicker']]).toEqual([
      'lower-third-headline',
      [],
      'RNZ UNDERSTANDS',
    ]);
  });

  it('a House without words for air says what kind of numbers it shows', () => {
    const tally = { house: 120, rows: [{ party: 'labour', seats: 3, leading: 2 }] };
    const arc = (over: object) =>
      put({ kind: 'seat_tally', tally, onAir: {}, status: 'unofficial-partial', ...over });
    expect(arc({}).data).toMatchObject({ title: 'The House', label: 'COUNT IN PROGRESS', status: 'partial' });
    expect(arc({ asOf: { countPercent: 12.5 } }).data).toMatchObject({ label: '12.5% COUNTED' });
    expect(arc({ status: 'certified' }).data).toMatchObject({ label: 'OFFICIAL RESULT', status: 'final' });
    expect(arc({}).data?.['parties']).toMatchObject([{ seats: 3, leading: 2, projected: 0 }]);
  });

  it('a party that the show lacks is left out rather than refused', () => {
    const { cue, problems } = put({ kind: 'party_vote', subject: { party: 'nobody' } });
    expect(cue?.bindings).not.toHaveProperty('party');
    expect(problems).toEqual([]);
  });

  it('what a feed brings follows on air', () => {
    const via = { feed: 'night', key: 'party/labour', at: T0 };
    expect(put({ kind: 'party_vote', via }).cue?.follow).toBe(true);
  });

  it('a quotation that may only be quoted has no strap but a quotation’s', () => {
    const only = { kind: 'context', onAir: { advice: 'ok_as_quote_only' } };
    expect(put(only).cue).toBeNull();
    const quote = { text: 'It is brutal', speaker: 'Chris Hipkins' };
    expect(put({ ...only, quote }).cue?.graphic).toBe('lower-third-quote');
  });

  it('no cue where the template is not installed', () => {
    const fact = makeFact();
    expect(cueForFact(partyShow(fact), fact, new Map())).toBeNull();
  });
});

describe('the correction strap', () => {
  const show = demoShow('nz-2023');
  const wrong = getRow(show.facts, '2023-labour-seats-34-projected');
  const right = getRow(show.facts, '2023-vote-national-election-night');
  if (!wrong || !right) throw new Error('the demo show has lost a fact');

  it('shows the replacement’s words, and its label where it must be on screen', () => {
    const { data, problems } = gated(show, correctionStrap(show, wrong, right));
    expect(problems).toEqual([]);
    expect(data).toMatchObject({
      kicker: 'CORRECTION · ELECTION NIGHT',
      headline: right.onAir.headline,
      party: { id: 'national' },
    });
  });

  it('goes on air while the fact is withdrawn and nothing replaces it', () => {
    const withdrawn = { ...wrong, approval: 'withdrawn' as const };
    const after = { ...show, facts: tableFrom([withdrawn]) };
    const { data, problems } = gated(after, correctionStrap(after, withdrawn, null));
    expect(problems).toEqual([]);
    expect(data).toMatchObject({ kicker: 'CORRECTION', detail: 'We showed: “LABOUR 34 SEATS”' });
  });

  it('has room for the longest statement', () => {
    const long = makeFact({ statement: 'word '.repeat(300).trim() });
    expect(gated(partyShow(long), correctionStrap(partyShow(long), long, null)).problems).toEqual([]);
  });
});

describe('a strap of an electorate', () => {
  const show = makeShow({ parties: [makeParty('a'), makeParty('b')] });
  const made = (kind: string, status: string, certainty = 'stated') => {
    const subject = { electorate: 'x', winner: { name: 'A', party: 'a' }, loser: { name: 'B', party: 'b' } };
    return cueForFact(show, makeFact({ kind, status, certainty, subject }), SHIPPED_GRAPHICS);
  };
  const statusOf = (...of: Parameters<typeof made>) => made(...of)?.data['status'];

  it.each([
    ['certified', 'declared', 'declared'],
    ['declared_by_source', 'stated', 'declared'],
    ['partial_count', 'called', 'declared'],
    ['possible', 'hedged', 'leading'],
    ['projected', 'hedged', 'projected'],
  ])('of %s, %s says %s', (status, certainty, said) => {
    expect(statusOf('electorate_result', status, certainty)).toBe(said);
    expect(statusOf('electorate_flip', status, certainty)).toBe(said);
  });

  it.each(['conceded', 'recount', 'too_close'])(
    'says of a flip that is %s no more than that one leads',
    (status) => {
      expect(statusOf('electorate_flip', status)).toBe('leading');
    },
  );

  it('is no strap where only the candidate says so', () => {
    for (const kind of ['electorate_result', 'electorate_flip']) {
      expect(made(kind, 'stated_by_candidate')?.graphic).toBe('lower-third-headline');
    }
  });
});

describe('several electorates on one board', () => {
  const race = (id: string, status: string) =>
    makeFact({
      id,
      kind: 'electorate_result',
      statement: id,
      status,
      subject: { electorate: id, winner: { name: 'A', party: 'a' }, loser: { name: 'B', party: 'b' } },
    });
  const show = makeShow({ parties: [makeParty('a'), makeParty('b')] });
  const statuses = (...facts: Fact[]) => {
    const races = cueForFacts(show, facts, SHIPPED_GRAPHICS)?.data['races'];
    return (races as { status: string }[] | undefined)?.map(({ status }) => status) ?? null;
  };

  it('never say more than is known of any of them', () => {
    expect(
      statuses(
        race('f1', 'conceded'),
        race('f2', 'too_close'),
        race('f3', 'historical'),
        race('f4', 'leading'),
      ),
    ).toEqual(['leading', 'too-close', 'declared', 'leading']);
  });

  it('are not put up alone, nor with what is no result', () => {
    expect(statuses(race('f1', 'leading'))).toBeNull();
    expect(statuses(race('f1', 'leading'), makeFact({ id: 'f2' }))).toBeNull();
  });
});
