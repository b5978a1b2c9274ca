// Vote share: every party's bar from a true zero, with the last result under it and the threshold across.
import { board, boardCss, BODY, changeMark, fitAlike, inOrder, standingTabs } from '../../kit/board.ts';
import { block, box, line, paint } from '../../kit/dom.ts';
import { Graphic } from '../../kit/graphic.ts';
import { fromNothing, move, unrolled } from '../../kit/motion.ts';
import type { Data } from '../../kit/read.ts';
import { points, readShares, written, type Row, type Shares } from './shares.ts';
import type { Theme } from '../../kit/theme.ts';
import css from './style.css?inline';

/** How many rows stand in one column before a second is opened. */
const ONE_COLUMN = 8;
/** Height of the heading, and the highest a row gets, px. */
const HIGH = { heading: 44, row: 92 };

interface Part {
  element: HTMLElement;
  name: HTMLElement;
  /** Path of the name in the data. */
  field: string;
  figure: HTMLElement;
}

/** The colours of a row's party; quiet ones for all others together. */
function dye(element: HTMLElement, { party }: Row): HTMLElement {
  paint(element, party);
  if (!party) element.style.setProperty('--c', 'var(--hollow)');
  return element;
}

function bars(row: Row, { scale, status }: Shares): HTMLElement {
  const width = (share: number): string => `${(100 * share) / scale}%`;
  const now = dye(block(`${row.key}-bar`, status === 'projected' ? 'now hatch' : 'now field'), row);
  now.style.width = width(row.share);
  const before = row.before !== null && row.before > 0 && block(`${row.key}-before`, 'before');
  if (before) before.style.width = width(row.before ?? 0);
  return box('bars', now, before);
}

function shareRow(row: Row, i: number, of: number, shares: Shares): Part {
  const change = points(row);
  const swatch = dye(block(`${row.key}-swatch`, shares.status === 'projected' ? 'hatch' : 'field'), row);
  const name = line(`${row.key}-name`, row.name, 'item name');
  const mark =
    change === null ? box('change') : changeMark(row.key, change, Math.abs(Number(change)).toFixed(1));
  const grow = bars(row, shares);
  move(grow, { from: unrolled, at: 200 + (i * 140) / of, ms: 260 });
  const figure = line(`${row.key}-share`, written(row.share, row.threshold), 'item share', true);
  const words = inOrder(box('words', box('swatch', swatch), name, figure, mark), i, of);
  const element = box('share-row', words, grow);
  return { element, name, field: row.field, figure };
}

/** What the columns mean: the change, the outlines, the threshold. A narrow column has room for short words only. */
function heading({ since, threshold, scale, rows }: Shares, i: number, narrow: boolean): HTMLElement {
  const compared = rows.some((row) => row.before !== null);
  const word = (key: string, text: string, className: string): HTMLElement =>
    line(`${key}-${i}`, text, `small mist ${className}`);
  const sample = compared && block(`outline-${i}`, 'before sample');
  const changes = compared && word('since', since === '' ? 'Change' : `since ${since}`, '');
  const needed = threshold > 0 && word('needed', narrow ? `${threshold}%` : `${threshold}% needed`, 'needed');
  if (needed) needed.style.left = `${(100 * threshold) / scale}%`;
  const key = sample && !narrow && box('key', sample, word('key', since || 'before', ''));
  const compare = changes && box('since', narrow && sample, changes);
  return move(box('heading', box('words', compare), box('scale', needed, key)), {
    from: fromNothing,
    at: 160,
  });
}

function thresholdLine({ threshold, scale }: Shares, i: number): HTMLElement | false {
  if (threshold <= 0 || threshold > scale) return false;
  const mark = block(`threshold-line-${i}`, 'threshold');
  mark.style.left = `${(100 * threshold) / scale}%`;
  return box('scale overlay', move(mark, { from: { transform: 'scaleY(0)' }, at: 200, ms: 260 }));
}

function build(scene: HTMLElement, data: Data, _step: number, theme: Theme): void {
  const shares = readShares(data, theme);
  const { rows } = shares;
  const perColumn = rows.length > ONE_COLUMN ? Math.ceil(rows.length / 2) : rows.length;
  const narrow = perColumn < rows.length;
  const parts = rows.map((row, i) => shareRow(row, i, rows.length, shares));
  const height = Math.min(HIGH.row, (BODY - HIGH.heading) / perColumn);
  for (const { element } of parts) element.style.height = `${height}px`;
  const column = (i: number): HTMLElement => {
    const own = parts.slice(i * perColumn, (i + 1) * perColumn);
    return box(
      'column',
      heading(shares, i, narrow),
      box('rows', ...own.map((part) => part.element), thresholdLine(shares, i)),
    );
  };
  board(scene, {
    tabs: standingTabs(shares.status, shares.label, shares.counted),
    title: shares.title,
    source: shares.source,
    aside: '',
    height: HIGH.heading + height * perColumn,
    body: box(narrow ? 'columns two' : 'columns', column(0), narrow && column(1)),
  });
  const room = narrow ? 268 : 360;
  const names = parts.map(({ name, field }) => ({ clip: name, field, room }));
  const size = fitAlike(names, { sizes: [40], widths: [94, 62], lines: [1] });
  for (const { figure } of parts) figure.style.fontSize = `${size}px`;
}

export default class VoteShare extends Graphic {
  constructor() {
    super({ url: import.meta.url, css: boardCss(css), stepCount: 1, build });
  }
}
