/**
 * A graphic is looked at, never typed into. One that focuses something would take the keyboard from the desk around
 * a monitor, even from an inert frame: an operator's next key must reach the desk.
 */
export function forbidFocus(): void {
  const nothing = (): void => undefined;
  HTMLElement.prototype.focus = nothing;
  SVGElement.prototype.focus = nothing;
  window.focus = nothing;
}
