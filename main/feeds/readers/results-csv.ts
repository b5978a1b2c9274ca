/**
 * Results as a table. One row a figure; which kind of row it is, its cells say:
 * with `electorate` and `candidate`: that candidate's `votes` (`party` is theirs; none for an independent) · with
 * `electorate` and `party`: the party's vote there · with `party` alone: its vote in all, with `percent` and seats ·
 * with none of them: the count itself. `counted`, `cast`, `enrolled` and `final` may stand in any row of an electorate
 * or of the count.
 */
import { withZone } from '../../../core/feeds/zone.ts';
import { readCount, readPercent, type NumberRead } from '../../../core/feeds/numbers.ts';
import { fold } from '../../../core/rundown.ts';
import type { Results, ResultsElectorate } from '../../../core/election/results.ts';
import type { ColumnMap, FeedProblem } from '../../../core/schema/feed.ts';
import { readTable, type TableRow } from './csv.ts';
import { checkResults, withRepairs } from './results-check.ts';
import { oneFile, refused, type ResultsRead, type SourceFile } from './source.ts';

/** Our fields, and the names of columns that are taken for them, folded. */
export const RESULT_FIELDS: Record<string, readonly string[]> = {
  electorate: ['electorate', 'electorate name', 'seat', 'constituency', 'district'],
  candidate: ['candidate', 'candidate name', 'name'],
  party: ['party', 'party name', 'list'],
  votes: ['votes', 'vote', 'party votes', 'party vote', 'candidate votes', 'total votes'],
  percent: ['percent', 'share', 'percent votes', '%', 'vote share'],
  electorate_seats: ['electorate seats', 'candidate seats', 'seats electorate'],
  list_seats: ['list seats', 'party seats', 'seats list'],
  total_seats: ['total seats', 'seats'],
  counted: ['counted', 'percent counted', 'percent voting places counted', 'count percent'],
  cast: ['cast', 'votes cast', 'total votes cast'],
  enrolled: ['enrolled', 'electors', 'on the roll'],
  final: ['final', 'declared'],
  updated: ['updated', 'as of', 'time'],
};

const plain = (text: string): string => fold(text).replaceAll('_', ' ').replace(/\s+/g, ' ').trim();

function columnsOf(header: readonly string[], matched: ColumnMap): Map<string, number> {
  const columns = new Map<string, number>();
  for (const [field, names] of Object.entries(RESULT_FIELDS)) {
    const index = header.findIndex((name) =>
      matched[field] === undefined ? names.includes(plain(name)) : name === matched[field],
    );
    if (index !== -1) columns.set(field, index);
  }
  return columns;
}

class Rows {
  readonly problems: FeedProblem[] = [];
  readonly #file: string;
  readonly #columns: ReadonlyMap<string, number>;

  constructor(file: string, columns: ReadonlyMap<string, number>) {
    this.#file = file;
    this.#columns = columns;
  }

  text({ cells }: TableRow, field: string): string | null {
    const index = this.#columns.get(field);
    return (index === undefined ? '' : (cells[index] ?? '')).trim() || null;
  }

