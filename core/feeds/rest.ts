/** What the REST surface answers about feeds, recordings and imports: for the desk, and for other tools. */
import { z } from 'zod';
import { FactId } from '../ids.ts';
import { ColumnMap, Feed, FeedProblem, FeedStatus } from '../schema/feed.ts';

/** What was recorded from a feed, to be played again: `{kind: 'recording', name, speed}`. */
export const Recording = z.object({
  name: z.string(),
  /** The feed's id. */
  feed: z.string(),
  /** Of its first and last version. Epoch milliseconds. */
  from: z.number(),
  to: z.number(),
  /** How often something new was written down. */
  versions: z.int(),
});
export type Recording = z.infer<typeof Recording>;

/** `GET /feeds` */
export const FeedsAnswer = z.object({
  feeds: z.array(Feed.extend({ status: FeedStatus })),
  recordings: z.array(Recording),
});

export const ImportFormat = z.enum(['csv', 'json']);

/** `POST /imports?name=FILE`: the file has been read. */
export const ImportRead = z.object({
  id: z.string(),
  format: ImportFormat,
  /** Of a table; empty for JSON, which needs no columns. */
  header: z.array(z.string()),
  /** The first rows of a table, for a person who matches columns. */
  sample: z.array(z.array(z.string())),
  rows: z.int(),
  /** As guessed, or as they were matched the last time. */
  columns: ColumnMap,
  /** Of the file as a whole. Where one is `refused`, there is nothing to import. */
  problems: z.array(FeedProblem),
});
export type ImportRead = z.infer<typeof ImportRead>;

/** `POST /imports/:id/preview` */
export const ImportCounts = z.object({ new: z.int(), changed: z.int(), same: z.int(), refused: z.int() });
export type ImportCounts = z.infer<typeof ImportCounts>;

export const ImportKind = z.enum(['new', 'changed', 'same', 'refused']);
export type ImportKind = z.infer<typeof ImportKind>;

/** `GET /imports/:id/rows?from=0&limit=100&only=changed` */
export const ImportRow = z.object({
  /** The row in the file, from 1; a table's header is row 1. */
  row: z.int(),
  kind: ImportKind,
  factId: FactId.nullable(),
  statement: z.string(),
  changes: z.array(
    z.object({ path: z.string(), title: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
  ),
  problems: z.array(FeedProblem),
});
export type ImportRow = z.infer<typeof ImportRow>;

/** `GET /imports/:id` */
export const ImportProgress = z.object({
  state: z.enum(['read', 'previewing', 'previewed', 'running', 'done', 'cancelled', 'failed']),
  /** Rows done and rows in all, of what the state names. */
  done: z.int(),
  total: z.int(),
  /** One sentence for a person. */
  detail: z.string(),
  counts: ImportCounts.nullable(),
  /** Facts that are in the show because of it. */
  written: z.int(),
});
export type ImportProgress = z.infer<typeof ImportProgress>;
