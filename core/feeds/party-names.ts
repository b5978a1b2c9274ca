/** Whose name this is: party names as feeds write them, against those of the show. */
import type { PartyId } from '../ids.ts';
import { fold } from '../rundown.ts';
import type { Feed } from '../schema/feed.ts';
import type { Show } from '../schema/show.ts';

const plain = (text: string): string => fold(text).replace(/[’']/g, '').replace(/\s+/g, ' ').trim();

/** Without the words that one register has and another leaves out. Never empty. */
function bare(text: string): string {
  const folded = plain(text);
  const rest = folded
    .replace(/[/,]/g, ' ')
    .replace(/\b(the|party|of aotearoa|aotearoa|new zealand|nz)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return rest === '' ? folded : rest;
}

export interface PartyNames {
  /** The show's party; null for one that the show leaves out, or that nobody has matched. */
  idOf(name: string): PartyId | null;
  /** Names that neither the show nor the feed's settings know. */
  isUnknown(name: string): boolean;
}

export function partyNames({ parties }: Pick<Show, 'parties'>, matched: Feed['parties']): PartyNames {
  const exact = new Map<string, PartyId>();
  const loose = new Map<string, PartyId | null>();
  for (const id of parties.order) {
    const party = parties.byId[id];
    if (!party) continue;
    for (const name of [party.name, party.short, party.id]) {
      exact.set(plain(name), id);
      const key = bare(name);
      const other = loose.get(key);
      // two parties of one bare name: only their whole names tell them apart
      loose.set(key, other === undefined || other === id ? id : null);
    }
  }
  /** "The Greens, The Green Party": a register may have two names in one, of which the other begins like the known. */
  const doubled = (name: string): PartyId | undefined => {
    const parts = name.split(',').map(bare);
    const key = parts.length > 1 ? parts.find((part) => loose.get(part)) : undefined;
    if (key === undefined || !parts.every((part) => part.startsWith(key))) return undefined;
    return loose.get(key) ?? undefined;
  };
  const settled = new Map(Object.entries(matched).map(([name, id]) => [plain(name), id]));
  const found = new Map<string, PartyId | null | undefined>();
  const lookUp = (name: string): PartyId | null | undefined => {
    if (found.has(name)) return found.get(name);
    const key = plain(name);
    const id = settled.has(key)
      ? settled.get(key)
      : (exact.get(key) ?? loose.get(bare(name)) ?? doubled(name));
    found.set(name, id);
    return id;
  };
  return { idOf: (name) => lookUp(name) ?? null, isUnknown: (name) => lookUp(name) === undefined };
}
