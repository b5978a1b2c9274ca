/** Pictures of a stage as pixels: what they are compared by in tests of keys, grounds and test cards. */
import type { Page } from '@playwright/test';
import { PNG } from 'pngjs';

export interface Pixels {
  width: number;
  height: number;
  /** RGBA. */
  data: Uint8Array;
}

export const pixelsOf = (png: Buffer): Pixels => PNG.sync.read(png);

export const shoot = async (page: Page, transparent = false): Promise<Pixels> =>
  pixelsOf(await page.screenshot({ omitBackground: transparent }));

/** The 1920×1080 that stands at `left`. */
export function half(pixels: Pixels, left: number, width = 1920): Pixels {
  const rows: Uint8Array[] = [];
  for (let y = 0; y < pixels.height; y += 1) {
    const from = (y * pixels.width + left) * 4;
    rows.push(pixels.data.subarray(from, from + width * 4));
  }
  return { width, height: pixels.height, data: Uint8Array.from(Buffer.concat(rows)) };
}

export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

export function at({ data, width }: Pixels, x: number, y: number): Rgba {
  const from = (y * width + x) * 4;
  const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(from, from + 4);
  return [red, green, blue, alpha];
}

/** How many pixels are of another colour. */
export function unlike({ data }: Pixels, [red, green, blue, alpha]: Rgba): number {
  let count = 0;
  for (let i = 0; i < data.length; i += 4) {
    const same = data[i] === red && data[i + 1] === green && data[i + 2] === blue && data[i + 3] === alpha;
    if (!same) count += 1;
  }
  return count;
}

export interface KeyErrors {
  /** Pixels with an alpha other than 0, and of those the ones that are half transparent. */
  lit: number;
  soft: number;
  /** The largest distance of the key from the alpha. */
  key: number;
  /** Pixels of the key that are not grey. */
  coloured: number;
  /** Pixels whose fill is brighter than their key. */
  over: number;
  /** The largest distance of the fill from the colours over black. */
  fill: number;
}

/** @param truth the same picture with its transparency; @param fill left out for a key alone */
export function keyErrors(truth: Pixels, key: Pixels, fill?: Pixels): KeyErrors {
  const errors: KeyErrors = { lit: 0, soft: 0, key: 0, coloured: 0, over: 0, fill: 0 };
  for (let i = 0; i < truth.data.length; i += 4) {
    const alpha = truth.data[i + 3] ?? 0;
    const level = key.data[i] ?? 0;
    if (alpha > 0) errors.lit += 1;
    if (alpha > 0 && alpha < 255) errors.soft += 1;
    errors.key = Math.max(errors.key, Math.abs(level - alpha));
    if (key.data[i + 1] !== level || key.data[i + 2] !== level) errors.coloured += 1;
    if (!fill) continue;
    for (let c = i; c < i + 3; c += 1) {
      const shown = fill.data[c] ?? 0;
      if (shown > level) errors.over += 1;
      errors.fill = Math.max(errors.fill, Math.abs(shown - ((truth.data[c] ?? 0) * alpha) / 255));
    }
  }
  return errors;
}

/** Every frame that the compositor drew while something was done, to the pixel. */
export async function screencast(
  page: Page,
  during: (frames: readonly Buffer[]) => Promise<void>,
): Promise<Buffer[]> {
  const frames: Buffer[] = [];
  const cdp = await page.context().newCDPSession(page);
  cdp.on('Page.screencastFrame', ({ data, sessionId }) => {
    frames.push(Buffer.from(data, 'base64'));
    // the last one may come when nobody waits for it any more
    cdp.send('Page.screencastFrameAck', { sessionId }).catch(() => 'too late');
  });
  await cdp.send('Page.startScreencast', { format: 'png' });
  await during(frames);
  await cdp.send('Page.stopScreencast');
  await cdp.detach();
  return frames;
}
