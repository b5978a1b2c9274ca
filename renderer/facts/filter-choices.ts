/** The choices of each group of filters, as the menus offer them. Pure. */
import {
  FACT_MARKS,
  FILTER_GROUPS,
  type Counts,
  type FactFilter,
  type FilterGroup,
} from '../../core/facts/filter.ts';
import { Approval, FactKind, FactStatus } from '../../core/schema/fact.ts';
import type { Show } from '../../core/schema/show.ts';
import { text } from '../text.ts';
import type { FilterChoice } from './FilterMenu.tsx';

const label = (words: Readonly<Record<string, string>>, value: string): string =>
  Object.hasOwn(words, value) ? (words[value] ?? value) : value;

const sentence = (word: string): string => word.charAt(0) + word.slice(1).toLowerCase();

/** What a choice is called. */
export function choiceLabel(group: FilterGroup, value: string, parties: Show['parties']): string {
  switch (group) {
    case 'kind':
      return text.lists.kind(value);
    case 'approval':
      return sentence(label(text.approvals, value));
    case 'status':
      return label(text.statuses, value);
    case 'party':
      return parties.byId[value]?.name ?? value;
    case 'electorate':
      return value;
    case 'source':
      return value.startsWith('feed:') ? text.facts.feedSource(value.slice(5)) : value;
    case 'mark':
      return label(text.facts.marks, value);
    default:
      group satisfies never;
      return value;
  }
}

/** In an order that means something, where there is one; else by name. */
const ORDERS: { [G in FilterGroup]?: readonly string[] } = {
  kind: FactKind.options,
  approval: Approval.options,
  status: FactStatus.options,
  mark: FACT_MARKS,
};

/** Those that would show something, and those that are chosen all the same. */
export function choicesOf(
  group: FilterGroup,
  counts: Counts | null,
  filter: FactFilter,
  parties: Show['parties'],
): FilterChoice[] {
  const chosen = filter.choices[group] ?? [];
  const values = new Set([...(counts?.[group].keys() ?? []), ...chosen]);
  const choices = [...values].map((value) => ({
    value,
    label: choiceLabel(group, value, parties),
    count: counts?.[group].get(value) ?? 0,
    isChosen: chosen.includes(value),
  }));
  const order = ORDERS[group] ?? (group === 'party' ? parties.order : null);
  return choices.sort((a, b) =>
    order ? order.indexOf(a.value) - order.indexOf(b.value) : a.label.localeCompare(b.label, 'en-NZ'),
  );
}

export const activeChoices = (filter: FactFilter): { group: FilterGroup; value: string }[] =>
  FILTER_GROUPS.flatMap((group) => (filter.choices[group] ?? []).map((value) => ({ group, value })));
