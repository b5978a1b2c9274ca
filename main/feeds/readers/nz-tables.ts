/** The Commission's lists, which hardly change during a night: parties, electorates, candidates. Numbers to names. */
import { repairedName } from '../../../core/feeds/known-names.ts';
import type { FeedProblem } from '../../../core/schema/feed.ts';
import { flagged } from './source.ts';
import { childrenOf, Fields, textOf, type Element } from './xml.ts';

export interface NzParty {
  name: string;
  short: string | null;
}

export interface NzCandidate {
  name: string;
  electorate: number | null;
  /** A number of parties.xml; null for an independent. */
  party: number | null;
  line: number;
}

export interface NzTable<T> {
  rows: Map<number, T>;
  problems: FeedProblem[];
}

/** Reads `<row no="…">` of a list; the same number twice refuses the file. */
function table<T>(
  file: string,
  root: Element,
  [rowName, numberName]: [string, string],
  read: (row: Element, fields: Fields, name: (element: Element, field: string) => string) => T,
): NzTable<T> {
  const fields = new Fields(file);
  const rows = new Map<number, T>();
  const problems: FeedProblem[] = [];
  const name = (element: Element, field: string): string => {
    const stated = fields.needed(element, field);
    const repaired = repairedName(stated);
    if (repaired === null) return stated;
    const line = element.line;
    problems.push(flagged(file, `“${stated}” is read as “${repaired}”.`, line, field));
    return repaired;
  };
  for (const row of childrenOf(root, rowName)) {
    const no = fields.count(row, numberName);
    if (rows.has(no)) throw fields.bad(row, numberName, `${numberName} ${no} is there twice.`);
    rows.set(no, read(row, fields, name));
  }
  if (rows.size === 0) throw fields.bad(root, rowName, `There is no <${rowName}> in <${root.name}>.`);
  return { rows, problems };
}

export const readParties = (file: string, root: Element): NzTable<NzParty> => {
  const names = new Set<string>();
  return table(file, root, ['party', 'p_no'], (row, fields, name) => {
    const party = { name: name(row, 'party_name'), short: textOf(row, 'short_name') };
    if (names.has(party.name))
      throw fields.bad(row, 'party_name', `The party “${party.name}” is there twice.`);
    names.add(party.name);
    return party;
  });
};

export const readElectorates = (file: string, root: Element): NzTable<string> => {
  const names = new Set<string>();
  return table(file, root, ['electorate', 'e_no'], (row, fields, name) => {
    const electorate = name(row, 'electorate_name');
    if (names.has(electorate))
      throw fields.bad(row, 'electorate_name', `The electorate “${electorate}” is there twice.`);
    names.add(electorate);
    return electorate;
  });
};

export const readCandidates = (file: string, root: Element): NzTable<NzCandidate> =>
  table(file, root, ['candidate', 'c_no'], (row, fields, name) => ({
    name: name(row, 'candidate_name'),
    electorate: fields.countOrNull(row, 'electorate'),
    // independents have no party, or the number 0
    party: fields.countOrNull(row, 'party') || null,
    line: row.line,
  }));
