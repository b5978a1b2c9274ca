/** What results of any format must hold before a fact is made of them. */
import { repairedName } from '../../../core/feeds/known-names.ts';
import type { Results } from '../../../core/election/results.ts';
import type { FeedProblem } from '../../../core/schema/feed.ts';
import { flagged, refused } from './source.ts';

const sum = (rows: readonly { votes: number }[]): number => rows.reduce((all, { votes }) => all + votes, 0);

const twice = (names: readonly string[]): string | undefined =>
  names.find((name, index) => names.indexOf(name) !== index);

/** Where something stands in the file. */
export interface Where {
  line: number | null;
  field: string | null;
}

export type Locate = (what: { party?: string; electorate?: string }) => Where;

/** Duplicates refuse the file: whichever of two were taken, it could be the wrong one. */
export function checkResults(file: string, results: Results, locate: Locate): FeedProblem[] {
  const problems: FeedProblem[] = [];
  const at = (what: Parameters<Locate>[0], detail: string, weight: typeof refused = flagged) => {
    const { line, field } = locate(what);
    problems.push(weight(file, detail, line, field));
  };
  const party = twice(results.parties.map(({ name }) => name));
  if (party !== undefined) at({ party }, `The party “${party}” is there twice.`, refused);
  const electorate = twice(results.electorates.map(({ name }) => name));
  if (electorate !== undefined) at({ electorate }, `The electorate “${electorate}” is there twice.`, refused);
  for (const { name, enrolled, votesCast, parties, candidates } of results.electorates) {
    const same =
      twice(candidates.map((one) => `${one.name}/${one.party ?? ''}`)) ??
      twice(parties.map((one) => one.party));
    if (same !== undefined)
      at({ electorate: name }, `“${same.split('/')[0] ?? ''}” is there twice in ${name}.`, refused);
    const most = Math.max(votesCast ?? 0, sum(parties), sum(candidates));
    if (enrolled !== null && most > enrolled)
      at({ electorate: name }, `${name} has ${most} votes, but only ${enrolled} people are enrolled.`);
    if (votesCast !== null && Math.max(sum(parties), sum(candidates)) > votesCast)
      at(
        { electorate: name },
        `${name} has more votes for parties or candidates than the ${votesCast} cast.`,
      );
  }
  const shares = results.parties.flatMap(({ percent }) => percent ?? []);
  const all = shares.reduce((total, share) => total + share, 0);
  if (shares.length === results.parties.length && shares.length > 0 && (all < 99 || all > 101))
    at({}, `The shares come to ${Math.round(all * 10) / 10}%, not 100%.`);
  return problems;
}

/** The same results with damaged names of the known table mended, and a note of each. */
export function withRepairs(file: string, results: Results): { results: Results; problems: FeedProblem[] } {
  const problems: FeedProblem[] = [];
  const told = new Set<string>();
  const name = (stated: string): string => {
    const nfc = stated.normalize('NFC');
    const repaired = repairedName(nfc);
    if (repaired === null) return nfc;
    if (!told.has(nfc)) problems.push(flagged(file, `“${nfc}” is read as “${repaired}”.`));
    told.add(nfc);
    return repaired;
  };
  const repaired: Results = {
    ...results,
    parties: results.parties.map((party) => ({ ...party, name: name(party.name) })),
    electorates: results.electorates.map((electorate) => ({
      ...electorate,
      name: name(electorate.name),
      parties: electorate.parties.map((row) => ({ ...row, party: name(row.party) })),
      candidates: electorate.candidates.map((candidate) => ({
        ...candidate,
        name: candidate.name.normalize('NFC'),
        party: candidate.party === null ? null : name(candidate.party),
      })),
    })),
  };
  return { results: repaired, problems };
}
