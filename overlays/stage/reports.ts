/** What the station must be told again after a break, because it cannot have heard it. Pure. */
import type { ActionResult, LayerAir } from '../../core/schema/layer-air.ts';
import type { InstanceId } from '../../core/ids.ts';
import type { Held } from './held.ts';

export type ReportEvent = 'armed' | 'coming' | 'on' | 'off' | 'fault' | 'acted' | 'asked';

export interface Report {
  instance: InstanceId;
  event: ReportEvent;
  detail: string | null;
  step?: { asked: number; is: number };
  acted?: ActionResult;
}

/** The event that says where a graphic is; null where none does. */
export function eventOf({ actual, ended }: Held): ReportEvent | null {
  if (ended) return 'off';
  switch (actual.phase) {
    case 'ready':
      return 'armed';
    case 'coming':
    case 'on':
    case 'fault':
      return actual.phase;
    default:
      return null;
  }
}

/** @param gone instances that this stage has taken off */
export function missedReports(
  desired: LayerAir,
  held: ReadonlyMap<InstanceId, Held>,
  gone: ReadonlySet<InstanceId>,
): Report[] {
  const reports: Report[] = [];
  for (const item of [desired.current, desired.armed]) {
    const one = item && held.get(item.instance);
    const event = one && eventOf(one);
    if (!item || !event || event === item.phase) continue;
    // it was told to play in this very moment: nothing is behind
    if (event === 'armed' && item.phase !== 'loading') continue;
    reports.push({ instance: item.instance, event, detail: one.problem });
  }
  if (desired.leaving && gone.has(desired.leaving.instance)) {
    reports.push({ instance: desired.leaving.instance, event: 'off', detail: null });
  }
  return reports;
}
