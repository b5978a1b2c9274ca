// Design tokens that no theme changes: time, curves, safe areas, places. Lengths are px at 1920x1080.

/** The frame that everything is designed in; other sizes are scaled. */
export const FRAME = { width: 1920, height: 1080 } as const;

/**
 * Motion: milliseconds. A plate is quicker than what stands on it, and stops repainting its whole area early.
 * An entrance is made of moves that all end within `in`, an exit within `out`. */
export const time = {
  in: 600,
  move: 420,
  plate: 300,
  stagger: 60,
  out: 300,
  swap: 220,
  roll: 320,
  glide: 320,
} as const;

/** Everything arrives decelerating and leaves accelerating; one curve for each. */
export const ease = {
  in: 'cubic-bezier(0.16, 1, 0.3, 1)',
  out: 'cubic-bezier(0.6, 0, 0.9, 0.4)',
  glide: 'cubic-bezier(0.3, 0, 0.1, 1)',
} as const;

/** Safe areas of a 1920x1080 frame: text stays inside title, plates inside action. */
export const safe = {
  title: { left: 96, top: 54, right: 1824, bottom: 1026 },
  action: { left: 67, top: 38, right: 1853, bottom: 1042 },
} as const;

/** Lower thirds share a left edge and a baseline. `text` is the widest a line may be beside the accent bar. */
export const lowerThird = { left: 80, bottom: 952, width: 1760, text: 1680 } as const;

/** The smallest letters on air, px. */
export const SMALLEST = 28;

/** The tokens that style sheets use, as custom properties for `:host`. */
export function tokenCss(): string {
  return `:host{--lt-left:${lowerThird.left}px;--lt-bottom:${FRAME.height - lowerThird.bottom}px;}`;
}
