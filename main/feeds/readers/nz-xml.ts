/**
 * The Electoral Commission's election-night files (public DTDs 1.1), put together: the lists, the whole count, and one
 * file an electorate. A file that cannot be used leaves what was read of it before; one that is older than what is
 * held is left alone.
 */
import type { Results, ResultsElectorate } from '../../../core/election/results.ts';
import type { FeedProblem } from '../../../core/schema/feed.ts';
import {
  readElectorate,
  readNational,
  type NumberedVotes,
  type NzElectorate,
  type NzNational,
} from './nz-counts.ts';
import {
  readCandidates,
  readElectorates,
  readParties,
  type NzCandidate,
  type NzParty,
  type NzTable,
} from './nz-tables.ts';
import { BadFile, flagged, reading, refused, type ResultsRead, type SourceFile } from './source.ts';
import { ELECTORATE_XML_LIMIT, XML_LIMIT } from './decode.ts';
import { parseXml } from './xml.ts';

export const NATIONAL = 'election.xml';
export const LISTS = ['parties.xml', 'electorates.xml', 'candidates.xml'] as const;

const isList = (name: string): boolean => [NATIONAL, ...LISTS, 'statistics.xml'].includes(name);

export const electorateFile = (no: number): string => {
  const name = `e${String(no).padStart(2, '0')}`;
  return `${name}/${name}.xml`;
};

const isOlder = (updated: string | null, held: string | null | undefined): boolean =>
  updated !== null && held != null && Date.parse(updated) < Date.parse(held);

export class NzXml {
  #parties: NzTable<NzParty> | null = null;
  #names: NzTable<string> | null = null;
  #candidates: NzTable<NzCandidate> | null = null;
  #national: NzNational | null = null;
  readonly #electorates = new Map<number, NzElectorate>();
  /** Of the last reading of each file. */
  readonly #problems = new Map<string, FeedProblem[]>();
  /** Files whose last reading was not used. */
  readonly #unused = new Set<string>();

