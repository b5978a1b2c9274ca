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

/** A share as it is written on air: one decimal. */
export const written = (share: number): string => `${share.toFixed(1)}%`;

function readRow(data: Data, i: number, theme: Theme): Row {
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
  };
}

/** The change in points between two shares as they are written, so that the figures on screen add up. */
export function points({ share, before, isNew }: Row): number | 'new' | null {
  if (isNew) return 'new';
  return before === null ? null : (Math.round(share * 10) - Math.round(before * 10)) / 10;
}

/** Reads shares. Throws a Refusal that names the field when they cannot be shown. */
export function readShares(data: Data, theme: Theme): Shares {
  const title = required(data, 'title');
  const rows = list(data, 'parties').map((entry, i) => readRow(entry, i, theme));
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
    });
  const sum = rows.reduce((total, row) => total + row.share, 0);
  if (sum > 100 + ROUNDING) throw new Refusal(`parties: the shares add up to ${sum.toFixed(1)}%.`);
  const threshold = percent(data, 'threshold', '') ?? 0;
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
