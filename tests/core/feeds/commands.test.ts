// Feeds as commands: what goes in by itself, what waits, what people decide, and that none of it is more than was allowed.
import { describe, expect, it } from 'vitest';
import { FactContent, type Fact } from '../../../core/schema/fact.ts';
import type { Show } from '../../../core/schema/show.ts';
import { worded } from '../../../core/feeds/wording.ts';
import { makeFact, makeStation, T0 } from '../../support/builders.ts';
import {
  parties,
  ALL_AUTO,
  FEED,
  withFeed,
  item,
  deliver,
  fact,
  proposal,
  partyContent,
  EARLY,
  LATER,
} from '../../support/feed.ts';

/** Numbers that an undo has used up stay used up. */
const withoutSpent = ({ spentRevisions: _, factSeq: __, ...rest }: Show) => rest;

describe('setting up a feed', () => {
  it('makes an id from the name, and another one for the next of that name', () => {
    const station = makeStation();
    const { feedId: _, ...named } = FEED;
    const name = 'Māori electorates: EC';
    expect(station.do({ ...named, name }).answer).toEqual({ feedId: 'maori-electorates-ec' });
    expect(station.do({ ...named, name }).answer).toEqual({ feedId: 'maori-electorates-ec-2' });
    expect(station.do({ ...named, name: '…' }).answer).toEqual({ feedId: 'feed' });
  });

  it('asks about everything unless told otherwise, and remembers whose rules they are', () => {
    const station = withFeed();
    expect(station.state.show.feeds[0]).toMatchObject({
      rulesBy: 'pat',
      origin: 'live',
      rules: { votes: 'ask' },
    });
    station.do({ type: 'feed.edit', feedId: 'ec', changes: { pollSeconds: 30 } }, 'kim');
    expect(station.state.show.feeds[0]).toMatchObject({ rulesBy: 'pat', pollSeconds: 30 });
    station.do({ type: 'feed.edit', feedId: 'ec', changes: { rules: ALL_AUTO } }, 'kim');
    expect(station.state.show.feeds[0]).toMatchObject({ rulesBy: 'kim' });
  });

  it('refuses what cannot be', () => {
    const station = withFeed();
    expect(station.no(FEED).code).toBe('feed_exists');
    expect(station.no({ type: 'feed.edit', feedId: 'x', changes: {} }).code).toBe('feed_unknown');
    const place = { kind: 'http', url: 'https://me:secret@results.example/' };
    expect(station.no({ type: 'feed.edit', feedId: 'ec', changes: { place } }).code).toBe('feed_wrong');
    const unknown = { parties: { 'Kiwi Party': 'kiwi' } };
    expect(station.no({ type: 'feed.edit', feedId: 'ec', changes: unknown }).code).toBe('party_unknown');
  });

  it('takes its proposals along when it is deleted, and leaves its facts; undone as one', () => {
    const station = withFeed({ new: 'auto' });
    deliver(station, item(EARLY));
    deliver(station, item(LATER));
    const before = station.state.show;
    station.do({ type: 'feed.delete', feedId: 'ec' });
    expect([fact(station)?.approval, proposal(station)]).toEqual(['approved', undefined]);
    station.do({ type: 'show.undo' });
    expect(withoutSpent(station.state.show)).toEqual(withoutSpent(before));
  });
});

