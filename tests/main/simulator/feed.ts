// Reads a simulated feed as a stranger would: through an XML parser, by the names and numbers in the files alone.
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';
import type { ElectionRecord } from '../../../core/election/record.ts';

const LISTS = ['party', 'electorate', 'candidate'];

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  isArray: (name, path) => LISTS.includes(name) && String(path).includes('.'),
});

const count = z.coerce.number().pipe(z.int().min(0));
const text = z.coerce.string();
const rows = <T extends z.ZodType>(row: T) => z.array(row).default([]);
const simulated = z.literal('true');
const updated = text.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
const percent = z.coerce.number().min(0).max(100);

const statistics = z.looseObject({
  total_voting_places_counted: count,
  percent_voting_places_counted: percent,
  total_votes_cast: count,
  percent_votes_cast: percent,
});

export const Parties = z.object({
  parties: z.object({
    simulated,
    party: rows(
      z.object({
        p_no: text,
        abbrev: text,
        short_name: text,
        party_name: text,
        registered: z.enum(['yes', 'no']),
      }),
    ),
  }),
});
export const Electorates = z.object({
  electorates: z.object({ simulated, electorate: rows(z.object({ e_no: text, electorate_name: text })) }),
});
export const Candidates = z.object({
  candidates: z.object({
    simulated,
    candidate: rows(
      z.object({ c_no: text, candidate_name: text, electorate: text, party: text, list_no: count }),
    ),
  }),
});
export const ElectionXml = z.object({
  election: z.object({
    updated,
    simulated,
    statistics: statistics.extend({ total_electorates_final: count, percent_electorates_final: percent }),
    partystatus: z.object({
      party: rows(
        z.object({
          p_no: text,
          votes: count,
          percent_votes: percent,
          party_seats: count,
          candidate_seats: count,
          total_seats: count,
        }),
      ),
    }),
  }),
});
const votes = z.object({ votes: count });
export const ElectorateXml = z.object({
  electorate: z.object({
    e_no: text,
    final: z.enum(['true', 'false']),
    updated,
    simulated,
    statistics: statistics.extend({
      total_voting_places: count,
      total_party_informals: count,
      total_candidate_informals: count,
      total_candidates: count,
    }),
    partyvotes: z.object({ party: rows(votes.extend({ p_no: text })) }),
    candidatevotes: z.union([
      z.object({ candidate: rows(votes.extend({ c_no: text })) }),
      z.literal('').transform(() => ({ candidate: [] })),
    ]),
  }),
});
export const StatisticsXml = z.object({ statistics: statistics.extend({ updated, simulated }) });

// eslint-disable-next-line @typescript-eslint/no-deprecated -- its successor is a package that we do not have
export const isXml = (text: string): boolean => XMLValidator.validate(text) === true;

/** @throws where it is no XML, or lacks what the layout has */
export function readXml<T extends z.ZodType>(schema: T, xml: string | undefined): z.infer<T> {
  if (xml === undefined) throw new Error('the file is not there');
  if (!isXml(xml)) throw new Error('it is no XML');
  const { '?xml': _declaration, ...root } = parser.parse(xml) as Record<string, unknown>;
  return schema.parse(root);
}

/** The stored votes by the names that a feed has. */
export const votesByName = ({ parties }: ElectionRecord): Record<string, number> =>
  Object.fromEntries(parties.map(({ id, name = id, party_votes }) => [name, party_votes]));

export interface FeedResult {
  percentCounted: number;
  electoratesFinal: number;
  /** By the party's full name. */
  votes: Record<string, number>;
  seats: Record<string, [electorates: number, list: number, total: number]>;
  /** By the electorate's name: the winner's party, or null. */
  winners: Record<string, string | null>;
  /** Sums of the electorates' own files. */
  electorateVotes: Record<string, number>;
  updated: string;
}

/** The whole feed by names. @param files texts by path */
export function readFeed(files: ReadonlyMap<string, string>): FeedResult {
  const parties = readXml(Parties, files.get('parties.xml')).parties.party;
  const electorates = readXml(Electorates, files.get('electorates.xml')).electorates.electorate;
  const candidates = readXml(Candidates, files.get('candidates.xml')).candidates.candidate;
  const { election } = readXml(ElectionXml, files.get('election.xml'));
  const nameOf = (number: string): string =>
    parties.find(({ p_no }) => p_no === number)?.party_name ?? `no party ${number}`;
  const electorateVotes: Record<string, number> = {};
  const winners = electorates.map(({ e_no, electorate_name }): [string, string | null] => {
    const name = `e${e_no.padStart(2, '0')}`;
    const { electorate } = readXml(ElectorateXml, files.get(`${name}/${name}.xml`));
    for (const { p_no, votes: n } of electorate.partyvotes.party) {
      electorateVotes[nameOf(p_no)] = (electorateVotes[nameOf(p_no)] ?? 0) + n;
    }
    const [first, second] = [...electorate.candidatevotes.candidate].sort((a, b) => b.votes - a.votes);
    if (!first || first.votes === second?.votes) return [electorate_name, null];
    const winner = candidates.find(({ c_no }) => c_no === first.c_no);
    return [electorate_name, winner?.electorate === e_no ? nameOf(winner.party) : `no candidate of ${e_no}`];
  });
  const status = election.partystatus.party;
  return {
    percentCounted: election.statistics.percent_voting_places_counted,
    electoratesFinal: election.statistics.total_electorates_final,
    votes: Object.fromEntries(status.map((row) => [nameOf(row.p_no), row.votes])),
    seats: Object.fromEntries(
      status.map((row) => [nameOf(row.p_no), [row.candidate_seats, row.party_seats, row.total_seats]]),
    ),
    winners: Object.fromEntries(winners),
    electorateVotes,
    updated: election.updated,
  };
}
