/** A colour: as text, which is what designers paste, by the system's picker, and its opacity where it has one. */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { text } from '../text.ts';
import { DraftInput, type Saving } from './DraftInput.tsx';
import css from './fields.module.css';

interface ColorInputProps {
  label: string;
  value: string;
  isDisabled: boolean;
  isRequired?: boolean;
  hasAlpha?: boolean;
  /** What is shown while there is no value of its own. */
  fallback?: string;
  problem?: string | undefined;
  hint?: string | undefined;
  /** Why the text cannot be saved; null when it can. */
  check?: ((typed: string) => string | null) | undefined;
  warn?: ((typed: string) => string | undefined) | undefined;
  onCommit(typed: string): Saving;
}

const FULL = 255;
const alphaOf = (value: string): number =>
  /^#[0-9a-f]{8}$/i.test(value) ? Number.parseInt(value.slice(7), 16) : FULL;
const hex = (n: number): string => n.toString(16).padStart(2, '0');

export function ColorInput({ value, fallback = '', hasAlpha = false, onCommit, ...rest }: ColorInputProps) {
  const [picked, setPicked] = useState<string | null>(null);
  const shown = picked ?? (value || fallback);
  const solid = /^#[0-9a-f]{6}/i.test(shown) ? shown.slice(0, 7).toLowerCase() : '#000000';
  const alpha = alphaOf(shown);
  const whole = (colour: string, opacity: number) => (hasAlpha ? `${colour}${hex(opacity)}` : colour);
  // the controls report every movement: only where it ends is an edit
  const finish = () => {
    if (picked !== null && picked !== value) void onCommit(picked);
    setPicked(null);
  };
  // React's change is the browser's input; the browser's own change is the picker being closed, which need not blur
  const picker = useRef<HTMLInputElement>(null);
  const onClosed = useEffectEvent(finish);
  useEffect(() => {
    const { current } = picker;
    const closed = (): void => onClosed();
    current?.addEventListener('change', closed);
    return () => current?.removeEventListener('change', closed);
  }, []);
  return (
    <span className={css['colorBox']}>
      <DraftInput
        {...rest}
        value={value}
        placeholder={fallback}
        onCommit={(typed) => onCommit(typed.trim().toLowerCase())}
      />
      <input
        ref={picker}
        type="color"
        aria-label={text.form.picker(rest.label)}
        className={css['color']}
        disabled={rest.isDisabled}
        value={solid}
        onChange={(event) => setPicked(whole(event.target.value.toLowerCase(), alpha))}
        onBlur={finish}
      />
      {hasAlpha && (
        <input
          type="range"
          min={0}
          max={FULL}
          aria-label={text.form.alpha(rest.label)}
          aria-valuetext={`${Math.round((alpha / FULL) * 100)} %`}
          className={css['alpha']}
          disabled={rest.isDisabled}
          value={alpha}
          onChange={(event) => setPicked(whole(solid, Number(event.target.value)))}
          onPointerUp={finish}
          onBlur={finish}
        />
      )}
    </span>
  );
}