describe('delivering', () => {
  it('proposes what nobody has allowed, and says so once', () => {
    const station = withFeed();
    expect(deliver(station, item(EARLY)).answer).toEqual({ written: 0, proposed: 1 });
    expect(proposal(station)).toMatchObject({
      base: null,
      feed: 'ec',
      key: 'party/national',
      odd: [],
      at: T0,
    });
    station.now += 5000;
    expect(deliver(station, item(EARLY)).patches).toEqual([]);
    expect(fact(station)).toBeUndefined();
  });

  it('writes what the rules allow, approved in the name of whoever made the rule', () => {
    const station = withFeed({ new: 'auto', votes: 'auto', count: 'auto' });
    deliver(station, item(EARLY));
    station.now += 5000;
    const { patches } = deliver(station, item(LATER));
    expect(fact(station)).toMatchObject({
      revision: 2,
      approval: 'approved',
      author: 'Commission',
      approvedBy: 'pat (rule)',
      via: { feed: 'ec', key: 'party/national', at: T0 + 5000 },
      onAir: { headline: 'NATIONAL 41.0%', label: '20% COUNTED' },
    });
    expect(patches.every(({ path }) => path.length >= 6)).toBe(true);
    expect(JSON.stringify(patches).length).toBeLessThan(1500);
    expect(deliver(station, item(LATER)).patches).toEqual([]);
  });

  it('waits for the strictest of the rules that a change touches', () => {
    const station = withFeed({ new: 'auto', count: 'auto' });
    deliver(station, item(EARLY));
    deliver(station, item({ ...EARLY, counted: 12 }));
    expect([fact(station)?.revision, proposal(station)]).toEqual([2, undefined]);
    deliver(station, item({ ...EARLY, counted: 14, votes: 1001 }));
    expect([fact(station)?.revision, proposal(station)?.base]).toEqual([2, 2]);
  });

  it.each(['votes', 'count'] as const)(
    'with the %s ignored, figures never part from their count',
    (group) => {
      const station = withFeed({ ...ALL_AUTO, [group]: 'ignore' });
      deliver(station, item(EARLY));
      const before = fact(station);
      deliver(station, item(LATER));
      expect(fact(station)).toBe(before);
      expect(proposal(station)).toBeUndefined();
    },
  );

  const race = (leader: string, lead: number, status: string, counted = 10) => ({
    factId: 'ec.hutt',
    key: 'electorate/Hutt',
    odd: [],
    content: worded(
      FactContent.parse({
        kind: 'electorate_result',
        statement: '-',
        subject: {
          electorate: 'Hutt',
          leader: { name: leader, party: 'national' },
          ...(status === 'unofficial-complete' ? { winner: { name: leader, party: 'national' } } : {}),
        },
        values: [{ name: 'lead_votes', value: lead, unit: 'votes' }],
        status,
        asOf: { countPercent: counted },
      }),
      { byId: {}, order: [] },
    ),
  });

  it.each([
    ['leader', race('Kaye', 300, 'unofficial-partial', 20)],
    ['status', race('Tizard', 300, 'unofficial-complete', 20)],
    ['count', race('Tizard', 300, 'unofficial-partial', 85)],
  ] as const)('with the %s ignored, an electorate stays as it is', (group, later) => {
    const station = withFeed({ ...ALL_AUTO, [group]: 'ignore' });
    deliver(station, race('Tizard', 100, 'unofficial-partial'));
    const before = fact(station, 'ec.hutt');
    deliver(station, later);
    expect(fact(station, 'ec.hutt')).toBe(before);
  });

  it('keeps ignored fields of a fact of a table, and takes the rest', () => {
    const station = withFeed({ ...ALL_AUTO, votes: 'ignore' });
    const row = (statement: string, votes: number) => ({
      factId: 'r1',
      key: 'row/r1',
      odd: [],
      content: FactContent.parse({
        kind: 'headline',
        statement,
        values: [{ name: 'votes', value: votes, unit: 'votes' }],
      }),
    });
    deliver(station, row('One.', 5));
    deliver(station, row('Two.', 6));
    expect(fact(station, 'r1')).toMatchObject({ statement: 'Two.', values: [{ value: 5 }] });
  });

  it.each([
    ['a number that cannot be', { values: [{ name: 'votes', value: -3, unit: 'votes' }] }, 'fact_invalid'],
    [
      'words that were never said',
      { kind: 'quote', quote: { text: 'We won', speaker: 'Ana' }, source: { sentence: 'We lost.' } },
      'quote_not_verbatim',
    ],
  ])('%s waits under any rule, and nobody can accept it', (_what, over, code) => {
    const station = withFeed(ALL_AUTO);
    const content = FactContent.parse({ kind: 'headline', statement: 'x', ...over });
    deliver(station, { factId: 'r1', key: 'row/r1', odd: [], content });
    expect(fact(station, 'r1')).toBeUndefined();
    expect(proposal(station, 'r1')?.odd.map((one) => one.code)).toEqual(['not_valid']);
    expect(station.no({ type: 'proposal.accept', factIds: ['r1'] }).code).toBe(code);
  });

  it.each([
    ['votes that fall', { ...EARLY, votes: 999 }, 'votes_fell', 'values.party_votes'],
    ['a count that goes back', { ...EARLY, counted: 9 }, 'count_fell', 'asOf.countPercent'],
  ])('asks about %s whatever the rules say', (_what, figures, code, field) => {
    const station = withFeed(ALL_AUTO);
    deliver(station, item(EARLY));
    deliver(station, item(figures));
    expect(fact(station)?.revision).toBe(1);
    expect(proposal(station)?.odd).toMatchObject([{ code, field }]);
  });

  it('asks about what the reader found odd, about a new fact too', () => {
    const station = withFeed(ALL_AUTO);
    deliver(station, item(EARLY, [{ code: 'shares_off', detail: 'They come to 102%.', field: null }]));
    expect([fact(station), proposal(station)?.odd[0]?.code]).toEqual([undefined, 'shares_off']);
  });

  it('asks about a fact that was edited, locked or withdrawn here', () => {
    const codes = (over: Partial<Fact>) => {
      const base = makeFact({
        ...partyContent(EARLY),
        id: 'ec.party-national',
        via: { feed: 'ec', key: 'party/national', at: T0 },
      });
      const station = withFeed(ALL_AUTO, [{ ...base, ...over }]);
      deliver(station, item(LATER));
      expect(fact(station)?.revision).toBe(1);
      return proposal(station)?.odd.map(({ code }) => code);
    };
    expect(codes({ via: null })).toEqual(['edited_here']);
    expect(codes({ approval: 'draft', approvedBy: null })).toEqual(['edited_here']);
    expect(codes({ lockedBy: 'ana' })).toEqual(['locked']);
    expect(codes({ approval: 'withdrawn' })).toEqual(['withdrawn']);
    expect(codes({ approval: 'superseded' })).toEqual(['withdrawn']);
  });

  it('keeps what people added to a fact: their note, its embargo', () => {
    const mine = { note: 'Check with Ana', embargoUntil: '2023-10-14T20:00:00+13:00' };
    const base = makeFact({ ...partyContent(EARLY), ...mine, id: 'ec.party-national' });
    const station = withFeed(ALL_AUTO, [
      { ...base, via: { feed: 'ec' as never, key: 'party/national', at: T0 } },
    ]);
    deliver(station, item(LATER));
    expect(fact(station)).toMatchObject({ ...mine, revision: 2 });
  });

  it('drops a proposal when the feed comes back to what the fact says', () => {
    const station = withFeed({ new: 'auto' });
    deliver(station, item(EARLY));
    deliver(station, item(LATER));
    deliver(station, item(EARLY));
    expect(proposal(station)).toBeUndefined();
  });

  it('of a feed made in rehearsal makes rehearsal facts only, and both are gone afterwards', () => {
    const station = makeStation({ parties });
    station.do({ type: 'mode.set', mode: 'rehearsal' });
    station.do({ ...FEED, rules: ALL_AUTO });
    deliver(station, item(EARLY));
    expect(fact(station)?.origin).toBe('rehearsal');
    station.do({ type: 'mode.set', mode: 'live' });
    expect([fact(station), station.state.show.feeds]).toEqual([undefined, []]);
    station.do(FEED);
  });

  it('of a live feed goes into the fork while the desk rehearses, and anew into the show afterwards', () => {
    const station = withFeed({ ...ALL_AUTO, votes: 'ask' });
    station.do({ type: 'mode.set', mode: 'rehearsal' });
    deliver(station, item(EARLY));
    expect(fact(station)?.origin).toBe('rehearsal');
    deliver(station, item(LATER));
    station.do({ type: 'proposal.accept', factIds: ['ec.party-national'] });
    expect(fact(station)).toMatchObject({ origin: 'rehearsal', revision: 2 });
    station.do({ type: 'mode.set', mode: 'live' });
    expect(fact(station)).toBeUndefined();
    deliver(station, item(LATER));
    expect(fact(station)).toMatchObject({ origin: 'live', revision: 1 });
  });
});

