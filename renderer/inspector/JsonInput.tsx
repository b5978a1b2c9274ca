/** A value that has no form of its own, as JSON. */
import type { Json } from '../../core/json.ts';
import { text } from '../text.ts';
import { DraftInput, type Saving } from './DraftInput.tsx';
import { readJson, showJson } from './json-text.ts';

interface JsonInputProps {
  label: string;
  value: Json | undefined;
  isDisabled: boolean;
  isRequired?: boolean;
  problem?: string | undefined;
  hint?: string | undefined;
  warn(value: Json): string | undefined;
  /** undefined: nothing at all. */
  onCommit(value: Json | undefined): Saving;
}

export const JsonInput = ({ value, hint, warn, onCommit, ...rest }: JsonInputProps) => (
  <DraftInput
    {...rest}
    multiline
    value={showJson(value)}
    hint={hint ?? text.form.json}
    check={(typed) => {
      const read = readJson(typed);
      return read.ok || typed.trim() === '' ? null : text.form.jsonWrong(read.line, read.why);
    }}
    warn={(typed) => {
      const read = readJson(typed);
      return read.ok ? warn(read.value) : undefined;
    }}
    onCommit={(typed) => {
      const read = readJson(typed);
      if (typed.trim() === '') return onCommit(undefined);
      return read.ok ? onCommit(read.value) : null;
    }}
  />
);
