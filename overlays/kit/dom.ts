// Building the picture: small element helpers. User text only ever goes in through textContent.
import type { Paint } from './read.ts';
import { FRAME } from './tokens.ts';

type Child = Node | null | undefined | false;

/** A div (or other element) with a class and children; empty children are left out. */
export function box(className: string, ...children: Child[]): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  for (const child of children) if (child) element.append(child);
  return element;
}

/**
 * A line of text: a clip that hides overflow upward and downward, and the text that moves inside it.
 * `key` names it across updates; `roll` makes a change of value roll instead of cross-fading, for figures.
 * The text finds its own direction. Class `fig` sets it in the theme's family for figures, as a roll is.
 */
export function line(key: string, text: string, className: string, roll = false): HTMLElement {
  const inner = box('t');
  inner.dir = 'auto';
  inner.textContent = text;
  const clip = box(`line ${roll ? 'fig ' : ''}${className}`, inner);
  clip.dataset['k'] = key;
  clip.dataset['kind'] = roll ? 'roll' : 'text';
  return clip;
}

/** The moving text inside a {@link line}. */
export function inner(clip: HTMLElement): HTMLElement {
  const first = clip.firstElementChild;
  if (!(first instanceof HTMLElement)) throw new Error('not a line');
  return first;
}

/** A plain surface (plate, party field) that keeps its identity across updates. Empty inside. */
export function block(key: string, className: string): HTMLElement {
  const element = box(className);
  element.dataset['k'] = key;
  element.dataset['kind'] = 'block';
  return element;
}

/** Gives an element the colours of a party (or the theme's accent when there is none). */
export function paint(element: HTMLElement, party: Paint | null): HTMLElement {
  element.style.setProperty('--c', party?.colour ?? 'var(--accent)');
  element.style.setProperty('--on-c', party?.ink ?? 'var(--on-accent)');
  const keyline = party?.keyline ?? 0;
  element.style.setProperty('--key', `color-mix(in srgb, var(--text) ${keyline * 100}%, transparent)`);
  // What the ground would swallow gets the line all round.
  element.style.setProperty('--round', keyline > 0.8 ? '2px' : '0px');
  return element;
}

/** How many times larger the picture is drawn than it is designed: what getBoundingClientRect must be divided by. */
export function scaleOf(inside: Element): number {
  const scene = inside.closest('.scene');
  return scene ? scene.getBoundingClientRect().width / FRAME.width || 1 : 1;
}
