/** One field of a graphic's data, whatever its kind; objects and lists hold more of them. */
import { joinPath } from '../../core/data-path.ts';
import type { Json } from '../../core/json.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { BoundField } from './BoundField.tsx';
import { ChoiceInput, CheckInput, MultiInput } from './ChoiceInputs.tsx';
import { ColorInput } from './ColorInput.tsx';
import { DraftInput } from './DraftInput.tsx';
import { isBindable, problemAt, problemWith, useCueEdit } from './edit-context.ts';
import { readNumber, readText, showNumber, unitOf } from './field-text.ts';
import { FileInput } from './FileInput.tsx';
import type { Field } from './form-model.ts';
import { JsonInput } from './JsonInput.tsx';
import { ListInput } from './ListInput.tsx';
import { PartyInput } from './PartyInput.tsx';
import { getIn, type Path } from './paths.ts';
import css from './fields.module.css';

export interface DataFieldProps {
  field: Field;
  path: Path;
}

/** Kinds whose own control clears them. */
const CLEARS_ITSELF = new Set<Field['kind']>(['boolean', 'party', 'object', 'list']);

export function DataField({ field, path }: DataFieldProps) {
  const edit = useCueEdit();
  const { bind, cue } = edit;
  const binding = isBindable(path, field) ? cue.bindings[joinPath(path)] : undefined;
  const isBound = binding !== undefined && ('fact' in binding || binding.part !== undefined);
  if (isBound) return <BoundField field={field} path={path} binding={binding} />;
  const canBind = bind !== null && !edit.isDisabled && isBindable(path, field);
  const hasOwn = getIn(cue.data, path) !== undefined;
  const canReset =
    hasOwn && field.default !== undefined && !edit.isDisabled && !CLEARS_ITSELF.has(field.kind);
  return (
    <div className={css['literal']}>
      <LiteralField field={field} path={path} />
      {(canBind || canReset) && (
        <span className={css['tools']} data-tools="">
          {canReset && (
            <Button
              kind="quiet"
              aria-label={text.form.resetLong(field.title)}
              title={text.form.resetLong(field.title)}
              onClick={() => void edit.setData(path, undefined)}
            >
              {text.form.reset}
            </Button>
          )}
          {canBind && (
            <Button
              kind="quiet"
              aria-label={`${text.inspector.bind}: ${field.title}`}
              title={text.inspector.bind}
              onClick={() => bind(path, field)}
            >
              {text.bind.confirm}
            </Button>
          )}
        </span>
      )}
    </div>
  );
}

/**
 * What one began to change. It is known by its text: where that is still what the field shows, it is that very value.
 * @param show how the field shows a value
 */
const seenOf = (
  now: Json | undefined,
  show: (value: Json | undefined) => string,
  began: string,
): { value: Json | undefined } => ({ value: show(now) === began ? now : began });

const asText = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

function LiteralField({ field, path }: DataFieldProps) {
  const edit = useCueEdit();
  const value = getIn(edit.cue.data, path);
  const common = {
    label: field.title,
    problem: problemAt(edit, path),
    isDisabled: edit.isDisabled,
    isRequired: field.required,
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
          note={edit.fitAt?.(path)}
          value={asText(value)}
          placeholder={asText(field.default)}
          onDraft={(typed) => edit.onDraft?.(path, typed ?? undefined)}
          onCommit={(typed, began) => {
            const read = readText(field, typed);
            return read.ok ? edit.setData(path, read.value, seenOf(value, asText, began)) : null;
          }}
        />
      );
    case 'color':
    case 'colorAlpha':
      return (
        <ColorInput
          {...common}
          hasAlpha={field.kind === 'colorAlpha'}
          value={asText(value)}
          fallback={asText(field.default)}
          warn={(typed) => problemWith(edit, path, typed)}
          onCommit={(typed) => edit.setData(path, typed || undefined)}
        />
      );
    case 'file':
      return <FileInput field={field} path={path} />;
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
          warn={(typed) => {
            const read = readNumber(field, typed);
            return read.ok ? problemWith(edit, path, read.value) : undefined;
          }}
          onCommit={(typed, began) => {
            const read = readNumber(field, typed);
            const seen = seenOf(value, (one) => showNumber(field.kind, one), began);
            return read.ok ? edit.setData(path, read.value, seen) : null;
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
    case 'multi': {
      const chosen = value ?? field.default;
      return (
        <MultiInput
          {...common}
          options={field.options}
          value={Array.isArray(chosen) ? chosen : []}
          onChange={(next) => void edit.setData(path, next)}
        />
      );
    }
    case 'party':
      return <PartyInput field={field} path={path} />;
    case 'list':
      return (
        <ListInput field={field} path={path} render={(one, at) => <DataField field={one} path={at} />} />
      );
    case 'object':
      return (
        <details className={css['fieldset']} open>
          <summary className={css['summary']}>
            {field.title}
            {field.required && <Required />}
          </summary>
          {common.hint && <span className={css['note']}>{common.hint}</span>}
          {common.problem && <span className={css['message']}>{common.problem}</span>}
          {field.fields.map((inner) => (
            <DataField key={inner.key} field={inner} path={[...path, inner.key]} />
          ))}
        </details>
      );
    case 'json':
      return (
        <JsonInput
          {...common}
          value={value ?? field.default}
          warn={(next) => problemWith(edit, path, next)}
          onCommit={(next) => edit.setData(path, next)}
        />
      );
    default:
      field satisfies never;
      return null;
  }
}

const Required = () => (
  <span className={css['required']} aria-hidden="true" title={text.form.required}>
    *
  </span>
);
