/** The command palette: every command and every cue, by a few letters. */
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { cuesInOrder } from '../../core/rundown.ts';
import type { CueId } from '../../core/ids.ts';
import { askApp, PALETTE_VERBS } from '../client/bridge.ts';
import { stationNow, useDesk, useStation, type Desk } from '../client/desk.ts';
import { capOf, KEYS } from '../keys/keys.ts';
import { runAction } from '../keys/run-action.ts';
import { text } from '../text.ts';
import { cx } from '../ui/cx.ts';
import { startTour } from '../tour/tour-state.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { findEntries, type Entry } from './palette-entries.ts';
import css from './dialogs.module.css';

/** Not offered: they belong to typing and moving about. Panic is held or has its own keys, never a line in a list. */
const LEFT_OUT = new Set([
  'digit',
  'recall',
  'erase',
  'escape',
  'selectUp',
  'selectDown',
  'palette',
  'panic',
]);

/** What has no key: outputs, feeds, imports, and what only the desktop app can do. */
const extrasOf = (desk: Desk): Entry[] => [
  {
    kind: 'extra',
    id: 'outputs',
    title: text.outputs.setUpAll,
    run: () => desk.ui.set({ dialog: 'outputs', output: null }),
  },
  {
    kind: 'extra',
    id: 'feed',
    title: text.feeds.add,
    run: () => desk.ui.set({ workspace: 'feeds', dialog: 'feed', feedSetup: { kind: 'new' } }),
  },
  { kind: 'extra', id: 'import', title: text.imports.open, run: () => desk.ui.set({ dialog: 'import' }) },
  { kind: 'extra', id: 'desks', title: text.seats.open, run: () => desk.ui.set({ dialog: 'desks' }) },
  {
    kind: 'extra',
    id: 'take-right',
    title: text.seats.right.takeOver,
    run: () => void desk.send({ type: 'right.take' }),
  },
  {
    kind: 'extra',
    id: 'release-right',
    title: text.seats.right.letGo,
    run: () => void desk.send({ type: 'right.release' }),
  },
  { kind: 'extra', id: 'history', title: text.history.open, run: () => desk.ui.set({ dialog: 'history' }) },
  {
    kind: 'extra',
    id: 'shows',
    title: text.shows.open,
    run: () => desk.ui.set({ dialog: 'shows' }),
  },
  {
    kind: 'extra',
    id: 'key-map',
    title: text.keyMap.open,
    run: () => desk.ui.set({ dialog: 'key-map' }),
  },
  {
    kind: 'extra',
    id: 'settings',
    title: text.facts.settings,
    run: () => desk.ui.set({ dialog: 'settings' }),
  },
  { kind: 'extra', id: 'report', title: text.report.open, run: () => desk.ui.set({ dialog: 'report' }) },
  { kind: 'extra', id: 'looks', title: text.looks.title, run: () => desk.ui.set({ dialog: 'looks' }) },
  { kind: 'extra', id: 'help', title: text.help.open, run: () => desk.ui.set({ help: 'rundown' }) },
  {
    kind: 'extra',
    id: 'tour',
    title: text.tour.region,
    run: () => void (startTour(desk) || desk.tell(text.tour.nothingToTake)),
  },
  {
    kind: 'extra',
    id: 'shotbox',
    title: text.shotbox.open,
    run: () => void window.open(`/shotbox?key=${encodeURIComponent(desk.key)}`, '_blank', 'noopener'),
  },
  // the desktop app opens it from its menu, in a window of its own
  ...(desk.bridge
    ? []
    : [
        {
          kind: 'extra' as const,
          id: 'workbench',
          title: text.openWorkbench,
          run: () => void window.open(`/workbench?key=${encodeURIComponent(desk.key)}`, '_blank', 'noopener'),
        },
      ]),
  ...(desk.bridge ? PALETTE_VERBS : []).map((verb): Entry => ({
    kind: 'extra',
    id: verb,
    title: text.appVerbs[verb],
    run: () => void askApp(desk, verb),
  })),
];

function useEntries(): Entry[] {
  const desk = useDesk();
  const { client, views } = desk;
  const show = useStation(({ state }) => state?.show ?? null);
  return useMemo(() => {
    const station = client.store.get();
    const { state } = station;
    const { workspace } = desk.ui.get();
    const here = KEYS.filter(({ only }) => only === undefined || only === workspace);
    const actions = here
      .filter(({ action }) => !LEFT_OUT.has(action))
      .map(({ action }): Entry => ({
        kind: 'action',
        action,
        title: text.actions[action],
        cap: capOf(action),
      }));
    const commands = [...actions, ...extrasOf(desk)];
    if (!show || !state) return commands;
    const cues = cuesInOrder(show).map((cue): Entry => {
      const view = views(state, station.graphics, cue, stationNow(station));
      return { kind: 'cue', id: cue.id, number: cue.number, title: cue.name, detail: view.text };
    });
    return [...commands, ...cues];
  }, [desk, client, views, show]);
}

export function Palette({ onClose }: { onClose(): void }) {
  const desk = useDesk();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const entries = useEntries();
  const found = useMemo(() => findEntries(entries, query), [entries, query]);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const run = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    // after the dialog has given the keyboard back, so that "search" and "edit" can take it
    requestAnimationFrame(() => {
      if (entry.kind === 'action') return runAction(desk, entry.action);
      if (entry.kind === 'extra') return entry.run();
      recall(entry.id);
    });
  };
  const recall = (cue: CueId) => {
    desk.ui.set({ cue, inspect: 'cue', tab: 'rundown', digits: '' });
    runAction(desk, 'recall');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(found.length - 1, at + step)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(found[at]);
    }
  };
  return (
    <Dialog title={text.palette.title} size="small" hidesTitle onClose={onClose}>
      <input
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={found[at] ? `${id}-${at}` : undefined}
        aria-label={text.palette.title}
        placeholder={text.palette.placeholder}
        className={css['query']}
        value={query}
        spellCheck={false}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul ref={list} id={`${id}-list`} role="listbox" aria-label={text.palette.list} className={css['found']}>
        {found.map((entry, i) => (
          <li
            key={entry.kind === 'action' ? entry.action : entry.id}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === at}
            className={cx(css['entry'], i === at && css['current'])}
            onClick={() => run(entry)}
          >
            {entry.kind === 'cue' ? (
              <>
                <span className={css['number']}>{entry.number}</span>
                <span className={css['entryText']}>{entry.title || entry.detail}</span>
                <span className={css['detail']}>{entry.title ? entry.detail : ''}</span>
                <span className={css['what']}>{text.palette.recall}</span>
              </>
            ) : (
              <>
                <span className={css['number']}>›</span>
                <span className={css['entryText']}>{entry.title}</span>
                <span className={css['detail']} />
                {entry.kind === 'action' ? (
                  <kbd>{entry.cap}</kbd>
                ) : (
                  <span className={css['what']}>{text.palette.command}</span>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className={css['nothing']}>{text.palette.none}</p>}
    </Dialog>
  );
}
