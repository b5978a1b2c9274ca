/** A feed while it is set up: a copy on the page that becomes the station's as a whole, so that a feed is never half changed. Pure. */
import type { z } from 'zod';
import { sameJson } from '../../../core/json.ts';
import { FeedContent, type Feed, type FeedFormat, type FeedPlace } from '../../../core/schema/feed.ts';
import { text } from '../../text.ts';

const { feedSetup: t } = text;

export type ColumnRow = readonly [field: string, column: string];

/** As typed: numbers are text until they are saved. */
export interface FeedDraft extends Omit<FeedContent, 'pollSeconds' | 'staleSeconds' | 'place' | 'columns'> {
  pollSeconds: string;
  staleSeconds: string;
  /** Our field and the column that holds it, as rows: while one types, two rows may have the same field. */
  columns: readonly ColumnRow[];
  place: { kind: FeedPlace['kind']; path: string; url: string; name: string; speed: string };
}

const NO_PLACE: FeedDraft['place'] = { kind: 'folder', path: '', url: '', name: '', speed: '1' };

const ask = FeedContent.shape.rules.parse(undefined);

export const newDraft = (): FeedDraft => ({
  name: '',
  format: 'nz-xml',
  place: NO_PLACE,
  source: 'Electoral Commission',
  pollSeconds: '15',
  staleSeconds: '300',
  enabled: true,
  record: false,
  rules: ask,
  parties: {},
  columns: [],
});

/** For a rehearsal: a simulated night is short, so it is looked at often. */
export const simulatorDraft = (): FeedDraft => ({
  ...newDraft(),
  name: 'Simulator',
  source: 'Simulation',
  place: { ...NO_PLACE, kind: 'http' },
  pollSeconds: '2',
  staleSeconds: '60',
});

function placeDraft(place: FeedPlace): FeedDraft['place'] {
  switch (place.kind) {
    case 'folder':
      return { ...NO_PLACE, kind: 'folder', path: place.path };
    case 'http':
      return { ...NO_PLACE, kind: 'http', url: place.url };
    case 'recording':
      return { ...NO_PLACE, kind: 'recording', name: place.name, speed: String(place.speed) };
    default:
      place satisfies never;
      return NO_PLACE;
  }
}

export function draftOf(feed: FeedContent): FeedDraft {
  const { name, format, source, enabled, record, rules, parties, columns } = feed;
  return {
    ...{ name, format, source, enabled, record, rules, parties },
    columns: Object.entries(columns),
    place: placeDraft(feed.place),
    pollSeconds: String(feed.pollSeconds),
    staleSeconds: String(feed.staleSeconds),
  };
}

/** A copy is turned off: two feeds of one place would each propose everything. */
export const copyOf = (feed: Feed): FeedDraft => ({
  ...draftOf(feed),
  name: t.copyName(feed.name).slice(0, 80),
  enabled: false,
});

const numberOf = (typed: string): number | string => {
  const trimmed = typed.trim();
  return trimmed !== '' && Number.isFinite(Number(trimmed)) ? Number(trimmed) : typed;
};

function placeOf({ kind, path, url, name, speed }: FeedDraft['place']) {
  if (kind === 'folder') return { kind, path: path.trim() };
  return kind === 'http' ? { kind, url: url.trim() } : { kind, name, speed: numberOf(speed) };
}

/** Columns are for tables alone. */
export const hasColumns = (format: FeedFormat): boolean => format.endsWith('-csv') || format === 'facts-json';

/** Rows with something in them. */
const typedRows = (rows: FeedDraft['columns']): ColumnRow[] =>
  rows
    .map(([field, column]): ColumnRow => [field.trim(), column.trim()])
    .filter(([field, column]) => field !== '' || column !== '');

function columnIssue(rows: readonly ColumnRow[]): string | null {
  if (rows.some(([field, column]) => field === '' || column === '')) return t.columnHalf;
  const fields = rows.map(([field]) => field);
  const twice = fields.find((field, i) => fields.indexOf(field) !== i);
  return twice === undefined ? null : t.columnTwice(twice);
}

export type Checked = { ok: true; content: FeedContent } | { ok: false; issues: Record<string, string> };

/** @returns what would be saved, or a sentence for each field that keeps it from being saved, by the field's name */
export function checkDraft(draft: FeedDraft): Checked {
  const rows = hasColumns(draft.format) ? typedRows(draft.columns) : [];
  const wrongColumns = columnIssue(rows);
  const parsed = FeedContent.safeParse({
    ...draft,
    name: draft.name.trim(),
    source: draft.source.trim(),
    place: placeOf(draft.place),
    pollSeconds: numberOf(draft.pollSeconds),
    staleSeconds: numberOf(draft.staleSeconds),
    columns: Object.fromEntries(rows),
  });
  if (parsed.success && wrongColumns === null) return { ok: true, content: parsed.data };
  const issues: Record<string, string> = wrongColumns === null ? {} : { columns: wrongColumns };
  for (const issue of parsed.error?.issues ?? []) {
    const [first, second] = issue.path;
    const field = first !== 'place' ? String(first) : second === 'name' ? 'recording' : String(second);
    issues[field] ??= t.issue(field, issueKind(issue));
  }
  return { ok: false, issues };
}

const issueKind = ({ code }: z.core.$ZodIssue): 'empty' | 'type' | 'range' | 'format' => {
  if (code === 'invalid_type') return 'type';
  if (code === 'invalid_format') return 'format';
  return code === 'too_small' || code === 'too_big' ? 'range' : 'empty';
};

/** Only what is another value than before. */
export function changesOf(before: FeedContent, after: FeedContent): Partial<FeedContent> {
  const keys = Object.keys(FeedContent.shape) as (keyof FeedContent)[];
  return Object.fromEntries(
    keys.filter((key) => !sameJson(before[key], after[key])).map((key) => [key, after[key]]),
  );
}
