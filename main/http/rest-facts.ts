/** One fact over REST: what uses it, who did what to it, and where it was shown. Read-only. */
import { Hono, type Context } from 'hono';
import { differenceOf } from '../../core/facts/difference.ts';
import type { FactLine } from '../../core/facts/log.ts';
import { factNotices } from '../../core/facts/notices.ts';
import { usesOf } from '../../core/facts/uses.ts';
import { FactId } from '../../core/ids.ts';
import type { Fact } from '../../core/schema/fact.ts';
import type { Show } from '../../core/schema/show.ts';
import { getRow } from '../../core/table.ts';
import type { AsRunLog } from '../store/as-run-log.ts';
import type { FactLog } from '../store/fact-log.ts';
import type { Store } from '../store/store.ts';

export interface RestFactsDeps {
  store: Store;
  asRun: AsRunLog;
  factLog: FactLog;
  /** Epoch milliseconds. */
  now: () => number;
}

/** The newest first, each with what differs from the line before it. */
function historyOf(lines: readonly FactLine[], { parties }: Show) {
  const entries = lines.map((line, index) => ({
    ...line,
    changes: differenceOf(lines[index - 1]?.content ?? null, line.content, parties.byId),
  }));
  return entries.reverse();
}

export function factsApi({ store, asRun, factLog, now }: RestFactsDeps): Hono {
  const api = new Hono();
  const factOf = (c: Context): { id: FactId | null; fact: Fact | null } => {
    const id = FactId.safeParse(c.req.param('id')).data ?? null;
    return { id, fact: (id && getRow(store.state.show.facts, id)) ?? null };
  };
  const unknown = (c: Context) =>
    c.json(
      {
        ok: false,
        code: 'fact_unknown',
        detail: `There is no fact "${c.req.param('id') ?? ''}" in this show.`,
      },
      404,
    );

  api.get('/:id', (c) => {
    const { fact } = factOf(c);
    if (!fact) return unknown(c);
    const { state } = store;
    return c.json({ fact, uses: usesOf(state, fact.id), notices: factNotices(fact, state.show, now()) });
  });
  api.get('/:id/history', async (c) => {
    const { id, fact } = factOf(c);
    const lines = id ? await factLog.linesOf(id) : [];
    // what an undo has taken away still has its history
    return fact || lines.length > 0 ? c.json({ entries: historyOf(lines, store.state.show) }) : unknown(c);
  });
  api.get('/:id/shown', (c) => {
    const { id, fact } = factOf(c);
    const entries = id ? asRun.showingsOf(id) : [];
    return fact || entries.length > 0 ? c.json({ entries }) : unknown(c);
  });
  return api;
}
