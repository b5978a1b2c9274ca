/** Takes a package in: a zip chosen or dropped. What could not be taken is said, sentence by sentence. */
import { useRef, useState } from 'react';
import { useDesk } from '../client/desk.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { importPackage } from './templates-rest.ts';
import css from './templates.module.css';

const t = text.templates;

interface Said {
  done: string;
  problems: readonly string[];
}

export function ImportPackage({ onImported }: { onImported(id: string): void }) {
  const desk = useDesk();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [busy, setBusy] = useState<string | null>(null);
  const [said, setSaid] = useState<Said | null>(null);

  const take = async (file: File | undefined) => {
    if (!file) return;
    setBusy(file.name);
    setSaid(null);
    const answer = await importPackage(desk, file);
    setBusy(null);
    if (!answer.ok) return setSaid({ done: '', problems: [answer.detail] });
    const { imported, problems } = answer.body;
    setSaid({
      done: imported.length > 0 ? t.imported(imported.map(({ name }) => name)) : t.importedNothing,
      problems,
    });
    const [first] = imported;
    if (first) onImported(first.id);
  };
  return (
    <div
      className={cx(css['import'], isOver && css['over'])}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer.files[0]);
      }}
    >
      <input
        ref={input}
        type="file"
        accept=".zip"
        hidden
        aria-label={t.import}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // the same file again, corrected, is a change too
          event.target.value = '';
          void take(file);
        }}
      />
      <Button disabled={busy !== null} onClick={() => input.current?.click()}>
        {t.import}
      </Button>
      <span role="status" className={css['about']}>
        {busy === null ? said?.done || t.importHint : t.importing(busy)}
      </span>
      {said && said.problems.length > 0 && (
        <ul role="alert" className={css['refused']}>
          {said.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
