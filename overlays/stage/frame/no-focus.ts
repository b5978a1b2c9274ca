/**
 * A graphic is looked at, never typed into. One that focuses something would take the keyboard from the desk around
 * a monitor, even from an inert frame: an operator's next key must reach the desk.
 */
export function forbidFocus(): void {
  const nothing = (): void => undefined;
  HTMLElement.prototype.focus = nothing;
  SVGElement.prototype.focus = nothing;
  window.focus = nothing;
  // what a page focuses by other ways than by asking for it: a popover, the text of a field, a fragment of the address
  document.documentElement.inert = true;
  // a modal dialog is not inert with its page, and focuses itself; one that is inert itself cannot
  const { showModal } = HTMLDialogElement.prototype;
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement): void {
    this.inert = true;
    showModal.call(this);
  };
}
