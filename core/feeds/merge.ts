/** A feed's news against the fact as it is: what goes in by itself, what waits for a person, and what stays. */
import { sameJson } from '../json.ts';
import type { Fact, FactContent } from '../schema/fact.ts';
import type { Feed, FieldGroup, Oddity } from '../schema/feed.ts';
import type { Show } from '../schema/show.ts';
import { changedGroups, keepIgnored } from './groups.ts';
import { isWordedKey } from './keys.ts';
import { invalid, odditiesAgainst } from './oddities.ts';
import { worded } from './wording.ts';

export type Merged =
  /** Nothing to do: the fact says so already, or the rules leave it as it is. */
  | { kind: 'same' }
  | { kind: 'write'; content: FactContent }
  | { kind: 'ask'; content: FactContent; odd: Oddity[] };

export interface News {
  key: string;
  content: FactContent;
  /** What the reader found odd, whatever the fact is now. */
  odd: readonly Oddity[];
}

const sameContent = (fact: Fact, content: FactContent): boolean =>
  (Object.keys(content) as (keyof FactContent)[]).every((field) => sameJson(fact[field], content[field]));

/** What people add to a fact of a feed of results, and the feed knows nothing of. */
const withOurs = (fact: Fact, content: FactContent): FactContent => ({
  ...content,
  externalCheck: fact.externalCheck,
  note: fact.note,
  related: fact.related,
  embargoUntil: fact.embargoUntil,
  staleAfter: fact.staleAfter,
});

/**
 * The strictest rule of the groups that have changed decides; an odd change always asks, and what is odd is judged by
 * what the feed says, before anything is kept back. Of a fact of results nothing moves where an ignored group would:
 * its figures are of one count, one leader and one state of things, and are true only together. Of other facts each
 * ignored field keeps its old value.
 */
export function mergeNews(
  fact: Fact | null,
  { key, content, odd }: News,
  feed: Pick<Feed, 'id' | 'name' | 'rules'>,
  parties: Show['parties'],
): Merged {
  const { rules } = feed;
  if (fact === null) {
    if (rules.new === 'ignore') return { kind: 'same' };
    const allOdd = [...odd, ...invalid(content)];
    return rules.new === 'auto' && allOdd.length === 0
      ? { kind: 'write', content }
      : { kind: 'ask', content, odd: allOdd };
  }
  const isWorded = isWordedKey(key);
  const said = isWorded ? worded(withOurs(fact, content), parties) : content;
  if (isWorded && [...changedGroups(fact, said, true)].some((group) => rules[group] === 'ignore'))
    return { kind: 'same' };
  const news = isWorded ? said : keepIgnored(fact, said, rules);
  if (sameContent(fact, news)) return { kind: 'same' };
  const groups: FieldGroup[] = [...changedGroups(fact, news, isWorded)];
  const allOdd = [...odd, ...odditiesAgainst(fact, said, feed), ...invalid(news)];
  const isAuto = groups.every((group) => rules[group] === 'auto');
  return isAuto && allOdd.length === 0
    ? { kind: 'write', content: news }
    : { kind: 'ask', content: news, odd: allOdd };
}
