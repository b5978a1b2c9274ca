/**
 * Rehearsals over REST: `GET /rehearsal` · `GET /rehearsal/nights` · `GET|POST|PATCH|DELETE /rehearsal/night` ·
 * `GET /rehearsal/reports` · `GET /rehearsal/report` and `/rehearsal/report.csv`, each with `?id=`.
 * The mode itself, and what a rehearsal leaves to be looked through, are commands.
 */
import type { Context, Hono } from 'hono';
import type { z } from 'zod';
import { firstIssue } from '../../core/plain-issue.ts';
import { refuse } from '../../core/refusal.ts';
import { reportCsv } from '../../core/rehearsal/report-csv.ts';
import { NightChange, NightStart } from '../../core/schema/night.ts';
import type { NightPlayer } from '../night/player.ts';
import type { RehearsalLog } from '../rehearsal/log.ts';
import type { Store } from '../store/store.ts';
import { statusOf } from './status.ts';

export interface RestRehearsalDeps {
  store: Store;
  nights: Pick<NightPlayer, 'offers' | 'status' | 'play' | 'change' | 'stop'>;
  rehearsals: Pick<RehearsalLog, 'heads' | 'report'>;
}

const byOf = (c: Context): string => c.req.header('x-tallydesk-user')?.slice(0, 80) || 'api';

type Read<T> = { ok: true; body: T } | ReturnType<typeof refuse>;

async function bodyOf<T>(c: Context, schema: z.ZodType<T>): Promise<Read<T>> {
  let json: unknown;
  try {
    json = JSON.parse(await c.req.text());
  } catch {
    return refuse('bad_command', 'The body is not JSON.');
  }
  const parsed = schema.safeParse(json);
  return parsed.success
    ? { ok: true, body: parsed.data }
    : refuse('bad_command', `${firstIssue(parsed.error, 'the night')}.`);
}

export function rehearsalRoutes(api: Hono, { store, nights, rehearsals }: RestRehearsalDeps): void {
  const noReport = { ok: false, code: 'not_found', detail: 'There is no such rehearsal in this show.' };
  const refused = (c: Context, refusal: ReturnType<typeof refuse>) =>
    c.json({ ...refusal }, statusOf(refusal));

  api.get('/rehearsal', (c) => {
    const { air, rehearsal } = store.state;
    return c.json({ mode: air.mode, rehearsal, night: nights.status() });
  });
  api.get('/rehearsal/nights', async (c) => c.json({ nights: await nights.offers() }));
  api.get('/rehearsal/night', (c) => c.json({ night: nights.status() }));
  api.post('/rehearsal/night', async (c) => {
    const start = await bodyOf(c, NightStart);
    if (!start.ok) return refused(c, start);
    const answer = await nights.play(start.body, byOf(c));
    return answer.ok ? c.json(answer) : refused(c, answer);
  });
  api.patch('/rehearsal/night', async (c) => {
    const change = await bodyOf(c, NightChange);
    if (!change.ok) return refused(c, change);
    const answer = await nights.change(change.body, byOf(c));
    return answer.ok ? c.json(answer) : refused(c, answer);
  });
  api.delete('/rehearsal/night', (c) => {
    const answer = nights.stop(byOf(c));
    return answer.ok ? c.json(answer) : refused(c, answer);
  });

  api.get('/rehearsal/reports', async (c) => c.json({ reports: await rehearsals.heads() }));
  api.get('/rehearsal/report', async (c) => {
    const report = await rehearsals.report(c.req.query('id'));
    return report ? c.json({ report }) : c.json(noReport, 404);
  });
  api.get('/rehearsal/report.csv', async (c) => {
    const report = await rehearsals.report(c.req.query('id'));
    if (!report) return c.json(noReport, 404);
    return c.body(reportCsv(report), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="rehearsal-${report.id}.csv"`,
    });
  });
}
