/** The sentences about an output: where it is, what is wrong, what to look at. Pure. */
import type { DisplayInfo, OutputPlace, ShellInfo, WarningCode } from '../../core/outputs/displays.ts';
import type { DisplayRef } from '../../core/schema/output.ts';
import { text } from '../text.ts';
import type { OutputLine } from './standing.ts';

const t = text.outputs;

/** As Identify numbers them: in the order in which the app tells of them, from 1. */
export const numberOf = ({ id }: Pick<DisplayInfo, 'id'>, all: readonly Pick<DisplayInfo, 'id'>[]): number =>
  all.findIndex((display) => display.id === id) + 1;

/** Its label where that tells it from the others. */
export function displayName({ id, label }: DisplayInfo, all: readonly DisplayInfo[]): string {
  const isOnly = label !== '' && all.every((other) => other.id === id || other.label !== label);
  return isOnly ? label : t.numbered(label, numberOf({ id }, all));
}

export const displayLine = (display: DisplayInfo, all: readonly DisplayInfo[]): string =>
  t.display(displayName(display, all), t.size(display.size), t.rate(display.rate));

const refName = ({ label, size }: DisplayRef): string => t.display(label, t.size(size), '');

/** What and where, in one line. */
export function whereLine(
  { output, place }: Pick<OutputLine, 'output' | 'place'>,
  shell: ShellInfo | null,
): string {
  const { target } = output;
  if (target.kind !== 'display') return t.targetsShort[target.kind];
  const all = shell?.displays ?? [];
  const on = (place?.displays ?? []).flatMap((id) => all.find((display) => display.id === id) ?? []);
  const [fill, key] = on;
  if (fill && key) return t.fullscreenKey(displayLine(fill, all), displayName(key, all));
  if (fill) return t.fullscreen(displayLine(fill, all));
  return target.display ? t.chosen(refName(target.display)) : t.noDisplay;
}

/** Why viewers of this output get nothing, and what to do; null while nothing is wrong. */
export function troubleLine({ output, place, standing }: OutputLine): string | null {
  switch (standing) {
    case 'parked':
      return t.parked[place?.parkedFor ?? 'unassigned'];
    case 'lost': {
      const wanted = output.target.kind === 'display' ? output.target.display?.label : null;
      return t.lost(wanted || t.itsDisplay);
    }
    case 'stopped':
      return t.stopped;
    case 'waiting':
      return t.waiting;
    case 'no-app':
      return t.noApp;
    case 'shown':
    case 'opening':
    case 'closed':
    case 'connected':
      return null;
    default:
      standing satisfies never;
      return null;
  }
}

export interface Warning {
  code: WarningCode;
  short: string;
  long: string;
}

export function warningsOf(place: OutputPlace | null, shell: ShellInfo | null, frameRate: number): Warning[] {
  // fill and key may differ, and either may be what the warning is about
  const on = (shell?.displays ?? []).filter(({ id }) => place?.displays.includes(id));
  const each = (say: (display: DisplayInfo) => string) =>
    [...new Set(on.map(say))].filter(Boolean).join(' and ');
  const facts = {
    scale: each(({ scale }) => t.scale(scale)),
    size: each(({ size }) => t.size(size)),
    rate: each(({ rate }) => t.rate(rate)),
    frameRate,
  };
  return (place?.warnings ?? []).map((code) => ({
    code,
    short: t.warningsShort[code](facts),
    long: t.warnings[code](facts),
  }));
}

/** Null while its page has never had to be brought back. */
export function recoveryLine(place: OutputPlace | null, zone: string): string | null {
  if (!place || place.recoveries === 0) return null;
  if (!place.lastRecovery) return t.recovered(place.recoveries);
  const { at, reason } = place.lastRecovery;
  const time = new Date(at).toLocaleTimeString('en-NZ', { timeZone: zone, hourCycle: 'h23' });
  return t.recoveredLong(place.recoveries, time, reason);
}
