/** What a movement took beside what the manifest says. */
import type { Graphic } from '../../../core/schema/manifest.ts';
import type { Notes } from './notes.ts';

/** Over by this share and by this much: an eye sees it, and a busy machine does not make it. */
const SHARE = 0.25;
const SLACK_MS = 100;

type Kind = Graphic['durations'][number]['type'];

/** Milliseconds; null where the manifest does not say. */
export function declaredFor({ durations }: Graphic, type: Kind, step: number | null): number | null {
  const fits = durations.filter((one) => one.type === type && one.duration >= 0);
  const exact = fits.find(({ steps }) => step !== null && steps?.includes(step));
  return (exact ?? fits.find(({ steps }) => steps === null))?.duration ?? null;
}

export function measure(
  notes: Notes,
  graphic: Graphic,
  type: Kind,
  step: number | null,
  ms: number | undefined,
): void {
  if (ms === undefined) return;
  const measured = Math.round(ms);
  const declared = declaredFor(graphic, type, step);
  notes.measured.push({ call: type, step, measured, declared });
  if (declared === null || measured <= declared + Math.max(SLACK_MS, declared * SHARE)) return;
  notes.add('slower-than-said', type, `took ${measured} ms; the manifest says ${declared} ms`);
}
