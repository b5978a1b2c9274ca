/** A list in the data: rows that can be added and removed, each with its own fields. */
import type { ReactNode } from 'react';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { problemAt, useCueEdit } from './edit-context.ts';
import { blankOf, type Field, type ListField } from './form-model.ts';
import { PartyInput } from './PartyInput.tsx';
import { getIn, type Path } from './paths.ts';
import css from './fields.module.css';

/** What the picker fills in need not be typed as well. */
const PARTY_OWN = new Set(['id', 'name', 'short', 'colour', 'ink']);

const isWide = (field: Field): boolean =>
  ['multiline', 'object', 'list', 'multi', 'party'].includes(field.kind);

/** Draws one field; handed in, because a field may itself be a list. */
type RenderField = (field: Field, path: Path) => ReactNode;

function RowFields({ item, path, render }: { item: Field; path: Path; render: RenderField }) {
  if (item.kind !== 'object' && item.kind !== 'party') return render(item, path);
  const rest = item.kind === 'party' ? item.fields.filter((field) => !PARTY_OWN.has(field.key)) : item.fields;
  return (
    <div className={css['cells']}>
      {item.kind === 'party' && (
        <div className={css['wide']}>
          <PartyInput field={{ ...item, description: '' }} path={path} />
        </div>
      )}
      {rest.map((field) => (
        <div key={field.key} className={cx(isWide(field) && css['wide'])}>
          {render({ ...field, description: '' }, [...path, field.key])}
        </div>
      ))}
    </div>
  );
}

interface ListInputProps {
  field: ListField;
  path: Path;
  render: RenderField;
}

export function ListInput({ field, path, render }: ListInputProps) {
  const edit = useCueEdit();
  const value = getIn(edit.cue.data, path);
  const rows = Array.isArray(value) ? value : [];
  const problem = problemAt(edit, path);
  const isFull = field.maxItems !== null && rows.length >= field.maxItems;
  const what = field.item.title || field.title;
  return (
    <fieldset className={css['fieldset']}>
      <legend className={css['legend']}>{field.title}</legend>
      {rows.map((_, i) => (
        <div key={i} className={css['row']}>
          <RowFields
            item={{ ...field.item, title: field.item.title || text.inspector.row(i + 1) }}
            path={[...path, i]}
            render={render}
          />
          <Button
            aria-label={text.inspector.remove(`${what} ${i + 1}`)}
            title={text.inspector.remove(`${what} ${i + 1}`)}
            disabled={edit.isDisabled || rows.length <= field.minItems}
            onClick={() => void edit.setData([...path, i], undefined)}
          >
            ✕
          </Button>
        </div>
      ))}
      {problem && <span className={css['message']}>{problem}</span>}
      <div>
        <Button
          disabled={edit.isDisabled || isFull}
          onClick={() => void edit.setData(path, [...rows, blankOf(field.item)])}
        >
          {text.inspector.add(what)}
        </Button>
      </div>
    </fieldset>
  );
}
