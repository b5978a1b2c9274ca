/**
 * Feeds over REST:
 * `GET /feeds` → `{feeds: [{...Feed, status}], recordings}` · `POST /feeds/:id/poll` looks now, answers when it has ·
 * `GET /feeds/:id/results` → `{results: Results | null, at}` · `GET /elections` → `{elections: [ElectionRecord]}`.
 * Feeds are made and changed by commands.
 */
import type { Hono } from 'hono';
import type { z } from 'zod';
import type { ElectionRecord } from '../../core/election/record.ts';
import type { Results } from '../../core/election/results.ts';
import type { FeedsAnswer, Recording } from '../../core/feeds/rest.ts';
import type { FeedStatus } from '../../core/schema/feed.ts';
import type { Store } from '../store/store.ts';

/** What the routes need of the feeds. */
export interface FeedsView {
  statuses(): FeedStatus[];
  recordings(): Promise<Recording[]>;
  /** Resolves when the feed has been looked at; to false where there is no such feed, or it is off. */
  poll(id: string): Promise<boolean>;
  /** As last read; null before the first result, and for feeds of facts. */
  results(id: string): { results: Results | null; at: number | null };
}

export interface RestFeedsDeps {
  store: Store;
  feeds: FeedsView;
  elections: () => Promise<ElectionRecord[]>;
}

export function feedRoutes(api: Hono, { store, feeds, elections }: RestFeedsDeps): void {
  const known = (id: string) => store.state.show.feeds.some((feed) => feed.id === id);
  const unknown = (id: string) => ({ ok: false, code: 'not_found', detail: `There is no feed "${id}".` });

  api.get('/feeds', async (c) => {
    const statuses = new Map(feeds.statuses().map((status) => [status.id, status]));
    const listed = store.state.show.feeds.flatMap((feed) => {
      const status = statuses.get(feed.id);
      return status ? [{ ...feed, status }] : [];
    });
    return c.json({ feeds: listed, recordings: await feeds.recordings() } satisfies z.infer<
      typeof FeedsAnswer
    >);
  });
  api.post('/feeds/:id/poll', async (c) => {
    const id = c.req.param('id');
    if (!known(id)) return c.json(unknown(id), 404);
    if (await feeds.poll(id)) return c.json({ ok: true });
    return c.json({ ok: false, code: 'feed_off', detail: 'The feed is switched off.' }, 409);
  });
  api.get('/feeds/:id/results', (c) => {
    const id = c.req.param('id');
    return known(id) ? c.json(feeds.results(id)) : c.json(unknown(id), 404);
  });
  api.get('/elections', async (c) => c.json({ elections: await elections() }));
}
