/**
 * What a fact can be found by, worked out once for each fact object: its words without case and macrons, and what it is
 * about. An edited fact is another object, so nothing here can be out of date.
 */
import { isObject, type Json } from '../json.ts';
import type { Fact } from '../schema/fact.ts';
import { fold } from '../rundown.ts';

export interface FactEntry {
  /** Every text of the fact, folded (see `fold`), with the words of its kind. */
  readonly text: string;
  /** Ids of the parties that it names. A whole House is about all of them, so a tally adds none. */
  readonly parties: readonly string[];
  readonly electorates: readonly string[];
  /** The source's name, and `feed:ID` where a feed brought it. */
  readonly sources: readonly string[];
}

export type FactIndex = (fact: Fact) => FactEntry;

/** Every text below a value, with the key that it stands under. */
function* textsBelow(value: Json | undefined, key: string): Generator<[key: string, text: string]> {
  if (typeof value === 'string') yield [key, value];
  else if (Array.isArray(value)) for (const one of value) yield* textsBelow(one, key);
  else if (isObject(value)) for (const [name, one] of Object.entries(value)) yield* textsBelow(one, name);
}

const named = (subject: readonly (readonly [string, string])[], keys: readonly string[]): string[] => [
  ...new Set(subject.filter(([key]) => keys.includes(key)).map(([, text]) => text)),
];

function entryOf(fact: Fact): FactEntry {
  const { onAir, quote, source, via } = fact;
  const subject = [...textsBelow(fact.subject, '')];
  const texts = [
    fact.statement,
    fact.kind.replaceAll('_', ' '),
    onAir.headline,
    onAir.detail,
    onAir.label,
    quote?.text,
    quote?.speaker,
    quote?.role,
    quote?.occasion,
    ...subject.map(([, text]) => text),
    source.name,
    source.place,
    fact.note,
    fact.id,
  ];
  return {
    text: fold(texts.filter(Boolean).join(' ')),
    parties: named(subject, ['party', 'parties']),
    electorates: named(subject, ['electorate', 'electorates']),
    sources: [...(source.name ? [source.name] : []), ...(via ? [`feed:${via.feed}`] : [])],
  };
}

export function createFactIndex(): FactIndex {
  const kept = new WeakMap<Fact, FactEntry>();
  return (fact) => {
    const known = kept.get(fact);
    if (known) return known;
    const entry = entryOf(fact);
    kept.set(fact, entry);
    return entry;
  };
}
