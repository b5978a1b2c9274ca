/** How an output of the show stands, from what the desktop app says of its window and which pages are connected. Pure. */
import type { OutputPlace, PlaceState, ShellInfo } from '../../core/outputs/displays.ts';
import type { OutputInfo } from '../../core/protocol.ts';
import type { Output } from '../../core/schema/output.ts';

/**
 * As the app says; but for outputs that have no window of ours: `connected` and `waiting` for somebody's browser, and
 * `no-app` where the station runs without the desktop app that would open the window.
 */
export type Standing = Exclude<PlaceState, 'elsewhere'> | 'connected' | 'waiting' | 'no-app';

export interface OutputLine {
  output: Output;
  place: OutputPlace | null;
  standing: Standing;
  /** The page whose heartbeat is the output's; null while none is connected. */
  page: OutputInfo | null;
}

/** Ready ones first; of two windows, the newer: one replaces the other. */
const bestFirst = (a: OutputInfo, b: OutputInfo): number =>
  Number(b.ready) - Number(a.ready) || (b.window ?? -1) - (a.window ?? -1) || a.id.localeCompare(b.id);

const pageOf = ({ id, channel }: Output, pages: readonly OutputInfo[]): OutputInfo | null =>
  pages
    .filter((page) => page.kind === 'output' && page.output === id && page.channel === channel)
    .sort(bestFirst)[0] ?? null;

/** What viewers get comes first. */
const ORDER = { program: 0, rehearsal: 1, preview: 2 };

function standingOf(output: Output, place: OutputPlace | null, hasApp: boolean, hasPage: boolean): Standing {
  if (place && place.state !== 'elsewhere') return place.state;
  if (!output.open) return 'closed';
  if (hasPage) return 'connected';
  if (output.target.kind === 'browser') return 'waiting';
  return hasApp ? 'opening' : 'no-app';
}

function lineOf(output: Output, shell: ShellInfo | null, pages: readonly OutputInfo[]): OutputLine {
  const place = shell?.places.find((one) => one.output === output.id) ?? null;
  const page = pageOf(output, pages);
  return { output, place, page, standing: standingOf(output, place, shell !== null, page !== null) };
}

/** Every output of the show. Their order never depends on how they stand: a row under the pointer must stay. */
export const outputLines = (
  outputs: readonly Output[],
  shell: ShellInfo | null,
  pages: readonly OutputInfo[],
): OutputLine[] =>
  outputs
    .map((output) => lineOf(output, shell, pages))
    .sort((a, b) => ORDER[a.output.channel] - ORDER[b.output.channel]);

/** Outputs before monitors. */
const inOrder = (a: OutputInfo, b: OutputInfo): number =>
  Number(a.kind === 'monitor') - Number(b.kind === 'monitor') ||
  ORDER[a.channel] - ORDER[b.channel] ||
  a.name.localeCompare(b.name);

/** Connected pages that no line tells of: monitors, browser sources that name no output, second pages of one. */
export function otherPages(pages: readonly OutputInfo[], lines: readonly OutputLine[]): OutputInfo[] {
  const told = new Set(lines.flatMap(({ page }) => page?.id ?? []));
  return pages.filter(({ id }) => !told.has(id)).sort(inOrder);
}

/** Somebody has to do something before it shows its channel. */
export const needsDisplay = ({ standing, output }: OutputLine): boolean =>
  (standing === 'parked' || standing === 'lost') && output.target.kind === 'display';

export const isDown = ({ standing }: OutputLine): boolean => standing === 'lost' || standing === 'stopped';
