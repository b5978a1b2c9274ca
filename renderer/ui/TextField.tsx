/** A line of text of a form that is saved as a whole. (What is saved field by field is inspector/DraftInput.tsx.) */
import { useId, type InputHTMLAttributes } from 'react';
import { cx } from './cx.ts';
import css from '../inspector/fields.module.css';

interface TextFieldProps {
  label: string;
  value: string;
  onChange(value: string): void;
  hint?: string | undefined;
  /** Why it cannot be saved as it is. */
  problem?: string | undefined;
  unit?: string | undefined;
  placeholder?: string | undefined;
  autoFocus?: boolean | undefined;
  inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode'];
  className?: string | undefined;
}

export function TextField(props: TextFieldProps) {
  const { label, value, onChange, hint, problem, unit, placeholder, autoFocus, inputMode, className } = props;
  const id = useId();
  const below = problem ?? hint;
  return (
    <span className={cx(css['field'], problem !== undefined && css['wrong'], className)}>
      <label className={css['label']} htmlFor={id}>
        {label}
      </label>
      <span className={css['box']}>
        <input
          id={id}
          type="text"
          className={css['input']}
          value={value}
          autoFocus={autoFocus}
          placeholder={placeholder}
          inputMode={inputMode}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={problem !== undefined}
          aria-describedby={below === undefined ? undefined : `${id}-below`}
          onChange={(event) => onChange(event.target.value)}
        />
        {unit && <span className={css['unit']}>{unit}</span>}
      </span>
      {below !== undefined && (
        <span id={`${id}-below`} className={problem === undefined ? css['note'] : css['message']}>
          {below}
        </span>
      )}
    </span>
  );
}
