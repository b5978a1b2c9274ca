/**
 * Help: F1 opens it, unless F1 has been given to a cue. It lies over whatever is open, also over a dialog, and closing it
 * leaves everything as it was.
 */
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent as ReactKeyboardEvent } from 'react';
import { useDesk, useUi } from '../client/desk.ts';
import { savedTour, startTour } from '../tour/tour-state.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { KeyedText } from '../ui/KeyedText.tsx';
import { allTopics } from './all-topics.ts';
import { arrange, findTopics, type Place, type Topic } from './topics.ts';
import css from './help.module.css';

const t = text.help;

function Topics({
  id,
  topics,
  at,
  onChoose,
}: {
  id: string;
  topics: readonly Topic[];
  at: number;
  onChoose(index: number): void;
}) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <div ref={list} id={id} role="listbox" aria-label={t.list} className={css['list']}>
      {topics.map((topic, i) => (
        <div key={`${topic.group} ${topic.id}`} role="presentation">
          {topics[i - 1]?.group !== topic.group && (
            <div role="presentation" className={css['group']}>
              {t.groups[topic.group]}
            </div>
          )}
          <div
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === at}
            className={cx(css['topic'], i === at && css['current'])}
            onClick={() => onChoose(i)}
          >
            {topic.title}
          </div>
        </div>
      ))}
    </div>
  );
}

function HelpDialog({ place, onClose }: { place: Place; onClose(): void }) {
  const desk = useDesk();
  const id = useId();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const topics = useMemo(() => arrange(allTopics(), place), [place]);
  const found = useMemo(() => findTopics(topics, query), [topics, query]);
  const topic = found[at];
  const memory = savedTour();
  const canTour = place !== 'workbench';

  const onKeyDown = (event: ReactKeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    setAt(Math.max(0, Math.min(found.length - 1, at + step)));
  };
  return (
    <Dialog title={t.title} size="large" onClose={onClose}>
      <input
        autoFocus
        type="search"
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={topic ? `${id}-list-${at}` : undefined}
        aria-label={t.search}
        placeholder={t.searchHint}
        className={css['query']}
        value={query}
        spellCheck={false}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className={css['sides']}>
        <Topics id={`${id}-list`} topics={found} at={at} onChoose={setAt} />
        <article aria-live="polite" className={css['page']}>
          {topic ? (
            <>
              <h3 className={css['title']}>{topic.title}</h3>
              {topic.paragraphs.map((paragraph) => (
                <p key={paragraph}>
                  <KeyedText text={paragraph} />
                </p>
              ))}
            </>
          ) : (
            <p>{t.none}</p>
          )}
        </article>
      </div>
      <div className={css['foot']}>
        {canTour && (
          <Button
            kind="strong"
            onClick={() => {
              onClose();
              desk.ui.set({ dialog: null });
              if (!startTour(desk)) desk.tell(text.tour.nothingToTake);
            }}
          >
            {memory === null || memory === 'left' ? text.tour.start : text.tour.again}
          </Button>
        )}
        {canTour && (
          <Button
            onClick={() => {
              onClose();
              desk.ui.set({ dialog: 'keys' });
            }}
          >
            {t.keySheet}
          </Button>
        )}
        <span className={css['space']} />
        <Button onClick={onClose}>{t.close}</Button>
      </div>
    </Dialog>
  );
}

/** @param only the one place of a page that has no workspaces */
export function Help({ only }: { only?: Place }) {
  const desk = useDesk();
  const place = useUi((ui) => ui.help);
  useEffect(() => {
    // on the desk the key table decides, as F1 may have been given to something else
    if (!only) return;
    const onKey = (event: KeyboardEvent) => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
      if (event.key !== 'F1' || !isPlain || event.defaultPrevented) return;
      event.preventDefault();
      const { help } = desk.ui.get();
      desk.ui.set({ help: help ? null : only });
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [desk, only]);
  return place && <HelpDialog place={place} onClose={() => desk.ui.set({ help: null })} />;
}
