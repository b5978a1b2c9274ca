/** All of the data as JSON, with what is wrong by its line. What cannot be read is kept as typed, and not given on. */
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { sameJson, type JsonObject } from '../../core/json.ts';
import type { Problem } from '../../core/refusal.ts';
import { text } from '../text.ts';
import { cx } from '../ui/cx.ts';
import { marksOf, readData } from './json-data.ts';
import css from './data.module.css';

const { workbench: words } = text;

export interface Unread {
  text: string;
  data: JsonObject;
}

interface JsonEditorProps {
  data: JsonObject;
  /** What the model says of the data. */
  problems: readonly Problem[];
  onChange(data: JsonObject): void;
  /** Text that could not be read, with the data it was typed over, kept while the form is looked at. */
  kept: Unread | null;
  onKeep(unread: Unread | null): void;
}

export function JsonEditor({ data, problems, onChange, kept, onKeep }: JsonEditorProps) {
  const [typed, setTyped] = useState(() => (kept?.data === data ? kept.text : JSON.stringify(data, null, 2)));
  const followed = useRef(data);
  const id = useId();
  const gutter = useRef<HTMLDivElement>(null);
  const marks = marksOf(typed, problems);
  const wrong = new Set(marks.map(({ line }) => line));
  // another fixture or a field of the form: what is typed here is left alone while it says the same
  const follow = useEffectEvent(() => {
    if (followed.current === data) return;
    followed.current = data;
    const read = readData(typed);
    if (!read || !sameJson(read, data)) setTyped(JSON.stringify(data, null, 2));
  });
  useEffect(() => follow(), [data]);
  const type = (next: string): void => {
    setTyped(next);
    const read = readData(next);
    onKeep(read ? null : { text: next, data });
    if (read) onChange(read);
  };
  return (
    <div className={css['json']}>
      <div className={css['editor']}>
        <div ref={gutter} className={css['gutter']} aria-hidden="true">
          {typed.split('\n').map((_, i) => (
            <span key={i} className={cx(wrong.has(i + 1) && css['wrongLine'])}>
              {i + 1}
            </span>
          ))}
        </div>
        <textarea
          aria-label={words.json}
          aria-invalid={marks.length > 0}
          aria-describedby={`${id}-marks`}
          className={css['text']}
          spellCheck={false}
          wrap="off"
          value={typed}
          onChange={(event) => type(event.target.value)}
          onScroll={(event) => {
            if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop;
          }}
        />
      </div>
      <ul id={`${id}-marks`} className={css['marks']} role="status">
        {marks.map(({ line, text }, i) => (
          <li key={i}>{words.jsonMistake(line, text)}</li>
        ))}
        {marks.length === 0 && <li className={css['good']}>{words.jsonGood}</li>}
      </ul>
    </div>
  );
}
