/** Whose votes a feed's party name stands for. Pure. */
import { fold } from '../../core/rundown.ts';
import type { FeedContent } from '../../core/schema/feed.ts';
import type { Show } from '../../core/schema/show.ts';

/** @returns the show's party for a name, else the name itself: every party of a count takes part in the arithmetic */
export function partyIdsOf(parties: Show['parties'], matches: FeedContent['parties']) {
  const known = new Map<string, string>();
  for (const id of parties.order) {
    const party = parties.byId[id];
    if (!party) continue;
    for (const word of [party.id, party.short, party.name]) known.set(fold(word), id);
  }
  return (name: string): string =>
    (Object.hasOwn(matches, name) ? matches[name] : null) ?? known.get(fold(name)) ?? name;
}
