/** Rundown templates, and clips too large for one message of a socket. */
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { clipOf, MAX_CLIP_CUES } from '../../core/clip.ts';
import { CueId } from '../../core/ids.ts';
import { messageOf } from '../errors.ts';
import { TemplateName, type RundownTemplates } from '../rundown-templates/templates.ts';
import type { Store } from '../store/store.ts';
import { statusOf } from './status.ts';

/** 2,000 cues with all their facts are about 4 MB. */
const MAX_CLIP_BYTES = 32 * 1024 * 1024;

interface RundownDeps {
  store: Store;
  now: () => number;
  saved: () => Promise<boolean>;
  rundownTemplates: RundownTemplates;
}

/** `cueIds` absent: the whole rundown. */
export const SaveTemplate = z.object({ name: TemplateName, cueIds: z.array(CueId).min(1).optional() });
export const RenameTemplate = z.object({ name: TemplateName });

const wrong = (code: string, detail: string) => ({ ok: false as const, code, detail });
const gone = wrong('template_unknown', 'There is no such rundown template any more.');

const jsonOf = async (c: Context): Promise<unknown> => {
  try {
    return await c.req.json();
  } catch {
    // not JSON: the schema says what is missing
    return null;
  }
};

const byOf = (c: Context): string => c.req.header('x-tallydesk-user')?.slice(0, 80) || 'api';

export function rundownRoutes(api: Hono, { store, now, saved, rundownTemplates: kept }: RundownDeps): void {
  api.get('/rundown-templates', async (c) => c.json(await kept.list()));
  api.get('/rundown-templates/:id', async (c) => {
    const one = await kept.get(c.req.param('id'));
    return one ? c.json(one) : c.json(gone, 404);
  });
  api.post('/rundown-templates', async (c) => {
    const body = SaveTemplate.safeParse(await jsonOf(c));
    if (!body.success)
      return c.json(wrong('bad_command', 'A rundown template has a name of 1 to 80 characters.'), 400);
    const { show } = store.state;
    const clip = clipOf(show, body.data.cueIds ?? show.rundown);
    if (!clip) return c.json(wrong('cue_unknown', 'There are no such cues in this show.'), 422);
    if (clip.cues.length > MAX_CLIP_CUES)
      return c.json(wrong('clip_wrong', `A rundown template has ${MAX_CLIP_CUES} cues at most.`), 422);
    try {
      const id = await kept.save({ name: body.data.name, savedAt: now(), savedBy: byOf(c), clip });
      return c.json({ ok: true, id, cues: clip.cues.length });
    } catch (error) {
      return c.json(wrong('storage', `The rundown template was not saved: ${messageOf(error)}.`), 507);
    }
  });
  api.patch('/rundown-templates/:id', async (c) => {
    const body = RenameTemplate.safeParse(await jsonOf(c));
    if (!body.success) return c.json(wrong('bad_command', 'A name has 1 to 80 characters.'), 400);
    const done = await kept.rename(c.req.param('id'), body.data.name);
    return done ? c.json({ ok: true }) : c.json(gone, 404);
  });
  api.delete('/rundown-templates/:id', async (c) =>
    (await kept.remove(c.req.param('id'))) ? c.json({ ok: true }) : c.json(gone, 404),
  );
  api.post(
    '/rundown/paste',
    bodyLimit({
      maxSize: MAX_CLIP_BYTES,
      onError: (c) => c.json(wrong('clip_wrong', 'What was copied is too large to be pasted at once.'), 413),
    }),
    async (c) => {
      const body = await jsonOf(c);
      const fields = typeof body === 'object' && body !== null ? body : {};
      const result = store.dispatch({ ...fields, type: 'cue.paste' }, { by: byOf(c) });
      if (!result.ok) return c.json(result, statusOf(result));
      const isSaved = await saved();
      return c.json({
        ok: true,
        revision: result.revision,
        ...result.answer,
        ...(isSaved ? {} : { saved: false }),
      });
    },
  );
}
