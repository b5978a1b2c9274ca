/** One field of a graphic's data, whatever its kind; objects and lists hold more of them. */
import { getIn, dotted, type Path } from './paths.ts';
import type { Field } from './form-model.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { BoundField } from './BoundField.tsx';
import { ChoiceInput, CheckInput, MultiInput } from './ChoiceInputs.tsx';
import { ColorInput } from './ColorInput.tsx';
import { DraftInput } from './DraftInput.tsx';
import { isBindable, problemAt, problemWith, useCueEdit } from './edit-context.ts';
import { readNumber, readText, showNumber, unitOf } from './field-text.ts';
import { ListInput } from './ListInput.tsx';
import { PartyInput } from './PartyInput.tsx';
import css from './fields.module.css';

export interface DataFieldProps {
  field: Field;
  path: Path;
}

export function DataField({ field, path }: DataFieldProps) {
  const edit = useCueEdit();
  const binding = isBindable(path) ? edit.cue.bindings[dotted(path)] : undefined;
  if (binding && 'fact' in binding) return <BoundField field={field} path={path} binding={binding} />;
  const canBind = isBindable(path) && !edit.isDisabled && field.kind !== 'object' && field.kind !== 'unknown';
  return (
    <div className={css['literal']}>
      <LiteralField field={field} path={path} />
      {canBind && (
        <Button
          kind="quiet"
          className={css['bindButton']}
          aria-label={`${text.inspector.bind}: ${field.title}`}
          title={text.inspector.bind}
          onClick={() => edit.bind(path, field)}
        >
          {text.bind.confirm}
        </Button>
      )}
    </div>
  );
}

function LiteralField({ field, path }: DataFieldProps) {
  const edit = useCueEdit();
  const value = getIn(edit.cue.data, path);
  const problem = problemAt(edit, path);
  const common = {
    label: field.title,
    problem,
    isDisabled: edit.isDisabled,
    hint: field.description || undefined,
  };
  switch (field.kind) {
    case 'text':
    case 'multiline':
      return (
        <DraftInput
          {...common}
          multiline={field.kind === 'multiline'}
          maxLength={field.maxLength}
          warn={(typed) => problemWith(edit, path, typed)}
          value={typeof value === 'string' ? value : ''}
          placeholder={typeof field.default === 'string' ? field.default : ''}
          onCommit={(typed) => {
            const read = readText(field, typed);
            return read.ok ? edit.setData(path, read.value) : null;
          }}
        />
      );
    case 'color':
      return (
        <ColorInput
          {...common}
          value={typeof value === 'string' ? value : ''}
          onCommit={(typed) => edit.setData(path, typed || undefined)}
        />
      );
    case 'number':
    case 'integer':
    case 'percentage':
    case 'duration':
      return (
        <DraftInput
          {...common}
          value={showNumber(field.kind, value)}
          placeholder={showNumber(field.kind, field.default)}
          unit={unitOf(field.kind)}
          inputMode={field.kind === 'integer' ? 'numeric' : 'decimal'}
          check={(typed) => {
            const read = readNumber(field, typed);
            return read.ok ? null : read.why;
          }}
          onCommit={(typed) => {
            const read = readNumber(field, typed);
            return read.ok ? edit.setData(path, read.value) : null;
          }}
        />
      );
    case 'boolean':
      return (
        <CheckInput
          {...common}
          value={value === undefined ? field.default === true : value === true}
          onChange={(next) => void edit.setData(path, next)}
        />
      );
    case 'select':
      return (
        <ChoiceInput
          {...common}
          options={field.options}
          canBeEmpty={!field.required && field.default === undefined}
          value={value ?? field.default}
          onChange={(next) => void edit.setData(path, next)}
        />
      );
    case 'multi':
      return (
        <MultiInput
          {...common}
          options={field.options}
          value={Array.isArray(value) ? value : []}
          onChange={(next) => void edit.setData(path, next)}
        />
      );
    case 'party':
      return <PartyInput field={field} path={path} />;
    case 'list':
      return (
        <ListInput field={field} path={path} render={(one, at) => <DataField field={one} path={at} />} />
      );
    case 'object':
      return (
        <fieldset className={css['fieldset']}>
          <legend className={css['legend']}>{field.title}</legend>
          {problem && <span className={css['message']}>{problem}</span>}
          {field.fields.map((inner) => (
            <DataField key={inner.key} field={inner} path={[...path, inner.key]} />
          ))}
        </fieldset>
      );
    case 'unknown':
      return <p className={css['note']}>{`${field.title}: ${text.inspector.raw}`}</p>;
    default:
      field satisfies never;
      return null;
  }
}
