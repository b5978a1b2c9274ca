/** Results as JSON: ours (core/election/results.ts), or one entry of the file of elections (core/election/record.ts). */
import { readRecord, type ElectionRecord } from '../../../core/election/record.ts';
import { Results } from '../../../core/election/results.ts';
import { withZone } from '../../../core/feeds/zone.ts';
import { isObject } from '../../../core/json.ts';
import { decode, JSON_LIMIT } from './decode.ts';
import { checkResults, withRepairs } from './results-check.ts';
import { BadFile, oneFile, reading, refused, type ResultsRead, type SourceFile } from './source.ts';

/** @throws BadFile with the line that the parser names */
export function parseJson({ name, bytes }: SourceFile): unknown {
  const decoded = decode(name, bytes, 'table', JSON_LIMIT);
  if (!decoded.ok) throw new BadFile(decoded.problem);
  const text = decoded.text.replace(/^\ufeff/, '');
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unreadable';
    const at = /position (\d+)/.exec(why)?.[1];
    const line = at === undefined ? null : text.slice(0, Number(at)).split('\n').length;
    throw new BadFile(refused(name, `This is not JSON: ${why}.`, line));
  }
}

const electoratesOf = ({
  electorates_filled: filled,
  electorates_vacant: vacant,
  ...record
}: ElectionRecord) => record.electorates_total ?? (filled === undefined ? null : filled + vacant);

const fromRecord = (record: ElectionRecord): Results => ({
  election: record.id,
  updated: null,
  simulated: false,
  countPercent: null,
  votesCast: null,
  electoratesFinal: record.electorates_filled ?? null,
  electoratesTotal: electoratesOf(record),
  independents: record.independents_elected,
  vacancies: record.electorates_vacant,
  parties: record.parties.map(({ id, name, short, party_votes, electorate_seats }) => ({
    name: name ?? id,
    short: short ?? id,
    votes: party_votes,
    percent: null,
    stated: { electorates: electorate_seats, list: null, total: null },
  })),
  electorates: [],
});

function resultsIn(file: string, json: unknown): Results {
  if (isObject(json) && Array.isArray(json['parties']) && json['electorates'] === undefined) {
    const record = readRecord(json);
    if (!record.ok) throw new BadFile(refused(file, `${record.problem}.`));
    return fromRecord(record.record);
  }
  const parsed = Results.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path.map(String).join('.') ?? '';
    throw new BadFile(
      refused(file, `${field || 'The file'}: ${issue?.message ?? 'not results'}.`, null, field || null),
    );
  }
  const { updated } = parsed.data;
  const zoned = updated === null ? null : withZone(updated, 'Pacific/Auckland');
  if (updated !== null && zoned === null)
    throw new BadFile(refused(file, `updated: “${updated.slice(0, 40)}” is not a time.`, null, 'updated'));
  return { ...parsed.data, updated: zoned };
}

/** Results of a single JSON file, whatever its layout. */
export function readResultsFile(file: SourceFile, toResults: (json: unknown) => Results): ResultsRead {
  const places = oneFile(file.name);
  const read = reading(() => toResults(parseJson(file)));
  if (!read.ok) return { results: null, problems: [read.problem], places };
  const { results, problems } = withRepairs(file.name, read.value);
  const where = { line: null };
  const checked = checkResults(file.name, results, ({ party, electorate }) => ({
    ...where,
    field:
      party === undefined
        ? electorate === undefined
          ? 'parties'
          : `electorates: ${electorate}`
        : `parties: ${party}`,
  }));
  const found = [...problems, ...checked];
  const isBad = found.some(({ weight }) => weight === 'refused');
  return { results: isBad ? null : results, problems: found, places };
}

export const readResultsJson = (file: SourceFile): ResultsRead =>
  readResultsFile(file, (json) => resultsIn(file.name, json));
