/**
 * Pictures of graphics over REST. `GET /graphics/:id/thumbnail` (`?hash=`, `?again=1`) → an image ·
 * `POST /graphics/:id/render` RenderRequest → a PNG with alpha, or for a film 202 and RenderJob ·
 * `POST /cues/:id/still {step, width}` (`?draft=1`) → a PNG with alpha · `GET /renders/:job` → RenderJob ·
 * `GET /renders/:job/file` → the film · `DELETE /renders/:job` calls it off.
 */
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { z } from 'zod';
import { firstIssue } from '../../core/plain-issue.ts';
import { CueStill, RenderRequest } from '../../core/render.ts';
import { renderRefused, statusOfRefused, type RenderRefused } from '../render/refused.ts';
import type { Renders } from '../render/renders.ts';
import { fileResponse } from './files.ts';

export type RendersView = Pick<
  Renders,
  'thumbnail' | 'still' | 'film' | 'cueStill' | 'job' | 'file' | 'cancel'
>;

const MAX_BODY = 4 * 1024 * 1024;

/** A file's name in a header: what might not travel is left out. */
const plainName = (text: string): string => text.replace(/[^\w.-]+/g, '-').slice(0, 80);

/** The body as that schema has it; an empty body is an empty object. */
async function bodyOf<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<{ body: z.output<Schema> } | RenderRefused> {
  const text = await c.req.text();
  let json: unknown;
  try {
    json = text === '' ? {} : JSON.parse(text);
  } catch {
    // whatever it is, the answer is the same
    return renderRefused('bad_request', 'The body is not JSON.');
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { body: parsed.data };
  return renderRefused('bad_request', `The body: ${firstIssue(parsed.error, 'it')}.`);
}

export function renderRoutes(api: Hono, renders: RendersView): void {
  const refuse = (c: Context, refused: RenderRefused) => c.json(refused, statusOfRefused(refused));
  const noJob = (c: Context) =>
    refuse(c, renderRefused('not_found', 'There is no such film: it may be too long ago.'));
  const png = (c: Context, picture: Buffer, name: string) =>
    c.body(new Uint8Array(picture), 200, {
      'content-type': 'image/png',
      'content-disposition': `inline; filename="${plainName(name)}.png"`,
    });
  const tooLarge = renderRefused('bad_request', 'A request is 4 MB at most.');
  const limit = bodyLimit({ maxSize: MAX_BODY, onError: (c) => refuse(c, tooLarge) });

  api.get('/graphics/:id/thumbnail', async (c) => {
    const { hash = null, again } = c.req.query();
    const found = await renders.thumbnail(c.req.param('id'), hash, again === '1');
    // whatever the reason: there is no picture here
    return found.ok ? fileResponse(found.path, c.req.raw, {}) : c.json(found, 404);
  });
  api.post('/graphics/:id/render', limit, async (c) => {
    const read = await bodyOf(c, RenderRequest);
    if ('ok' in read) return refuse(c, read);
    const id = c.req.param('id');
    const { body } = read;
    if (body.format === 'png') {
      const still = await renders.still(id, body);
      return still.ok ? png(c, still.png, `${id}-${body.step}`) : refuse(c, still);
    }
    const film = renders.film(id, body);
    return 'ok' in film ? refuse(c, film) : c.json(film, 202);
  });
  api.post('/cues/:id/still', limit, async (c) => {
    const read = await bodyOf(c, CueStill);
    if ('ok' in read) return refuse(c, read);
    const id = c.req.param('id');
    const draft = c.req.query('draft') === '1';
    const still = await renders.cueStill(id, read.body, draft);
    return still.ok ? png(c, still.png, `${id}${draft ? '-draft' : ''}`) : refuse(c, still);
  });
  api.get('/renders/:job', (c) => {
    const job = renders.job(c.req.param('job'));
    return job ? c.json(job) : noJob(c);
  });
  api.get('/renders/:job/file', (c) => {
    const job = renders.job(c.req.param('job'));
    const path = job && renders.file(job.job);
    if (!job) return noJob(c);
    if (!path) return refuse(c, renderRefused('not_done', `The film is not there: it is ${job.state}.`));
    const name = plainName(`${job.graphic}-${job.job}.${job.format}`);
    return fileResponse(path, c.req.raw, { 'content-disposition': `attachment; filename="${name}"` });
  });
  api.delete('/renders/:job', async (c) => {
    const job = await renders.cancel(c.req.param('job'));
    return job ? c.json(job) : noJob(c);
  });
}
