/** Versions of the show over REST: listed, saved by name, compared, and gone back to. */
import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { compareShows } from '../../core/compare-shows.ts';
import type { Show } from '../../core/schema/show.ts';
import { answering } from '../shows/rest-problem.ts';
import { readStored } from '../shows/shelf.ts';
import { ShowsError } from '../shows/shows-error.ts';
import type { Versions } from '../shows/versions.ts';
import type { Store } from '../store/store.ts';
import { statusOf } from './status.ts';

export interface RestVersionsDeps {
  store: Store;
  versions: Versions;
  data: string;
  build: string;
  saved: () => Promise<boolean>;
}

const Save = z.object({ name: z.string().trim().min(1).max(120) });

export function versionRoutes(api: Hono, { store, versions, data, build, saved }: RestVersionsDeps): void {
  const byOf = (c: Context) => c.req.header('x-tallydesk-user')?.slice(0, 80) || 'api';
  const now = (): Show => store.state.held ?? store.state.show;
  const known = (c: Context) => {
    const info = versions.info(c.req.param('id') ?? '');
    if (!info)
      throw new ShowsError(
        'version_unknown',
        'There is no such version: it may have been too old to be kept.',
      );
    return info;
  };

  api.get('/versions', (c) => c.json({ versions: versions.list, problem: versions.problem }));

  api.post('/versions', (c) =>
    answering(c, async () => {
      const parsed = Save.safeParse(await c.req.json().catch(() => null));
      if (!parsed.success) throw new ShowsError('bad_name', 'A version that is saved by hand has a name.');
      return c.json({ ok: true, version: await versions.save('named', parsed.data.name, byOf(c)) });
    }),
  );

  api.post('/versions/:id/restore', (c) =>
    answering(c, async () => {
      const { id, name, at } = known(c);
      const show = await versions.read(id);
      const from = name || new Date(at).toISOString();
      const result = store.dispatch({ type: 'show.replace', show, from }, { by: byOf(c), internal: true });
      if (!result.ok) return c.json(result, statusOf(result));
      await saved();
      return c.json({ ok: true, revision: result.revision, ...result.answer });
    }),
  );

  /** What a comparison is with: `now`, another version, or `show:ID`. */
  const otherOf = (wanted: string): Promise<Show> | Show => {
    if (wanted === 'now') return now();
    if (wanted.startsWith('show:')) return readStored(data, build, wanted.slice('show:'.length));
    if (!versions.info(wanted))
      throw new ShowsError('version_unknown', 'There is no such version to compare with.');
    return versions.read(wanted);
  };

  api.get('/compare', (c) =>
    answering(c, async () => {
      const [before, after] = [c.req.query('before') ?? '', c.req.query('after') ?? 'now'];
      const [was, is] = [await otherOf(before), await otherOf(after)];
      return c.json({ before: was.title, after: is.title, comparison: compareShows(was, is) });
    }),
  );
}
