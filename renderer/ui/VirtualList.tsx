/**
 * A list of thousands of rows of which only those in sight exist. The list itself has the focus and names the
 * selected row (`aria-activedescendant`), so that scrolling never loses the keyboard.
 *
 * Not react-aria's Virtualizer: its collections draw every item once to know it, which for 10,000 facts is felt at
 * each letter of a search, and its lists keep Space, digits and Enter, which here belong to playout.
 */
import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { cx } from './cx.ts';
import { offsetsOf, rowAt } from './offsets.ts';
import css from './virtual-list.module.css';

interface VirtualListProps<T> {
  label: string;
  rows: readonly T[];
  idOf(row: T): string;
  heightOf(row: T): number;
  /** Names of the columns for readers of the screen's structure. */
  render(row: T, index: number): ReactNode;
  selected: string | null;
  /** Rows that are chosen together; absent where only one can be. */
  chosen?: ReadonlySet<string> | undefined;
  /** The row was clicked, or the list's own arrows came to it. Absent for headings. */
  onSelect(row: T, how: SelectHow): void;
  /** Ctrl+A. */
  onSelectAll?(): void;
  /** The element with the names of the columns, which stands outside of what scrolls. */
  headId?: string;
  isSelectable?(row: T): boolean;
  /** Double click, or Enter where the list keeps it. */
  onOpen?(row: T): void;
  empty: ReactNode;
  /** Rows that come in above what is read do not push it down. At the very top the new ones are seen. */
  keepsPlace?: boolean;
  /** The rundown: the keyboard rests here, and the key table moves its selection. */
  isHome?: boolean;
  className?: string | undefined;
  /** A row that must come into sight, selected or not; another object for each wish. */
  reveal?: { id: string } | null;
  /** Drawn over the rows, in their coordinates: where a drag would drop. */
  overlay?: ReactNode;
  /** What scrolls, for whoever drags rows in it. */
  scrollerRef?: RefObject<HTMLDivElement | null> | undefined;
  onRowPointerDown?(event: PointerEvent, row: T, index: number): void;
  onRowMenu?(event: MouseEvent, row: T, index: number): void;
}

/** `to`: everything from where the last choice began; `also`: this one more, or less. */
export type SelectHow = 'only' | 'to' | 'also';

const howOf = ({
  shiftKey,
  ctrlKey,
  metaKey,
}: Pick<KeyboardEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>): SelectHow =>
  shiftKey ? 'to' : ctrlKey || metaKey ? 'also' : 'only';

/** Rows drawn beyond the edge, so that a fast scroll shows no hole. */
const BEYOND = 6;

const always = () => true;

