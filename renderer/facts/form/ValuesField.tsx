/** Values that facts of this kind do not usually have: name, figure and unit each. */
import { useRef, useState } from 'react';
import { KINDS } from '../../../core/facts/kinds.ts';
import type { FactValue } from '../../../core/schema/fact.ts';
import { text } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { saveAt, useFactEdit, useSaveNow } from '../fact-edit.ts';
import { TextField } from './Fields.tsx';
import { hasLeft, useKeptDraft } from './kept-drafts.ts';
import css from './form.module.css';

/** The words for units that every source uses; a source's own may be typed. */
const UNITS = ['votes', 'percent', 'seats', 'year', 'percentage_points', 'minutes', 'people'];

const EMPTY = { name: '', unit: 'votes', figure: '' };

const titleOf = ({ name, year }: FactValue): string =>
  `${name.replaceAll('_', ' ')}${year === null ? '' : ` ${year}`}`;

const keyOf = (name: string): string => name.trim().toLowerCase().replaceAll(/\s+/g, '_');

export function ValuesField() {
  const edit = useFactEdit();
  const save = useSaveNow();
  const [{ name, unit, figure }, change, forget] = useKeptDraft(`${edit.fact.id} values`, EMPTY);
  const busy = useRef(false);
  const [refused, setRefused] = useState('');
  const { fact } = edit;
  const own = new Set(KINDS[fact.kind].fields.map(({ path }) => path));
  const others = fact.values.filter((value) => !own.has(`values.${value.name}`));
  const isComplete = name.trim() !== '' && figure.trim() !== '';
  const add = async () => {
    if (!isComplete || edit.isDisabled || busy.current) return;
    if (fact.values.some((value) => value.name === keyOf(name)))
      return setRefused(text.factForm.valueExists(name.trim()));
    const typed = figure.trim();
    const value = /^-?\d+(\.\d+)?$/.test(typed) ? Number(typed) : typed;
    busy.current = true;
    const result = await saveAt(edit, `values.${keyOf(name)}`, value, unit);
    busy.current = false;
    setRefused(result.ok ? '' : result.detail);
    if (result.ok) forget();
  };
  return (
    <>
      {others.map((value) => (
        <span key={`${value.name} ${value.year ?? ''}`} className={css['value']}>
          <TextField
            path={`values.${value.name}`}
            title={titleOf(value)}
            input={typeof value.value === 'number' ? 'votes' : 'text'}
            unit={value.unit}
          />
          <Button
            kind="quiet"
            disabled={edit.isDisabled}
            aria-label={text.factForm.removeValue(value.name.replaceAll('_', ' '))}
            onClick={() => save(edit, `values.${value.name}`, null)}
          >
            ×
          </Button>
        </span>
      ))}
      <form
        className={css['newValue']}
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
        onBlur={(event) => hasLeft(event) && void add()}
      >
        <input
          type="text"
          aria-label={text.factForm.valueName}
          placeholder={text.factForm.valueName}
          value={name}
          disabled={edit.isDisabled}
          onChange={(event) => change({ name: event.target.value })}
        />
        <input
          type="text"
          aria-label={text.factForm.value}
          placeholder={text.factForm.value}
          value={figure}
          disabled={edit.isDisabled}
          onChange={(event) => change({ figure: event.target.value })}
        />
        <select
          aria-label={text.factForm.unit}
          value={unit}
          disabled={edit.isDisabled}
          onChange={(event) => change({ unit: event.target.value })}
        >
          {UNITS.map((one) => (
            <option key={one} value={one}>
              {one.replaceAll('_', ' ')}
            </option>
          ))}
        </select>
        <Button type="submit" savesFields={false} disabled={edit.isDisabled || !isComplete}>
          {text.factForm.addValue}
        </Button>
      </form>
      {refused && <p className={css['problem']}>{refused}</p>}
    </>
  );
}
