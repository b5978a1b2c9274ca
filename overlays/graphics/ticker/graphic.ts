// Ticker: facts along the foot of the picture, one after the other, flipping or scrolling for as long as it is on.
import { block, box, line } from '../../kit/dom.ts';
import { fitText } from '../../kit/fit-text.ts';
import { Graphic } from '../../kit/graphic.ts';
import { rise } from '../../kit/lower-third.ts';
import { entranceOf } from '../../kit/marks.ts';
import { fromNothing, lasting, move } from '../../kit/motion.ts';
import { partyChip } from '../../kit/party.ts';
import type { Data } from '../../kit/read.ts';
import type { Past } from '../../kit/showing.ts';
import type { Theme } from '../../kit/theme.ts';
import { time } from '../../kit/tokens.ts';
import { readItems, type Item, type Items } from './items.ts';
import {
  followFlip,
  followScroll,
  READ,
  SLIDE,
  standsStill,
  widthOf,
  type Flip,
  type Piece,
  type Scroll,
} from './queue.ts';
import css from './style.css?inline';

/** Height of a slot, and room from the heading to the end of the text, px. */
const ROOM = { height: 74, text: 1712, gap: 56 };

/**
 * How a scene on air moves, so that the next one can take over from it. `made` is what its items were made of, `room`
 * what they had to scroll in, px.
 */
type Moving = { made: string } & ({ flip: Flip<Item> } | { scroll: Scroll<Item>; room: number });
const moving = new WeakMap<HTMLElement, Moving>();

/** Parts of an item are no parts of the picture that glide or roll: they move with the band that they are on. */
function unkeyed<T extends HTMLElement>(element: T): T {
  for (const part of [element, ...element.querySelectorAll<HTMLElement>('[data-k]')])
    delete part.dataset['k'];
  return element;
}

function itemBox(item: Item): { element: HTMLElement; words: HTMLElement } {
  const chip = item.party && partyChip('chip', item.party, item.word === '');
  const word =
    item.word !== '' && box('word', block('hatch', 'hatch'), line('word', item.word, 'small firm caps'));
  const label = item.label !== '' && line('label', item.label, 'small firm caps label');
  const words = line('text', item.text, 'words fig');
  return { element: unkeyed(box('item', chip, label, word, words)), words };
}

/** Steps of a band of `n` slots: each stands, then slides on; `ends` says how many slides there are. */
function flipping(n: number, slides: number, hold: number): Keyframe[] {
  const at = (i: number): string => `translateY(${-i * ROOM.height}px)`;
  return Array.from({ length: n }, (_, i) => [
    { offset: i / n, transform: at(i), easing: 'linear' },
    { offset: (i + 1 - SLIDE / hold) / n, transform: at(i), easing: 'cubic-bezier(0.3, 0, 0.1, 1)' },
    ...(i === n - 1 ? [{ offset: 1, transform: at(Math.min(i + 1, slides)) }] : []),
  ]).flat();
}

/** A band that flips: the lead once, then the items over and over; the first of them again at the end of a round. */
function flipBand({ lead, items, start, hold }: Flip<Item>, slot: (item: Item) => HTMLElement): HTMLElement {
  const round = box('band', ...[...items, ...items.slice(0, 1)].map(slot));
  const after = start + lead.length * hold;
  if (items.length > 1)
    lasting(round, {
      keyframes: flipping(items.length, items.length, hold),
      ms: items.length * hold,
      at: after,
    });
  if (lead.length === 0) return round;
  const whole = box('band', ...lead.map(slot), round);
  const ms = lead.length * hold;
  return lasting(whole, { keyframes: flipping(lead.length, lead.length, hold), ms, at: start, rounds: 1 });
}

