/** What a stored election can become in the show: the baseline that changes are reckoned against, or a fact. Pure. */
import { totalVotes } from '../../core/election/contest.ts';
import { tallyOf } from '../../core/election/tally.ts';
import { PartyId } from '../../core/ids.ts';
import type { Baseline } from '../../core/schema/baseline.ts';
import type { FactContent } from '../../core/schema/fact.ts';
import type { Show } from '../../core/schema/show.ts';
import { text } from '../text.ts';
import { isOfficial, type Outcome, type StoredElection } from './outcome.ts';

const { results: t } = text;

/** Seats are those that the votes give, which for the stored elections are the official ones. */
export function baselineOf(record: StoredElection, outcome: Outcome, parties: Show['parties']): Baseline {
  const seats = new Map(outcome.allocation.parties.map(({ id, total }) => [id, total]));
  return {
    label: t.recordTitle(record.year ?? null, record.id, isOfficial(record)),
    validVotes: totalVotes(outcome.contest.parties),
    house: outcome.allocation.house,
    parties: record.parties.map(({ id, name, party_votes }) => ({
      party: Object.hasOwn(parties.byId, id) ? PartyId.parse(id) : null,
      name: name ?? id,
      votes: party_votes,
      seats: seats.get(id) ?? 0,
    })),
    electorates: [],
  };
}

/** The House of a stored election as a draft, under its own source label. Parties that the show lacks stay hollow in it. */
export function factOf(
  record: StoredElection,
  outcome: Outcome,
  parties: Show['parties'],
): Partial<FactContent> & Pick<FactContent, 'kind' | 'statement'> {
  const official = isOfficial(record);
  const { allocation } = outcome;
  const { tally } = tallyOf({
    allocation,
    declared: {},
    parties: parties.order.flatMap((id) => parties.byId[id] ?? []),
    complete: true,
  });
  return {
    kind: 'seat_tally',
    subtype: 'whole_house',
    statement: t.factStatement(outcome.title, allocation.house),
    status: official ? 'certified' : 'unofficial-complete',
    certainty: official ? 'declared' : 'provisional',
    source: {
      name: t.factSource(official),
      place: t.factPlace(record.id),
      sentence: '',
    },
    tally,
    onAir: {
      headline: t.factHeadline,
      detail: t.factDetail(allocation.house),
      label: outcome.word === t.official ? t.officialLabel : t.electionNight,
      advice: 'ok_with_label',
    },
    note: t.factNote,
  };
}