  #number(row: TableRow, field: string, read: (text: string) => NumberRead): number | null {
    const text = this.text(row, field);
    if (text === null) return null;
    const number = read(text);
    if (number.ok) return number.value;
    this.problems.push(refused(this.#file, `${number.why}.`, row.row, field));
    return null;
  }

  count = (row: TableRow, field: string): number | null => this.#number(row, field, readCount);
  percent = (row: TableRow, field: string): number | null => this.#number(row, field, readPercent);

  votes(row: TableRow): number {
    if (this.text(row, 'votes') === null)
      this.problems.push(refused(this.#file, 'There is no number of votes.', row.row, 'votes'));
    return this.count(row, 'votes') ?? 0;
  }
}

const isYes = (text: string | null): boolean => /^(yes|true|1|y|final|declared)$/i.test(text ?? '');

export async function readResultsCsv({ name, bytes }: SourceFile, matched: ColumnMap): Promise<ResultsRead> {
  const places = oneFile(name);
  const { table, problems } = await readTable(name, bytes);
  if (!table || problems.some(({ weight }) => weight === 'refused'))
    return { results: null, problems, places };
  const columns = columnsOf(table.header, matched);
  for (const needed of ['party', 'votes']) {
    if (columns.has(needed)) continue;
    const detail = `There is no column for “${needed}”: match the columns.`;
    return { results: null, problems: [...problems, refused(name, detail, 1, needed)], places };
  }
  const rows = new Rows(name, columns);
  const electorates = new Map<string, ResultsElectorate>();
  const lines = new Map<string, number>();
  const parties: Results['parties'] = [];
  const whole = { countPercent: null, votesCast: null, updated: null } as Pick<
    Results,
    'countPercent' | 'votesCast' | 'updated'
  >;
  for (const row of table.rows) {
    const electorate = rows.text(row, 'electorate');
    const party = rows.text(row, 'party');
    const candidate = rows.text(row, 'candidate');
    const updated = rows.text(row, 'updated');
    if (updated !== null) {
      whole.updated = withZone(updated, 'Pacific/Auckland');
      if (whole.updated === null)
        rows.problems.push(refused(name, `“${updated}” is not a time.`, row.row, 'updated'));
    }
    if (electorate !== null) {
      const found = electorates.get(electorate) ?? emptyElectorate(electorate);
      electorates.set(electorate, found);
      found.countPercent = rows.percent(row, 'counted') ?? found.countPercent;
      found.votesCast = rows.count(row, 'cast') ?? found.votesCast;
      found.enrolled = rows.count(row, 'enrolled') ?? found.enrolled;
      found.final ||= isYes(rows.text(row, 'final'));
      const alone = party === null || /^independents?$/i.test(party) ? null : party;
      if (candidate !== null)
        found.candidates.push({ name: candidate, party: alone, votes: rows.votes(row) });
      else if (party !== null) found.parties.push({ party, votes: rows.votes(row) });
      lines.set(`electorate/${electorate}`, row.row);
    } else if (party !== null) {
      const stated = {
        electorates: rows.count(row, 'electorate_seats'),
        list: rows.count(row, 'list_seats'),
        total: rows.count(row, 'total_seats'),
      };
      const isStated = Object.values(stated).some((seats) => seats !== null);
      const percent = rows.percent(row, 'percent');
      parties.push({
        name: party,
        short: null,
        votes: rows.votes(row),
        percent,
        stated: isStated ? stated : null,
      });
      whole.countPercent = rows.percent(row, 'counted') ?? whole.countPercent;
      lines.set(`party/${party}`, row.row);
    } else {
      whole.countPercent = rows.percent(row, 'counted') ?? whole.countPercent;
      whole.votesCast = rows.count(row, 'cast') ?? rows.count(row, 'votes') ?? whole.votesCast;
    }
  }
  const all = [...electorates.values()];
  const { results, problems: repairs } = withRepairs(name, {
    election: '',
    simulated: false,
    ...whole,
    electoratesFinal: all.length > 0 ? all.filter(({ final }) => final).length : null,
    electoratesTotal: null,
    parties: parties.length > 0 ? parties : summedParties(all),
    electorates: all,
  });
  const checked = checkResults(name, results, ({ party, electorate }) => ({
    line: lines.get(party === undefined ? `electorate/${electorate ?? ''}` : `party/${party}`) ?? null,
    field: party === undefined ? (electorate === undefined ? 'percent' : 'electorate') : 'party',
  }));
  const found = [...problems, ...rows.problems, ...repairs, ...checked];
  return {
    results: found.some(({ weight }) => weight === 'refused') ? null : results,
    problems: found,
    places,
  };
}

const emptyElectorate = (name: string): ResultsElectorate => ({
  name,
  final: false,
  updated: null,
  countPercent: null,
  votesCast: null,
  enrolled: null,
  vacant: false,
  parties: [],
  candidates: [],
});

/** Where a table has the parties' votes by electorate only. */
function summedParties(electorates: readonly ResultsElectorate[]): Results['parties'] {
  const votes = new Map<string, number>();
  for (const { party, votes: n } of electorates.flatMap(({ parties }) => parties))
    votes.set(party, (votes.get(party) ?? 0) + n);
  return [...votes].map(([name, n]) => ({ name, short: null, votes: n, percent: null, stated: null }));
}
