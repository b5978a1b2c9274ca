/**
 * A night's count, played into a rehearsal. Both commands are refused outside one: what a night delivers reaches the
 * fork of the show or nothing at all.
 */
import { z } from 'zod';
import { deliver } from '../feeds/deliver.ts';
import { FactId, FeedId } from '../ids.ts';
import { plainShow } from '../playout.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { FactContent } from '../schema/fact.ts';
import { Feed, FeedContent, Oddity } from '../schema/feed.ts';
import type { State } from '../state.ts';
import { allRows, getRow, putRow, removeRow } from '../table.ts';
import { defineCommand } from './command.ts';

const outsideRehearsal = ({ air }: State): Refusal | null =>
  air.mode === 'rehearsal'
    ? null
    : refuse('no_rehearsal', 'A night is played in rehearsal only: change to rehearsal first.');

/** Everything goes in by itself: nobody has set rules for a feed that is there for this rehearsal alone. */
const ALL_AUTO = {
  new: 'auto',
  count: 'auto',
  votes: 'auto',
  leader: 'auto',
  seats: 'auto',
  status: 'auto',
  text: 'auto',
} as const;

export const nightOpen = defineCommand({
  type: 'night.open',
  title: 'Begin a night from its start',
  schema: z.object({
    /** The show's own feed, whose rules are kept, or one that is made for the night. */
    feedId: FeedId,
    name: FeedContent.shape.name,
    source: FeedContent.shape.source,
    format: FeedContent.shape.format,
  }),
  undo: 'never',
  access: 'internal',
  check: outsideRehearsal,
  /** What the feed has brought so far is gone: a night begins with nothing counted, whichever time it is played. */
  apply(draft, { feedId, name, source, format }, context) {
    const { show, rehearsal } = draft;
    const plain = plainShow(draft);
    if (rehearsal?.phase === 'running') rehearsal.night = true;
    const feed = show.feeds.find(({ id }) => id === feedId);
    if (feed) {
      // the real count must not come in between
      Object.assign(feed, { enabled: false, origin: 'rehearsal', turnedDown: {} });
    } else {
      const place = { kind: 'recording', name: feedId } as const;
      const content = FeedContent.parse({ name, source, format, place, enabled: false, rules: ALL_AUTO });
      show.feeds.push(
        Feed.parse({ ...content, id: feedId, rulesBy: context.actor, origin: 'rehearsal', turnedDown: {} }),
      );
    }
    for (const { id, via, revision } of allRows(plain.facts)) {
      if (via?.feed !== feedId) continue;
      removeRow(show.facts, id);
      if (revision > (getRow(plain.spentRevisions, id) ?? 0)) putRow(show.spentRevisions, id, revision);
    }
    for (const proposal of allRows(plain.proposals)) {
      if (proposal.feed === feedId) removeRow(show.proposals, proposal.id);
    }
    return { feedId };
  },
});

export const nightDeliver = defineCommand({
  type: 'night.deliver',
  title: 'A night delivers',
  schema: z.object({
    feedId: FeedId,
    items: z.array(
      z.object({ factId: FactId, key: z.string().min(1), content: FactContent, odd: z.array(Oddity) }),
    ),
  }),
  undo: 'never',
  access: 'internal',
  check(state, { feedId }) {
    const refusal = outsideRehearsal(state);
    if (refusal) return refusal;
    if (state.show.feeds.some(({ id }) => id === feedId)) return null;
    return refuse('feed_unknown', `The feed "${feedId}" that the night plays into has been deleted.`);
  },
  apply(draft, { feedId, items }, context) {
    const feed = plainShow(draft).feeds.find(({ id }) => id === feedId);
    if (!feed) throw new Error(`feed ${feedId} passed its check and is gone`);
    return { ...deliver(draft, feed, items, context) };
  },
});
