/** One graphic on this stage: where it really is, and its frame while it has one. */
import type { Actual } from '../../core/stage/diff.ts';
import type { Item } from '../../core/schema/layer-air.ts';
import type { GraphicFrame } from '../host/graphic-frame.ts';

export interface Held {
  actual: Actual;
  /** As it was when the stage was last told to do something with it. */
  item: Item;
  /** Null after a fault: the layer is clean, and the entry says why. */
  frame: GraphicFrame | null;
  lane: number;
  /** Counts plays, steps and stops: an answer to an earlier one says nothing about now. */
  turn: number;
  updating: boolean;
  /** Ends asking whether it is alive. */
  stopPulse: () => void;
  /** The newest data that came while an update was under way. */
  waiting: Item | null;
  /** It has played and left by itself. */
  ended: boolean;
  /** What it complained of last. */
  problem: string | null;
}

export const newHeld = (item: Item, lane: number): Held => ({
  actual: {
    instance: item.instance,
    phase: 'loading',
    dataVersion: item.dataVersion,
    step: item.step,
    at: null,
    action: item.action?.n ?? 0,
  },
  item,
  frame: null,
  lane,
  turn: 0,
  updating: false,
  stopPulse: () => undefined,
  waiting: null,
  ended: false,
  problem: null,
});
