/** What the layers panel says of one layer. Pure. */
import type { CueId } from '../../core/ids.ts';
import { layerState } from '../../core/playout.ts';
import type { Item, LayerAir, LayerState } from '../../core/schema/layer-air.ts';

export interface LayerLine {
  state: LayerState;
  /** What is seen, or about to be: current, else leaving. */
  item: Item | null;
  armed: Item | null;
  /** Epoch ms since when it is seen. */
  since: number | null;
  /** Epoch ms at which it leaves by itself. */
  outAt: number | null;
  cueId: CueId | null;
}

export function layerLine(layer: LayerAir): LayerLine {
  const item = layer.current ?? layer.leaving;
  return {
    state: layerState(layer),
    item,
    armed: layer.armed,
    since: item?.shownAt ?? null,
    outAt: layer.current?.outAt ?? null,
    cueId: item?.cue.id ?? null,
  };
}

/** `0:07`, `12:45`, `1:02:03`. Never negative: a clock that is a little off must not say so. */
export function span(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** Time left, rounded up, so that it says 0:01 until it is gone. */
export const countdown = (ms: number): string => span(Math.ceil(ms / 1000) * 1000);
