/** Which showings of the as-run log somebody asks for: the same rule for the desk, REST and exports. Pure. */
import { z } from 'zod';
import type { AsRunEntry } from './as-run.ts';
import { ChannelId, LayerId } from './layers.ts';
import { fold } from './rundown.ts';

/** What is not given lets everything through. */
export const AsRunFilter = z.object({
  /** Each of these words is in the cue, the template, the layer, the name of who took it, the data or a fact's id. */
  words: z.string().max(200).default(''),
  channel: ChannelId.nullable().default(null),
  layer: LayerId.nullable().default(null),
  /** Who took it. */
  by: z.string().max(80).nullable().default(null),
  /** Epoch ms. It was up at or after `from`, and at or before `to`. */
  from: z.number().nullable().default(null),
  to: z.number().nullable().default(null),
});
export type AsRunFilter = z.infer<typeof AsRunFilter>;

export const NO_FILTER: AsRunFilter = AsRunFilter.parse({});

/** What a showing is found by; `data` may be left out by who does not have them. */
type Findable = Omit<AsRunEntry, 'data' | 'graphic' | 'facts'> & {
  graphic: Pick<AsRunEntry['graphic'], 'id' | 'version'>;
  facts: readonly { id: string }[];
};

/** Its words, folded, in one line. @param more what else it is found by: the template's name, the text seen */
export const wordsOf = (entry: Findable, more = ''): string =>
  fold(
    [
      String(entry.cue.number),
      entry.cue.name,
      entry.graphic.id,
      entry.layer,
      entry.by,
      ...entry.facts.map(({ id }) => id),
      more,
    ].join(' '),
  );

/**
 * @param words of the entry, folded; asked only where the filter has words
 * @returns whether the showing is meant
 */
export function matchesAsRun(
  entry: Findable,
  filter: AsRunFilter,
  words: (entry: Findable) => string,
): boolean {
  const { channel, layer, by, from, to } = filter;
  if (channel !== null && entry.channel !== channel) return false;
  if (layer !== null && entry.layer !== layer) return false;
  if (by !== null && entry.by !== by) return false;
  if (from !== null && entry.outAt !== null && entry.outAt < from) return false;
  if (to !== null && entry.inAt > to) return false;
  const wanted = fold(filter.words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return true;
  const all = words(entry);
  return wanted.every((word) => all.includes(word));
}
