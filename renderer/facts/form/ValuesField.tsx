/** Values that facts of this kind do not usually have: name, figure and unit each. */
import { useState } from 'react';
import { KINDS } from '../../../core/facts/kinds.ts';
import { text } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { saveAt, useFactEdit } from '../fact-edit.ts';
import { TextField } from './Fields.tsx';
import css from './form.module.css';

/** The words for units that every source uses; a source's own may be typed. */
const UNITS = ['votes', 'percent', 'seats', 'year', 'percentage_points', 'minutes', 'people'];

const keyOf = (name: string): string => name.trim().toLowerCase().replaceAll(/\s+/g, '_');

export function ValuesField() {
  const edit = useFactEdit();
  const [name, setName] = useState('');
  const [unit, setUnit] = useState('votes');
  const [figure, setFigure] = useState('');
  const [refused, setRefused] = useState('');
  const { fact } = edit;
  const own = new Set(KINDS[fact.kind].fields.map(({ path }) => path));
  const others = fact.values.filter((value) => !own.has(`values.${value.name}`));
  const add = async () => {
    const typed = figure.trim();
    const value = /^-?\d+(\.\d+)?$/.test(typed) ? Number(typed) : typed;
    const result = await saveAt(edit, `values.${keyOf(name)}`, value, unit);
    setRefused(result.ok ? '' : result.detail);
    if (!result.ok) return;
    setName('');
    setFigure('');
  };
  return (
    <>
      {others.map((value) => (
        <span key={value.name} className={css['value']}>
          <TextField
            path={`values.${value.name}`}
            title={value.name.replaceAll('_', ' ')}
            input={typeof value.value === 'number' ? 'votes' : 'text'}
            unit={value.unit}
          />
          <Button
            kind="quiet"
            disabled={edit.isDisabled}
            aria-label={text.factForm.removeValue(value.name.replaceAll('_', ' '))}
            onClick={() => void saveAt(edit, `values.${value.name}`, null)}
          >
            ×
          </Button>
        </span>
      ))}
      <form
        className={css['newValue']}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '' && figure.trim() !== '') void add();
        }}
      >
        <input
          type="text"
          aria-label={text.factForm.valueName}
          placeholder={text.factForm.valueName}
          value={name}
          disabled={edit.isDisabled}
          onChange={(event) => setName(event.target.value)}
        />
        <input
          type="text"
          aria-label={text.factForm.value}
          placeholder={text.factForm.value}
          value={figure}
          disabled={edit.isDisabled}
          onChange={(event) => setFigure(event.target.value)}
        />
        <select
          aria-label={text.factForm.unit}
          value={unit}
          disabled={edit.isDisabled}
          onChange={(event) => setUnit(event.target.value)}
        >
          {UNITS.map((one) => (
            <option key={one} value={one}>
              {one.replaceAll('_', ' ')}
            </option>
          ))}
        </select>
        <Button type="submit" disabled={edit.isDisabled || name.trim() === '' || figure.trim() === ''}>
          {text.factForm.addValue}
        </Button>
      </form>
      {refused && <p className={css['problem']}>{refused}</p>}
    </>
  );
}
