/** Which facts are chosen together, after a click, a key or a check box. Pure. */
import type { FactId } from '../../core/ids.ts';
import type { SelectHow } from '../ui/VirtualList.tsx';

export interface Selection {
  /** The one that is shown in full, and where Shift begins. */
  readonly fact: FactId | null;
  readonly chosen: ReadonlySet<FactId>;
  /** Where a choice with Shift began. */
  readonly anchor: FactId | null;
}

/** The ids from one row to another, whichever is above. Nothing where one of them is not among the rows. */
function between(rows: readonly FactId[], a: FactId, b: FactId): FactId[] {
  const [from, to] = [rows.indexOf(a), rows.indexOf(b)].sort((x, y) => x - y);
  return from === undefined || to === undefined || from < 0 ? [] : rows.slice(from, to + 1);
}

/** @param rows ids of all rows, in the order they are shown */
export function select(
  rows: readonly FactId[],
  { fact, chosen, anchor }: Selection,
  id: FactId,
  how: SelectHow,
): Selection {
  switch (how) {
    case 'only':
      return { fact: id, chosen: new Set([id]), anchor: id };
    case 'to': {
      const begin = anchor ?? fact ?? id;
      const range = between(rows, begin, id);
      return { fact: id, chosen: new Set(range.length > 0 ? range : [id]), anchor: begin };
    }
    case 'also': {
      // the one that was merely selected belongs to the choice as soon as there is a second
      const next = new Set(chosen.size === 0 && fact !== null && fact !== id ? [fact] : chosen);
      if (!next.delete(id)) next.add(id);
      return { fact: id, chosen: next, anchor: id };
    }
    default:
      how satisfies never;
      return { fact, chosen, anchor };
  }
}

/** What commands are about: those chosen, else the selected one. */
export const selectedFacts = ({ fact, chosen }: Pick<Selection, 'fact' | 'chosen'>): FactId[] =>
  chosen.size > 0 ? [...chosen] : fact ? [fact] : [];
