/** What a call took, against what the graphic's manifest says that it takes. Pure; times in ms. */
import type { ActionDuration, Graphic } from '../../core/schema/manifest.ts';
import type { Act } from './acts.ts';

export type Verdict = 'fits' | 'over' | 'under' | 'undeclared';

/** So far off may a declared duration be: frames are 17 ms apart, and a machine may be busy. */
const LEAST_OFF = 100;
const OFF = 0.25;

const TYPES: Record<Act['do'], ActionDuration['type']> = {
  play: 'playAction',
  update: 'updateAction',
  stop: 'stopAction',
  action: 'customAction',
};

/** @returns null where the manifest does not say, or says that it is unknown (-1) */
export function declaredFor(graphic: Pick<Graphic, 'durations'>, act: Act): number | null {
  const all = graphic.durations.filter(({ type, steps, customActionId }) => {
    if (type !== TYPES[act.do]) return false;
    if (act.do === 'action') return customActionId === null || customActionId === act.id;
    return act.do !== 'play' || steps === null || steps.includes(act.step);
  });
  // what is said of this very step or action counts more than what is said of all
  const best = all.find(({ steps, customActionId }) => steps !== null || customActionId !== null) ?? all[0];
  return best && best.duration >= 0 ? best.duration : null;
}

/** @param cut a call without animation takes no time, whatever is declared */
export function verdictOf(ms: number, declared: number | null, cut: boolean): Verdict {
  if (declared === null || cut) return 'undeclared';
  const off = Math.max(LEAST_OFF, declared * OFF);
  if (ms > declared + off) return 'over';
  return ms < declared - off ? 'under' : 'fits';
}
