/** The search and the filters over the log, and its two files. */
import { LAYERS } from '../../core/layers.ts';
import { useDesk, useStation } from '../client/desk.ts';
import { textOf } from '../client/rest.ts';
import { saveFile } from '../client/save-file.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { NOTHING_TYPED, queryOf, type ReadFilter, type TypedFilter } from './filter-query.ts';
import css from './as-run.module.css';

const t = text.asRun;
const CHANNELS = ['program', 'rehearsal'] as const;

interface AsRunFiltersProps {
  typed: TypedFilter;
  read: ReadFilter;
  found: number;
  all: number;
  /** Everyone who has taken something. */
  people: readonly string[];
  onChange(typed: TypedFilter): void;
}

/** A choice among few, with all of them first. */
function Choice<T extends string>(props: {
  label: string;
  any: string;
  value: T | null;
  options: readonly { value: T; name: string }[];
  onChange(value: T | null): void;
}) {
  const { label, any, value, options, onChange } = props;
  return (
    <select
      aria-label={label}
      className={cx(css['choice'], value !== null && css['filtering'])}
      value={value ?? ''}
      onChange={(event) => onChange(options.find((one) => one.value === event.target.value)?.value ?? null)}
    >
      <option value="">{any}</option>
      {options.map((one) => (
        <option key={one.value} value={one.value}>
          {one.name}
        </option>
      ))}
    </select>
  );
}

export function AsRunFilters({ typed, read, found, all, people, onChange }: AsRunFiltersProps) {
  const desk = useDesk();
  const showId = useStation(({ state }) => state?.show.id ?? 'show');
  const set = (change: Partial<TypedFilter>) => onChange({ ...typed, ...change });
  const exportAs = async (ending: 'csv' | 'json') => {
    const name = `as-run-${showId}.${ending}`;
    const content = await textOf(desk, `/as-run.${ending}${queryOf(read.filter)}`);
    if (content === null) return desk.say('not_exported', t.exportFailed);
    saveFile(name, ending === 'csv' ? 'text/csv;charset=utf-8' : 'application/json', content);
    desk.tell(t.exported(found, name));
  };
  const time = (key: 'from' | 'to') => (
    <label className={css['timeField']}>
      <span>{t[key]}</span>
      <input
        type="text"
        className={cx(css['time'], read.wrong.has(key) && css['wrong'])}
        value={typed[key]}
        placeholder={t.timeHint}
        spellCheck={false}
        aria-invalid={read.wrong.has(key)}
        title={read.wrong.has(key) ? t.noTime : undefined}
        onChange={(event) => set({ [key]: event.target.value })}
      />
    </label>
  );
  const isFiltering = JSON.stringify(typed) !== JSON.stringify(NOTHING_TYPED);
  return (
    <div className={css['filters']} role="group" aria-label={t.filters}>
      <input
        type="search"
        aria-label={t.search}
        placeholder={t.searchHint}
        className={css['search']}
        value={typed.words}
        spellCheck={false}
        onChange={(event) => set({ words: event.target.value })}
      />
      <Choice
        label={t.channel}
        any={t.anyChannel}
        value={typed.channel}
        options={CHANNELS.map((value) => ({ value, name: t.channels[value] }))}
        onChange={(channel) => set({ channel })}
      />
      <Choice
        label={t.layer}
        any={t.anyLayer}
        value={typed.layer}
        options={LAYERS.map((value) => ({ value, name: text.layers[value] }))}
        onChange={(layer) => set({ layer })}
      />
      <Choice
        label={t.by}
        any={t.anyone}
        value={typed.by}
        options={people.map((value) => ({ value, name: value }))}
        onChange={(by) => set({ by })}
      />
      {time('from')}
      {time('to')}
      <Button kind="quiet" aria-disabled={!isFiltering} onClick={() => onChange(NOTHING_TYPED)}>
        {t.clear}
      </Button>
      <span role="status" className={css['found']}>
        {found === all ? t.count(all) : t.foundOf(found, all)}
      </span>
      <Button onClick={() => void exportAs('csv')}>{t.csv}</Button>
      <Button onClick={() => void exportAs('json')}>{t.json}</Button>
    </div>
  );
}
