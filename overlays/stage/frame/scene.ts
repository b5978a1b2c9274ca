/** What a graphic's picture consists of, seen from inside: its words, and a mark by which two pictures are compared. */
import { elements, isPainted } from './picture.ts';

const TEXT_LIMIT = 4_000;

/** Looks as if the frame showed the graphic: nothing is drawn before its own opacity is back. */
export function seenThrough<T>(wrapper: HTMLElement, look: () => T): T {
  const { opacity } = wrapper.style;
  wrapper.style.setProperty('opacity', '1', 'important');
  try {
    return look();
  } finally {
    wrapper.style.setProperty('opacity', opacity, 'important');
  }
}

const ownText = (element: Element): string =>
  [...element.childNodes]
    .filter((node) => node.nodeType === Node.TEXT_NODE)
    .map((node) => (node.textContent ?? '').trim())
    .filter((text) => text !== '')
    .join(' ');

const NO_WORDS = new Set(['style', 'script', 'title', 'desc']);

export function textIn(wrapper: HTMLElement): string {
  const words = [...elements(wrapper)]
    .filter((element) => !NO_WORDS.has(element.localName) && isPainted(element))
    .map(ownText)
    .filter((text) => text !== '');
  return words.join('\n').slice(0, TEXT_LIMIT);
}

/** Places to two pixels: a letter's edge may fall on either side of one. */
export function sceneOf(wrapper: HTMLElement): string {
  const parts = [...elements(wrapper)].filter(isPainted).map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const { color, backgroundColor, opacity } = getComputedStyle(element);
    const place = [left, top, width, height].map((n) => Math.round(n / 2)).join(',');
    const ink = `${color} ${backgroundColor} ${Number(opacity).toFixed(1)}`;
    return `${element.localName} ${place} ${ink} ${ownText(element)}`;
  });
  return hash(parts.join('\n'));
}

/** FNV-1a, 32 bits. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(16);
}
