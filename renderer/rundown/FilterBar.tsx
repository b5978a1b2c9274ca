/** Finds cues by words, colour, layer, segment and state. Always there, so that nothing moves when it is used. */
import { useMemo } from 'react';
import { LAYERS, LayerId } from '../../core/layers.ts';
import { CueColour } from '../../core/schema/cue.ts';
import { useDesk, useStation, useUi } from '../client/desk.ts';
import { focusHome } from '../keys/focus.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { isFiltering, NO_FILTER, segmentsOf, STANDINGS, type CueFilter } from './filter.ts';
import css from './bar.module.css';

interface ChoiceProps {
  name: 'colour' | 'layer' | 'segment' | 'standing';
  value: string;
  options: readonly { value: string; label: string }[];
  onChange(value: string): void;
}

const Choice = ({ name, value, options, onChange }: ChoiceProps) => (
  <select
    aria-label={text.cueFilter[name]}
    className={cx(css['choice'], value !== '' && css['set'])}
    value={value}
    onChange={(event) => onChange(event.target.value)}
  >
    <option value="">{text.cueFilter.any[name]}</option>
    {options.map((option) => (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ))}
  </select>
);

const layers = LAYERS.map((value) => ({ value, label: text.layers[value] }));
const standings = STANDINGS.map((value) => ({ value, label: text.cueFilter.standings[value] }));
const tags = CueColour.options
  .filter((value) => value !== 'none')
  .map((value) => ({ value, label: text.colours[value] }));

export function FilterBar({ shown, all }: { shown: number; all: number }) {
  const desk = useDesk();
  const filter = useUi((ui) => ui.cueFilter);
  const show = useStation(({ state }) => state?.show ?? null);
  const segments = useMemo(
    () => (show ? segmentsOf(show) : []).map((value) => ({ value, label: value })),
    [show],
  );
  const set = (changes: Partial<CueFilter>) => desk.ui.set({ cueFilter: { ...filter, ...changes } });
  const t = text.cueFilter;
  return (
    <div role="search" aria-label={t.region} className={css['filter']}>
      <input
        type="search"
        className={css['words']}
        aria-label={t.words}
        placeholder={t.words}
        title={t.wordsHint}
        value={filter.words}
        onChange={(event) => set({ words: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          focusHome();
        }}
      />
      <Choice
        name="colour"
        value={filter.colour}
        options={tags}
        onChange={(value) => set({ colour: CueColour.safeParse(value).data ?? '' })}
      />
      <Choice
        name="layer"
        value={filter.layer}
        options={layers}
        onChange={(value) => set({ layer: LayerId.safeParse(value).data ?? '' })}
      />
      <Choice
        name="segment"
        value={filter.segment}
        options={segments}
        onChange={(segment) => set({ segment })}
      />
      <Choice
        name="standing"
        value={filter.standing}
        options={standings}
        onChange={(value) => set({ standing: STANDINGS.find((one) => one === value) ?? '' })}
      />
      <Button
        kind="quiet"
        className={css['clear']}
        disabled={!isFiltering(filter)}
        onClick={() => desk.ui.set({ cueFilter: NO_FILTER })}
      >
        {t.clear}
      </Button>
      <span role="status" className={css['count']}>
        {t.count(shown, all)}
      </span>
    </div>
  );
}
