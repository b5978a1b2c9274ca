/** Which election is looked at: what a feed has read, or a stored one. To look at another changes nothing. */
import { useRef, type KeyboardEvent } from 'react';
import { useDesk } from '../client/desk.ts';
import { LOOKS, stateOf } from '../feeds/feed-standing.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { cx } from '../ui/cx.ts';
import { Panel } from '../ui/Panel.tsx';
import { isOfficial } from './outcome.ts';
import type { Source } from './use-sources.ts';
import css from './results.module.css';

const t = text.results;

function FeedItem({ source }: { source: Extract<Source, { kind: 'feed' }> }) {
  const { feed, status } = source;
  const state = stateOf({ status });
  const [tone, shape] = LOOKS[state];
  const percent = status?.countPercent ?? null;
  return (
    <>
      <span className={css['itemName']}>{feed.name}</span>
      <span className={css['itemMore']}>
        <span>{percent === null ? t.noResultsYet : text.feeds.percentCounted(percent)}</span>
        {status?.simulated && <Chip tone="warn" shape="frame" word={t.simulated} />}
        {state !== 'ok' && state !== 'reading' && (
          <Chip tone={tone} shape={shape} word={text.feeds.states[state]} />
        )}
      </span>
    </>
  );
}

const StoredItem = ({ source }: { source: Extract<Source, { kind: 'stored' }> }) => (
  <>
    <span className={css['itemName']}>{source.title}</span>
    <span className={css['itemMore']}>{isOfficial(source.record) ? t.officialWords : t.nightWords}</span>
  </>
);

export function SourceList({ sources, selected }: { sources: readonly Source[]; selected: string | null }) {
  const desk = useDesk();
  const list = useRef<HTMLDivElement>(null);
  const choose = (source: string) => desk.ui.set({ results: { ...desk.ui.get().results, source } });
  const at = sources.findIndex(({ id }) => id === selected);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = sources[at + step];
    if (step === 0 || !next) return;
    event.preventDefault();
    choose(next.id);
    list.current?.querySelectorAll<HTMLElement>('[role="option"]')[at + step]?.focus();
  };
  const item = (source: Source) => (
    <li
      key={source.id}
      role="option"
      aria-selected={source.id === selected}
      data-own-arrows=""
      tabIndex={source.id === selected ? 0 : -1}
      className={cx(css['item'], source.id === selected && css['current'])}
      onClick={() => choose(source.id)}
    >
      {source.kind === 'feed' ? <FeedItem source={source} /> : <StoredItem source={source} />}
    </li>
  );
  const feeds = sources.filter(({ kind }) => kind === 'feed');
  return (
    <Panel title={t.sources} className={css['sources']}>
      <div
        ref={list}
        role="listbox"
        aria-label={t.sources}
        className={css['sourceLists']}
        onKeyDown={onKeyDown}
      >
        {feeds.length > 0 && (
          <ul role="group" aria-label={t.live}>
            <li role="presentation" className={css['groupName']}>
              {t.live}
            </li>
            {feeds.map(item)}
          </ul>
        )}
        <ul role="group" aria-label={t.stored}>
          <li role="presentation" className={css['groupName']}>
            {t.stored}
          </li>
          {sources.filter(({ kind }) => kind === 'stored').map(item)}
        </ul>
      </div>
      {feeds.length === 0 && (
        <div className={css['noLive']}>
          <p>{t.noLive}</p>
          <Button
            onClick={() => desk.ui.set({ workspace: 'feeds', dialog: 'feed', feedSetup: { kind: 'new' } })}
          >
            {t.addFeed}
          </Button>
        </div>
      )}
    </Panel>
  );
}
