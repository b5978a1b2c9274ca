// Seat tally: a strip of parties with their seats and the change, against what is needed to govern.
import { boardCss, boardFrame, changeMark, checkTabs, inOrder, standingTabs } from '../../kit/board.ts';
import { block, box, line, paint } from '../../kit/dom.ts';
import { fitText } from '../../kit/fit-text.ts';
import { Graphic } from '../../kit/graphic.ts';
import { rise, tabRow, type Tab } from '../../kit/lower-third.ts';
import type { Data } from '../../kit/read.ts';
import { lowerThird } from '../../kit/tokens.ts';
import { readTally, rowsOf, type Cell, type Tally } from './tally.ts';
import type { Theme } from '../../kit/theme.ts';
import css from './style.css?inline';

/** Room at the left for the mark of any theme, px. */
const MARK = 44;
/** The widest a cell gets, so that two parties do not fill the screen, px. */
const WIDEST = 440;

interface Part {
  element: HTMLElement;
  /** Fits the text; call when the element is in the document. */
  fit: () => void;
}

function head(cell: Cell): { surfaces: HTMLElement[]; className: string } {
  const { key, party, certain } = cell;
  if (!party) return { surfaces: [block(`${key}-head`, certain ? 'minor' : 'hollow')], className: 'head' };
  if (certain) return { surfaces: [paint(block(`${key}-head`, 'field'), party)], className: 'head solid' };
  const frame = paint(block(`${key}-frame`, 'frame'), party);
  return { surfaces: [frame, paint(block(`${key}-hatch`, 'hatch'), party)], className: 'head open' };
}

function cellPart(cell: Cell, i: number, of: number, width: number): Part {
  const { key, seats, change } = cell;
  const { surfaces, className } = head(cell);
  const name = line(`${key}-name`, cell.name, 'name');
  const top = box(className, ...surfaces, name);
  if (cell.party) paint(top, cell.party);
  const by = change === null ? null : changeMark(key, change, String(Math.abs(Number(change))));
  const total = line(`${key}-seats`, String(seats), seats === 0 ? 'seats none' : 'seats', true);
  const element = inOrder(box('cell', block(`${key}-edge`, 'edge'), top, box('figures', total, by)), i, of);
  element.style.width = `${width}px`;
  const open = className === 'head open';
  const fit = (): void => {
    const room = width - (open ? 58 : 32);
    const rule = { sizes: [28], widths: [94, 62], lines: [2] } as const;
    // a family that cannot be so narrow takes a second line, and all heads with it
    const { lines } = fitText(name, cell.field, room, rule);
    if (lines > 1) element.closest('.tally')?.classList.add('tall');
  };
  return { element, fit };
}

function tabsOf({ title, status, counted }: Tally): Tab[] {
  const [, ...standing] = standingTabs(status, '', counted);
  return [{ key: 'title', text: title, look: 'solid' }, ...standing];
}

/** What the seats are measured against: how many govern, and what changes are counted from. */
function measure({ cells, majority, since }: Tally): string {
  const changes = cells.some((cell) => cell.change !== null) && since !== '';
  return [majority !== null && `${majority} to govern`, changes && `Change since ${since}`]
    .filter((part) => part !== false)
    .join(' · ');
}

/** The line under the strip: the source at the left, what the seats are measured against at the right. */
function footPart(tally: Tally, room: number): Part | null {
  const against = measure(tally);
  if (tally.source === '' && against === '') return null;
  const source = tally.source !== '' && rise(line('source', tally.source, 'small mist'), 2);
  const measured = against !== '' && rise(line('measure', against, 'small firm'), 2);
  const fit = (): void => {
    if (measured) fitText(measured, 'since', room, { sizes: [28], widths: [92, 62], lines: [1] });
    const left = measured ? room - measured.offsetWidth - 40 : room;
    // what does not fit beside it goes over it
    const beside = left > room / 3;
    element.classList.toggle('stacked', !beside);
    if (source)
      fitText(source, 'source', beside ? left : room, { sizes: [28], widths: [98, 62], lines: [2] });
  };
  const element = box('said', source, measured);
  return { element, fit };
}

function build(scene: HTMLElement, data: Data, _step: number, theme: Theme): void {
  const tally = readTally(data, theme);
  const rows = rowsOf(tally.cells);
  const across = Math.max(...rows.map((row) => row.length));
  const width = Math.min(WIDEST, Math.floor((lowerThird.width - MARK) / across));
  const count = tally.cells.length;
  const parts = rows.map((row, r) => row.map((cell, i) => cellPart(cell, r * across + i, count, width)));
  const foot = footPart(tally, width * across - 56);
  const tabs = tabRow(tabsOf(tally));
  const strips = parts.map((row) => box('strip', ...row.map(({ element }) => element)));
  const body = box('body tally-body', ...boardFrame(scene, null), ...strips, foot?.element);
  body.classList.toggle('double', rows.length > 1);
  body.style.width = `calc(var(--bar) + ${width * across}px)`;
  scene.append(box('lt tally board', tabs, body));
  for (const { fit } of parts.flat()) fit();
  foot?.fit();
  checkTabs(tabs, lowerThird.width - 48);
}

export default class SeatTally extends Graphic {
  constructor() {
    super({ url: import.meta.url, css: boardCss(css), stepCount: 1, build });
  }
}
