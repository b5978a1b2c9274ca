/**
 * A field whose text is the station's until one types, and one's own from then until it is saved. Enter or
 * leaving saves; Esc drops it. It shows the station's answer, never its own hope.
 */
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Result } from '../client/pending.ts';
import { text } from '../text.ts';
import { cx } from '../ui/cx.ts';
import { Conflict } from './Conflict.tsx';
import css from './fields.module.css';

export type Saving = Promise<Result> | null;

/** What the station says where somebody else has changed the same. */
const TORN = new Set(['changed_since', 'fact_changed']);
/** What never left this desk, or may not have arrived. */
const UNSENT = new Set(['not_connected', 'connection_lost', 'no_answer']);

interface DraftInputProps {
  label: string;
  value: string;
  /** Why the text cannot be what it is; null when it can. Checked while typing. */
  check?: ((typed: string) => string | null) | undefined;
  /** What the gate would say of the text. It may be saved all the same: work is not lost, and air is guarded. */
  warn?: ((typed: string) => string | undefined) | undefined;
  /**
   * Sends it; null when there was nothing to send.
   * @param began the station's text when one began to type, or at the last refusal
   */
  onCommit(typed: string, began: string): Saving;
  /** Hears every change while typing, and null when nothing is typed any more. */
  onDraft?: ((typed: string | null) => void) | undefined;
  multiline?: boolean;
  isDisabled?: boolean;
  isRequired?: boolean;
  /** What the gate says of it. */
  problem?: string | undefined;
  /** What is worth knowing of the text, and no fault. */
  note?: string | undefined;
  hint?: string | undefined;
  maxLength?: number | null;
  unit?: string;
  placeholder?: string;
  inputMode?: 'numeric' | 'decimal' | undefined;
  /** The label is drawn elsewhere. */
  hidesLabel?: boolean;
  className?: string | undefined;
}

export function DraftInput(props: DraftInputProps) {
  const {
    label,
    value,
    check,
    onCommit,
    multiline = false,
    isDisabled = false,
    maxLength = null,
    unit = '',
  } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const [began, setBegan] = useState(value);
  const [refused, setRefused] = useState<string | null>(null);
  /** Somebody else changed it while one typed: both texts are offered. */
  const [isTorn, setTorn] = useState(false);
  /** The draft as it is now, for an answer that comes while one types on. */
  const latest = useRef<string | null>(null);
  const id = useId();
  const typed = draft ?? value;
  const wrong = draft === null ? null : (check?.(draft) ?? null);
  const warning = draft === null ? props.problem : props.warn ? props.warn(draft) : props.problem;
  const message = wrong ?? refused ?? warning ?? '';
  const isUnsaved = draft !== null && draft !== value;

  const drop = () => {
    latest.current = null;
    setDraft(null);
    setTorn(false);
    setRefused(null);
    props.onDraft?.(null);
  };
  const commit = async (discard: boolean, seen = began) => {
    if (discard || draft === null || draft === value) {
      if (draft !== null) drop();
      setRefused(null);
      return;
    }
    if (wrong) return;
    const result = await onCommit(draft, seen);
    if (result && !result.ok) {
      // what was not sent was seen by nobody: it is still an edit of what stood there then
      if (!UNSENT.has(result.code)) setBegan(value);
      setTorn(TORN.has(result.code));
      return setRefused(result.detail);
    }
    // what was typed since is an edit of what has just been saved
    if (latest.current !== draft) return setBegan(draft);
    drop();
  };
  const field = {
    id,
    'aria-label': props.hidesLabel ? label : undefined,
    'aria-invalid': message !== '',
    'aria-required': props.isRequired,
    'aria-describedby': message || isUnsaved || props.note ? `${id}-message` : undefined,
    value: typed,
    disabled: isDisabled,
    spellCheck: false,
    autoComplete: 'off',
    placeholder: props.placeholder,
    onChange: (event: { target: { value: string } }) => {
      setRefused(null);
      setTorn(false);
      if (draft === null) setBegan(value);
      latest.current = event.target.value;
      setDraft(event.target.value);
      props.onDraft?.(event.target.value);
    },
    onBlur: (event: { currentTarget: HTMLElement }) => {
      const discard = event.currentTarget.dataset['discard'] !== undefined;
      delete event.currentTarget.dataset['discard'];
      void commit(discard);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || (multiline && !event.ctrlKey) || event.nativeEvent.isComposing) return;
      event.preventDefault();
      void commit(false);
    },
  };
  return (
    <span
      data-unsaved={isUnsaved ? '' : undefined}
      className={cx(
        css['field'],
        message !== '' && css['wrong'],
        isUnsaved && css['unsaved'],
        props.className,
      )}
    >
      {!props.hidesLabel && (
        <label className={css['label']} htmlFor={id}>
          <span>
            {label}
            {props.isRequired && (
              <span className={css['required']} aria-hidden="true" title={text.form.required}>
                *
              </span>
            )}
          </span>
          {maxLength !== null && typed.length > maxLength * 0.7 && (
            <span className={cx(css['count'], typed.length > maxLength && css['over'])}>
              {text.inspector.charactersLeft(typed.length, maxLength)}
            </span>
          )}
        </label>
      )}
      <span className={css['box']}>
        {multiline ? (
          <textarea {...field} rows={3} className={css['input']} />
        ) : (
          <input {...field} type="text" inputMode={props.inputMode} className={css['input']} />
        )}
        {unit && <span className={css['unit']}>{unit}</span>}
      </span>
      {message || isUnsaved || props.note ? (
        <span id={`${id}-message`} className={message ? css['message'] : css['note']}>
          {message && <span>{message}</span>}
          {isTorn && draft !== null && draft !== value && (
            <Conflict theirs={value} onTheirs={drop} onMine={() => void commit(false, value)} />
          )}
          {!message && props.note && <span className={css['fit']}>{props.note}</span>}
          {!message && isUnsaved && (
            <span>{multiline ? text.inspector.unsavedLong : text.inspector.unsaved}</span>
          )}
        </span>
      ) : (
        props.hint && <span className={css['note']}>{props.hint}</span>
      )}
    </span>
  );
}
