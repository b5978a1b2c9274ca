/**
 * Rows that are dragged to another place, by mouse, pen or finger. A finger drags by the grip, so that it can still
 * scroll the list. Esc calls it off; the list scrolls by itself near its ends.
 */
import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent, type RefObject } from 'react';
import type { CueId } from '../../core/ids.ts';
import { offsetsOf, rowAt } from '../ui/offsets.ts';
import type { Row } from './rows.ts';

/** Pixels that a press may wander and still be a click. */
const SLACK = 6;
/** Pixels from the edge in which the list scrolls, and pixels a frame. */
const EDGE = 36;
const PACE = 12;

export interface Dragged {
  ids: readonly CueId[];
  /** A whole segment, by its heading. */
  whole: boolean;
}

export interface Drag extends Dragged {
  /** The row before which they would go. */
  gap: number;
  /** Where that is, pixels from the top of the list. */
  top: number;
}

interface DragParts {
  rows: readonly Row[];
  heightOf(row: Row): number;
  scroller: RefObject<HTMLDivElement | null>;
  isOff: boolean;
  /** What goes when one begins to drag that row. */
  lift(row: Row): Dragged;
  drop(drag: Drag): void;
}

const isControl = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button, a, input, select') !== null;

const isGrip = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[data-grip]') !== null;

/** The click that ends a drag is not meant for the row under it. */
function swallowClick(): void {
  const stop = (event: Event) => event.stopPropagation();
  window.addEventListener('click', stop, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', stop, true), 0);
}

export function useDrag(parts: DragParts) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const latest = useRef(parts);
  const end = useRef<(() => void) | null>(null);
  useEffect(() => {
    latest.current = parts;
  });
  useEffect(() => () => end.current?.(), []);

  const onRowPointerDown = (event: ReactPointerEvent, row: Row) => {
    const byFinger = event.pointerType !== 'mouse';
    if (latest.current.isOff || event.button !== 0 || isControl(event.target)) return;
    if (byFinger && !isGrip(event.target)) return;
    const start = { x: event.clientX, y: event.clientY };
    let y = start.y;
    let lifted: Dragged | null = null;
    let current: Drag | null = null;
    let frame = 0;

    const place = () => {
      const { rows, heightOf, scroller } = latest.current;
      const element = scroller.current;
      if (!element || !lifted) return;
      const offsets = offsetsOf(rows, heightOf);
      const inside = y - element.getBoundingClientRect().top + element.scrollTop;
      const at = rowAt(offsets, inside);
      const middle = ((offsets[at] ?? 0) + (offsets[at + 1] ?? 0)) / 2;
      const gap = Math.max(0, Math.min(rows.length, inside > middle ? at + 1 : at));
      current = { ...lifted, gap, top: offsets[gap] ?? 0 };
      setDrag(current);
    };
    const tick = () => {
      const element = latest.current.scroller.current;
      if (!element || !lifted) return;
      const box = element.getBoundingClientRect();
      const pace = y < box.top + EDGE ? -PACE : y > box.bottom - EDGE ? PACE : 0;
      if (pace !== 0) {
        element.scrollTop += pace;
        place();
      }
      frame = requestAnimationFrame(tick);
    };
    const onMove = (move: PointerEvent) => {
      if (move.pointerId !== event.pointerId) return;
      y = move.clientY;
      if (!lifted) {
        if (Math.hypot(move.clientX - start.x, move.clientY - start.y) < SLACK) return;
        lifted = latest.current.lift(row);
        frame = requestAnimationFrame(tick);
      }
      place();
    };
    const stop = () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', stop);
      window.removeEventListener('keydown', onKey, true);
      end.current = null;
      setDrag(null);
    };
    const onUp = (up: PointerEvent) => {
      if (up.pointerId !== event.pointerId) return;
      const dropped = current;
      stop();
      if (!dropped) return;
      swallowClick();
      latest.current.drop(dropped);
    };
    const onKey = (key: KeyboardEvent) => {
      if (key.key !== 'Escape' || !lifted) return;
      swallowClick();
      stop();
    };
    end.current = stop;
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', stop);
    window.addEventListener('keydown', onKey, true);
  };
  return { drag, onRowPointerDown };
}