/** A band that scrolls. What fits in the window as a whole does not move. */
function scrollBand(scroll: Scroll<Item>, window: number): HTMLElement {
  const { lead, pieces, x, start, speed } = scroll;
  const piece = ({ item, width }: Piece<Item>): HTMLElement => {
    const { element } = itemBox(item);
    element.style.width = `${width}px`;
    return element;
  };
  const period = widthOf(pieces);
  const still = standsStill(scroll, window);
  const times = still ? 1 : 1 + Math.ceil(window / period);
  const round = box('row', ...Array.from({ length: times }, () => pieces.map(piece)).flat());
  const left = (px: number): string => `translateX(${px}px)`;
  const ms = (px: number): number => (px * 1000) / speed;
  if (still) return round;
  const before = x + widthOf(lead);
  lasting(round, {
    keyframes: [{ transform: left(0) }, { transform: left(-period) }],
    ms: ms(period),
    at: start + ms(before),
  });
  const whole = box('row', ...lead.map(piece), round);
  whole.style.left = `${x}px`;
  if (lead.length === 0) return whole;
  const keyframes = [{ transform: left(0) }, { transform: left(-before) }];
  return lasting(whole, { keyframes, ms: ms(before), at: start, rounds: 1 });
}

/** Measures items as they scroll, the gap after each included. */
function measured(window: HTMLElement, items: readonly Item[]): Piece<Item>[] {
  const row = box('row', ...items.map((item) => itemBox(item).element));
  window.append(row);
  const pieces = [...row.children].map((child, i): Piece<Item>[] => {
    const item = items[i];
    return item && child instanceof HTMLElement ? [{ item, width: child.offsetWidth + ROOM.gap }] : [];
  });
  row.remove();
  return pieces.flat();
}

function flipIn(window: HTMLElement, room: number, flip: Flip<Item>): void {
  const fits: (() => void)[] = [];
  const slot = (item: Item): HTMLElement => {
    const { element, words } = itemBox(item);
    fits.push(() => {
      const beside = words.offsetLeft;
      fitText(words, `${item.field}.text`, room - beside, { sizes: [36, 28], widths: [94, 62], lines: [1] });
    });
    return box('slot', element);
  };
  window.append(flipBand(flip, slot));
  for (const fit of fits) fit();
}

/** The movement of this picture: the one on air goes on when its items are the same, and else hands over. */
function movementOf(read: Items, window: HTMLElement, room: number, past: Past | null): Moving {
  const { items, mode, hold, speed } = read;
  const made = JSON.stringify([items, mode, hold, speed]);
  const before = past && moving.get(past.scene);
  if (before?.made === made) {
    if ('flip' in before) return before;
    // with another heading what stood still may have to move, or the other way round
    if (standsStill(before.scroll, before.room) === standsStill(before.scroll, room))
      return { ...before, room };
  }
  if (mode === 'flip') {
    const fresh: Flip<Item> = { lead: [], items, start: 0, hold };
    if (!past || !before || !('flip' in before)) return { made, flip: fresh };
    return { made, flip: followFlip(before.flip, items, hold, past.since) };
  }
  const pieces = measured(window, items);
  const fresh: Scroll<Item> = { lead: [], pieces, x: 0, start: READ, speed };
  if (!past || !before || !('scroll' in before)) return { made, scroll: fresh, room };
  const scroll = followScroll(before.scroll, pieces, speed, past.since, room, before.room);
  return { made, scroll, room };
}

function build(scene: HTMLElement, data: Data, _step: number, theme: Theme, past: Past | null): void {
  const read = readItems(data, theme);
  const entrance = entranceOf(scene);
  const plate = move(block('plate', 'plate'), { from: entrance.plate, at: 0, ms: time.plate });
  const heading = read.heading !== '' && line('heading', read.heading, 'small firm caps heading');
  const face = heading && move(block('heading-face', 'heading-face'), { from: fromNothing, at: 60, ms: 200 });
  const head = heading && box('head', face, rise(heading, 0, 300));
  const window = move(box('window'), {
    from: { ...fromNothing, transform: 'translateY(24px)' },
    at: 200,
    ms: 300,
  });
  scene.append(box('ticker', plate, head, window));
  if (heading) fitText(heading, 'heading', 320, { sizes: [28], widths: [92, 70], lines: [1] });
  const room = ROOM.text - (head ? head.offsetWidth : 0) - 24;
  window.style.width = `${room}px`;
  const movement = movementOf(read, window, room, past);
  moving.set(scene, movement);
  if ('flip' in movement) flipIn(window, room, movement.flip);
  else window.append(scrollBand(movement.scroll, room));
}

export default class Ticker extends Graphic {
  constructor() {
    super({ url: import.meta.url, css, stepCount: 1, build });
  }
}
