/**
 * One of several, as radio buttons. Unlike the browser's, the arrows only move the keyboard and Enter or Space chooses:
 * every choice is a command, and what lies on the way to another one (a display, a mode) must not be passed through on air.
 */
import { useEffect, useRef, useState, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './choices.module.css';

export interface Choice<T> {
  value: T;
  /** Its name, and its face unless it has another. */
  label: string;
  /** Why it cannot be chosen. It can still be reached, or nobody could read why. */
  why?: string | null | undefined;
  face?: ReactNode;
  style?: CSSProperties | undefined;
}

interface ChoicesProps<T> {
  label: string;
  choices: readonly Choice<T>[];
  /** Null while none is chosen. */
  value: T | null;
  onChoose(value: T): void;
  className?: string | undefined;
  choiceClassName?: string | undefined;
  style?: CSSProperties | undefined;
  /** Takes the keyboard when it appears. */
  autoFocus?: boolean;
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

export function Choices<T extends string | number>(props: ChoicesProps<T>) {
  const { label, choices, value, onChoose, autoFocus = false } = props;
  const group = useRef<HTMLDivElement>(null);
  const chosen = choices.findIndex((choice) => choice.value === value);
  const [at, setAt] = useState<number | null>(null);
  const open = choices.findIndex((choice) => choice.why == null);
  const tabStop = Math.max(0, Math.min(choices.length - 1, at ?? (chosen < 0 ? open : chosen)));

  const focus = (index: number) =>
    group.current?.querySelectorAll<HTMLElement>('[role="radio"]')[index]?.focus();
  useEffect(() => {
    if (autoFocus) focus(tabStop);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- when it appears, and never again
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    focus(Math.max(0, Math.min(choices.length - 1, tabStop + step)));
  };
  return (
    <div
      ref={group}
      role="radiogroup"
      aria-label={label}
      className={cx(props.className ?? css['group'])}
      style={props.style}
      onKeyDown={onKeyDown}
      // the keyboard comes back to what is chosen, wherever it left
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setAt(null)}
    >
      {choices.map((choice, i) => (
        <button
          key={choice.value}
          type="button"
          role="radio"
          aria-label={choice.label}
          aria-checked={i === chosen}
          aria-disabled={choice.why != null}
          aria-description={choice.why ?? undefined}
          title={choice.why ?? undefined}
          tabIndex={i === tabStop ? 0 : -1}
          className={props.choiceClassName ?? css['choice']}
          style={choice.style}
          onFocus={() => setAt(i)}
          onClick={() => choice.why == null && i !== chosen && onChoose(choice.value)}
        >
          {choice.face ?? choice.label}
        </button>
      ))}
    </div>
  );
}
