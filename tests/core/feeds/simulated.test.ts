// Facts of feeds of results as they come to air: a simulated count never without that word, a count never without its label.
import { expect, it } from 'vitest';
import { cueForFact } from '../../../core/facts/default-cue.ts';
import { factsOfResults } from '../../../core/feeds/facts-of-results.ts';
import { worded } from '../../../core/feeds/wording.ts';
import { gate } from '../../../core/gate.ts';
import { Results } from '../../../core/election/results.ts';
import type { FeedId, PartyId } from '../../../core/ids.ts';
import { Cue } from '../../../core/schema/cue.ts';
import { Fact, FactContent } from '../../../core/schema/fact.ts';
import { tableFrom } from '../../../core/table.ts';
import { makeFact } from '../../support/builders.ts';
import { demoShow, SHIPPED_GRAPHICS } from '../../support/shipped.ts';

const show = demoShow('nz-2008');
const feed = {
  id: 'ec' as FeedId,
  source: 'A source with a name as long as a feed may have, eighty letters all in all',
  parties: {},
};
const places = { whole: 'all', electorate: () => 'one' };

const candidates = (a: number, b: number) => [
  { name: 'KAYE, Nikki', party: 'National Party', votes: a },
  { name: 'TIZARD, Judith', party: 'Labour Party', votes: b },
];

const results = (over: object = {}) =>
  Results.parse({
    election: '',
    updated: null,
    countPercent: 85.1,
    votesCast: 2000,
    electoratesFinal: 1,
    electoratesTotal: 3,
    parties: [
      { name: 'National Party', votes: 1100 },
      { name: 'Labour Party', votes: 900 },
    ],
    electorates: [
      { name: 'Auckland Central', final: true, countPercent: 100, parties: [], candidates: candidates(9, 8) },
      { name: 'Epsom', final: false, countPercent: 33.3, parties: [], candidates: candidates(9, 8) },
      { name: 'Tauranga', final: false, countPercent: 33.3, parties: [], candidates: candidates(8, 8) },
    ],
    ...over,
  });

const factsOf = (read: Results, parties: Record<string, PartyId> = {}) =>
  factsOfResults(read, show, { ...feed, parties }, places).items;

/** As the feed would put it into the show. */
const asFact = ({ factId, key, content }: ReturnType<typeof factsOf>[number]): Fact =>
  Fact.parse({ ...makeFact({ id: factId }), ...content, id: factId, via: { feed: 'ec', key, at: 0 } });

const gated = (fact: Fact, cue: object) =>
  gate(
    { ...show, facts: tableFrom([fact]) },
    Cue.parse({ id: 'c', number: 1, ...cue }),
    SHIPPED_GRAPHICS,
    'live',
    0,
  );

it.each(factsOf(results({ simulated: true })).map((item) => [item.key, asFact(item)] as const))(
  '%s of a simulated count says so on air, and is held back where it does not',
  (_, fact) => {
    expect(fact.onAir.label).toMatch(/^SIMULATED · /);
    expect(fact.source.name).toMatch(/ \(simulated\)$/);
    const cue = cueForFact(show, fact, SHIPPED_GRAPHICS);
    const { problems, data } = gated(fact, cue ?? {});
    expect(problems).toEqual([]);
    expect(JSON.stringify(data)).toContain(fact.onAir.label);
    const bare = {
      name: 'Bare',
      graphic: 'lower-third-headline',
      layer: 'lower-third',
      bindings: { headline: { fact: fact.id, path: 'onAir.headline' } },
    };
    expect(gated(fact, bare).problems.map(({ code }) => code)).toEqual(['label_missing']);
  },
);

it('each kind of simulated fact has the graphic made for it', () => {
  const graphics = Object.fromEntries(
    factsOf(results({ simulated: true })).map((item) => [
      item.key,
      cueForFact(show, asFact(item), SHIPPED_GRAPHICS)?.graphic,
    ]),
  );
  expect(graphics).toMatchObject({
    count: 'count-bug',
    house: 'seat-arc',
    'party/national': 'lower-third-headline',
    'electorate/Auckland Central': 'lower-third-electorate',
    'electorate/Epsom': 'lower-third-electorate',
    'electorate/Tauranga': 'lower-third-headline',
  });
});

it('a rule that ignores the count, or the words, does not take the word away', () => {
  const content = factsOf(results({ simulated: true }))[1]?.content;
  if (!content) throw new Error('no fact');
  const real = { ...content, onAir: { ...content.onAir, advice: 'ok' as const } };
  for (const kept of [
    { ...real, asOf: { ...content.asOf, basis: 'stated' } },
    { ...real, source: { ...content.source, name: 'EC' } },
  ])
    expect(worded(kept, show.parties).onAir).toMatchObject({
      label: 'SIMULATED · 85.1% COUNTED',
      advice: 'ok_with_label',
    });
});

it('an electorate that is won on the night carries the label of its count', () => {
  const won = factsOf(results()).find(({ key }) => key === 'electorate/Auckland Central')?.content;
  expect(won?.onAir).toMatchObject({ advice: 'ok_with_label', label: '100% COUNTED' });
  expect(won?.source.name).toBe(feed.source);
});

it('two names of one party wait for a person, and so does the House', () => {
  const items = factsOf(
    results({
      parties: [
        { name: 'National Party', votes: 1100 },
        { name: 'Nats', votes: 100 },
        { name: 'Labour Party', votes: 900 },
      ],
    }),
    { Nats: 'national' as PartyId },
  );
  const odd = (key: string) => items.find((item) => item.key === key)?.odd.map(({ code }) => code);
  expect(odd('party/national')).toEqual(['parties_merged']);
  expect(odd('house')).toContain('parties_merged');
  expect(odd('party/labour')).toEqual([]);
});

it('a tie keeps its electorate and the House waiting', () => {
  const odd = (key: string) =>
    factsOf(results())
      .find((item) => item.key === key)
      ?.odd.map(({ code }) => code);
  expect([odd('electorate/Tauranga'), odd('house')]).toEqual([['tie'], expect.arrayContaining(['tie'])]);
});

it.each([
  [0.15, 'up 0.2'],
  [0.35, 'up 0.4'],
  [1.05, 'up 1.1'],
  [-0.25, 'down 0.3'],
  [8.45, 'up 8.5'],
  [0.04, 'unchanged'],
  [-0.05, 'down 0.1'],
])('a change of %s points is %s', (points, said) => {
  const content = FactContent.parse({
    kind: 'party_vote',
    statement: '-',
    subject: { party: 'national', baseline: '2005' },
    values: [
      { name: 'party_votes', value: 10, unit: 'votes' },
      { name: 'change_points', value: points, unit: 'percentage_points' },
    ],
  });
  expect(worded(content, show.parties).onAir.detail).toContain(said);
});
