/** What a graphic is told of where it is drawn, and how its picture is shown. Pure. */
import type { RenderTarget } from '../../core/protocol.ts';

export const SIZES = [
  { id: '720', label: '1280×720', width: 1280, height: 720 },
  { id: '1080', label: '1920×1080', width: 1920, height: 1080 },
  { id: '1440', label: '2560×1440', width: 2560, height: 1440 },
  { id: '2160', label: '3840×2160', width: 3840, height: 2160 },
] as const;
export type SizeId = (typeof SIZES)[number]['id'];

export const RATES = [50, 59.94, 60] as const;
export type Rate = (typeof RATES)[number];

export const TEMPOS = [1, 0.5, 0.25, 0.1, 0] as const;

export interface Target {
  size: SizeId;
  rate: Rate;
}

export const sizeOf = (id: SizeId) => SIZES.find((one) => one.id === id) ?? SIZES[1];

export function renderTarget({ size, rate }: Target, inRealTime: boolean, internet: boolean): RenderTarget {
  const { width, height } = sizeOf(size);
  return { renderType: inRealTime ? 'realtime' : 'non-realtime', width, height, frameRate: rate, internet };
}

export const GROUNDS = ['checker', 'black', 'green', 'blue', 'still'] as const;
export type Ground = (typeof GROUNDS)[number];

export const VIEWS = ['one', 'side', 'onion', 'difference'] as const;
export type View = (typeof VIEWS)[number];
