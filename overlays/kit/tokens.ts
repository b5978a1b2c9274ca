// Design tokens of every on-air graphic: the one place for colours, type, space and time. Lengths are px at 1920x1080.

/** The ground that party colours are judged against. */
export const GROUND = '#0a1630';

export const colours = {
  'ink-950': '#060d1e',
  'ink-900': GROUND,
  'ink-800': '#132447',
  slate: '#323c50',
  paper: '#f4f7fc',
  mist: '#b9c6de',
  line: 'rgba(226,234,250,0.22)',
} as const;

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
export const lowerThird = { left: 80, bottom: 992, bar: 16, pad: 32, width: 1760, text: 1680 } as const;

export const FAMILY = 'Tallydesk Archivo';

/** The tokens as custom properties for `:host`. */
export function tokenCss(): string {
  const vars = Object.entries(colours).map(([name, value]) => `--${name}:${value};`);
  return `:host{${vars.join('')}--family:'${FAMILY}';--lt-left:${lowerThird.left}px;--lt-bottom:${1080 - lowerThird.bottom}px;}`;
}
