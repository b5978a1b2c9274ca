/** Into which feed of the fork a night is played: the show's own where it has one, so that its cues move. */
import { FeedId } from '../../core/ids.ts';
import type { Feed } from '../../core/schema/feed.ts';
import type { State } from '../../core/state.ts';
import type { NightSource } from './source.ts';

/** The longest id of a feed is 30 characters. */
const LONGEST = 27;

/** Made for the rehearsal, and marked so for ever. */
const ownFeed = (name: string): FeedId =>
  FeedId.parse(
    `rh-${name
      .toLowerCase()
      .replace(/[^a-z0-9-]+/g, '-')
      .slice(0, LONGEST)}`,
  );

const isOfResults = ({ format }: Feed): boolean => !format.startsWith('facts-');

/**
 * A recording plays into the feed that it was recorded from. A simulated night plays into the show's feed of results,
 * but not where the show is known to be of another election: its electorates would be strangers there.
 * @param elections ids of the elections that can be simulated
 */
export function targetOf(
  { show, held }: Pick<State, 'show' | 'held'>,
  night: Pick<NightSource, 'of' | 'offer'>,
  elections: ReadonlySet<string>,
): FeedId {
  // one that was made in this rehearsal is not the show's own
  const live = (held ?? show).feeds.filter(
    (feed) => !feed.id.startsWith('rh-') && show.feeds.some(({ id }) => id === feed.id),
  );
  const { of } = night;
  if ('feed' in of) return live.find(({ id }) => id === of.feed)?.id ?? ownFeed(of.feed);
  const isAnother = elections.has(show.election) && show.election !== of.election;
  const results = isAnother ? [] : live.filter(isOfResults);
  const feed = results.find(({ enabled }) => enabled) ?? results[0];
  return feed?.id ?? ownFeed(night.offer.id);
}