describe('deciding on proposals', () => {
  const asked = () => {
    const station = withFeed({ new: 'auto' });
    deliver(station, item(EARLY));
    station.now += 1000;
    deliver(station, item(LATER));
    return station;
  };
  const accept = { type: 'proposal.accept', factIds: ['ec.party-national'] };
  const reject = { type: 'proposal.reject', factIds: ['ec.party-national'] };

  it('accepting makes an approved revision in the name of who accepted; undo and redo', () => {
    const station = asked();
    const before = station.state.show;
    expect(station.do(accept, 'ben').answer).toEqual({ accepted: 1, newer: 0 });
    expect(fact(station)).toMatchObject({
      revision: 2,
      approval: 'approved',
      author: 'Commission',
      approvedBy: 'ben',
      via: { feed: 'ec', at: T0 + 1000 },
    });
    expect(proposal(station)).toBeUndefined();
    const after = station.state.show;
    station.do({ type: 'show.undo' });
    expect(withoutSpent(station.state.show)).toEqual(withoutSpent(before));
    station.do({ type: 'show.redo' });
    expect(withoutSpent(station.state.show)).toEqual(withoutSpent(after));
  });

  it('cannot accept what is not proposed, what has moved on, or what is locked', () => {
    const station = asked();
    expect(station.no({ ...accept, factIds: ['nothing'] }).code).toBe('proposal_unknown');
    expect(station.no({ ...accept, seen: T0 }).code).toBe('proposal_outdated');
    station.do({ type: 'fact.edit', factId: 'ec.party-national', changes: { note: 'mine' } });
    expect(station.no(accept).code).toBe('proposal_outdated');
    // the next look compares anew
    deliver(station, item(LATER));
    expect(proposal(station)?.odd.map(({ code }) => code)).toEqual(['edited_here']);
    station.do(accept);
    expect(fact(station)).toMatchObject({ revision: 3, note: 'mine', approval: 'approved' });
  });

  it.each([
    { type: 'fact.withdraw', factId: 'ec.party-national' },
    { type: 'fact.supersede', factId: 'ec.party-national', by: 'other' },
  ])('$type after the proposal: it is not brought back unseen', (retire) => {
    const station = asked();
    station.do({ type: 'fact.create', factId: 'other', kind: 'headline', statement: 'x' });
    station.do(retire);
    expect(station.no(accept).code).toBe('proposal_outdated');
    // a proposal that says so may be accepted
    deliver(station, item(LATER));
    station.do(accept);
    expect(fact(station)).toMatchObject({ approval: 'approved', supersededBy: null });
  });

  it('of many takes those that were seen, and counts those that are newer', () => {
    const station = withFeed();
    deliver(station, item(EARLY), { ...item(EARLY), factId: 'ec.b' }, { ...item(EARLY), factId: 'ec.c' });
    station.now += 1000;
    deliver(station, { ...item(LATER), factId: 'ec.b' });
    const many = { ...accept, factIds: ['ec.party-national', 'ec.b', 'ec.c', 'ec.gone'], seen: T0 };
    expect(station.do(many).answer).toEqual({ accepted: 2, newer: 2 });
    expect([fact(station, 'ec.b'), fact(station, 'ec.c')?.approval]).toEqual([undefined, 'approved']);
    expect(station.no({ ...many, factIds: ['ec.b'] }).code).toBe('proposal_outdated');
  });

  it('what was turned down is not proposed again until it changes', () => {
    const station = asked();
    station.do(reject);
    expect(deliver(station, item(LATER)).patches).toEqual([]);
    expect(proposal(station)).toBeUndefined();
    deliver(station, item({ ...LATER, votes: 2001 }));
    expect(proposal(station)).toBeDefined();
    deliver(station, item(LATER));
    expect(proposal(station)?.content.values[0]?.value).toBe(2000);
    expect(station.state.show.feeds[0]?.turnedDown).toEqual({});
  });

  it('undoing a refusal brings the proposal back', () => {
    const station = asked();
    const before = station.state.show;
    station.do(reject);
    station.do({ type: 'show.undo' });
    expect(withoutSpent(station.state.show)).toEqual(withoutSpent(before));
  });
});