  /** Which electorates there are, as far as the lists have been read. */
  get electorates(): number[] {
    return [...(this.#names?.rows.keys() ?? [])];
  }

  /** Files that were damaged or older than what is held when they were last read: they may come right at any time. */
  get unused(): string[] {
    return [...this.#unused];
  }

  /** Reads one file. What is wrong with it is kept until it is read again. */
  take(file: SourceFile): void {
    this.#unused.delete(file.name);
    const read = reading(() => this.#read(file));
    if (!read.ok) this.#unused.add(file.name);
    this.#problems.set(file.name, read.ok ? read.value : [read.problem]);
  }

  /** A file that is not there has no complaint against it any more. */
  gone(name: string): void {
    this.#problems.delete(name);
    this.#unused.delete(name);
  }

  #read({ name, bytes }: SourceFile): FeedProblem[] {
    const { root, problems } = parseXml(name, bytes, isList(name) ? XML_LIMIT : ELECTORATE_XML_LIMIT);
    switch (name) {
      case 'parties.xml':
        this.#parties = readParties(name, root);
        return [...problems, ...this.#parties.problems];
      case 'electorates.xml':
        this.#names = readElectorates(name, root);
        return [...problems, ...this.#names.problems];
      case 'candidates.xml':
        this.#candidates = readCandidates(name, root);
        return [...problems, ...this.#candidates.problems];
      // the totals that election.xml has too
      case 'statistics.xml':
        return problems;
      case NATIONAL: {
        const national = readNational(name, root);
        if (isOlder(national.updated, this.#national?.updated))
          return this.#leftAlone(name, national.updated, this.#national?.updated);
        this.#national = national;
        return [...problems, ...national.problems];
      }
      default: {
        const electorate = readElectorate(name, root);
        const held = this.#electorates.get(electorate.no);
        if (isOlder(electorate.updated, held?.updated))
          return this.#leftAlone(name, electorate.updated, held?.updated);
        this.#electorates.set(electorate.no, electorate);
        return [...problems, ...electorate.problems];
      }
    }
  }

  #leftAlone(name: string, updated: string | null, held: string | null | undefined): FeedProblem[] {
    this.#unused.add(name);
    return [rolledBack(name, updated, held)];
  }

  /** What the files come to; null before there is a count with its lists. */
  results(): ResultsRead {
    const problems = [...this.#problems.values()].flat();
    const places = {
      whole: NATIONAL,
      electorate: (name: string) => {
        const no = [...(this.#names?.rows ?? [])].find(([, one]) => one === name)?.[0];
        return no === undefined ? NATIONAL : electorateFile(no);
      },
    };
    const national = this.#national;
    if (!national || !this.#parties) return { results: null, problems, places };
    const stated = national.parties.some(({ total }) => (total ?? 0) > 0);
    const electorates: ResultsElectorate[] = [];
    for (const [no, name] of this.#names?.rows ?? []) {
      const read = this.#electorates.get(no);
      if (!read) continue;
      const made = reading(() => this.#electorate(name, read, problems));
      if (made.ok) electorates.push(made.value);
      else problems.push(made.problem);
    }
    for (const no of this.#electorates.keys()) {
      if (this.#names?.rows.has(no) === false)
        problems.push(refused(electorateFile(no), `Electorate ${no} is not in electorates.xml.`, 1, 'e_no'));
    }
    const results: Results = {
      election: '',
      updated: national.updated,
      simulated: national.simulated || [...this.#electorates.values()].some(({ simulated }) => simulated),
      countPercent: national.countPercent,
      votesCast: national.votesCast,
      electoratesFinal: national.electoratesFinal,
      electoratesTotal: this.#names?.rows.size ?? null,
      parties: national.parties.map((row) => ({
        name: this.#partyName(row.no, NATIONAL, row.line, problems),
        short: this.#parties?.rows.get(row.no)?.short ?? null,
        votes: row.votes,
        percent: row.percent,
        stated: stated ? { electorates: row.electorate, list: row.list, total: row.total } : null,
      })),
      electorates,
    };
    return { results, problems, places };
  }

  /** A number that parties.xml does not have keeps its votes: they count towards the threshold, whoever's they are. */
  #partyName(no: number, file: string, line: number, problems: FeedProblem[]): string {
    const known = this.#parties?.rows.get(no);
    if (known) return known.name;
    const detail = `Party ${no} is not in parties.xml: it stays without a name.`;
    if (!problems.some((one) => one.file === file && one.detail === detail))
      problems.push(flagged(file, detail, line, 'p_no'));
    return `Party ${no}`;
  }

  #candidate(file: string, { no, votes, line }: NumberedVotes, problems: FeedProblem[]) {
    const known = this.#candidates?.rows.get(no);
    if (!known) throw new BadFile(refused(file, `Candidate ${no} is not in candidates.xml.`, line, 'c_no'));
    const party =
      known.party === null ? null : this.#partyName(known.party, 'candidates.xml', known.line, problems);
    const isAlone = party === null || /^independents?$/i.test(party);
    return { name: known.name, party: isAlone ? null : party, votes };
  }

  #electorate(name: string, read: NzElectorate, problems: FeedProblem[]): ResultsElectorate {
    const file = electorateFile(read.no);
    const strange = read.candidates.find(({ no }) => {
      const electorate = this.#candidates?.rows.get(no)?.electorate ?? read.no;
      return electorate !== read.no;
    });
    if (strange)
      throw new BadFile(
        refused(file, `Candidate ${strange.no} stands in another electorate.`, strange.line, 'c_no'),
      );
    return {
      name,
      final: read.final,
      updated: read.updated,
      countPercent: read.countPercent,
      votesCast: read.votesCast,
      enrolled: null,
      // where the count is over and nobody stood, no poll was held
      vacant: read.final && read.candidates.length === 0,
      parties: read.parties.map((row) => ({
        party: this.#partyName(row.no, file, row.line, problems),
        votes: row.votes,
      })),
      candidates: read.candidates.map((row) => this.#candidate(file, row, problems)),
    };
  }
}

const rolledBack = (file: string, updated: string | null, held: string | null | undefined): FeedProblem =>
  flagged(
    file,
    `It is of ${updated ?? ''}, older than what is held (${held ?? ''}): left alone. If the count was begun anew, switch the feed off and on.`,
    1,
    'updated',
  );
