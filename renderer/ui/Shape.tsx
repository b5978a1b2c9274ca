/** The shape that goes with each state, so that no state is told by its colour alone. */
import type { ReactNode } from 'react';

export type ShapeName =
  | 'dot'
  | 'ring'
  | 'up'
  | 'down'
  | 'diamond'
  | 'cross'
  | 'differs'
  | 'tick'
  | 'pencil'
  | 'bar'
  | 'clock'
  | 'square'
  | 'pause'
  | 'card'
  | 'frame'
  | 'stop'
  | 'skip'
  | 'link'
  | 'forward'
  | 'note';

const PATHS: Record<ShapeName, ReactNode> = {
  dot: <circle cx="5" cy="5" r="4" fill="currentColor" />,
  ring: (
    <circle
      cx="5"
      cy="5"
      r="3.4"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeDasharray="2 1.3"
    />
  ),
  up: <path d="M5 1 9.4 8.6H.6Z" fill="currentColor" />,
  down: <path d="M5 9 .6 1.4h8.8Z" fill="currentColor" />,
  diamond: <path d="M5 .4 9.6 5 5 9.6.4 5Z" fill="currentColor" />,
  cross: <path d="m1.5 1.5 7 7m0-7-7 7" stroke="currentColor" strokeWidth="2" fill="none" />,
  differs: <path d="M1 3.4h8M1 6.6h8M7.2.8 2.8 9.2" stroke="currentColor" strokeWidth="1.5" fill="none" />,
  tick: <path d="m1 5.4 2.7 2.7L9 2" stroke="currentColor" strokeWidth="1.9" fill="none" />,
  pencil: <path d="M1 9 1.6 6.6 7.2 1 9 2.8 3.4 8.4Z" fill="none" stroke="currentColor" strokeWidth="1.3" />,
  bar: <path d="M1.2 5h7.6" stroke="currentColor" strokeWidth="1.8" />,
  square: <path d="M1.2 1.2h7.6v7.6H1.2Z" fill="currentColor" />,
  pause: <path d="M1.6 1h2.4v8H1.6ZM6 1h2.4v8H6Z" fill="currentColor" />,
  card: (
    <path d="M1 1.4h8v7.2H1ZM3.7 1.4v7.2M6.3 1.4v7.2" stroke="currentColor" strokeWidth="1.3" fill="none" />
  ),
  frame: (
    <path
      d="M1 3.2V1h2.2M6.8 1H9v2.2M9 6.8V9H6.8M3.2 9H1V6.8"
      stroke="currentColor"
      strokeWidth="1.4"
      fill="none"
    />
  ),
  skip: <path d="m.8 1.4 3.6 3.6L.8 8.6Zm4 0L8.4 5 4.8 8.6Z" fill="currentColor" />,
  link: (
    <path
      d="M6 2.2h1a2.8 2.8 0 0 1 0 5.6H6M4 7.8H3a2.8 2.8 0 0 1 0-5.6h1M3.2 5h3.6"
      stroke="currentColor"
      strokeWidth="1.4"
      fill="none"
    />
  ),
  forward: <path d="M1.6.8 9.2 5 1.6 9.2Z" fill="currentColor" />,
  note: (
    <path d="M1.4 1h7.2v8H1.4ZM3.2 3.6h3.6M3.2 6h3.6" stroke="currentColor" strokeWidth="1.2" fill="none" />
  ),
  stop: <path d="M3.2.6h3.6l2.6 2.6v3.6L6.8 9.4H3.2L.6 6.8V3.2Z" fill="currentColor" />,
  clock: (
    <path
      d="M5 .9a4.1 4.1 0 1 0 0 8.2A4.1 4.1 0 0 0 5 .9ZM5 2.6V5l1.8 1.2"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
    />
  ),
};

export const Shape = ({ name, size = 9 }: { name: ShapeName; size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 10 10" aria-hidden="true" style={{ flex: 'none' }}>
    {PATHS[name]}
  </svg>
);
