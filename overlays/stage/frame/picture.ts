/** What can be known of the picture in this page: whether all of it is there, and whether any of it is to be seen. */
import { isInked, isPseudoInked } from './ink.ts';
import { rootOf } from './shadow-roots.ts';
import type { Status } from './status.ts';

/** An image that takes longer is one the graphic does not need at once, such as a lazy one. Milliseconds. */
const IMAGE_LIMIT_MS = 3_000;
const LOOK_EVERY_MS = 250;

/** As it was before anybody counts the graphic's timers: ours are not among them. */
const setTimeout = window.setTimeout.bind(window);

/** Every element below, inside shadow roots too. */
export function* elements(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    const root = rootOf(element);
    if (root) yield* elements(root);
  }
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function decode(image: HTMLImageElement): Promise<void> {
  try {
    await image.decode();
  } catch (error) {
    // a graphic may hide an image that fails, or have replaced it meanwhile: only one still shown is a fault
    if (image.isConnected && image.checkVisibility() && image.complete && image.naturalWidth === 0)
      throw error;
  }
}

/** Waits for fonts and images: nothing half-loaded, no fallback font and no broken-image icon goes on air. */
export async function ready(wrapper: HTMLElement, status: Status): Promise<Status> {
  // asking for the layout is what starts the fonts that the text needs
  wrapper.getBoundingClientRect();
  await document.fonts.ready;
  const images = [...elements(wrapper)].filter(
    (element) => element instanceof HTMLImageElement && element.currentSrc + element.src !== '',
  ) as HTMLImageElement[];
  for (const image of images) {
    try {
      await Promise.race([decode(image), wait(IMAGE_LIMIT_MS)]);
    } catch {
      const name = new URL(image.src, location.href).pathname.split('/').at(-1) ?? '';
      return { statusCode: 424, statusMessage: `the image “${name}” could not be loaded` };
    }
  }
  return status;
}

/** They draw by themselves. */
const LEAVES = new Set(
  'img svg canvas video iframe object embed input textarea select button progress meter'.split(' '),
);

/** Whether any of it can be seen, its children aside. It errs on the side of "it can". */
export function isPainted(element: Element): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  const { width, height, top, left, bottom, right } = element.getBoundingClientRect();
  if (bottom < 0 || right < 0 || top >= innerHeight || left >= innerWidth) return false;
  const isEmpty = width === 0 || height === 0;
  // has just left by the top or the left
  if (!isEmpty && (bottom === 0 || right === 0)) return false;
  if (LEAVES.has(element.localName)) return !isEmpty;
  const hasText = [...element.childNodes].some(
    (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
  );
  const style = getComputedStyle(element);
  // text runs over the edge of a box without any room, unless it is cut there
  if (hasText && (!isEmpty || style.overflow === 'visible')) return true;
  const pseudo = ['::before', '::after'].map((name) => getComputedStyle(element, name));
  return isInked(style, isEmpty) || pseudo.some(isPseudoInked);
}

/** What moves in a document or shadow root: Chromium's `getAnimations` leaves out what is in shadow roots below. */
export const animationsIn = (root: Document | ShadowRoot): Animation[] => [
  ...root.getAnimations(),
  ...[...elements(root)].flatMap((element) => rootOf(element)?.getAnimations() ?? []),
];

export const isMoving = (): boolean =>
  animationsIn(document).some(({ playState, effect }) => {
    return playState === 'running' && effect?.getComputedTiming().endTime !== Infinity;
  });

/** Whether anything in it can be seen, its own wrapper aside. */
export const paintedIn = (wrapper: HTMLElement): boolean => [...elements(wrapper)].some(isPainted);

/**
 * Resolves when nothing of the graphic is to be seen any more. It errs on the side of "still there", so that nothing
 * is cut short: an operator can always take it off.
 */
export async function gone(wrapper: HTMLElement): Promise<void> {
  do await wait(LOOK_EVERY_MS);
  while (isMoving() || paintedIn(wrapper));
}
