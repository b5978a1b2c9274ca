/** Ids that feeds give: their own, and those of the facts they make, which are the same at every read. */
import { FactId, FeedId } from '../ids.ts';
import type { Mode } from '../layers.ts';
import type { Show } from '../schema/show.ts';
import { fold } from '../rundown.ts';
import { allRows } from '../table.ts';
import { digest } from './digest.ts';

const slug = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

const LONGEST_FEED = 30;
const LONGEST_FACT = 80;

/** True where the id is a feed's already, or heads facts that were made in the other mode. */
export const isFeedIdTaken = ({ feeds, facts }: Show, id: string, mode: Mode): boolean =>
  feeds.some((feed) => feed.id === id) ||
  allRows(facts).some((fact) => fact.origin !== mode && fact.id.startsWith(`${id}.`));

/** A free id made from a feed's name. */
export function feedIdFor(show: Show, name: string, mode: Mode): FeedId {
  const head = slug(name).slice(0, LONGEST_FEED - 4) || 'feed';
  for (let n = 1; ; n += 1) {
    const id = FeedId.safeParse(n === 1 ? head : `${head.replace(/-$/, '')}-${n}`);
    if (id.success && !isFeedIdTaken(show, id.data, mode)) return id.data;
  }
}

/** The id of the fact that a feed makes of one thing: `ec.electorate-te-atatu`. What is too long ends in a digest. */
export function factIdFor(feed: FeedId, key: string): FactId {
  const tail = slug(key) || digest(key);
  const room = LONGEST_FACT - feed.length - 1;
  const short = tail.length <= room ? tail : `${tail.slice(0, room - 17)}-${digest(key)}`;
  return FactId.parse(`${feed}.${short}`);
}

/** A fact of a feed of facts. An id that is this feed's already stays, so that an export can come back. */
export function rowIdFor(feed: FeedId, id: string): FactId {
  const own = FactId.safeParse(id);
  return own.success && id.startsWith(`${feed}.`) ? own.data : factIdFor(feed, id);
}

/**
 * The id of a fact that came without one.
 * @param unique what tells it from every other row of every other import
 */
export const factIdFrom = (statement: string, unique: string): FactId =>
  FactId.parse(`${slug(statement).slice(0, 48).replace(/-$/, '') || 'fact'}-${digest(unique)}`);
