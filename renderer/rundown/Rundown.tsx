/** The rundown: every cue in order, by segment. Enter brings the selected one to preview. */
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import type { CueId } from '../../core/ids.ts';
import { cuesInOrder } from '../../core/rundown.ts';
import { useDesk, useStation, useUi } from '../client/desk.ts';
import { select, selectAll } from '../facts/selection.ts';
import { runAction } from '../keys/run-action.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { useIsCompact } from '../ui/use-is-compact.ts';
import { VirtualList, type SelectHow } from '../ui/VirtualList.tsx';
import { move } from './cue-actions.ts';
import { CueMenu, type MenuPlace } from './CueMenu.tsx';
import { CueRow } from './CueRow.tsx';
import { FilterBar } from './FilterBar.tsx';
import { cueMenu, segmentMenu } from './menu-items.ts';
import { dropMove } from './moves.ts';
import { nextPlanned } from './plan.ts';
import type { Row } from './rows.ts';
import { chosenCues, withoutHidden } from './rundown-ui.ts';
import { RundownBar } from './RundownBar.tsx';
import { SegmentHeading } from './SegmentHeading.tsx';
import { useDrag, type Drag } from './use-drag.ts';
import { useFollowAir } from './use-follow-air.ts';
import { useLeads, useRundownView } from './use-rows.ts';
import css from './rundown.module.css';

/** Pixels; lower rows where the screen is small. */
const HEIGHTS = { roomy: { heading: 28, cue: 46 }, compact: { heading: 24, cue: 39 } };

const idOf = (row: Row): string => (row.kind === 'cue' ? row.id : `segment ${row.at}`);
const isCue = (row: Row): boolean => row.kind === 'cue';

/** Which cues are chosen, as clicks and keys choose them. */
function useChoice(rows: readonly Row[]) {
  const desk = useDesk();
  const selected = useUi((ui) => ui.cue);
  const kept = useUi((ui) => ui.chosenCues);
  const chosen = useMemo(() => new Set(chosenCues({ cue: selected, chosenCues: kept })), [selected, kept]);
  const ids = useMemo(() => rows.flatMap((row) => (row.kind === 'cue' ? [row.id] : [])), [rows]);
  // the arrow keys go where the eye goes, wherever the keyboard is; what has just been hidden is chosen no more
  useEffect(() => {
    const { shownCues, chosenCues: all } = desk.ui.get();
    desk.ui.set({ shownCues: ids, chosenCues: withoutHidden(all, shownCues ?? [], ids) });
  }, [desk, ids]);
  // out of sight the list is not kept: the arrows must not lead to a cue that has gone meanwhile
  useEffect(() => () => desk.ui.set({ shownCues: null }), [desk]);
  const put = useCallback(
    (next: ReturnType<typeof select<CueId>>) =>
      desk.ui.set({ cue: next.fact, chosenCues: next.chosen, cueAnchor: next.anchor, inspect: 'cue' }),
    [desk],
  );
  const now = useCallback(() => {
    const { cue, cueAnchor, chosenCues: all } = desk.ui.get();
    return { fact: cue, chosen: new Set(chosenCues({ cue, chosenCues: all })), anchor: cueAnchor };
  }, [desk]);
  const choose = useCallback(
    (row: Row, how: SelectHow) => row.kind === 'cue' && put(select(ids, now(), row.id, how)),
    [ids, now, put],
  );
  const chooseAll = useCallback(() => put(selectAll(ids, now())), [ids, now, put]);
  return { selected, chosen, choose, chooseAll };
}

/** The first cue with a planned time from the pointer on. */
function useNextPlanned(): CueId | null {
  const show = useStation(({ state }) => state?.show ?? null);
  const cued = useStation(({ state }) => state?.air.cued ?? null);
  return useMemo(
    () => (show ? (nextPlanned(cuesInOrder(show), cued ? show.rundown.indexOf(cued) : 0)?.id ?? null) : null),
    [show, cued],
  );
}

