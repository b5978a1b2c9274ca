/** Which of our fields each column of a table holds: guessed by the headings, or as it was matched the last time. */
import type { ImportRead } from '../../core/feeds/rest.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { fieldOf, match, missingFields, unusedColumns } from './columns.ts';
import { FACT_FIELDS, NEEDED_FIELDS, titleOf } from './fact-fields.ts';
import { Progress } from './Progress.tsx';
import type { Import } from './use-import.ts';
import css from './imports.module.css';

const t = text.imports;

/** Values of a column shown beside it. */
const SAMPLES = 3;

function samplesOf(read: ImportRead, at: number): string {
  const values = read.sample.map((row) => row[at] ?? '').filter((value) => value.trim() !== '');
  return values.slice(0, SAMPLES).join(' · ') || t.noSample;
}

export function ColumnsStep({ work, read }: { work: Import; read: ImportRead }) {
  const { columns, busy, progress } = work;
  const unused = unusedColumns(read.header, columns).length;
  const missing = missingFields(columns, NEEDED_FIELDS);
  const custom = Object.keys(columns).filter((field) => !FACT_FIELDS.includes(field));
  const options = [...FACT_FIELDS, ...custom].map((field) => ({ value: field, label: titleOf(field) }));
  return (
    <>
      <p className={css['hint']}>{t.columnsIntro}</p>
      <div className={css['scroll']}>
        <table className={css['table']}>
          <thead>
            <tr>
              <th scope="col">{t.columnOf}</th>
              <th scope="col">{t.samples}</th>
              <th scope="col">{t.field}</th>
            </tr>
          </thead>
          <tbody>
            {read.header.map((column, i) => {
              const field = fieldOf(columns, column);
              return (
                <tr key={`${i}-${column}`} className={cx(field === '' && css['unused'])}>
                  <th scope="row" title={column}>
                    {column}
                  </th>
                  <td className={css['sample']} title={samplesOf(read, i)}>
                    {samplesOf(read, i)}
                  </td>
                  <td>
                    <SelectField
                      label={t.fieldFor(column)}
                      hidesLabel
                      value={field}
                      empty={t.unused}
                      options={options}
                      onChange={(chosen) => work.setColumns(match(columns, column, chosen))}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div className={css['act']}>
        <span className={missing.length > 0 ? css['missing'] : css['hint']} role="status">
          {missing.length > 0
            ? t.needed(missing.map(titleOf))
            : unused === 0
              ? t.allUsed
              : t.unusedCount(unused)}
        </span>
        {busy === 'comparing' && progress && (
          <Progress
            label={t.comparing(progress.done, progress.total)}
            done={progress.done}
            total={progress.total}
          />
        )}
        <Button
          kind="strong"
          disabled={busy !== null || missing.length > 0}
          onClick={() => void work.compare()}
        >
          {t.preview}
        </Button>
      </div>
    </>
  );
}
