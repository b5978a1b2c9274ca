/** A station with a feed of results, and what such a feed delivers about one party. */
import { FactContent, type Fact } from '../../core/schema/fact.ts';
import type { FeedRules, Proposal } from '../../core/schema/feed.ts';
import { getRow } from '../../core/table.ts';
import { worded } from '../../core/feeds/wording.ts';
import { makeParty, makeStation, type FakeStation } from './builders.ts';

export const parties = [
  makeParty('national', { short: 'National' }),
  makeParty('labour', { short: 'Labour' }),
];

export const ALL_AUTO: FeedRules = {
  new: 'auto',
  count: 'auto',
  votes: 'auto',
  leader: 'auto',
  seats: 'auto',
  status: 'auto',
  text: 'auto',
};

export const FEED = {
  type: 'feed.create',
  feedId: 'ec',
  name: 'Commission',
  format: 'nz-xml',
  place: { kind: 'folder', path: '/tmp/ec' },
  source: 'Electoral Commission',
} as const;

export const withFeed = (rules: Partial<FeedRules> = {}, facts: readonly Fact[] = []): FakeStation => {
  const station = makeStation({ parties, facts });
  station.do({ ...FEED, rules }, 'pat');
  return station;
};

export interface Figures {
  votes: number;
  share: number;
  counted: number;
}

export const partyContent = ({ votes, share, counted }: Figures): FactContent => {
  const byId = Object.fromEntries(parties.map((party) => [party.id, party]));
  return worded(
    FactContent.parse({
      kind: 'party_vote',
      statement: '-',
      subject: { party: 'national' },
      values: [
        { name: 'party_votes', value: votes, unit: 'votes' },
        { name: 'party_vote_share', value: share, unit: 'percent', derived: true },
      ],
      status: 'unofficial-partial',
      asOf: { countPercent: counted },
      onAir: { advice: 'ok_with_label' },
    }),
    { byId, order: [] },
  );
};

export const item = (figures: Figures, odd: Proposal['odd'] = []) => ({
  factId: 'ec.party-national',
  key: 'party/national',
  content: partyContent(figures),
  odd,
});

export const deliver = (station: FakeStation, ...items: object[]) =>
  station.do({ type: 'feed.deliver', feedId: 'ec', items });

export const fact = (station: FakeStation, id = 'ec.party-national') => getRow(station.state.show.facts, id);
export const proposal = (station: FakeStation, id = 'ec.party-national') =>
  getRow(station.state.show.proposals, id);

export const EARLY = { votes: 1000, share: 40, counted: 10 };
export const LATER = { votes: 2000, share: 41, counted: 20 };
