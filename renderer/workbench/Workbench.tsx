/** The designer's page: the gallery of all that is installed, or one template on the bench. */
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Graphic } from '../../core/schema/manifest.ts';
import { useDesk, useStation } from '../client/desk.ts';
import { Help } from '../help/Help.tsx';
import { text } from '../text.ts';
import { buttonLook } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { readPlace, type Place } from './address.ts';
import { Bench } from './Bench.tsx';
import { Gallery } from './Gallery.tsx';
import { isProblemOf } from './problem-of.ts';
import css from './workbench.module.css';

const { workbench: words } = text;

const onHash = (listener: () => void): (() => void) => {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
};
const hash = (): string => location.hash;

/** The template as it was last offered: one whose package breaks while it is open stays as it was. */
function useKept(id: string): Graphic | null {
  const offered = useStation(({ graphics }) => graphics.get(id) ?? null);
  const [kept, setKept] = useState(offered);
  if (offered && offered !== kept) setKept(offered);
  return offered ?? (kept?.id === id ? kept : null);
}

function Open({ place }: { place: Place }) {
  const graphic = useKept(place.graphic);
  const ready = useStation(({ state }) => state !== null);
  const why = useStation(({ problems }) => problems.find((one) => isProblemOf(one, place.graphic)) ?? null);
  if (!ready) return <p className={css['nothing']}>{text.connection.loading}</p>;
  if (!graphic) return <p className={css['nothing']}>{why ?? words.missing(place.graphic)}</p>;
  return <Bench key={graphic.id} graphic={graphic} fixture={place.fixture} />;
}

function Bar({ place }: { place: Place | null }) {
  const { key } = useDesk();
  const line = useStation((station) => station.line);
  const title = useStation(({ state }) => state?.show.title ?? '');
  return (
    <header className={css['bar']} aria-label={words.bar}>
      <h1 className={css['product']}>
        {text.product} <span className={css['name']}>{words.name}</span>
      </h1>
      <nav aria-label={words.name}>
        <a
          href="#"
          className={cx(buttonLook('quiet'), css['link'])}
          aria-current={place === null ? 'page' : undefined}
        >
          {words.gallery}
        </a>
      </nav>
      <span className={css['title']}>{title}</span>
      <span className={css['space']} />
      <span className={css['off']}>{words.offAir}</span>
      <span role="status" aria-label={text.connection.label} className={cx(css['line'], css[line])}>
        {text.connection[line]}
      </span>
      <a href={`/desk?key=${encodeURIComponent(key)}`} className={buttonLook('plain')}>
        {words.desk}
      </a>
    </header>
  );
}

export function Workbench() {
  const place = readPlace(useSyncExternalStore(onHash, hash));
  const id = place?.graphic ?? null;
  const name = useStation(({ graphics }) => (id === null ? null : (graphics.get(id)?.name ?? null)));
  const title = useCallback(() => {
    document.title = [name, words.name, text.product].filter(Boolean).join(' · ');
  }, [name]);
  useEffect(title, [title]);
  return (
    <div className={css['page']}>
      <Bar place={place} />
      {place ? <Open place={place} /> : <Gallery />}
      <Help only="workbench" />
    </div>
  );
}