export function VirtualList<T>(props: VirtualListProps<T>) {
  const {
    label,
    rows,
    idOf,
    heightOf,
    render,
    selected,
    onSelect,
    isSelectable = always,
    onOpen,
    empty,
  } = props;
  const own = useRef<HTMLDivElement>(null);
  const scroller = props.scrollerRef ?? own;
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(800);
  const offsets = useMemo(() => offsetsOf(rows, heightOf), [rows, heightOf]);
  const index = useMemo(
    () => (selected === null ? -1 : rows.findIndex((row) => idOf(row) === selected)),
    [rows, selected, idOf],
  );

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    setHeight(element.clientHeight);
    return () => observer.disconnect();
  }, [scroller]);

  const show = (at: number) => {
    const element = scroller.current;
    if (!element || at < 0) return;
    const from = offsets[at] ?? 0;
    const to = offsets[at + 1] ?? from;
    // a heading right above the first row of a segment comes along
    const room = at > 0 ? 28 : 0;
    if (from - room < element.scrollTop) element.scrollTop = from - room;
    else if (to > element.scrollTop + element.clientHeight) element.scrollTop = to - element.clientHeight;
  };

  // what comes in above is scrolled over before it is painted
  const held = useRef<{ id: string; offset: number } | null>(null);
  const { keepsPlace = false } = props;
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || !keepsPlace) return;
    const was = held.current;
    const at = was && element.scrollTop > 0 ? rows.findIndex((row) => idOf(row) === was.id) : -1;
    if (was && at >= 0) element.scrollBy(0, (offsets[at] ?? 0) - was.offset);
    const seen = rowAt(offsets, element.scrollTop);
    const row = rows[seen];
    held.current = row === undefined ? null : { id: idOf(row), offset: offsets[seen] ?? 0 };
  }, [scroller, rows, offsets, idOf, keepsPlace, top]);

  // brings the selected row into view when it becomes another one, never because the list around it changed
  useEffect(() => {
    show(index);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [selected]);
  // where the list gets lower, by a smaller window or a bar below it, what was in sight stays so
  const lastHeight = useRef(height);
  useEffect(() => {
    const was = lastHeight.current;
    lastHeight.current = height;
    const [from = 0, to = 0] = [offsets[index], offsets[index + 1]];
    const hidden = to - top - height;
    if (index >= 0 && from >= top && from < top + was && hidden > 0) scroller.current?.scrollBy(0, hidden);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- for another height only
  }, [height]);
  const { reveal = null } = props;
  useEffect(() => {
    if (reveal) show(rows.findIndex((row) => idOf(row) === reveal.id));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each wish
  }, [reveal]);

  const move = (step: number, how: SelectHow) => {
    // where nothing is selected yet, every way up leads to the first row
    let next = index < 0 && step < 0 ? 0 : index;
    for (let left = Math.abs(step); left > 0;) {
      const candidate = next + Math.sign(step);
      const row = rows[candidate];
      if (row === undefined) break;
      next = candidate;
      if (isSelectable(row)) left -= 1;
    }
    while (rows[next] !== undefined && !isSelectable(rows[next] as T)) next += 1;
    const row = rows[next];
    if (row !== undefined) onSelect(row, how);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, rowAt(offsets, top + height) - rowAt(offsets, top) - 1);
    const steps: Record<string, number> = {
      ArrowUp: -1,
      ArrowDown: 1,
      PageUp: -page,
      PageDown: page,
      Home: -rows.length,
      End: rows.length,
    };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      move(step, event.shiftKey ? 'to' : 'only');
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a' && props.onSelectAll) {
      event.preventDefault();
      props.onSelectAll();
    } else if (event.ctrlKey && event.key === ' ' && props.chosen && rows[index] !== undefined) {
      event.preventDefault();
      onSelect(rows[index] as T, 'also');
    } else if (event.key === 'Enter' && onOpen && rows[index] !== undefined) {
      event.preventDefault();
      onOpen(rows[index] as T);
    }
  };

  const first = Math.max(0, rowAt(offsets, top) - BEYOND);
  const last = Math.min(rows.length, rowAt(offsets, top + height) + 1 + BEYOND);
  const shown = rows.slice(first, last);
  const idBase = label.replaceAll(/\W/g, '');
  const isDrawn = index >= first && index < last;

  return (
    <div className={cx(css['frame'], props.className)}>
      <div
        ref={scroller}
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length}
        aria-multiselectable={props.chosen ? true : undefined}
        aria-owns={props.headId}
        aria-activedescendant={isDrawn ? `${idBase}-${index}` : undefined}
        tabIndex={0}
        data-own-arrows={props.isHome ? undefined : ''}
        className={css['scroller']}
        onScroll={(event) => setTop(event.currentTarget.scrollTop)}
        onKeyDown={onKeyDown}
      >
        {rows.length === 0 && (
          <div role="row" className={css['empty']}>
            <span role="gridcell">{empty}</span>
          </div>
        )}
        <div role="presentation" className={css['all']} style={{ height: offsets[rows.length] ?? 0 }}>
          {shown.map((row, i) => {
            const at = first + i;
            const canSelect = isSelectable(row);
            const isChosen = props.chosen ? props.chosen.has(idOf(row)) : at === index;
            return (
              <div
                key={idOf(row)}
                id={`${idBase}-${at}`}
                role="row"
                aria-rowindex={at + 1}
                aria-selected={canSelect ? isChosen : undefined}
                className={cx(css['row'], isChosen && css['chosen'], at === index && css['selected'])}
                style={{ transform: `translateY(${offsets[at] ?? 0}px)`, height: heightOf(row) }}
                onClick={canSelect ? (event) => onSelect(row, howOf(event)) : undefined}
                onPointerDown={
                  props.onRowPointerDown ? (event) => props.onRowPointerDown?.(event, row, at) : undefined
                }
                onContextMenu={props.onRowMenu ? (event) => props.onRowMenu?.(event, row, at) : undefined}
                onDoubleClick={canSelect && onOpen ? () => onOpen(row) : undefined}
              >
                {render(row, at)}
              </div>
            );
          })}
          {props.overlay}
        </div>
      </div>
    </div>
  );
}
