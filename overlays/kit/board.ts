// The frame of what fills the screen: tabs, a panel with a title and a foot. It ends above the ticker, and leaves its
// upper right corner free, so that a bug and a ticker can be up with it.
import style from './board.css?inline';
import { block, box, line, paint } from './dom.ts';
import { fitText } from './fit-text.ts';
import type { FitRule } from './fit.ts';
import { rise, tabRow, type Tab } from './lower-third.ts';
import { entranceOf } from './marks.ts';
import { fromNothing, move } from './motion.ts';
import type { Paint } from './read.ts';
import { Refusal } from './refusal.ts';
import { lowerThird } from './tokens.ts';

/** The uppermost edge of a board, px; the room of its title beside the bug's corner, and of its inside. */
const place = { top: 56, title: 1200, inside: 1664 } as const;
/** What stands over the panel (the tabs of the tallest mark), over the body and under it, px. */
const AROUND = { tabs: 60, title: 112, foot: 82, noFoot: 24 } as const;
const PANEL = lowerThird.bottom - place.top - AROUND.tabs;

/** Room for the body of a board at its highest, px. */
export const BODY = PANEL - AROUND.title - AROUND.foot;

/** The frame is up early and then still, before what stands on it comes. */
const EARLY = 220;
/** Start of the first row, from the first to the last, and how long each takes, ms. */
const ROWS = { at: 160, spread: 180, ms: 260 };

/** The style sheet of a graphic that has a board, or parts of one. */
export const boardCss = (css: string): string => `:host{--board-height:${PANEL}px}${style}${css}`;

/** The plate and the mark of a board, drawn in the accent or in a party's colour. */
export function boardFrame(scene: HTMLElement, accent: Paint | null): HTMLElement[] {
  const entrance = entranceOf(scene);
  const bar = paint(block('bar', 'bar'), accent);
  bar.dataset['look'] = 'bar';
  bar.append(paint(block('bar-face', 'field'), accent));
  move(bar, { from: entrance.bar, at: 0, ms: EARLY, to: entrance.barAway, last: true });
  return [move(block('plate', 'plate'), { from: entrance.plate, at: 0, ms: EARLY }), bar];
}

/** The row of tabs, refused when it would reach the bug's corner. Call when it is in the document. */
export function checkTabs(tabs: HTMLElement, most: number = place.title): void {
  if (tabs.offsetWidth > most + 48) throw new Refusal('label: the text is too long for the screen.');
}

export interface Board {
  tabs: Tab[];
  title: string;
  source: string;
  /** What stands at the right of the foot, such as the page; '' for nothing. */
  aside: string;
  /** Height of the body, px: the board is as high as that needs. */
  height: number;
  body: HTMLElement;
}

/** Puts a board together in `scene`; refuses a title, a source or tabs that are too long. */
export function board(scene: HTMLElement, parts: Board): void {
  const title = rise(line('title', parts.title, 'title'), 0, EARLY);
  const source = parts.source !== '' && rise(line('source', parts.source, 'small mist'), 0, EARLY);
  const aside = parts.aside !== '' && rise(line('aside', parts.aside, 'small'), 0, EARLY);
  const footed = parts.source !== '' || parts.aside !== '';
  const tabs = tabRow(parts.tabs.map((tab) => ({ ...tab, ms: EARLY })));
  const rule = move(block('foot-rule', 'rule'), { from: fromNothing, at: 60, ms: EARLY });
  const foot = footed && box('foot', rule, source || box('empty'), aside);
  parts.body.classList.add('board-body');
  const panel = box('body panel', ...boardFrame(scene, null), title, parts.body, foot);
  panel.style.height = `${AROUND.title + parts.height + (footed ? AROUND.foot : AROUND.noFoot)}px`;
  scene.append(box('lt board', tabs, panel));
  fitText(title, 'title', place.title, { sizes: [60], widths: [88, 66], lines: [1] });
  const room = aside ? place.inside - 200 : place.inside;
  if (source) fitText(source, 'source', room, { sizes: [28], widths: [98, 70], lines: [1] });
  checkTabs(tabs);
}

/** A text of a list that is set like all others of it. */
export interface Alike {
  clip: HTMLElement;
  /** Path of the field in the data. */
  field: string;
  /** px */
  room: number;
}

/**
 * Fits the texts of a list in one size, so that a name that needs a smaller one does not bring a size of its own.
 * Returns that size, px.
 */
export function fitAlike(texts: readonly Alike[], rule: FitRule): number {
  const fit = (sizes: FitRule['sizes']): number[] =>
    texts.map(({ clip, field, room }) => fitText(clip, field, room, { ...rule, sizes }).size);
  const smallest = Math.min(...fit(rule.sizes));
  if (texts.length > 0 && smallest < (rule.sizes[0] ?? 0)) fit([smallest]);
  return smallest;
}

/** Gives row `i` of `of` its place in the order of arrival. */
export function inOrder<T extends Element>(element: T, i: number, of: number): T {
  const at = ROWS.at + (of > 1 ? (i * ROWS.spread) / (of - 1) : 0);
  return move(element, { from: { ...fromNothing, transform: 'translateY(24px)' }, at, ms: ROWS.ms });
}

const WORD = { final: '', partial: 'Count in progress', projected: 'Projection', leading: 'Leading' };
/** Labels that already say that the result is not final. */
const SAYS = {
  final: /./,
  partial: /night|partial|count|progress|so far/i,
  projected: /project|forecast/i,
  leading: /lead|ahead/i,
};
export type Standing = keyof typeof WORD;

/** The tabs that say what kind of result this is and how much of it is counted. */
export function standingTabs(status: Standing, label: string, counted: string): Tab[] {
  const said = SAYS[status].test(label);
  const open = status !== 'final';
  return [
    { key: 'label', text: label, look: open && said ? 'open' : open ? 'quiet' : 'solid' },
    { key: 'status', text: said ? '' : WORD[status], look: 'open' },
    { key: 'counted', text: counted, look: 'quiet' },
  ];
}

/**
 * A change as a shape and an amount: an arrow up or down, an equals sign for none, or the word “new”.
 * `amount` is written as it is given, without its sign.
 */
export function changeMark(key: string, change: number | 'new', amount: string): HTMLElement {
  if (change === 'new') return box('change', line(`${key}-by`, 'new', 'small firm'));
  const way = change > 0 ? 'up' : change < 0 ? 'down' : 'level';
  const by = change !== 0 && line(`${key}-by`, amount, 'small firm', true);
  return box('change', block(`${key}-way`, `arrow ${way}`), by);
}
