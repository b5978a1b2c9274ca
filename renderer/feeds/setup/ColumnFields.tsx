/** Which column of a table holds which of our fields, where the headings do not say it. */
import { useId } from 'react';
import { text } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import type { ColumnRow } from './feed-draft.ts';
import css from './setup.module.css';

const { feedSetup: t } = text;

interface ColumnFieldsProps {
  columns: readonly ColumnRow[];
  problem: string | undefined;
  /** Our fields that this format can have. */
  fields: readonly string[];
  onChange(columns: readonly ColumnRow[]): void;
}

export function ColumnFields({ columns: rows, problem, fields, onChange }: ColumnFieldsProps) {
  const list = useId();
  const replace = (at: number, field: string, column: string) =>
    onChange(rows.map((row, i) => (i === at ? [field, column] : row)));
  return (
    <section aria-label={t.columns} className={css['group']}>
      <h3 className={css['groupTitle']}>{t.columns}</h3>
      <p className={css['hint']}>{t.columnsNote}</p>
      <datalist id={list}>
        {fields.map((field) => (
          <option key={field} value={field} />
        ))}
      </datalist>
      {rows.map(([field, column], i) => (
        <div key={i} className={css['columnRow']}>
          <input
            aria-label={t.ourField}
            placeholder={t.ourField}
            list={list}
            className={css['cell']}
            value={field}
            onChange={(event) => replace(i, event.target.value, column)}
          />
          <span aria-hidden="true">←</span>
          <input
            aria-label={t.theirColumn}
            placeholder={t.theirColumn}
            className={css['cell']}
            value={column}
            onChange={(event) => replace(i, field, event.target.value)}
          />
          <Button
            kind="quiet"
            aria-label={t.removeColumn(field)}
            onClick={() => onChange(rows.filter((_, at) => at !== i))}
          >
            ×
          </Button>
        </div>
      ))}
      {problem !== undefined && <p className={css['problem']}>{problem}</p>}
      <div>
        <Button onClick={() => onChange([...rows, ['', '']])}>{t.addColumn}</Button>
      </div>
    </section>
  );
}
