/** The search and the filters over the table, and what of them is in force, each to be taken out again. */
import { EVERYTHING, FILTER_GROUPS, toggled, type Counts, type FactFilter } from '../../core/facts/filter.ts';
import { useDesk, useStation } from '../client/desk.ts';
import { capOf } from '../keys/keys.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Shape } from '../ui/Shape.tsx';
import { activeChoices, choiceLabel, choicesOf } from './filter-choices.ts';
import { FilterMenu } from './FilterMenu.tsx';
import css from './filters.module.css';

interface FiltersProps {
  filter: FactFilter;
  counts: Counts | null;
  found: number;
  all: number;
  chosen: number;
  /** From the search down into the table. */
  onDown(): void;
}

export function Filters({ filter, counts, found, all, chosen, onDown }: FiltersProps) {
  const desk = useDesk();
  const parties = useStation(({ state }) => state?.show.parties ?? null);
  if (!parties) return null;
  const set = ({ choices }: FactFilter) => desk.ui.set({ factChoices: choices });
  const active = activeChoices(filter);
  return (
    <div className={css['filters']}>
      <div className={css['row']}>
        <span className={css['searchBox']}>
          <input
            type="search"
            data-fact-search=""
            aria-label={text.facts.search}
            aria-keyshortcuts="/"
            placeholder={text.facts.searchHint}
            className={css['search']}
            value={filter.words}
            spellCheck={false}
            onChange={(event) => desk.ui.set({ search: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
              event.preventDefault();
              onDown();
            }}
          />
          <kbd aria-hidden="true" className={css['cap']}>
            {capOf('search')}
          </kbd>
        </span>
        <div role="group" aria-label={text.facts.filters} className={css['menus']}>
          {FILTER_GROUPS.map((group) => (
            <FilterMenu
              key={group}
              group={group}
              chosen={(filter.choices[group] ?? []).length}
              choices={() => choicesOf(group, counts, filter, parties)}
              onToggle={(value) => set(toggled(filter, group, value))}
            />
          ))}
        </div>
      </div>
      <div className={css['row']}>
        <span role="status" className={css['found']}>
          {found === all ? text.facts.count(all) : text.facts.foundOf(found, all)}
          {chosen > 1 && <b> · {text.facts.chosen(chosen)}</b>}
        </span>
        {chosen > 1 && (
          <Button
            kind="quiet"
            onClick={() => {
              const { fact } = desk.ui.get();
              desk.ui.set({ chosen: new Set(fact ? [fact] : []), anchor: fact });
            }}
          >
            {text.facts.chooseNone}
          </Button>
        )}
        <ul aria-label={text.facts.active} className={css['active']}>
          {active.map(({ group, value }) => {
            const name = choiceLabel(group, value, parties);
            return (
              <li key={`${group} ${value}`}>
                <Button
                  className={css['chip']}
                  aria-label={text.facts.remove(name)}
                  onClick={() => set(toggled(filter, group, value))}
                >
                  <span className={css['group']}>{text.facts.groups[group]}</span> {name}
                  <Shape name="cross" size={8} />
                </Button>
              </li>
            );
          })}
        </ul>
        {(active.length > 0 || filter.words !== '') && (
          <Button kind="quiet" onClick={() => desk.ui.set({ factChoices: EVERYTHING.choices, search: '' })}>
            {text.facts.clear}
          </Button>
        )}
      </div>
    </div>
  );
}
