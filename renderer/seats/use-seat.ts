/** What this desk does about the others by itself: says where it is, says what it missed, and who has the take right. */
import { useEffect } from 'react';
import type { Whereabouts } from '../../core/protocol.ts';
import { stationNow, useStation, type Desk } from '../client/desk.ts';
import type { DeskUi } from '../client/desk-ui.ts';
import { text } from '../text.ts';
import { awayWords } from './away.ts';
import { holderOf, reachOf, type Reach } from './reach.ts';

/** The others are told at most so often. Milliseconds. */
const TELL_EVERY_MS = 250;

/** @param hasUnsent a field of the form holds words that are not saved */
export function whereaboutsOf(ui: DeskUi, hasUnsent: boolean): Whereabouts {
  const isFacts = ui.workspace === 'facts';
  const about = isFacts || (ui.inspect === 'fact' && ui.fact !== null) ? 'fact' : 'cue';
  const id = about === 'fact' ? ui.fact : ui.cue;
  return {
    workspace: ui.workspace,
    cue: isFacts ? null : ui.cue,
    fact: about === 'fact' ? ui.fact : null,
    editing: hasUnsent && id !== null ? { kind: about, id } : null,
  };
}

function usePresence(desk: Desk): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      timer = undefined;
      const hasUnsent = document.querySelector('[data-inspector] [data-unsaved]') !== null;
      desk.client.tellWhere(whereaboutsOf(desk.ui.get(), hasUnsent));
    };
    const soon = () => (timer ??= setTimeout(tell, TELL_EVERY_MS));
    tell();
    const leave = desk.ui.subscribe(soon);
    // a field that is saved loses its mark with the station's answer
    const leaveStation = desk.client.store.subscribe(() => document.hasFocus() && soon());
    document.addEventListener('input', soon);
    document.addEventListener('focusout', soon);
    return () => {
      clearTimeout(timer);
      leave();
      leaveStation();
      document.removeEventListener('input', soon);
      document.removeEventListener('focusout', soon);
    };
  }, [desk]);
}

/** After a broken line: what happened meanwhile, on the status line and in the Desks panel. */
function useAway(desk: Desk): void {
  useEffect(() => {
    let left: { state: NonNullable<ReturnType<typeof desk.client.store.get>['state']>; at: number } | null =
      null;
    return desk.client.store.subscribe(() => {
      const station = desk.client.store.get();
      if (station.line === 'closed' && station.state && !left)
        left = { state: station.state, at: stationNow(station) };
      if (station.line !== 'open' || !left || !station.state || station.state === left.state) return;
      const words = awayWords(left.state, station.state);
      desk.ui.set({ away: { from: left.at, to: stationNow(station), words } });
      const unsent = document.querySelector('[data-unsaved]') ? ` ${text.seats.away.unsent}` : '';
      left = null;
      desk.tell(`${words}${unsent}`);
    });
  }, [desk]);
}

/** A desk whose keys stop or begin to reach air is told in words. */
function useRightTold(desk: Desk): void {
  useEffect(() => {
    let last: Reach | null = null;
    return desk.client.store.subscribe(() => {
      const station = desk.client.store.get();
      // what changed while the line was broken is said by what was missed
      if (station.line === 'closed') last = null;
      if (station.line !== 'open' || station.seat === '') return;
      const reach = reachOf(station);
      const was = last;
      last = reach;
      if (was === null || was === reach) return;
      const t = text.seats.right;
      if (reach === 'theirs') desk.say('take_right', t.lostTo(holderOf(station)));
      else if (reach === 'mine') desk.tell(t.gained);
      else if (reach === 'everyone' && was === 'theirs') desk.tell(t.freed);
    });
  }, [desk]);
}

/** What looks on is locked for good: forms, moves and settings are off as on any locked desk. */
function useViewerLock(desk: Desk): void {
  const view = useStation((station) => station.view);
  useEffect(() => {
    if (!view) return;
    const lock = () => desk.ui.get().locked || desk.ui.set({ locked: true });
    lock();
    return desk.ui.subscribe(() => {
      if (desk.ui.get().locked) return;
      desk.ui.set({ locked: true });
      desk.say('viewer', text.seats.viewer.locked);
    });
  }, [desk, view]);
}

export function useSeat(desk: Desk): void {
  usePresence(desk);
  useAway(desk);
  useRightTold(desk);
  useViewerLock(desk);
}
