/** The shows of the data folder, each to be opened by holding; and what can be done with the one that is open. */
import { useRef, useState } from 'react';
import { useDesk, useStation, useUi } from '../client/desk.ts';
import { CheckInput } from '../inspector/ChoiceInputs.tsx';
import { text } from '../text.ts';
import { Button, buttonLook } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { HoldButton } from '../ui/HoldButton.tsx';
import { TextField } from '../ui/TextField.tsx';
import { exportAddress, importShow, openShow, saveAs, type Shelf } from './shows-rest.ts';
import css from './shows.module.css';

const t = text.shows;

interface ShowListProps {
  shelf: Shelf;
  onChanged(): void;
}

const whenText = (iso: string, timeZone: string): string =>
  new Date(iso).toLocaleString('en-NZ', {
    timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  });

function OpenShow({ onChanged, say }: { onChanged(): void; say(line: string): void }) {
  const desk = useDesk();
  const title = useStation(({ state }) => state?.show.title ?? '');
  const showId = useStation(({ state }) => state?.show.id ?? '');
  const isLive = useStation(({ state }) => state?.air.mode === 'live');
  const locked = useUi((ui) => ui.locked);
  const [name, setName] = useState(title);
  const [copy, setCopy] = useState('');
  const [withAsRun, setWithAsRun] = useState(false);
  const link = useRef<HTMLAnchorElement>(null);
  return (
    <section className={css['open']} aria-label={t.current(title)}>
      <h3>{t.current(title)}</h3>
      <div className={css['line']}>
        <TextField label={t.rename} value={name} onChange={setName} className={css['grow']} />
        <Button
          disabled={!isLive || locked || name.trim() === '' || name.trim() === title}
          onClick={() =>
            void desk.send({ type: 'show.edit', title: name.trim() }).then((done) => done.ok && onChanged())
          }
        >
          {t.renameSave}
        </Button>
      </div>
      <div className={css['line']}>
        <TextField label={t.saveAs} value={copy} onChange={setCopy} className={css['grow']} />
        <Button
          disabled={copy.trim() === ''}
          onClick={() =>
            void saveAs(desk, copy.trim()).then((answer) => {
              say(answer.ok ? t.savedAs(answer.body.title) : answer.detail);
              if (answer.ok) setCopy('');
              onChanged();
            })
          }
        >
          {t.saveAsDo}
        </Button>
      </div>
      <div className={css['line']}>
        <span className={css['grow']}>
          <CheckInput
            isDisabled={false}
            label={t.withAsRun}
            hint={t.exportHint}
            value={withAsRun}
            onChange={setWithAsRun}
          />
        </span>
        <a
          ref={link}
          className={buttonLook('plain')}
          href={exportAddress(desk, withAsRun)}
          download={`${showId}.tallydesk`}
          onClick={() => say(t.exported(`${showId}.tallydesk`))}
        >
          {t.exportFile}
        </a>
      </div>
    </section>
  );
}

export function ShowList({ shelf, onChanged }: ShowListProps) {
  const desk = useDesk();
  const zone = useStation(({ state }) => state?.show.timeZone ?? 'UTC');
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState(shelf.failed ?? '');
  const take = async (file: File) => {
    setSaid(t.importing(file.name));
    const answer = await importShow(desk, file);
    setSaid(answer.ok ? t.imported(answer.body.title) : answer.detail);
    onChanged();
  };
  const open = async (id: string, title: string) => {
    const answer = await openShow(desk, id);
    setSaid(answer.ok ? t.opening(title) : answer.detail);
    if (!answer.ok) onChanged();
  };
  const why = !shelf.canOpen ? t.onlyHere : shelf.why;
  return (
    <div className={css['two']}>
      <section className={css['side']}>
        <p role="status" className={css['said']}>
          {said || why}
        </p>
        <ul aria-label={t.list} className={css['list']}>
          {shelf.shows.map(({ id, title, savedAt, demo, problem }) => (
            <li key={id} className={css['row']}>
              <span className={css['rowText']}>
                <b>{title}</b>
                <span className={problem ? css['problem'] : css['about']}>
                  {problem ?? `${id} · ${demo ? t.demo : savedAt ? t.savedAt(whenText(savedAt, zone)) : ''}`}
                </span>
              </span>
              {id === shelf.open ? (
                <Chip tone="good" shape="tick" word={t.isOpen} />
              ) : (
                <HoldButton
                  label={t.openHold(title)}
                  className={buttonLook('plain')}
                  disabled={problem !== null || why !== null}
                  onHeld={() => void open(id, title)}
                >
                  <span>{t.openWord}</span>
                </HoldButton>
              )}
            </li>
          ))}
        </ul>
        <input
          ref={input}
          type="file"
          accept=".tallydesk,.zip"
          hidden
          aria-label={t.importFile}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) void take(file);
            // the same file again, corrected, is a change too
            event.target.value = '';
          }}
        />
        <div>
          <Button onClick={() => input.current?.click()}>{t.importFile}</Button>
        </div>
      </section>
      <OpenShow onChanged={onChanged} say={setSaid} />
    </div>
  );
}
