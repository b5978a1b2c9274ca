/** One of many in a drop-down, in a form that is saved as a whole. */
import { useId } from 'react';
import { cx } from './cx.ts';
import css from '../inspector/fields.module.css';

interface SelectFieldProps {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  /** The first choice, whose value is ''. Absent: one of the options has to be chosen. */
  empty?: string | undefined;
  hint?: string | undefined;
  problem?: string | undefined;
  hidesLabel?: boolean;
  className?: string | undefined;
  onChange(value: string): void;
}

export function SelectField(props: SelectFieldProps) {
  const { label, value, options, empty, hint, problem, hidesLabel = false, className, onChange } = props;
  const id = useId();
  const below = problem ?? hint;
  const isKnown = value === '' || options.some((option) => option.value === value);
  return (
    <span className={cx(css['field'], problem !== undefined && css['wrong'], className)}>
      {!hidesLabel && (
        <label className={css['label']} htmlFor={id}>
          {label}
        </label>
      )}
      <select
        id={id}
        aria-label={hidesLabel ? label : undefined}
        className={css['select']}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {!isKnown && <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {below !== undefined && <span className={problem ? css['message'] : css['note']}>{below}</span>}
    </span>
  );
}
