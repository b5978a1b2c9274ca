/** The filter as one types it, and as the station is asked. Pure. */
import { NO_FILTER, type AsRunFilter } from '../../core/as-run-filter.ts';
import { pastTime } from '../../core/clock-time.ts';

export interface TypedFilter {
  words: string;
  channel: AsRunFilter['channel'];
  layer: AsRunFilter['layer'];
  by: string | null;
  from: string;
  to: string;
}

export const NOTHING_TYPED: TypedFilter = {
  words: '',
  channel: null,
  layer: null,
  by: null,
  from: '',
  to: '',
};

export interface ReadFilter {
  filter: AsRunFilter;
  /** Fields that are no time: they filter nothing until they are. */
  wrong: ReadonlySet<'from' | 'to'>;
}

export function readFilter(typed: TypedFilter, timeZone: string, now: number): ReadFilter {
  const wrong = new Set<'from' | 'to'>();
  const timeOf = (key: 'from' | 'to'): number | null => {
    if (typed[key].trim() === '') return null;
    const at = pastTime(typed[key], timeZone, now);
    if (at === null) wrong.add(key);
    return at;
  };
  const { words, channel, layer, by } = typed;
  return {
    filter: { ...NO_FILTER, words, channel, layer, by, from: timeOf('from'), to: timeOf('to') },
    wrong,
  };
}

/** `?words=…&from=…`, with what filters; empty where nothing does. */
export function queryOf(filter: AsRunFilter): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(filter)) {
    if (value !== null && value !== '') query.set(key, String(value));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
