/**
 * The as-run log over REST: filtered, as files, one showing with all its changes and its picture, and what was on air at
 * a moment. Read-only.
 */
import { readFile } from 'node:fs/promises';
import type { Context, Hono } from 'hono';
import { z } from 'zod';
import type { AsRunEntry, AsRunLine } from '../../core/as-run.ts';
import { airAt } from '../../core/as-run-at.ts';
import { AsRunFilter, matchesAsRun, wordsOf } from '../../core/as-run-filter.ts';
import { pastTime } from '../../core/clock-time.ts';
import { leavesBetween } from '../../core/compare-shows.ts';
import { seenText } from '../../core/graphic-data.ts';
import { systemCode } from '../errors.ts';
import { dataHash } from '../as-run/book.ts';
import { slices } from '../slices.ts';
import { AS_RUN_CSV_HEAD, asRunCsvRow, type AsRunLog } from '../store/as-run-log.ts';
import type { Store } from '../store/store.ts';

export interface RestAsRunDeps {
  store: Store;
  asRun: AsRunLog;
  /** The file with the picture of a showing; null where none was taken. */
  pictureOf: (instance: string) => string | null;
  now: () => number;
}

const count = z.coerce.number().int().min(0);

const Query = z.object({
  since: count.optional(),
  limit: count.max(100_000).optional(),
  brief: z.literal('1').optional(),
});

export function asRunRoutes(api: Hono, { store, asRun, pictureOf, now }: RestAsRunDeps): void {
  const { book } = asRun;
  const zone = () => store.state.show.timeZone;
  const wrong = (c: Context, detail: string) => c.json({ ok: false, code: 'bad_command', detail }, 400);

  /** Epoch ms, or whatever `pastTime` reads. */
  const timeOf = (text: string | undefined): number | null => {
    if (text === undefined || text === '') return null;
    return /^\d{9,}$/.test(text) ? Number(text) : pastTime(text, zone(), now());
  };

  const filterOf = (c: Context): AsRunFilter | null => {
    const asked = (name: string) => c.req.query(name) || null;
    const [from, to] = [timeOf(c.req.query('from')), timeOf(c.req.query('to'))];
    if ((from === null && asked('from')) || (to === null && asked('to'))) return null;
    const given = { words: asked('words') ?? '', channel: asked('channel'), layer: asked('layer') };
    return AsRunFilter.safeParse({ ...given, by: asked('by'), from, to }).data ?? null;
  };

  const textOf = ({ graphic, data }: AsRunEntry): string => seenText(store.graphics.get(graphic.id), data);
  const matching = async (entries: readonly AsRunEntry[], filter: AsRunFilter): Promise<AsRunEntry[]> => {
    const breathe = slices();
    const found: AsRunEntry[] = [];
    for (const entry of entries) {
      if (matchesAsRun(entry, filter, () => wordsOf(entry, textOf(entry)))) found.push(entry);
      await breathe();
    }
    return found;
  };

  const shown = (entry: AsRunEntry) => ({
    ...entry,
    dataHash: dataHash(entry.data),
    picture: pictureOf(entry.instance) !== null,
  });
  /** What a list needs: the words that were seen instead of the data they are in. */
  const brief = (entry: AsRunEntry) => {
    const { data: _data, ...rest } = entry;
    return { ...rest, text: textOf(entry).slice(0, 200), picture: pictureOf(entry.instance) !== null };
  };

  api.get('/as-run', async (c) => {
    const filter = filterOf(c);
    const query = Query.safeParse(c.req.query());
    if (!filter || !query.success) return wrong(c, 'The filter cannot be read: see openapi.json.');
    const { since, limit = 100_000 } = query.data;
    const asked =
      since === undefined
        ? { entries: book.entries(), next: book.lines.length, more: false }
        : book.news(since, limit);
    const found = await matching(asked.entries, filter);
    const entries = found.slice(since === undefined ? -limit || found.length : 0);
    return c.json({ ...asked, entries: query.data.brief ? entries.map(brief) : entries.map(shown) });
  });

  const named = (c: Context, ending: string, type: string, body: string) =>
    c.body(body, 200, {
      'content-type': type,
      'content-disposition': `attachment; filename="as-run-${store.state.show.id}.${ending}"`,
    });
  api.get('/as-run.csv', async (c) => {
    const filter = filterOf(c);
    if (!filter) return wrong(c, 'The filter cannot be read: see openapi.json.');
    const rows = await eachOf(await matching(book.entries(), filter), asRunCsvRow);
    return named(c, 'csv', 'text/csv; charset=utf-8', [AS_RUN_CSV_HEAD, ...rows].join(''));
  });
  api.get('/as-run.json', async (c) => {
    const filter = filterOf(c);
    if (!filter) return wrong(c, 'The filter cannot be read: see openapi.json.');
    const rows = await eachOf(await matching(book.entries(), filter), (entry) =>
      JSON.stringify({ ...shown(entry), lines: changesOf(book.linesOf(entry.instance)) }),
    );
    return named(c, 'json', 'application/json; charset=utf-8', `{"entries":[\n${rows.join(',\n')}\n]}\n`);
  });

  api.get('/as-run/at', (c) => {
    const at = timeOf(c.req.query('time'));
    if (at === null)
      return wrong(c, `“${c.req.query('time') ?? ''}” is no time: 21:42:07, a day and a time, or ISO 8601.`);
    const items = airAt(book.lines, at).map((one) => ({
      ...one,
      dataHash: dataHash(one.data),
      picture: pictureOf(one.instance) !== null,
    }));
    return c.json({ at, items });
  });

  const unknown = (c: Context) =>
    c.json(
      {
        ok: false,
        code: 'not_found',
        detail: `There is no showing “${c.req.param('instance') ?? ''}” in the log.`,
      },
      404,
    );
  api.get('/as-run/:instance', (c) => {
    const instance = c.req.param('instance');
    const entry = book.entry(instance);
    return entry ? c.json({ entry: shown(entry), lines: changesOf(book.linesOf(instance)) }) : unknown(c);
  });
  api.get('/as-run/:instance/picture', async (c) => {
    const path = pictureOf(c.req.param('instance'));
    const picture = path === null ? null : await fileOf(path);
    if (!picture) return unknown(c);
    return c.body(new Uint8Array(picture), 200, { 'content-type': 'image/jpeg' });
  });
}

/** In slices: a night may have thousands. */
async function eachOf(
  entries: readonly AsRunEntry[],
  make: (entry: AsRunEntry) => string,
): Promise<string[]> {
  const breathe = slices();
  const rows: string[] = [];
  for (const entry of entries) {
    rows.push(make(entry));
    await breathe();
  }
  return rows;
}

/** Swept away since it was looked for: as if it had never been taken. */
async function fileOf(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Line by line what changed, field by field. */
function changesOf(lines: readonly AsRunLine[]) {
  return lines.map(({ event, at, by, step, facts, data, override }, i) => ({
    event,
    at,
    by,
    step,
    facts,
    dataHash: dataHash(data),
    changes: i === 0 ? [] : leavesBetween(lines[i - 1]?.data ?? {}, data),
    ...(override ? { override } : {}),
  }));
}
