/** Where a graphic goes next, counted by ourselves: many say nothing of their step, and some count from 1. Pure. */

/**
 * The step after this one; null where there is none.
 * @param step null while nothing is shown
 * @param stepCount -1: known only to the graphic
 */
export function nextStep(step: number | null, stepCount: number): number | null {
  const next = step === null ? 0 : step + 1;
  if (stepCount === -1 || next === 0) return next;
  return next < stepCount ? next : null;
}

/** The steps that one may go to straight away. Of a dynamic graphic those that were seen, and the next. */
export function stepChoices(step: number | null, stepCount: number): number[] {
  const many = stepCount === -1 ? (step ?? -1) + 2 : Math.max(1, stepCount);
  return Array.from({ length: many }, (_, i) => i);
}
