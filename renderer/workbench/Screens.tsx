/** The bench's pictures: one, two side by side, or two over each other. */
import { useCallback, useState } from 'react';
import { useStore } from '../client/store.ts';
import { cx } from '../ui/cx.ts';
import { Screen } from './Screen.tsx';
import { settings } from './settings.ts';
import { sizeOf } from './target.ts';
import type { Held } from './use-session.ts';
import css from './screen.module.css';

const GAP = 6;

interface ScreensProps {
  a: Held['attach'];
  b: Held['attach'];
  nameA: string;
  /** Null: nothing to compare with. */
  nameB: string | null;
}

export function Screens({ a, b, nameA, nameB }: ScreensProps) {
  const [room, setRoom] = useState({ width: 960, height: 540 });
  const { view, size, opacity } = useStore(settings, (now) => now);
  const { width, height } = sizeOf(size);
  const measure = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setRoom({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const isDouble = nameB !== null && view !== 'one';
  const isSide = isDouble && view === 'side';
  const each = isSide ? (room.width - GAP) / 2 : room.width;
  const scale = Math.max(0.05, Math.min(each / width, room.height / height));
  const over = view === 'difference' ? { mixBlendMode: 'difference' as const } : { opacity };
  return (
    <div ref={measure} className={cx(css['screens'], isSide && css['side'])}>
      <Screen attach={a} name={nameA} scale={scale} />
      {isDouble && (
        <Screen
          attach={b}
          name={nameB}
          scale={scale}
          over={!isSide}
          className={cx(!isSide && css['over'])}
          style={isSide ? undefined : over}
        />
      )}
    </div>
  );
}
