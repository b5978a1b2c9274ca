/** Takes a package in: zips chosen or dropped, or a folder named. What could not be taken is said, sentence by sentence. */
import { useRef, useState } from 'react';
import { useDesk } from '../client/desk.ts';
import type { Answer } from '../client/rest.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { TextField } from '../ui/TextField.tsx';
import { importFolder, importPackage, type Imported } from './templates-rest.ts';
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
  const [path, setPath] = useState('');
  const [busy, setBusy] = useState<string | null>(null);
  const [said, setSaid] = useState<Said | null>(null);

  /** One after the other; what became of each is said together. */
  const takeAll = async (asked: readonly { name: string; ask: () => Promise<Answer<Imported>> }[]) => {
    if (asked.length === 0) return;
    setSaid(null);
    const done: Imported['imported'] = [];
    const problems: string[] = [];
    for (const { name, ask } of asked) {
      setBusy(name);
      const answer = await ask();
      if (answer.ok) done.push(...answer.body.imported);
      problems.push(...(answer.ok ? answer.body.problems : [answer.detail]));
    }
    setBusy(null);
    setSaid({
      done: done.length > 0 ? t.imported(done.map(({ name }) => name)) : t.importedNothing,
      problems: [...new Set(problems)],
    });
    const [first] = done;
    if (first) onImported(first.id);
  };
  const take = (files: readonly File[]) =>
    takeAll(files.map((file) => ({ name: file.name, ask: () => importPackage(desk, file) })));
  const drop = ({ items, files }: DataTransfer) => {
    // a page is told no path of a folder that is dropped on it, and cannot send it
    const folder = [...items].map((item) => item.webkitGetAsEntry()).find((entry) => entry?.isDirectory);
    if (folder) setSaid({ done: '', problems: [t.folderDropped(folder.name)] });
    else void take([...files]);
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
        if (busy === null) drop(event.dataTransfer);
      }}
    >
      <input
        ref={input}
        type="file"
        accept=".zip"
        multiple
        hidden
        aria-label={t.import}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // the same file again, corrected, is a change too
          event.target.value = '';
          void take(files);
        }}
      />
      <Button disabled={busy !== null} onClick={() => input.current?.click()}>
        {t.import}
      </Button>
      <span role="status" className={css['about']}>
        {busy === null ? said?.done || t.importHint : t.importing(busy)}
      </span>
      <TextField label={t.folderPath} value={path} onChange={setPath} />
      <Button
        disabled={busy !== null || path.trim() === ''}
        onClick={() => void takeAll([{ name: path.trim(), ask: () => importFolder(desk, path.trim()) }])}
      >
        {t.importFolder}
      </Button>
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
