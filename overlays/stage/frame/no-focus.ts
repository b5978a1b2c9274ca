/**
 * A graphic is looked at, never typed into. One that focuses something would take the keyboard from the desk around
 * a monitor, even from an inert frame: an operator's next key must reach the desk.
 */
export function forbidFocus(): void {
  const nothing = (): void => undefined;
  HTMLElement.prototype.focus = nothing;
  SVGElement.prototype.focus = nothing;
  window.focus = nothing;
  // a dialog focuses itself when it opens, by no method that a page could see; one that is inert cannot
  const { show, showModal } = HTMLDialogElement.prototype;
  HTMLDialogElement.prototype.show = function (this: HTMLDialogElement): void {
    this.inert = true;
    show.call(this);
  };
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement): void {
    this.inert = true;
    showModal.call(this);
  };
}
