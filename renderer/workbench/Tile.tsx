/** One template with one fixture in the gallery: its thumbnail until the live picture is there. */
import { useState } from 'react';
import type { Graphic } from '../../core/schema/manifest.ts';
import { useDesk } from '../client/desk.ts';
import { text } from '../text.ts';
import { cx } from '../ui/cx.ts';
import { placeHash } from './address.ts';
import { LivePicture } from './LivePicture.tsx';
import css from './gallery.module.css';

const { workbench: words } = text;

/** What stands for it until it is drawn: a picture by the station, the package's own file, or nothing. */
function thumbnails(graphic: Graphic, key: string): string[] {
  const id = encodeURIComponent(graphic.id);
  const own = graphic.thumbnail === null ? [] : [`/graphics/${id}/${graphic.hash}/${graphic.thumbnail}`];
  const drawn = `/api/v1/graphics/${id}/thumbnail?key=${encodeURIComponent(key)}&hash=${graphic.hash}`;
  return [...own, drawn];
}

interface TileProps {
  graphic: Graphic;
  fixture: string | null;
}

export function Tile({ graphic, fixture }: TileProps) {
  const { key } = useDesk();
  const [state, setState] = useState<'shown' | 'waiting' | { problem: string }>('waiting');
  const [failed, setFailed] = useState(0);
  const thumbnail = thumbnails(graphic, key)[failed];
  const name = fixture ?? words.noFixtures;
  return (
    <li className={css['tile']}>
      <a
        href={placeHash({ graphic: graphic.id, fixture })}
        aria-label={words.openFixture(graphic.name, name)}
        className={css['open']}
        data-state={typeof state === 'string' ? state : 'problem'}
      >
        <span className={css['picture']}>
          {thumbnail !== undefined && state !== 'shown' && (
            <img
              src={thumbnail}
              alt=""
              loading="lazy"
              className={css['thumbnail']}
              onError={() => setFailed((n) => n + 1)}
            />
          )}
          <LivePicture graphic={graphic} fixture={fixture} onState={setState} />
        </span>
        <span className={cx(css['fixture'], typeof state === 'object' && css['bad'])}>
          {name}
          {typeof state === 'object' && <span className={css['why']}>{state.problem}</span>}
        </span>
      </a>
    </li>
  );
}
