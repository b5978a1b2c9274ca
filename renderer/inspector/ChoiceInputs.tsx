/** Fields that are chosen rather than typed; they are saved as soon as they change. */
import { useId } from 'react';
import { sameJson, type Json } from '../../core/json.ts';
import { text } from '../text.ts';
import { cx } from '../ui/cx.ts';
import type { Option } from './form-model.ts';
import css from './fields.module.css';

interface ChoiceProps<T> {
  label: string;
  value: T;
  isDisabled: boolean;
  isRequired?: boolean;
  problem?: string | undefined;
  hint?: string | undefined;
}

const Name = ({ label, isRequired }: Pick<ChoiceProps<unknown>, 'label' | 'isRequired'>) => (
  <span>
    {label}
    {isRequired && (
      <span className={css['required']} aria-hidden="true" title={text.form.required}>
        *
      </span>
    )}
  </span>
);

const Below = ({ problem, hint }: { problem?: string | undefined; hint?: string | undefined }) =>
  problem ? (
    <span className={css['message']}>{problem}</span>
  ) : hint ? (
    <span className={css['note']}>{hint}</span>
  ) : null;

export function ChoiceInput(
  props: ChoiceProps<Json | undefined> & {
    options: readonly Option[];
    canBeEmpty: boolean;
    emptyLabel?: string;
    onChange(value: Json | undefined): void;
  },
) {
  const id = useId();
  const at = props.options.findIndex((option) => sameJson(option.value, props.value));
  return (
    <span className={cx(css['field'], props.problem && css['wrong'])}>
      <label className={css['label']} htmlFor={id}>
        <Name {...props} />
      </label>
      <select
        id={id}
        aria-required={props.isRequired}
        aria-invalid={props.problem !== undefined}
        className={css['select']}
        disabled={props.isDisabled}
        value={String(at)}
        onChange={(event) => props.onChange(props.options[Number(event.target.value)]?.value)}
      >
        {(props.canBeEmpty || at < 0) && (
          <option value="-1">{props.emptyLabel ?? text.inspector.choose}</option>
        )}
        {props.options.map((option, i) => (
          <option key={i} value={String(i)}>
            {option.label}
          </option>
        ))}
      </select>
      <Below problem={props.problem} hint={props.hint} />
    </span>
  );
}

export const CheckInput = (props: ChoiceProps<boolean> & { onChange(value: boolean): void }) => (
  <span className={css['field']}>
    <label className={css['check']}>
      <input
        type="checkbox"
        checked={props.value}
        disabled={props.isDisabled}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      {props.label}
    </label>
    <Below problem={props.problem} hint={props.hint} />
  </span>
);

export function MultiInput(
  props: ChoiceProps<readonly Json[]> & { options: readonly Option[]; onChange(value: Json[]): void },
) {
  const has = (value: Json) => props.value.some((one) => sameJson(one, value));
  return (
    <fieldset className={css['fieldset']}>
      <legend className={css['legend']}>
        <Name {...props} />
      </legend>
      {props.options.map((option) => (
        <label key={option.label} className={css['check']}>
          <input
            type="checkbox"
            checked={has(option.value)}
            disabled={props.isDisabled}
            onChange={(event) =>
              // in the order of the options, whatever the order of the clicks
              props.onChange(
                props.options
                  .map((one) => one.value)
                  .filter((value) => (sameJson(value, option.value) ? event.target.checked : has(value))),
              )
            }
          />
          {option.label}
        </label>
      ))}
      <Below problem={props.problem} hint={props.hint} />
    </fieldset>
  );
}
