/** The facts of the show, found by any words of them, with or without macrons. */
import { useCallback } from 'react';
import type { Fact } from '../../core/schema/fact.ts';
import { useDesk, useUi } from '../client/desk.ts';
import { text } from '../text.ts';
import { VirtualList } from '../ui/VirtualList.tsx';
import { EmptyFacts } from './EmptyFacts.tsx';
import { leadTo } from './fact-actions.ts';
import { FactRow } from './FactRow.tsx';
import { useFoundFacts } from './use-found.ts';
import css from './facts.module.css';

const HEIGHT = 50;
const idOf = (fact: Fact): string => fact.id;
const heightOf = (): number => HEIGHT;
const renderFact = (fact: Fact) => <FactRow fact={fact} />;

export function Facts() {
  const desk = useDesk();
  const search = useUi((ui) => ui.search);
  const selected = useUi((ui) => ui.fact);
  const { all, found, finish } = useFoundFacts(search);
  const select = useCallback((fact: Fact) => leadTo(desk, [fact.id]), [desk]);
  return (
    <div className={css['facts']}>
      <div className={css['search']}>
        <input
          type="search"
          data-fact-search=""
          aria-label={text.lists.search}
          placeholder={text.lists.searchHint}
          className={css['searchInput']}
          value={search}
          spellCheck={false}
          onChange={(event) => desk.ui.set({ search: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
            event.preventDefault();
            const facts = finish();
            // in an empty list the keys would mean a fact that is not in it
            if (!facts[0]) return;
            if (!facts.some((fact) => fact.id === selected)) select(facts[0]);
            event.currentTarget
              .closest('[role="tabpanel"]')
              ?.querySelector<HTMLElement>('[role="grid"]')
              ?.focus();
          }}
        />
        <span className={css['count']} role="status">
          {found.length === all.length
            ? text.lists.factCount(all.length)
            : text.lists.foundOf(found.length, all.length)}
        </span>
      </div>
      <VirtualList
        label={text.lists.facts}
        rows={found}
        idOf={idOf}
        heightOf={heightOf}
        selected={selected}
        onSelect={select}
        empty={all.length === 0 ? <EmptyFacts /> : text.lists.nothingFound}
        className={css['list']}
        render={renderFact}
      />
    </div>
  );
}
