/** Where the keyboard is in a row of a list, and the same place in another row. */

export interface Place {
  /** Of the row's cells. */
  cell: number;
  /** Of what can be reached in that cell. */
  nth: number;
}

const partsOf = (cell: Element | undefined): HTMLElement[] => [
  ...(cell?.querySelectorAll<HTMLElement>('input, select, textarea, button') ?? []),
];

/** @returns null where the keyboard is not in this row */
export function placeIn(row: Element): Place | null {
  const { activeElement } = document;
  const cell = [...row.children].findIndex((one) => one.contains(activeElement));
  if (cell < 0) return null;
  return { cell, nth: partsOf(row.children[cell]).findIndex((part) => part === activeElement) };
}

/** To the same place, or to what can be reached next to it: a row at the end can only go back. */
export function stayAt(row: Element | null, place: Place | null): void {
  if (!row || !place) return;
  const parts = partsOf(row.children[place.cell]);
  const canBe = (part: HTMLElement | undefined) => part !== undefined && !part.matches(':disabled');
  const same = parts[place.nth];
  (canBe(same) ? same : parts.find(canBe))?.focus();
}
