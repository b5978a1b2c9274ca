/** How a feed fares, as a word with its shape. Pure. */
import type { Feed, FeedPlace, FeedStatus } from '../../core/schema/feed.ts';
import { text } from '../text.ts';
import type { Tone } from '../ui/Chip.tsx';
import type { ShapeName } from '../ui/Shape.tsx';

const { feeds: t, feedSetup } = text;

export type FeedState = FeedStatus['state'] | 'unknown';

export interface FeedLine {
  feed: Feed;
  /** Null until the station has said how it fares. */
  status: FeedStatus | null;
  /** How many of its proposals wait. */
  waiting: number;
}

export const stateOf = ({ status }: Pick<FeedLine, 'status'>): FeedState => status?.state ?? 'unknown';

export const LOOKS: Record<FeedState, [Tone, ShapeName]> = {
  off: ['quiet', 'bar'],
  unknown: ['quiet', 'ring'],
  waiting: ['quiet', 'clock'],
  reading: ['good', 'ring'],
  ok: ['good', 'tick'],
  stale: ['warn', 'clock'],
  error: ['fault', 'cross'],
};

/** Where it is read, in one line. */
export function placeText(place: FeedPlace): string {
  switch (place.kind) {
    case 'folder':
      return place.path;
    case 'http':
      return place.url;
    case 'recording':
      return `${place.name} ${feedSetup.times(place.speed)}`;
    default:
      place satisfies never;
      return '';
  }
}

export function feedLines(
  feeds: readonly Feed[],
  statuses: readonly FeedStatus[],
  waitingBy: ReadonlyMap<string, number>,
): FeedLine[] {
  return feeds.map((feed) => ({
    feed,
    status: statuses.find(({ id }) => id === feed.id) ?? null,
    waiting: waitingBy.get(feed.id) ?? 0,
  }));
}

/** What is wrong comes first: what was not used before what should be looked at. */
export const problemsInOrder = ({ problems }: FeedStatus): FeedStatus['problems'] =>
  [...problems].sort((a, b) => Number(b.weight === 'refused') - Number(a.weight === 'refused'));

export const stateWord = (state: FeedState): string => t.states[state];
