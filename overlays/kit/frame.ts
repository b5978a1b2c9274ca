// Draws the 1920x1080 design in a renderer of any size: as large as fits, in the middle, sharp.
import { FRAME } from './tokens.ts';

interface Size {
  width: number;
  height: number;
}

const isSize = (value: unknown): value is Size =>
  typeof value === 'object' &&
  value !== null &&
  'width' in value &&
  'height' in value &&
  typeof value.width === 'number' &&
  typeof value.height === 'number' &&
  value.width > 0 &&
  value.height > 0;

/** The resolution that `load` names, or null. */
export function resolutionOf(characteristics: unknown): Size | null {
  if (typeof characteristics !== 'object' || characteristics === null) return null;
  const { resolution } = characteristics as { resolution?: unknown };
  return isSize(resolution) ? resolution : null;
}

/** Where the design lies in a box of this size. */
export function placeIn({ width, height }: Size): { scale: number; x: number; y: number } {
  const scale = Math.min(width / FRAME.width, height / FRAME.height);
  return { scale, x: (width - FRAME.width * scale) / 2, y: (height - FRAME.height * scale) / 2 };
}

/** Fits `root` into its host, or into `told` while the host has no size, and keeps it so. */
export function fitFrame(host: HTMLElement, root: HTMLElement, told: () => Size | null): () => void {
  const fit = (): void => {
    const own = { width: host.clientWidth, height: host.clientHeight };
    const { scale, x, y } = placeIn(isSize(own) ? own : (told() ?? FRAME));
    root.style.transform =
      scale === 1 && x === 0 && y === 0 ? '' : `translate(${x}px,${y}px) scale(${scale})`;
  };
  new ResizeObserver(fit).observe(host);
  return fit;
}
