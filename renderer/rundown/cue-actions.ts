/** What is done to the cues that are chosen, from keys, buttons and menus. All of it can be undone; none touches air. */
import { z } from 'zod';
import { inOrder } from '../../core/clip.ts';
import { CueId } from '../../core/ids.ts';

import type { Cue } from '../../core/schema/cue.ts';
import type { Show } from '../../core/schema/show.ts';
import { getRow } from '../../core/table.ts';
import type { CommandInput } from '../../core/commands/registry.ts';
import type { Desk } from '../client/desk.ts';
import { text } from '../text.ts';
import { dropMove, stepMove, type Move } from './moves.ts';
import { rundownRows } from './rows.ts';
import { chosenCues } from './rundown-ui.ts';

export interface Chosen {
  show: Show;
  /** In the order of the rundown; at least one. */
  ids: CueId[];
}

/** Null, with a word said, where none is chosen. */
export function chosenNow(desk: Desk): Chosen | null {
  const { state } = desk.client.store.get();
  const ids = state ? inOrder(state.show.rundown, chosenCues(desk.ui.get())) : [];
  if (state && ids.length > 0) return { show: state.show, ids };
  desk.say('cue_unknown', text.refusal.nothingSelected);
  return null;
}

const Made = z.object({ cueIds: z.array(CueId) });

export async function duplicateCues(desk: Desk): Promise<void> {
  const chosen = chosenNow(desk);
  if (!chosen) return;
  const made = Made.safeParse(await desk.send({ type: 'cue.duplicate', cueIds: chosen.ids }));
  if (!made.success) return;
  const { cueIds } = made.data;
  desk.ui.set({
    cue: cueIds[0] ?? null,
    inspect: 'cue',
    chosenCues: new Set(cueIds),
    cueAnchor: cueIds[0] ?? null,
  });
  desk.tell(text.cueClipboard.duplicated(cueIds.length));
}

/** The cue that is selected once those are gone: the one below, else the one above. */
export function cueAfterRemoval(rundown: readonly CueId[], gone: readonly CueId[]): CueId | null {
  const removed = new Set(gone);
  const last = rundown.findLastIndex((id) => removed.has(id));
  return (
    rundown.slice(last + 1).find((id) => !removed.has(id)) ??
    rundown.slice(0, Math.max(0, last)).findLast((id) => !removed.has(id)) ??
    null
  );
}

/** @param said the line that tells it, with how many */
export async function removeCues(desk: Desk, said: (n: number) => string): Promise<void> {
  const chosen = chosenNow(desk);
  if (!chosen) return;
  const { show, ids } = chosen;
  const removed = await desk.send({ type: 'cue.deleteMany', cueIds: ids });
  if (!removed.ok) return;
  desk.ui.set({ cue: cueAfterRemoval(show.rundown, ids), chosenCues: new Set(), cueAnchor: null });
  desk.tell(said(ids.length));
}

export const move = (desk: Desk, cueIds: readonly CueId[], to: Move) =>
  desk.send({ type: 'cue.moveMany', cueIds: [...cueIds], ...to });

/** One place up or down. */
export function moveCues(desk: Desk, step: -1 | 1): void {
  const chosen = chosenNow(desk);
  const to = chosen && stepMove(chosen.show, chosen.ids, step);
  if (chosen && to) void move(desk, chosen.ids, to);
}

/** A whole segment, past the one above or below it. */
export function moveSegment(desk: Desk, cues: readonly CueId[], step: -1 | 1): void {
  const { state } = desk.client.store.get();
  if (!state) return;
  const { show } = state;
  const moved = new Set(cues);
  const rows = rundownRows(show);
  const at = rows.findIndex((row) => row.kind === 'segment' && row.cues[0] === cues[0]);
  const end = at + 1 + cues.length;
  const gap = step === -1 ? startOfRunAbove(rows, at) : endOfRunBelow(rows, end);
  if (at >= 0 && gap !== null) void move(desk, cues, dropMove(show, rows, gap, moved, true));
}

type Rows = ReturnType<typeof rundownRows>;

function startOfRunAbove(rows: Rows, at: number): number | null {
  if (at <= 0) return null;
  const heading = rows.slice(0, at).findLastIndex((row) => row.kind === 'segment');
  return Math.max(0, heading);
}

function endOfRunBelow(rows: Rows, end: number): number | null {
  if (end >= rows.length) return null;
  const next = rows.slice(end + 1).findIndex((row) => row.kind === 'segment');
  return next < 0 ? rows.length : end + 1 + next;
}

type Changes = Extract<CommandInput, { type: 'cue.editMany' }>['changes'];

export function editCues(desk: Desk, changes: Changes): void {
  const chosen = chosenNow(desk);
  if (chosen) void desk.send({ type: 'cue.editMany', cueIds: chosen.ids, changes });
}

/** On for all of them, unless all have it already. */
export function toggle(desk: Desk, flag: 'skip' | 'hold'): void {
  const chosen = chosenNow(desk);
  if (!chosen) return;
  const all = chosen.ids.every((id) => getRow(chosen.show.cues, id)?.[flag] === true);
  void desk.send({ type: 'cue.editMany', cueIds: chosen.ids, changes: { [flag]: !all } });
}

/** The cue that Space takes, into sight and selected. */
export function showNext({ client, ui }: Desk): void {
  const cue = client.store.get().state?.air.cued;
  if (cue) ui.set({ cue, inspect: 'cue', reveal: { id: cue } });
}

export const cueName = ({ number, name }: Pick<Cue, 'number' | 'name'>): string => text.cue(number, name);
