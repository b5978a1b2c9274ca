/** A fact's parts as short text. Pure. */
import type { Fact } from '../../core/schema/fact.ts';
import { text } from '../text.ts';

/** The share counted, else the words or the time that the source ties it to; '' when it does not. */
export function asOfText({ asOf }: Pick<Fact, 'asOf'>): string {
  if (asOf.countPercent !== null) return text.lists.counted(asOf.countPercent, asOf.approximate);
  return asOf.text ?? asOf.at ?? '';
}

export function valueText({ value, unit, qualifier, year }: Fact['values'][number]): string {
  const figure = typeof value === 'number' ? value.toLocaleString('en-NZ') : value;
  const measure = unit === 'percent' ? '%' : ` ${unit.replaceAll('_', ' ')}`;
  return [qualifier, `${figure}${measure}`, year === null ? null : `(${year})`].filter(Boolean).join(' ');
}

/** Epoch ms or ISO text, in the show's time zone. */
export const timeText = (at: number | string, timeZone: string): string =>
  new Date(at).toLocaleString('en-NZ', {
    timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
