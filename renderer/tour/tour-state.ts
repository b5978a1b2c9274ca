/** Starting, moving and leaving the tour, and what this browser remembers of it. */
import { LAYERS } from '../../core/layers.ts';
import { isDrawable, layerOf, targetOf } from '../../core/playout.ts';
import { cuesInOrder } from '../../core/rundown.ts';
import type { State } from '../../core/state.ts';
import { stationNow, type Desk } from '../client/desk.ts';
import { memoryOf, stepsFor, type Memory, type StepId, type Tour, type World } from './steps.ts';

const NAME = 'tallydesk.tour';

export const savedTour = (): Memory => memoryOf(localStorage.getItem(NAME));
const remember = (memory: StepId | 'left'): void => localStorage.setItem(NAME, memory);

export function worldOf({ air }: State, tab: string): World {
  return {
    mode: air.mode,
    cued: air.cued,
    takenAt: air.lastTake?.at ?? null,
    up: LAYERS.flatMap((layer) => {
      const { current } = layerOf(air, targetOf(air.mode), layer);
      return current
        ? [{ instance: current.instance, step: current.step, dataVersion: current.dataVersion }]
        : [];
    }),
    tab,
  };
}

/** Two cues that could be taken now, neither of them on preview; null where the show has no two. */
function pickCues(desk: Desk): Pick<Tour, 'first' | 'second' | 'steps'> | null {
  const station = desk.client.store.get();
  const { state } = station;
  if (!state) return null;
  let plain: number | null = null;
  let other: number | null = null;
  let stepped: number | null = null;
  for (const cue of cuesInOrder(state.show)) {
    if (cue.id === state.air.cued) continue;
    const { gated } = desk.views(state, station.graphics, cue, stationNow(station));
    if (gated.problems.length > 0 || !isDrawable(gated)) continue;
    if (gated.graphic.stepCount !== 1 && gated.graphic.stepCount !== 0) stepped ??= cue.number;
    else if (plain === null) plain = cue.number;
    else other ??= cue.number;
    if (plain !== null && stepped !== null) break;
  }
  const second = stepped ?? other;
  return plain === null || second === null
    ? null
    : { first: plain, second, steps: stepsFor(stepped !== null) };
}

/** Goes to a step. The first time cues are chosen; `false` where the show has none to tour with. */
export function goToStep(desk: Desk, step: StepId): boolean {
  const { state } = desk.client.store.get();
  const { tour, tab } = desk.ui.get();
  const cues = tour ?? pickCues(desk);
  if (!state || !cues) return false;
  const { steps, first, second } = cues;
  remember(step);
  desk.ui.set({
    workspace: 'playout',
    tour: { step: steps.includes(step) ? step : 'update', steps, first, second, before: worldOf(state, tab) },
  });
  return true;
}

/** Begins, or takes up where it was left. */
export function startTour(desk: Desk): boolean {
  const memory = savedTour();
  return goToStep(desk, memory === null || memory === 'left' || memory === 'finish' ? 'rehearse' : memory);
}

export const neighbourStep = ({ steps, step }: Tour, by: 1 | -1): StepId | null =>
  steps[steps.indexOf(step) + by] ?? null;

/** The step stays remembered, unless it was the last one. */
export function leaveTour(desk: Desk): void {
  const { tour } = desk.ui.get();
  if (!tour || tour.step === 'finish') remember('left');
  desk.ui.set({ tour: null });
}

/** It is not offered again; help still has it. */
export const declineTour = (): void => remember('left');
