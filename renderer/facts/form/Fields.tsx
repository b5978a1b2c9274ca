/** One field of the fact form, of each sort. Enter or leaving saves, Esc drops; what cannot be right is not sent. */
import type { ComponentProps } from 'react';
import { factValue } from '../../../core/bindings.ts';
import { unitOf, type KindField } from '../../../core/facts/kinds.ts';
import { useDesk, useStation, stationNow } from '../../client/desk.ts';
import { CheckInput, ChoiceInput } from '../../inspector/ChoiceInputs.tsx';
import { DraftInput } from '../../inspector/DraftInput.tsx';
import type { Result } from '../../client/pending.ts';
import { text } from '../../text.ts';
import { changeAt, typedText, typedValue } from '../fact-changes.ts';
import { noticeAt, saveAt, useFactEdit, useSaveNow } from '../fact-edit.ts';
import { isoTime, typedTime } from '../zoned-time.ts';

interface FieldProps {
  path: string;
  title: string;
  hint?: string | undefined;
  className?: string | undefined;
}

/** What the unit is called behind the field. */
const UNITS: Readonly<Record<string, string>> = { percent: '%', votes: 'votes', seats: 'seats', year: '' };

/** Does not write over what somebody else has put there since one began to type, unless it is saved a second time. */
function FactInput({
  commit,
  ...props
}: Omit<ComponentProps<typeof DraftInput>, 'onCommit'> & { commit(typed: string): Promise<Result> }) {
  const detail = text.factForm.changedMeanwhile(props.value);
  return (
    <DraftInput
      {...props}
      onCommit={(typed, began) =>
        began === props.value ? commit(typed) : Promise.resolve({ ok: false, code: 'fact_changed', detail })
      }
    />
  );
}

export function TextField({
  path,
  title,
  hint,
  className,
  input = 'text',
  long = false,
  unit: given,
}: FieldProps & { input?: KindField['input']; long?: boolean; unit?: string }) {
  const edit = useFactEdit();
  const unit = given ?? unitOf(input) ?? '';
  const change = (typed: string) => changeAt(edit.fact, path, typedValue(typed, input), unit);
  return (
    <FactInput
      label={title}
      value={typedText(factValue(edit.fact, path))}
      unit={UNITS[unit] ?? ''}
      inputMode={unit === '' ? undefined : 'decimal'}
      multiline={long}
      isDisabled={edit.isDisabled}
      problem={noticeAt(edit, path)}
      hint={hint}
      className={className}
      check={(typed) => {
        const checked = change(typed);
        return checked.ok ? null : checked.detail;
      }}
      commit={(typed) => saveAt(edit, path, typedValue(typed, input), unit)}
    />
  );
}

/** A text that may not be empty, but ''. */
export function PlainField({ path, title, hint, className, long = false }: FieldProps & { long?: boolean }) {
  const edit = useFactEdit();
  return (
    <FactInput
      label={title}
      value={typedText(factValue(edit.fact, path))}
      multiline={long}
      isDisabled={edit.isDisabled}
      problem={noticeAt(edit, path)}
      hint={hint}
      className={className}
      check={(typed) => {
        const checked = changeAt(edit.fact, path, typed);
        return checked.ok ? null : checked.detail;
      }}
      commit={(typed) => saveAt(edit, path, typed)}
    />
  );
}

export function WordsField({ title, className }: Omit<FieldProps, 'path'>) {
  const edit = useFactEdit();
  const wordsOf = (typed: string) =>
    typed
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean);
  return (
    <FactInput
      label={title}
      value={edit.fact.hedges.join(', ')}
      isDisabled={edit.isDisabled}
      problem={noticeAt(edit, 'hedges')}
      hint={text.factForm.hedgesHint}
      className={className}
      commit={(typed) => saveAt(edit, 'hedges', wordsOf(typed))}
    />
  );
}

/** Day and time in the show's zone; empty takes it away. */
export function TimeField({ path, title, className }: FieldProps) {
  const edit = useFactEdit();
  const { client } = useDesk();
  const zone = useStation(({ state }) => state?.show.timeZone ?? 'UTC');
  const kept = factValue(edit.fact, path);
  const read = (typed: string) =>
    typed.trim() === '' ? null : isoTime(typed, zone, stationNow(client.store.get()));
  return (
    <FactInput
      label={title}
      value={typeof kept === 'string' ? typedTime(kept, zone) : ''}
      isDisabled={edit.isDisabled}
      problem={noticeAt(edit, path)}
      placeholder={text.factForm.timeHint(zone)}
      className={className}
      check={(typed) => (typed.trim() !== '' && read(typed) === null ? text.factForm.notATime : null)}
      commit={(typed) => saveAt(edit, path, read(typed))}
    />
  );
}

export function OptionField({
  path,
  title,
  words,
}: FieldProps & { words: Readonly<Record<string, string>> }) {
  const edit = useFactEdit();
  const save = useSaveNow();
  const options = Object.entries(words).map(([value, label]) => ({ value, label }));
  return (
    <ChoiceInput
      label={title}
      value={factValue(edit.fact, path)}
      options={options}
      canBeEmpty={false}
      isDisabled={edit.isDisabled}
      problem={noticeAt(edit, path)}
      onChange={(value) => save(edit, path, value ?? null)}
    />
  );
}

export function PartyField({ path, title }: FieldProps) {
  const edit = useFactEdit();
  const save = useSaveNow();
  const parties = useStation(({ state }) => state?.show.parties ?? null);
  const value = factValue(edit.fact, path);
  const known = (parties?.order ?? []).map((id) => ({ value: id, label: parties?.byId[id]?.name ?? id }));
  // a party that the show does not have stays what the fact says, and can be seen to
  const isForeign = typeof value === 'string' && !known.some((one) => one.value === value);
  const options = isForeign ? [...known, { value, label: value }] : known;
  return (
    <ChoiceInput
      label={title}
      value={value ?? undefined}
      options={options}
      canBeEmpty
      emptyLabel={text.inspector.noParty}
      isDisabled={edit.isDisabled}
      problem={noticeAt(edit, path)}
      onChange={(next) => save(edit, path, next ?? null)}
    />
  );
}

export function FlagField({ path, title }: FieldProps) {
  const edit = useFactEdit();
  const save = useSaveNow();
  return (
    <CheckInput
      label={title}
      value={factValue(edit.fact, path) === true}
      isDisabled={edit.isDisabled}
      problem={noticeAt(edit, path)}
      onChange={(value) => save(edit, path, value)}
    />
  );
}
