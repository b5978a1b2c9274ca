/** Who may say a verb: the desk's own page in the desk's window, and nobody else. Needs no Electron, so it is tested. */
/** What is used of a message: Electron's `IpcMainInvokeEvent`. */
export interface Said<Sender> {
  sender: Sender;
  /** Null when it has navigated or gone since. */
  senderFrame: { url: string; origin: string; parent: unknown } | null;
}

/** @returns why this is not heard; null for the desk */
export function whyUnheard<Sender>(
  { sender, senderFrame }: Said<Sender>,
  { isDesk, station }: { isDesk: (sender: Sender) => boolean; station: string },
): string | null {
  if (!isDesk(sender)) return 'it comes from another window than the desk';
  if (senderFrame === null) return 'its frame has gone';
  if (senderFrame.parent !== null) return 'it comes from a frame within the desk';
  if (senderFrame.origin !== new URL(station).origin) return `its page is from ${senderFrame.origin}`;
  if (!URL.canParse(senderFrame.url) || new URL(senderFrame.url).pathname !== '/desk') {
    return 'its page is not the desk';
  }
  return null;
}
