// The frame shared by all lower thirds: a row of tabs and a plate, held by the theme's mark in the party's colour.
import { block, box, inner, line, paint } from './dom.ts';
import { fitText } from './fit-text.ts';
import { heldPlate } from './held.ts';
import { entranceOf } from './marks.ts';
import { fromLeft, fromBelow, move } from './motion.ts';
import type { Party } from './read.ts';
import { Refusal } from './refusal.ts';
import { lowerThird as place, time } from './tokens.ts';

/** A tab: `solid` for what is certain, `open` (hatched) for what is not, `quiet` for the count. */
export interface Tab {
  key: string;
  text: string;
  look: 'solid' | 'open' | 'quiet';
  party?: Party | null;
  /** Start and duration of its entrance, ms. */
  at?: number;
  ms?: number;
}

function tabElement(tab: Tab, i: number): HTMLElement {
  const surface = block(`${tab.key}-surface`, tab.look === 'solid' ? 'surface field' : 'surface');
  const hatch = tab.look === 'open' && block(`${tab.key}-hatch`, 'hatch');
  const label = line(tab.key, tab.text, 'caps');
  const content = move(box('tab-in', surface, hatch, label), {
    from: fromLeft,
    at: tab.at ?? 40 + i * 60,
    ms: tab.ms ?? time.move,
  });
  for (const painted of [surface, hatch, label]) if (painted) paint(painted, tab.party ?? null);
  return box(`tab ${tab.look}`, content);
}

/** The row of tabs; those without text are left out. */
export function tabRow(tabs: readonly Tab[]): HTMLElement {
  const shown = tabs.filter((tab) => tab.text !== '');
  return shown.length > 0 ? box('tabs', ...shown.map(tabElement)) : box('tabs none');
}

function sourceStrip(source: string, scene: HTMLElement): HTMLElement {
  const floor = move(block('source-floor', 'floor'), { from: entranceOf(scene).plate, at: 60 });
  return box('source', floor, rise(line('source', source, ''), 2));
}

/**
 * Puts a lower third together in `scene` and returns it.
 * @param accent party of the mark; null for the theme's accent
 */
export function lowerThird(
  scene: HTMLElement,
  parts: { accent: Party | null; certain: boolean; tabs: Tab[]; content: HTMLElement; source?: string },
): HTMLElement {
  parts.content.classList.add('content');
  const frame = box(
    'lt',
    tabRow(parts.tabs),
    box(
      'body held',
      ...heldPlate(scene, parts.accent, parts.certain),
      parts.content,
      parts.source ? sourceStrip(parts.source, scene) : null,
    ),
  );
  scene.append(frame);
  const source = frame.querySelector<HTMLElement>('.source > .line');
  if (source) fitText(source, 'source', place.text - 40, { sizes: [28], widths: [98, 76], lines: [1] });
  return frame;
}

/** Refuses a frame whose tabs or plate are wider than the safe area. Call when all text is fitted. */
export function checkWidth(frame: HTMLElement, fields: string): void {
  const tabs = frame.querySelector<HTMLElement>('.tabs');
  const room = place.width;
  if (frame.offsetWidth > room || (tabs?.scrollWidth ?? 0) > room)
    throw new Refusal(`${fields}: the text is too long for the screen.`);
}

/** Gives the text of a line its rise from below, in reading order. `ms` shortens it. */
export function rise(clip: HTMLElement, order: number, ms: number = time.move): HTMLElement {
  move(inner(clip), { from: fromBelow, at: 80 + order * 50, ms });
  return clip;
}
