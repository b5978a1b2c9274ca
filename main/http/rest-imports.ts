/**
 * Facts in and out over REST. Out: `GET /facts.csv`, `GET /facts.json` (`?ids=a,b` for some). In, step by step:
 * `POST /imports?name=FILE` with the file as the body → ImportRead · `POST /imports/:id/preview {columns}` →
 * `{counts}` · `GET /imports/:id/rows?from=0&limit=100&only=changed` → `{rows, total}` · `POST /imports/:id/apply?by=NAME` →
 * 202 and ImportProgress · `GET /imports/:id` → ImportProgress · `DELETE /imports/:id` cancels: what is in stays in.
 */
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import {
  ImportKind,
  type ImportCounts,
  type ImportProgress,
  type ImportRead,
  type ImportRow,
} from '../../core/feeds/rest.ts';
import { factsInOrder } from '../../core/rundown.ts';
import type { Fact } from '../../core/schema/fact.ts';
import { ColumnMap } from '../../core/schema/feed.ts';
import type { Store } from '../store/store.ts';

/** A step that cannot be taken now, as a sentence. */
export interface ImportRefused {
  why: string;
}

export interface ImportsView {
  read(name: string, bytes: Uint8Array): Promise<ImportRead>;
  preview(id: string, columns: ColumnMap): Promise<ImportCounts | ImportRefused>;
  rows(
    id: string,
    from: number,
    limit: number,
    only: ImportKind | null,
  ): { rows: ImportRow[]; total: number } | null;
  apply(id: string, by: string): ImportProgress | ImportRefused;
  progress(id: string): ImportProgress | null;
  cancel(id: string): ImportProgress | null;
}

export interface RestImportsDeps {
  store: Store;
  imports: ImportsView;
  /** Made in slices, because a show may have ten thousand facts. */
  csvOf: (facts: readonly Fact[]) => Promise<string>;
  jsonOf: (facts: readonly Fact[]) => Promise<string>;
}

/** Bytes: what a newsroom's largest table comes to, many times over. */
const MAX_FILE = 50 * 1024 * 1024;

const Preview = z.object({ columns: ColumnMap.default({}) });

const Rows = z.object({
  from: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  only: ImportKind.optional(),
});

const failure = (code: string, detail: string) => ({ ok: false as const, code, detail });
const isRefused = (value: object): value is ImportRefused => 'why' in value;

export function importRoutes(api: Hono, { store, imports, csvOf, jsonOf }: RestImportsDeps): void {
  const noImport = (c: Context) =>
    c.json(failure('not_found', 'There is no such import: it may be too long ago.'), 404);
  const chosen = (c: Context): Fact[] => {
    const ids = c.req.query('ids')?.split(',').filter(Boolean);
    const facts = factsInOrder(store.state.show);
    if (!ids) return facts;
    const wanted = new Set<string>(ids);
    return facts.filter(({ id }) => wanted.has(id));
  };
  const attached = (type: string, extension: string) => ({
    'content-type': `${type}; charset=utf-8`,
    'content-disposition': `attachment; filename="facts-${store.state.show.id}.${extension}"`,
  });

  api.get('/facts.csv', async (c) => c.body(await csvOf(chosen(c)), 200, attached('text/csv', 'csv')));
  api.get('/facts.json', async (c) =>
    c.body(await jsonOf(chosen(c)), 200, attached('application/json', 'json')),
  );

  const tooLarge = failure('too_large', 'A file is 50 MB at most.');
  api.post('/imports', bodyLimit({ maxSize: MAX_FILE, onError: (c) => c.json(tooLarge, 413) }), async (c) => {
    const name = c.req.query('name')?.slice(0, 200) || 'facts.csv';
    return c.json(await imports.read(name, new Uint8Array(await c.req.arrayBuffer())));
  });
  api.post('/imports/:id/preview', async (c) => {
    const body: unknown = await c.req.json().catch(() => null);
    const parsed = Preview.safeParse(body);
    if (!parsed.success)
      return c.json(failure('bad_command', 'The body is {"columns": {field: column}}.'), 400);
    const id = c.req.param('id');
    if (!imports.progress(id)) return noImport(c);
    const counts = await imports.preview(id, parsed.data.columns);
    return isRefused(counts) ? c.json(failure('import_busy', counts.why), 409) : c.json({ counts });
  });
  api.get('/imports/:id/rows', (c) => {
    const query = Rows.safeParse(c.req.query());
    if (!query.success)
      return c.json(failure('bad_command', 'from, limit (1 to 500) and only are asked for.'), 400);
    const { from, limit, only = null } = query.data;
    const rows = imports.rows(c.req.param('id'), from, limit, only);
    return rows ? c.json(rows) : noImport(c);
  });
  api.post('/imports/:id/apply', (c) => {
    const id = c.req.param('id');
    if (!imports.progress(id)) return noImport(c);
    // a page cannot put a name with macrons into a header
    const by = (c.req.query('by') ?? c.req.header('x-tallydesk-user'))?.slice(0, 80) || 'api';
    const started = imports.apply(id, by);
    return isRefused(started) ? c.json(failure('import_busy', started.why), 409) : c.json(started, 202);
  });
  api.get('/imports/:id', (c) => {
    const progress = imports.progress(c.req.param('id'));
    return progress ? c.json(progress) : noImport(c);
  });
  api.delete('/imports/:id', (c) => {
    const progress = imports.cancel(c.req.param('id'));
    return progress ? c.json(progress) : noImport(c);
  });
}
