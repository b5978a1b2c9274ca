/** Feeds: set up by people, delivering by themselves. */
import { z } from 'zod';
import { deliver } from '../feeds/deliver.ts';
import { feedIdFor, isFeedIdTaken } from '../feeds/ids.ts';
import { FactId, FeedId } from '../ids.ts';
import { differing } from '../json.ts';
import { plainShow } from '../playout.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { standsAside } from '../rehearsal/fork.ts';
import { FactContent } from '../schema/fact.ts';
import { type Feed, FeedContent, Oddity } from '../schema/feed.ts';
import type { State } from '../state.ts';
import { allRows, removeRow } from '../table.ts';
import { defineCommand } from './command.ts';

const feedIn = (state: State, id: FeedId): Feed | undefined =>
  state.show.feeds.find((feed) => feed.id === id);

const refusalFor = (state: State, id: FeedId): Refusal | null =>
  feedIn(state, id) ? null : refuse('feed_unknown', `There is no feed "${id}" in this show.`);

/** What the schema cannot see: an address or a format that do not go together. */
function unfit(state: State, { place, parties }: Pick<FeedContent, 'place' | 'parties'>): Refusal | null {
  const unknown = Object.values(parties).find(
    (id) => id !== null && !Object.hasOwn(state.show.parties.byId, id),
  );
  if (unknown) return refuse('party_unknown', `There is no party "${unknown}" in this show.`);
  if (place.kind !== 'http') return null;
  if (!/^https?:\/\/[^/?#]*@/i.test(place.url)) return null;
  return refuse('feed_wrong', 'The address must not carry a name or a password: every desk can read it.');
}

export const feedCreate = defineCommand({
  type: 'feed.create',
  title: 'Add a feed',
  schema: FeedContent.extend({ feedId: FeedId.exactOptional() }),
  undo: 'record',
  access: 'open',
  describe: (_state, { name }) => name,
  check(state, { feedId, ...content }) {
    if (feedId && isFeedIdTaken(state.show, feedId, state.air.mode))
      return refuse('feed_exists', `There is a feed "${feedId}" already, or facts of one.`);
    return unfit(state, content);
  },
  apply({ show, air }, { feedId, ...content }, context) {
    const id = feedId ?? feedIdFor(show, content.name, air.mode);
    show.feeds.push({ ...content, id, rulesBy: context.actor, origin: air.mode, turnedDown: {} });
    return { feedId: id };
  },
});

/** As in FeedContent, but absent means unchanged. */
const Changes = z.object({
  name: FeedContent.shape.name.exactOptional(),
  format: FeedContent.shape.format.exactOptional(),
  place: FeedContent.shape.place.exactOptional(),
  source: FeedContent.shape.source.exactOptional(),
  pollSeconds: FeedContent.shape.pollSeconds.unwrap().exactOptional(),
  staleSeconds: FeedContent.shape.staleSeconds.unwrap().exactOptional(),
  enabled: FeedContent.shape.enabled.unwrap().exactOptional(),
  record: FeedContent.shape.record.unwrap().exactOptional(),
  rules: FeedContent.shape.rules.unwrap().exactOptional(),
  parties: FeedContent.shape.parties.unwrap().exactOptional(),
  columns: FeedContent.shape.columns.unwrap().exactOptional(),
});

export const feedEdit = defineCommand({
  type: 'feed.edit',
  title: 'Change a feed',
  schema: z.object({ feedId: FeedId, changes: Changes }),
  undo: 'record',
  access: 'open',
  describe: (state, { feedId }) => feedIn(state, feedId)?.name ?? '',
  check(state, { feedId, changes }) {
    const refusal = refusalFor(state, feedId);
    const feed = feedIn(state, feedId);
    return refusal ?? (feed ? unfit(state, { ...feed, ...changes }) : null);
  },
  apply(draft, { feedId, changes }, context) {
    const feed = feedIn(draft, feedId);
    if (!feed) throw new Error(`feed ${feedId} passed its check and is gone`);
    const given = differing<Feed>(feed, changes);
    // whoever lets more in by itself answers for it
    Object.assign(feed, given, 'rules' in given ? { rulesBy: context.actor } : {});
    return { feedId };
  },
});

export const feedDelete = defineCommand({
  type: 'feed.delete',
  title: 'Delete a feed',
  schema: z.object({ feedId: FeedId }),
  undo: 'record',
  access: 'open',
  describe: (state, { feedId }) => feedIn(state, feedId)?.name ?? '',
  check: (state, { feedId }) => refusalFor(state, feedId),
  apply(draft, { feedId }) {
    const { show } = draft;
    show.feeds = show.feeds.filter(({ id }) => id !== feedId);
    for (const { id, feed } of allRows(plainShow(draft).proposals)) {
      if (feed === feedId) removeRow(show.proposals, id);
    }
    return { feedId };
  },
});

export const feedDeliver = defineCommand({
  type: 'feed.deliver',
  title: 'A feed delivers',
  schema: z.object({
    feedId: FeedId,
    items: z.array(
      z.object({ factId: FactId, key: z.string().min(1), content: FactContent, odd: z.array(Oddity) }),
    ),
  }),
  undo: 'never',
  access: 'internal',
  check: (state, { feedId }) =>
    standsAside(state, feedId)
      ? refuse('live_data_in_rehearsal', 'A night is played: the live feeds wait until the rehearsal ends.')
      : refusalFor(state, feedId),
  apply(draft, { feedId, items }, context) {
    const feed = plainShow(draft).feeds.find(({ id }) => id === feedId);
    if (!feed) throw new Error(`feed ${feedId} passed its check and is gone`);
    return { ...deliver(draft, feed, items, context) };
  },
});
