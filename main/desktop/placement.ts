/** Where the program output goes, as a pure function of the displays. */

export interface DisplayInfo {
  id: number;
  /** Device-independent pixels. */
  bounds: { x: number; y: number; width: number; height: number };
}

export type Placement =
  | { fullscreen: true; bounds: DisplayInfo['bounds'] }
  /** One display only: a plain window beside the desk, never fullscreen over it. */
  | { fullscreen: false; bounds: { width: number; height: number } };

/** The first display that is not the operator's. Never the operator's own. */
export function placeOutput(displays: readonly DisplayInfo[], operators: DisplayInfo): Placement {
  const other = displays.find((display) => display.id !== operators.id);
  return other
    ? { fullscreen: true, bounds: other.bounds }
    : { fullscreen: false, bounds: { width: 960, height: 540 } };
}
