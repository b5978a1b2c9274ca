/** One picture: its ground, the graphic's frame in its true size drawn as large as there is room, and lines over it. */
import type { CSSProperties } from 'react';
import { useStore } from '../client/store.ts';
import { text } from '../text.ts';
import { cx } from '../ui/cx.ts';
import { settings } from './settings.ts';
import { sizeOf } from './target.ts';
import type { Held } from './use-session.ts';
import css from './screen.module.css';

const { workbench: words } = text;

/** Parts of the picture inside of which text and plates have to stay (EBU R 95: 90 and 93 %). */
const inset = (part: number): string => `${(1 - part) * 50}%`;

function Guides() {
  const { safe, grid, centre } = useStore(settings, (now) => now);
  return (
    <div className={css['guides']} aria-hidden="true">
      {grid && <div className={css['grid']} />}
      {centre && <div className={css['centre']} />}
      {safe && (
        <>
          <div className={css['action']} style={{ inset: inset(0.93) }} />
          <div className={css['title']} style={{ inset: inset(0.9) }} />
        </>
      )}
    </div>
  );
}

interface ScreenProps {
  attach: Held['attach'];
  name: string;
  /** Drawn pixels for one of the graphic's. */
  scale: number;
  /** Over the other picture: without a ground and lines of its own. */
  over?: boolean;
  style?: CSSProperties | undefined;
  className?: string | undefined;
}

export function Screen({ attach, name, scale, over = false, style, className }: ScreenProps) {
  const size = useStore(settings, (now) => now.size);
  const ground = useStore(settings, (now) => now.ground);
  const still = useStore(settings, (now) => now.still);
  const { width, height } = sizeOf(size);
  const image = ground === 'still' && still ? { backgroundImage: `url("${still}")` } : {};
  return (
    <figure
      aria-label={words.picture(name)}
      className={cx(css['screen'], className)}
      style={{ width: Math.round(width * scale), height: Math.round(height * scale), ...style }}
    >
      {!over && <div className={cx(css['ground'], css[ground])} style={image} />}
      <div ref={attach} className={css['surface']} style={{ width, height, transform: `scale(${scale})` }} />
      {!over && <Guides />}
    </figure>
  );
}
