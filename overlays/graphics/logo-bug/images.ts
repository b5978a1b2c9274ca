// Images of logos: fetched and decoded before they are drawn, so that no half of one is ever seen.

const ready = new Map<string, HTMLImageElement>();

/** Waits for an image; resolves in any case. Whether it is there is asked with {@link imageAt}. */
export async function fetchImage(address: string): Promise<void> {
  if (address === '' || ready.has(address)) return;
  const image = new Image();
  // its copies are there in the frame that they come in
  image.decoding = 'sync';
  image.src = address;
  try {
    await image.decode();
    ready.set(address, image);
  } catch {
    // a logo in words takes its place, or the bug is refused: it is never empty, and never shows a broken image
    ready.delete(address);
  }
}

/** Whether an image can be drawn at once. */
export const hasImage = (address: string): boolean => address === '' || ready.has(address);

/** A fresh element of an image that was fetched; null when it could not be. */
export function imageAt(address: string): HTMLImageElement | null {
  const copy = ready.get(address)?.cloneNode();
  return copy instanceof HTMLImageElement ? copy : null;
}
