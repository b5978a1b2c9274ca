/** A colour: as text, which is what designers paste, and by the system's picker. */
import { useState } from 'react';
import { DraftInput, type Saving } from './DraftInput.tsx';
import css from './fields.module.css';

interface ColorInputProps {
  label: string;
  value: string;
  isDisabled: boolean;
  problem?: string | undefined;
  hint?: string | undefined;
  check?: ((typed: string) => string | null) | undefined;
  onCommit(typed: string): Saving;
}

export function ColorInput({ value, onCommit, ...rest }: ColorInputProps) {
  const [picked, setPicked] = useState<string | null>(null);
  return (
    <span className={css['box']}>
      <DraftInput {...rest} value={value} onCommit={(typed) => onCommit(typed.trim().toLowerCase())} />
      <input
        type="color"
        aria-label={rest.label}
        className={css['color']}
        disabled={rest.isDisabled}
        value={picked ?? (/^#[0-9a-f]{6}/i.test(value) ? value.slice(0, 7) : '#000000')}
        onChange={(event) => setPicked(event.target.value)}
        // the picker reports every movement: only where it ends is an edit
        onBlur={() => {
          if (picked !== null && picked !== value) void onCommit(picked);
          setPicked(null);
        }}
      />
    </span>
  );
}
