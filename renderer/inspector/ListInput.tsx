/**
 * A list in the data. Rows of one-line cells stand in a table where there is room, each row as a card where there is
 * not; rows are added, doubled, moved and removed, and what they are bound to goes with them.
 */
import { useState, type CSSProperties, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { CueEditContext, problemAt, useCueEdit } from './edit-context.ts';
import { blankOf, isTable, type Field, type ListField } from './form-model.ts';
import { PartyInput } from './PartyInput.tsx';
import { getIn, type Path } from './paths.ts';
import { doubled, movedBy, withoutRow } from './rows.ts';
import { useRowChanges } from './use-row-changes.ts';
import css from './list.module.css';
import fieldCss from './fields.module.css';

/** What the picker fills in need not be typed as well. */
const PARTY_OWN = new Set(['id', 'name', 'short', 'colour', 'ink']);

const isWide = (field: Field): boolean =>
  ['multiline', 'object', 'list', 'multi', 'party', 'json', 'file'].includes(field.kind);

/** Draws one field; handed in, because a field may itself be a list. */
type RenderField = (field: Field, path: Path) => ReactNode;

interface ListInputProps {
  field: ListField;
  path: Path;
  render: RenderField;
}

const cellsOf = (item: Field): Field[] => {
  if (item.kind === 'party') return item.fields.filter((field) => !PARTY_OWN.has(field.key));
  return item.kind === 'object' ? item.fields : [];
};

function RowFields({ item, path, render }: { item: Field; path: Path; render: RenderField }) {
  if (item.kind !== 'object' && item.kind !== 'party')
    return <div className={css['cell']}>{render(item, path)}</div>;
  return (
    <>
      {item.kind === 'party' && (
        <div className={cx(css['cell'], css['wide'])}>
          <PartyInput field={{ ...item, description: '' }} path={path} />
        </div>
      )}
      {cellsOf(item).map((field) => (
        <div key={field.key} className={cx(css['cell'], isWide(field) && css['wide'])}>
          {render({ ...field, description: '' }, [...path, field.key])}
        </div>
      ))}
    </>
  );
}

function Rows({ field, path, render }: ListInputProps) {
  const edit = useCueEdit();
  const value = getIn(edit.cue.data, path);
  const rows = Array.isArray(value) ? value : [];
  const count = rows.length;
  const changes = useRowChanges(path);
  const isFull = field.maxItems !== null && count >= field.maxItems;
  const isLeast = count <= field.minItems;
  const item = { ...field.item };
  const columns = cellsOf(item);
  const onKeyDown = (at: number) => (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    // a list inside of a row has had its turn
    if (!event.altKey || step === 0 || edit.isDisabled || event.defaultPrevented) return;
    event.preventDefault();
    const order = movedBy(count, at, step);
    if (order) changes.change(event.currentTarget, order, at + step);
  };
  const onPress = (order: readonly number[] | null, to: number) => (event: MouseEvent) => {
    const row = event.currentTarget.closest<HTMLElement>('[data-row]');
    if (row && order) changes.change(row, order, to);
  };
  const className = cx(css['rows'], isTable(field) && css['table']);
  const style: CSSProperties & Record<'--columns', number> = {
    '--columns': columns.length + (item.kind === 'party' ? 1 : 0),
  };
  return (
    <div className={className} style={style} role="group" aria-label={field.title}>
      {isTable(field) && count > 0 && (
        <div className={css['head']} aria-hidden="true">
          {item.kind === 'party' && <span>{text.inspector.party}</span>}
          {columns.map(({ key, title }) => (
            <span key={key}>{title}</span>
          ))}
          <span className={css['actions']} />
        </div>
      )}
      {rows.map((_, i) => (
        <div
          key={i}
          role="group"
          data-row=""
          tabIndex={-1}
          aria-label={text.form.rowActions(i + 1)}
          className={css['row']}
          onKeyDown={onKeyDown(i)}
        >
          <CueEditContext value={changes.edit}>
            <RowFields
              item={{ ...item, title: item.title || text.inspector.row(i + 1) }}
              path={[...path, i]}
              render={render}
            />
          </CueEditContext>
          <div className={css['actions']}>
            <Button
              kind="quiet"
              aria-label={text.form.rowUp(i + 1)}
              title={text.form.rowUp(i + 1)}
              disabled={edit.isDisabled || i === 0}
              onClick={onPress(movedBy(count, i, -1), i - 1)}
            >
              ↑
            </Button>
            <Button
              kind="quiet"
              aria-label={text.form.rowDown(i + 1)}
              title={text.form.rowDown(i + 1)}
              disabled={edit.isDisabled || i === count - 1}
              onClick={onPress(movedBy(count, i, 1), i + 1)}
            >
              ↓
            </Button>
            <Button
              kind="quiet"
              aria-label={text.form.duplicateRow(i + 1)}
              title={text.form.duplicateRow(i + 1)}
              disabled={edit.isDisabled || isFull}
              onClick={onPress(doubled(count, i), i)}
            >
              ×2
            </Button>
            <Button
              kind="quiet"
              aria-label={text.form.removeRow(i + 1)}
              title={isLeast ? text.form.atLeastRows(field.minItems) : text.form.removeRow(i + 1)}
              disabled={edit.isDisabled || isLeast}
              onClick={onPress(withoutRow(count, i), Math.min(i, count - 2))}
            >
              ✕
            </Button>
          </div>
        </div>
      ))}
      <div className={css['foot']}>
        <Button
          disabled={edit.isDisabled || isFull}
          onClick={() =>
            changes.afterSaving((now) => {
              const saved = getIn(now.cue.data, path);
              return now.setData(path, [...(Array.isArray(saved) ? saved : []), blankOf(field.item)]);
            })
          }
        >
          {text.inspector.add(field.item.title || field.title)}
        </Button>
        {isFull && <span className={fieldCss['note']}>{text.form.atMostRows(field.maxItems ?? 0)}</span>}
      </div>
    </div>
  );
}

export function ListInput({ field, path, render }: ListInputProps) {
  const edit = useCueEdit();
  const [isOpen, setOpen] = useState(false);
  const value = getIn(edit.cue.data, path);
  const problem = problemAt(edit, path);
  const given = field.default;
  const standsIn = value === undefined && Array.isArray(given) && given.length > 0 ? given : null;
  const count = Array.isArray(value) ? value.length : 0;
  return (
    <fieldset className={fieldCss['fieldset']}>
      <legend className={fieldCss['legend']}>
        <span>
          {field.title}
          {field.required && (
            <span className={fieldCss['required']} aria-hidden="true" title={text.form.required}>
              *
            </span>
          )}
        </span>
        {isTable(field) && count > 0 && (
          <Button kind="quiet" className={css['open']} onClick={() => setOpen(true)}>
            {text.form.asTable}
          </Button>
        )}
      </legend>
      {field.description && <span className={fieldCss['note']}>{field.description}</span>}
      {problem && <span className={fieldCss['message']}>{problem}</span>}
      {standsIn ? (
        <div className={css['foot']}>
          <span className={fieldCss['note']}>{text.form.fromDefault(standsIn.length)}</span>
          <Button disabled={edit.isDisabled} onClick={() => void edit.setData(path, standsIn)}>
            {text.form.editRows}
          </Button>
        </div>
      ) : (
        <Rows field={field} path={path} render={render} />
      )}
      {isOpen && (
        <Dialog title={text.form.tableOf(field.title)} size="large" onClose={() => setOpen(false)}>
          <div className={css['dialog']} data-inspector="">
            <Rows field={field} path={path} render={render} />
          </div>
          <div className={css['dialogFoot']}>
            <span className={fieldCss['note']}>{text.form.rowKeys}</span>
            <Button onClick={() => setOpen(false)}>{text.form.close}</Button>
          </div>
        </Dialog>
      )}
    </fieldset>
  );
}
