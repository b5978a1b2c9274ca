/** What was on air at a moment of the past, with the data as they were seen then. Pure: read off the as-run log. */
import type { AsRunLine } from './as-run.ts';
import { CHANNELS, LAYERS } from './layers.ts';

/** One graphic that was up at that moment. Times in epoch ms. */
export interface Aired extends Omit<AsRunLine, 'event' | 'at'> {
  inAt: number;
  /** Since when it looked as it did at that moment. */
  since: number;
}

/** A line counts from its own time on; of lines of the same time the later one in the log is the later one. */
const isLater = (line: AsRunLine, than: AsRunLine | undefined): boolean => !than || line.at >= than.at;

const orderOf = ({ channel, layer }: Aired): number =>
  CHANNELS.indexOf(channel) * LAYERS.length + LAYERS.indexOf(layer);

/**
 * All that was up, by channel, then from the back to the front.
 * @param lines in the log's order; their times need not grow (a showing is dated when a stage saw it)
 * @param at epoch ms, inclusive: what went up in that very millisecond was up, what left in it had gone
 */
export function airAt(lines: readonly AsRunLine[], at: number): Aired[] {
  const last = new Map<string, AsRunLine>();
  const began = new Map<string, number>();
  for (const line of lines) {
    if (line.at > at) continue;
    if (isLater(line, last.get(line.instance))) last.set(line.instance, line);
    // put back after a stop: it went up again
    if (line.event === 'in') began.set(line.instance, Math.max(line.at, began.get(line.instance) ?? line.at));
  }
  return [...last.values()]
    .filter(({ event }) => event !== 'out')
    .map(({ event: _event, at: since, ...shown }) => ({
      ...shown,
      inAt: began.get(shown.instance) ?? since,
      since,
    }))
    .sort((a, b) => orderOf(a) - orderOf(b) || a.inAt - b.inAt || (a.instance < b.instance ? -1 : 1));
}
