/**
 * Leaves the field in which somebody types, which saves it: for controls that keep the keyboard where it is and yet take
 * the form away.
 */
export function saveTyped(): void {
  const active = document.activeElement;
  if (active instanceof HTMLElement && active.matches('input, textarea')) active.blur();
}
