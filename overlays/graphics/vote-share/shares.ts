// Reads the shares of a vote: one decimal, an order, the scale of the bars.
import { choice, list, object, partyFrom, required, text, type Data, type Party } from '../../kit/read.ts';
import { Refusal } from '../../kit/refusal.ts';
import type { Theme } from '../../kit/theme.ts';

export interface Row {
  key: string;
  /** Path of its name in the data. */
  field: string;
  name: string;
  /** Null for all other parties together. */
  party: Party | null;
  /** Per cent, 0 to 100. */
  share: number;
  /** Per cent in the result it is compared with. */
  before: number | null;
  isNew: boolean;
  /** Per cent that it needs; 0 for none. */
  threshold: number;
}

export interface Shares {
  title: string;
  label: string;
  status: 'final' | 'partial' | 'projected';
  rows: Row[];
  since: string;
  /** Per cent; 0 for none. */
  threshold: number;
  /** Per cent at the end of the longest bar. */
  scale: number;
  counted: string;
  source: string;
}

const MOST = 15;
/** The scale never shows less than this, so that shares near nothing do not look like a landslide; per cent. */
const SMALLEST_SCALE = 10;
/** Shares are rounded one by one, so their sum may be this much over 100. */
const ROUNDING = 1;

/** A number of per cent under `field`, or null when there is none. */
function percent(data: Data, field: string, where: string): number | null {
  const value = data[field];
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'number' || !(value >= 0 && value <= 100))
    throw new Refusal(`${where}${field}: must be a number from 0 to 100.`);
  return value;
}

/** Per cent that only all of the votes are. */
const ALL = 100;
/** What floating point may leave a decimal half short of, in tenths: 2.55 × 10 is 25.499999999999996. */
const HAIR = 1e-9;

/**
 * A share in whole tenths of a per cent, halves up. What is below the threshold, or below all of the votes, is never
 * rounded up to it: 4.96 is 4.9 under a threshold of 5.
 */
export function tenths(share: number, threshold = 0): number {
  const near = Math.round(share * 10 + HAIR);
  const overstated = [threshold, ALL].some((limit) => share < limit && near / 10 >= limit);
  return overstated ? near - 1 : near;
}

/** A share as it is written on air: one decimal. */
export const written = (share: number, threshold = 0): string =>
  `${(tenths(share, threshold) / 10).toFixed(1)}%`;

function readRow(data: Data, i: number, theme: Theme, threshold: number): Row {
  const where = `parties: entry ${i + 1}: `;
  const given = object(data, 'party');
  if (!given) throw new Refusal(`${where}a party is required.`);
  const party = partyFrom(given, `parties: entry ${i + 1}`, theme);
  const share = percent(data, 'share', where);
  if (share === null) throw new Refusal(`${where}share is required and is empty.`);
  const before = percent(data, 'before', where);
  const field = `parties.${i}.party.short`;
  return {
    key: `p-${party.id}`,
    field,
    name: party.short,
    party,
    share,
    before,
    isNew: data['isNew'] === true,
    threshold,
  };
}

/** The change in points between two shares as they are written, so that the figures on screen add up. */
export function points({ share, before, isNew, threshold }: Row): number | 'new' | null {
  if (isNew) return 'new';
  return before === null ? null : (tenths(share, threshold) - tenths(before, threshold)) / 10;
}

/** Reads shares. Throws a Refusal that names the field when they cannot be shown. */
export function readShares(data: Data, theme: Theme): Shares {
  const title = required(data, 'title');
  const threshold = percent(data, 'threshold', '') ?? 0;
  const rows = list(data, 'parties').map((entry, i) => readRow(entry, i, theme, threshold));
  if (rows.length === 0) throw new Refusal('parties: at least one party is required.');
  if (rows.length > MOST) throw new Refusal(`parties: at most ${MOST} can be listed.`);
  if (new Set(rows.map((row) => row.key)).size < rows.length)
    throw new Refusal('parties: each party can be listed once only.');
  if (choice(data, 'order', ['share', 'given'], 'share') === 'share') rows.sort((a, b) => b.share - a.share);
  const other = percent(data, 'other', '');
  if (other !== null)
    rows.push({
      key: 'other',
      field: 'other',
      name: 'Other',
      party: null,
      share: other,
      before: null,
      isNew: false,
      threshold: 0,
    });
  const sum = rows.reduce((total, row) => total + row.share, 0);
  if (sum > 100 + ROUNDING) throw new Refusal(`parties: the shares add up to ${sum.toFixed(1)}%.`);
  return {
    title,
    label: text(data, 'label'),
    status: choice(data, 'status', ['final', 'partial', 'projected'], 'partial'),
    rows,
    since: text(data, 'since'),
    threshold,
    scale: Math.max(SMALLEST_SCALE, ...rows.flatMap((row) => [row.share, row.before ?? 0])),
    counted: text(data, 'counted'),
    source: required(data, 'source'),
  };
}
