// The step machine of OGraf: where a play call leads. Pure.

/** What a play call may ask for; `goto` wins over `delta`. */
export interface StepRequest {
  goto?: number | undefined;
  delta?: number | undefined;
}

/**
 * The step a play call leads to, or `undefined` when it leads off air.
 * Steps count from 0; `current` is undefined when nothing is shown. Only whole numbers are taken.
 */
export function nextStep(
  current: number | undefined,
  stepCount: number,
  request: StepRequest = {},
): number | undefined {
  const whole = (n: number | undefined): n is number => Number.isInteger(n);
  const target =
    whole(request.goto) && request.goto >= 0
      ? request.goto
      : (current ?? -1) + (whole(request.delta) ? request.delta : 1);
  return target >= 0 && target < stepCount ? target : undefined;
}

/** The step of a picture whose data changed: the same, or the last one when there are no longer so many. */
export const keptStep = (current: number, stepCount: number): number =>
  Math.max(0, Math.min(current, stepCount - 1));
