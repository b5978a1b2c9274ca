/** When a cue is meant to go up and for how long, and what it does by itself: advance, skip, hold. */
import type { CommandInput } from '../../core/commands/registry.ts';
import { CueColour, CueContent, type Cue } from '../../core/schema/cue.ts';
import { useDesk } from '../client/desk.ts';
import { text } from '../text.ts';
import { CheckInput, ChoiceInput } from './ChoiceInputs.tsx';
import { DraftInput } from './DraftInput.tsx';
import { readNumber } from './field-text.ts';
import css from './inspector.module.css';

type Changes = Extract<CommandInput, { type: 'cue.edit' }>['changes'];

const t = text.cueSettings;

const LENGTH = {
  kind: 'duration',
  required: false,
  min: 1000,
  max: 3_600_000,
  key: '',
  title: '',
  description: '',
  default: undefined,
} as const;

const COLOURS = CueColour.options.map((value) => ({ value, label: text.colours[value] }));

const whyNot = (typed: string): string | null => {
  const read = readNumber(LENGTH, typed);
  return read.ok ? null : read.why;
};

/** Milliseconds; null for an empty field. */
const lengthOf = (typed: string): number | null => {
  const read = readNumber(LENGTH, typed);
  return read.ok && typeof read.value === 'number' ? Math.round(read.value) : null;
};

const shown = (ms: number | null): string => (ms === null ? '' : String(ms / 1000));

/** `9:5` and `21.05` are meant as times too. */
export function readTime(typed: string): string | null {
  const match = /^(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2}))?$/.exec(typed.trim());
  if (!match) return null;
  const parts = match.slice(1).flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')]));
  return CueContent.shape.planned.unwrap().safeParse(parts.join(':')).data ?? null;
}

export function CuePlan({ cue, isDisabled }: { cue: Cue; isDisabled: boolean }) {
  const desk = useDesk();
  const save = (changes: Changes) => desk.send({ type: 'cue.edit', cueId: cue.id, changes });
  const length = (label: string, value: number | null, key: 'plannedMs' | 'advanceMs', hint?: string) => (
    <DraftInput
      label={label}
      value={shown(value)}
      isDisabled={isDisabled}
      inputMode="decimal"
      unit={text.inspector.seconds}
      hint={hint}
      check={whyNot}
      onCommit={(typed) => save({ [key]: lengthOf(typed) })}
    />
  );
  return (
    <>
      <DraftInput
        label={t.planned}
        value={cue.planned ?? ''}
        isDisabled={isDisabled}
        hint={t.plannedHint}
        check={(typed) => (typed.trim() === '' || readTime(typed) !== null ? null : t.plannedWrong)}
        onCommit={(typed) => save({ planned: readTime(typed) })}
      />
      {length(t.plannedMs, cue.plannedMs, 'plannedMs')}
      {length(t.advance, cue.advanceMs, 'advanceMs', t.advanceHint)}
      <ChoiceInput
        label={t.colour}
        options={COLOURS}
        canBeEmpty={false}
        value={cue.colour}
        isDisabled={isDisabled}
        onChange={(colour) => void save({ colour: CueColour.parse(colour) })}
      />
      <div className={css['wide']}>
        <CheckInput
          label={t.skip}
          hint={t.skipHint}
          value={cue.skip}
          isDisabled={isDisabled}
          onChange={(skip) => void save({ skip })}
        />
      </div>
      <div className={css['wide']}>
        <CheckInput
          label={t.hold}
          hint={t.holdHint}
          value={cue.hold}
          isDisabled={isDisabled}
          onChange={(hold) => void save({ hold })}
        />
      </div>
    </>
  );
}
