// Reads the seats of a strip: parties in order, changes, others, what is not known yet.
import { choice, integer, list, partyFrom, required, text, type Data, type Party } from '../../kit/read.ts';
import { Refusal } from '../../kit/refusal.ts';
import type { Theme } from '../../kit/theme.ts';
import type { Standing } from '../../kit/board.ts';

export interface Cell {
  key: string;
  /** Path of its name in the data. */
  field: string;
  name: string;
  /** Null for other parties together, and for seats that nobody holds yet. */
  party: Party | null;
  seats: number;
  change: number | 'new' | null;
  /** Whether all of its seats are certain. */
  certain: boolean;
}

export interface Tally {
  title: string;
  status: Standing;
  cells: Cell[];
  since: string;
  majority: number | null;
  counted: string;
  source: string;
}

const FEWEST = 2;
const MOST = 15;

const seatsOf = (row: Data): number =>
  ['seats', 'leading', 'projected'].reduce((sum, field) => sum + (integer(row, field) ?? 0), 0);

function idOf(row: Data): string {
  return text(row, 'id') || text(row, 'short') || text(row, 'name');
}

/** Seats before, by party; null when nothing is compared. */
function readBefore(data: Data): Map<string, number> | null {
  const rows = list(data, 'before');
  return rows.length === 0 ? null : new Map(rows.map((row) => [idOf(row), seatsOf(row)]));
}

function changeOf(row: Data, seats: number, before: Map<string, number> | null): Cell['change'] {
  if (row['isNew'] === true) return 'new';
  const given = integer(row, 'change', -800);
  return given ?? (before ? seats - (before.get(idOf(row)) ?? 0) : null);
}

/** Reads a tally. Throws a Refusal that names the field when it cannot be shown. */
export function readTally(data: Data, theme: Theme): Tally {
  const title = required(data, 'title');
  required(data, 'status');
  const status = choice(data, 'status', ['final', 'partial', 'projected', 'leading'], 'partial');
  const before = readBefore(data);
  const cells = list(data, 'parties').map((row, i): Cell => {
    const party = partyFrom(row, `parties: entry ${i + 1}`, theme);
    const seats = seatsOf(row);
    const sure = (integer(row, 'leading') ?? 0) + (integer(row, 'projected') ?? 0) === 0;
    const certain = sure && (status === 'final' || status === 'partial');
    return {
      key: `p-${party.id}`,
      field: `parties.${i}.short`,
      name: party.short,
      party,
      seats,
      change: changeOf(row, seats, before),
      certain,
    };
  });
  if (cells.length < FEWEST) throw new Refusal(`parties: at least ${FEWEST} are required.`);
  if (cells.length > MOST) throw new Refusal(`parties: at most ${MOST} can be listed.`);
  if (new Set(cells.map((cell) => cell.key)).size < cells.length)
    throw new Refusal('parties: each party can be listed once only.');
  const house = integer(data, 'house', 1);
  const majority = integer(data, 'majority', 1);
  if (house !== null && majority !== null && majority > house)
    throw new Refusal('majority: is larger than the House.');
  const rest = { party: null, change: null, certain: true };
  const other = integer(data, 'other');
  if (other !== null) cells.push({ ...rest, key: 'other', field: 'other', name: 'Other', seats: other });
  const listed = cells.reduce((sum, cell) => sum + cell.seats, 0);
  if (house !== null && listed > house)
    throw new Refusal(`parties: ${listed} seats are listed, but the House has ${house}.`);
  if (house !== null && listed < house && status !== 'final')
    cells.push({
      ...rest,
      key: 'unknown',
      field: 'house',
      name: 'Not yet known',
      seats: house - listed,
      certain: false,
    });
  return {
    title,
    status,
    cells,
    since: text(data, 'since'),
    majority,
    counted: text(data, 'counted'),
    source: text(data, 'source'),
  };
}

/** How many cells stand in one row before a second is opened. */
const ONE_ROW = 8;

/** The cells row by row: one row up to eight, else two that are as even as can be. */
export function rowsOf<T>(cells: readonly T[]): T[][] {
  if (cells.length <= ONE_ROW) return [[...cells]];
  const half = Math.ceil(cells.length / 2);
  return [cells.slice(0, half), cells.slice(half)];
}
