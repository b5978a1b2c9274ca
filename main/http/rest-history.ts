/**
 * What was done to the show over REST: `GET /history` → `{rows: HistoryRow[]}`, the furthest redo first ·
 * `GET /history/:id/preview` → JumpPreview, with nothing done. Jumping is the command `show.stepTo`.
 */
import type { Hono } from 'hono';
import { historyRows, previewJump } from '../../core/history-rows.ts';
import { refuse } from '../../core/refusal.ts';
import type { Store } from '../store/store.ts';
import { statusOf } from './status.ts';

export function historyRoutes(api: Hono, { store }: { store: Store }): void {
  api.get('/history', (c) => c.json({ rows: historyRows(store.history) }));
  api.get('/history/:id/preview', (c) => {
    const id = c.req.param('id');
    const preview = /^\d{1,15}$/.test(id)
      ? previewJump(store.state, store.history, Number(id))
      : refuse('step_unknown', `There is no step "${id}".`);
    return 'ok' in preview ? c.json(preview, statusOf(preview)) : c.json(preview);
  });
}
