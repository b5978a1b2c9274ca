/**
 * A small live picture of a graphic with one fixture, as it looks once it is on. It loads when it comes into sight, waits
 * for its turn, and is dropped when it is out of sight: what one sees is the graphic itself, and the page stays light.
 */
import { useEffect, useRef, useState } from 'react';
import type { Graphic } from '../../core/schema/manifest.ts';
import { frameAddress, openFrame } from '../../overlays/host/frame-handle.ts';
import { moduleAddress, newStageId } from '../../overlays/host/origins.ts';
import { cx } from '../ui/cx.ts';
import { complete, fetchFixture } from './fixtures.ts';
import { createSlots } from './live-slots.ts';
import { useTheme } from './use-theme.ts';
import css from './gallery.module.css';

const WIDTH = 1920;
const LIMIT_MS = 9_000;
/** Frames of one template share a process; so many frames fill a large screen. */
const shown = createSlots(36);
const loading = createSlots(2);

const PAGE = newStageId(crypto.getRandomValues(new Uint8Array(8)));
const hosts = new Map<string, number>();
/** One name for each template, so that a gallery of sixty pictures has thirteen processes at the most. */
function hostOf(id: string): string {
  const known = hosts.get(id) ?? hosts.size + 1;
  hosts.set(id, known);
  return `${PAGE}-t${known}.localhost`;
}

const TARGET = {
  renderType: 'realtime',
  width: WIDTH,
  height: 1080,
  frameRate: 50,
  internet: false,
} as const;

interface LivePictureProps {
  graphic: Graphic;
  fixture: string | null;
  /** Tells that it is to be seen, or why it cannot be. */
  onState(state: 'shown' | 'waiting' | { problem: string }): void;
}

export function LivePicture({ graphic, fixture, onState }: LivePictureProps) {
  const surface = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  const [scale, setScale] = useState(0);
  const theme = useTheme();
  useEffect(() => {
    const element = surface.current?.parentElement;
    if (!element) return;
    const near = new IntersectionObserver(
      ([entry]) => {
        setNear(entry?.isIntersecting ?? false);
        setScale((entry?.boundingClientRect.width ?? 0) / WIDTH);
      },
      { rootMargin: '80px' },
    );
    const size = new ResizeObserver(([entry]) => setScale((entry?.contentRect.width ?? 0) / WIDTH));
    near.observe(element);
    size.observe(element);
    return () => {
      near.disconnect();
      size.disconnect();
    };
  }, []);
  useEffect(() => {
    const element = surface.current;
    if (!isNear || !element) return;
    let isWanted = true;
    const place = shown.take();
    let undo: () => void = () => undefined;
    const run = async (): Promise<void> => {
      await place.granted;
      const turn = loading.take();
      undo = turn.release;
      await turn.granted;
      const read = await fetchFixture(graphic, fixture);
      if (!isWanted) return turn.release();
      if (!read.ok) return (turn.release(), onState({ problem: read.why }));
      const { data } = complete(graphic, read.data, theme);
      const silent = { onProblem: () => undefined, onLost: () => undefined };
      const frame = openFrame(element, frameAddress(location, hostOf(graphic.id), graphic), silent);
      undo = () => {
        frame.remove();
        turn.release();
      };
      const main = moduleAddress(graphic);
      const load = { call: 'load', main, data, layer: 'fullframe', target: TARGET } as const;
      const loaded = await frame.send(load, LIMIT_MS);
      const step = Math.max(0, graphic.stepCount - 1);
      const played =
        loaded.statusCode >= 400
          ? loaded
          : await frame.send({ call: 'play', goto: step, skipAnimation: true }, LIMIT_MS);
      turn.release();
      if (!isWanted) return;
      if (played.statusCode < 400) return onState('shown');
      frame.remove();
      onState({ problem: played.statusMessage || String(played.statusCode) });
    };
    void run();
    return () => {
      isWanted = false;
      undo();
      place.release();
      onState('waiting');
    };
  }, [isNear, graphic, fixture, theme, onState]);
  return <div ref={surface} className={cx(css['surface'])} style={{ transform: `scale(${scale})` }} />;
}
