/** A night that can be played: its files as they stood at any moment, in the words of a feed's place. */
import type { Feed, FeedFormat } from '../../core/schema/feed.ts';
import type { NightOffer } from '../../core/schema/night.ts';
import type { Show } from '../../core/schema/show.ts';
import type { Place } from '../feeds/places.ts';

/** A night from its beginning on. It goes forward only: to go back, open it anew. */
export interface OpenNight {
  place: Place;
  /** @param at milliseconds of the night */
  seek(at: number): void;
  /** Per cent counted there; null where only its files say so. */
  counted(): number | null;
}

export interface NightSource {
  offer: NightOffer;
  /** Null for a recorded night. */
  seed: number | null;
  format: FeedFormat;
  /** What its feed is called, and what its facts name as their source. */
  name: string;
  source: string;
  /** The feed that was recorded, or the election that is simulated. */
  of: { feed: string } | { election: string };
  open(): Promise<OpenNight>;
  /** The first moment at which so much is counted; null where it never says so. @param percent 0 to 100 */
  momentOf(percent: number, feed: Feed, show: Show): Promise<number | null>;
}
