/** Which rows of a list are chosen together, after a click, a key or a check box: facts, and cues of the rundown. Pure. */
import type { FactId } from '../../core/ids.ts';
import type { SelectHow } from '../ui/VirtualList.tsx';

export interface Selection<I extends string = FactId> {
  /** The one that is shown in full, and where Shift begins. */
  readonly fact: I | null;
  readonly chosen: ReadonlySet<I>;
  /** Where a choice with Shift began. */
  readonly anchor: I | null;
}

/** The ids from one row to another, whichever is above. Nothing where one of them is not among the rows. */
function between<I extends string>(rows: readonly I[], a: I, b: I): I[] {
  const [from, to] = [rows.indexOf(a), rows.indexOf(b)].sort((x, y) => x - y);
  return from === undefined || to === undefined || from < 0 ? [] : rows.slice(from, to + 1);
}

/** The row of the choice that is nearest to that one. */
function nearest<I extends string>(rows: readonly I[], id: I, chosen: ReadonlySet<I>): I | undefined {
  const at = rows.indexOf(id);
  return (
    rows.slice(at + 1).find((one) => chosen.has(one)) ?? rows.slice(0, at).findLast((one) => chosen.has(one))
  );
}

/** @param rows ids of all rows, in the order they are shown */
export function select<I extends string>(
  rows: readonly I[],
  { fact, chosen, anchor }: Selection<I>,
  id: I,
  how: SelectHow,
): Selection<I> {
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
      // commands are about the one that is shown, so that is one of the choice as long as there is a choice
      const shown = next.has(id) ? id : (nearest(rows, id, next) ?? id);
      return { fact: shown, chosen: next, anchor: id };
    }
    default:
      how satisfies never;
      return { fact, chosen, anchor };
  }
}

/** What commands are about: those chosen, if the one that is shown is among them; else that one alone. */
export const selectedFacts = ({ fact, chosen }: Pick<Selection, 'fact' | 'chosen'>): FactId[] =>
  fact === null ? [] : chosen.has(fact) ? [...chosen] : [fact];

/** All rows; the one that is shown stays if it is among them. */
export const selectAll = <I extends string>(
  rows: readonly I[],
  { fact, anchor }: Selection<I>,
): Selection<I> => {
  const chosen = new Set(rows);
  return { fact: fact && chosen.has(fact) ? fact : (rows[0] ?? fact), chosen, anchor };
};

/**
 * What is left of a choice when the filters hide a part of it: nobody acts on what nobody sees.
 * @returns the same set where nothing of it is hidden
 */
export function visibleOnly(rows: readonly FactId[], chosen: ReadonlySet<FactId>): ReadonlySet<FactId> {
  if (chosen.size === 0) return chosen;
  const seen = new Set(rows);
  const left = [...chosen].filter((id) => seen.has(id));
  return left.length === chosen.size ? chosen : new Set(left);
}
