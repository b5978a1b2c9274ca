/** `GET /graphics/:id/check` → `{findings: Finding[]}`: what the static checker says of an offered package. */
import type { Hono } from 'hono';
import { checkGraphicAt } from '../graphics-check/check-folder.ts';

/** @param folderOf where a graphic's package is; null where there is no such graphic */
export function graphicsCheckRoutes(api: Hono, folderOf: (id: string) => string | null): void {
  api.get('/graphics/:id/check', async (c) => {
    const id = c.req.param('id');
    const folder = folderOf(id);
    if (folder === null)
      return c.json({ ok: false, code: 'not_found', detail: `There is no template "${id}".` }, 404);
    return c.json({ findings: await checkGraphicAt(folder, id) });
  });
}