function EmptyRundown() {
  const desk = useDesk();
  const locked = useUi((ui) => ui.locked);
  return (
    <Empty sentence={text.lists.emptyRundown}>
      <Button kind="strong" disabled={locked} onClick={() => desk.ui.set({ dialog: 'new-cue' })}>
        {text.lists.newCue}
      </Button>
      <Button onClick={() => runAction(desk, 'toFacts')}>{text.lists.toFacts}</Button>
    </Empty>
  );
}

export function Rundown() {
  const desk = useDesk();
  const { rows, shown, all, onAir } = useRundownView();
  const leads = useLeads();
  const planned = useNextPlanned();
  const { selected, chosen, choose, chooseAll } = useChoice(rows);
  const locked = useUi((ui) => ui.locked);
  const reveal = useUi((ui) => ui.reveal);
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  useFollowAir(scroller);
  const heights = HEIGHTS[useIsCompact() ? 'compact' : 'roomy'];
  const heightOf = useCallback((row: Row) => heights[row.kind === 'cue' ? 'cue' : 'heading'], [heights]);
  const open = useCallback(
    (row: Row) => {
      choose(row, 'only');
      runAction(desk, 'recall');
    },
    [desk, choose],
  );

  const lift = (row: Row) => {
    if (row.kind === 'segment') return { ids: row.cues, whole: true };
    if (chosen.has(row.id)) return { ids: [...chosen], whole: false };
    choose(row, 'only');
    return { ids: [row.id], whole: false };
  };
  const drop = ({ ids, whole, gap }: Drag) => {
    const { state } = desk.client.store.get();
    if (state) void move(desk, ids, dropMove(state.show, rows, gap, new Set(ids), whole));
  };
  const { drag, onRowPointerDown } = useDrag({ rows, heightOf, scroller, isOff: locked, lift, drop });

  const menuFor = (row: Row | undefined, x: number, y: number) => {
    if (row?.kind === 'segment')
      return setMenu({ x, y, title: row.title, items: segmentMenu(desk, row), colours: false });
    if (row && !chosen.has(row.id)) choose(row, 'only');
    setMenu({ x, y, title: text.rundownTools.menu, items: cueMenu(desk), colours: true });
  };
  const onMenu = (event: MouseEvent, row: Row) => {
    event.preventDefault();
    menuFor(row, event.clientX, event.clientY);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current) return;
    const isMenuKey = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
    if (!isMenuKey) return;
    event.preventDefault();
    const box = scroller.current?.querySelector('[aria-selected="true"]')?.getBoundingClientRect();
    if (box) menuFor(undefined, box.left + 60, box.bottom);
  };

  const { columns } = text.lists;
  return (
    <div className={css['rundown']} onKeyDown={onKeyDown}>
      <RundownBar chosen={chosen.size} onMore={({ left, bottom }) => menuFor(undefined, left, bottom)} />
      <FilterBar shown={shown} all={all} />
      <div className={css['columns']} aria-hidden="true">
        <span />
        <span>{columns.number}</span>
        <span>{columns.cue}</span>
        <span>{columns.plan}</span>
        <span>{columns.standing}</span>
      </div>
      <VirtualList
        label={text.lists.rundown}
        rows={rows}
        idOf={idOf}
        heightOf={heightOf}
        isSelectable={isCue}
        selected={selected}
        chosen={chosen}
        onSelect={choose}
        onSelectAll={chooseAll}
        onOpen={open}
        empty={all > 0 ? text.cueFilter.nothing : <EmptyRundown />}
        isHome
        className={css['list']}
        reveal={reveal}
        scrollerRef={scroller}
        onRowPointerDown={onRowPointerDown}
        onRowMenu={onMenu}
        overlay={
          drag && (
            <div className={css['drop']} style={{ transform: `translateY(${drag.top - 2}px)` }}>
              <span className={css['dropCount']}>{text.rundownTools.chosen(drag.ids.length)}</span>
            </div>
          )
        }
        render={(row) =>
          row.kind === 'cue' ? (
            <CueRow
              id={row.id}
              onAir={onAir?.get(row.id)}
              leads={leads.get(row.id) ?? ''}
              isNextPlanned={row.id === planned}
            />
          ) : (
            <SegmentHeading row={row} />
          )
        }
      />
      {menu && <CueMenu place={menu} onClose={() => setMenu(null)} />}
    </div>
  );
}
