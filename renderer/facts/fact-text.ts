/** A fact's parts as short text. Pure. */
import type { FactEntry } from '../../core/facts/fact-index.ts';
import type { Fact } from '../../core/schema/fact.ts';
import type { Show } from '../../core/schema/show.ts';
import { text } from '../text.ts';

/** The share counted, else the words or the time that the source ties it to; '' when it does not. */
export function asOfText({ asOf }: Pick<Fact, 'asOf'>): string {
  if (asOf.countPercent !== null) return text.lists.counted(asOf.countPercent, asOf.approximate);
  return asOf.text ?? asOf.at ?? '';
}

/** `85.1% counted · 21:14`: the count and the time of it, as far as the source says. */
export function countAndTime({ asOf }: Pick<Fact, 'asOf'>, timeZone: string): string {
  const count = asOf.countPercent === null ? asOf.text : asOfText({ asOf });
  return [count, asOf.at ? clockText(asOf.at, timeZone) : null].filter(Boolean).join(' · ');
}

export function valueText({ value, unit, qualifier, year }: Fact['values'][number]): string {
  const isName = unit === 'year';
  const figure =
    typeof value === 'number'
      ? value.toLocaleString('en-NZ', { useGrouping: !isName, maximumFractionDigits: 12 })
      : value;
  const measure = unit === 'percent' ? '%' : isName ? '' : ` ${unit.replaceAll('_', ' ')}`;
  return [qualifier, `${figure}${measure}`, year === null ? null : `(${year})`].filter(Boolean).join(' ');
}

/** The figures that the table has room for. */
export function figuresText({ values, tally }: Pick<Fact, 'values' | 'tally'>): string {
  const figures = values.slice(0, 2).map(valueText);
  return [tally ? text.facts.seats(tally.house) : '', ...figures].filter(Boolean).join(' · ');
}

export const partyShort = (parties: Show['parties'], id: string): string =>
  Object.hasOwn(parties.byId, id) ? (parties.byId[id]?.short ?? id) : id;

/** The electorates and parties that it is about. */
export const subjectText = ({ electorates, parties }: FactEntry, known: Show['parties']): string =>
  [electorates.join(', '), parties.map((id) => partyShort(known, id)).join(', ')].filter(Boolean).join(' · ');

/** Epoch ms or ISO text, in the show's time zone. */
export const timeText = (at: number | string, timeZone: string): string =>
  new Date(at).toLocaleString('en-NZ', {
    timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  });

/** `21:14` */
export const clockText = (at: number | string, timeZone: string): string =>
  new Date(at).toLocaleTimeString('en-NZ', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });

/** `8 Nov 21:14`, for rows. */
export const shortTime = (at: number | string, timeZone: string): string =>
  new Date(at).toLocaleString('en-NZ', {
    timeZone,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });

const named = (words: Readonly<Record<string, string>>, value: string): string =>
  Object.hasOwn(words, value) ? (words[value] ?? value) : value;

/** What the desk calls a word of the fact model, such as `declared_by_source`; every other text as it is. */
export function wordsAt(path: string, value: string | null): string | null {
  if (value === null) return null;
  switch (path) {
    case 'kind':
      return text.lists.kind(value);
    case 'status':
      return named(text.statuses, value);
    case 'certainty':
      return named(text.certainties, value);
    case 'onAir.advice':
      return named(text.advices, value);
    default:
      return value;
  }
}
