/** Tables of any size, read in slices: comma, semicolon or tab, quotes, and rows that know their number. */
import { parse } from 'csv-parse';
import type { FeedProblem } from '../../../core/schema/feed.ts';
import { slices } from '../../slices.ts';
import { decodeTable } from './decode.ts';
import { flagged, refused } from './source.ts';

/** From so many columns on it is some other kind of table; an export of facts stays far below. */
const TOO_MANY_COLUMNS = 200;
/** Characters handed to the parser at once. */
const CHUNK = 4 * 1024;

export interface TableRow {
  /** As a spreadsheet counts: the header is row 1. */
  row: number;
  cells: string[];
}

export interface Table {
  header: string[];
  rows: TableRow[];
  problems: FeedProblem[];
}

/** The separator that the header has most of, outside quotes. */
function separatorOf(text: string): string {
  const [header = ''] = text
    .slice(0, 100_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r?\n/);
  const count = (mark: string) => header.split(mark).length;
  return [',', ';', '\t'].sort((a, b) => count(b) - count(a))[0] ?? ',';
}

async function recordsOf(text: string, delimiter: string): Promise<string[][]> {
  const breathe = slices();
  const records: string[][] = [];
  const parser = parse({ delimiter, bom: true, relax_column_count: true, skip_empty_lines: false });
  const failed = new Promise<never>((_, fail) => parser.once('error', fail));
  // whoever waits below hears of it; nobody may be waiting just then
  failed.catch(() => undefined);
  const drain = () => {
    for (let record: unknown = parser.read(); record !== null; record = parser.read())
      if (Array.isArray(record)) records.push(record.map((cell) => String(cell).normalize('NFC')));
  };
  parser.on('readable', drain);
  const ended = new Promise<void>((done) => parser.once('end', done));
  for (let at = 0; at < text.length; at += CHUNK) {
    const chunk = text.slice(at, at + CHUNK);
    await Promise.race([failed, new Promise<void>((done) => parser.write(chunk, () => done()))]);
    await Promise.race([failed, breathe()]);
  }
  parser.end();
  await Promise.race([failed, ended]);
  return records;
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** @returns null with a refused problem where the file is no table */
export async function readTable(
  file: string,
  bytes: Uint8Array,
): Promise<{ table: Table | null; problems: FeedProblem[] }> {
  const no = (detail: string, line: number | null = null) => ({
    table: null,
    problems: [refused(file, detail, line)],
  });
  const decoded = await decodeTable(file, bytes);
  if (!decoded.ok) return { table: null, problems: [decoded.problem] };
  let records: string[][];
  try {
    records = await recordsOf(decoded.text, separatorOf(decoded.text));
  } catch (error) {
    const line: unknown = error instanceof Error && 'lines' in error ? error.lines : null;
    const detail = error instanceof Error ? error.message : 'unreadable';
    return no(`This is not CSV: ${detail}`, typeof line === 'number' ? line : null);
  }
  const head = records.findIndex((cells) => !isBlank(cells));
  const header = (records[head] ?? []).map((cell) => cell.trim());
  if (head === -1) return no('The table is empty.');
  while (header.at(-1) === '') header.pop();
  if (header.length >= TOO_MANY_COLUMNS)
    return no(`The table has ${header.length} columns: fewer than ${TOO_MANY_COLUMNS} are read.`, head + 1);
  const twice = header.find((name, index) => name !== '' && header.indexOf(name) !== index);
  if (twice !== undefined) return no(`Two columns are called “${twice}”.`, head + 1);
  const problems: FeedProblem[] = [];
  const rows: TableRow[] = [];
  const breathe = slices();
  for (const [index, cells] of records.entries()) {
    await breathe();
    if (index <= head || isBlank(cells)) continue;
    const row = index + 1;
    const full = cells.length >= header.length && isBlank(cells.slice(header.length));
    if (!full) {
      const detail = `The row has ${cells.length} cells, the header ${header.length}: left out.`;
      problems.push({ ...refused(file, detail, row) });
      continue;
    }
    rows.push({ row, cells });
  }
  if (header.includes('')) problems.push(flagged(file, 'A column without a name is not read.', head + 1));
  return { table: { header, rows, problems }, problems };
}
