/** A sentence in which `[take]` stands for the key of that action, drawn as a key cap. Other words in brackets are given. */
import { capOf, KEYS } from '../keys/keys.ts';
import css from './keyed-text.module.css';

const MARK = /\[(\w+)\]/;

const actionNamed = (name: string) => KEYS.find(({ action }) => action === name)?.action;

/** Every mark of a text, for the test that each is known. */
export const marksIn = (text: string): string[] =>
  [...text.matchAll(/\[(\w+)\]/g)].map(([, name = '']) => name);

export function KeyedText({
  text,
  values = {},
}: {
  text: string;
  values?: Readonly<Record<string, string>>;
}) {
  return text.split(MARK).map((part, i) => {
    // split with a group: words and marks take turns
    if (i % 2 === 0) return part;
    const action = actionNamed(part);
    return (
      <kbd key={i} className={css['cap']}>
        {action ? capOf(action) : (values[part] ?? part)}
      </kbd>
    );
  });
}
