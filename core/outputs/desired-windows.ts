/**
 * Which output windows there should be, from the show's outputs and the displays that are there: pure. Whoever makes
 * windows of it (main/desktop) decides nothing.
 */
import type { ChannelId } from '../layers.ts';
import type { DisplayRef, FrameRate, Output } from '../schema/output.ts';
import type { Show } from '../schema/show.ts';
import type { DisplayInfo, ParkedFor, Rect, WarningCode } from './displays.ts';
import { groundOfMode } from './ground.ts';
import { spanOf } from './key-display.ts';
import { matchDisplays, type Match, type Sought } from './match.ts';

/** A window as it should be. Two that are equal are the same window; one that differs replaces the other. */
export interface WindowWish {
  output: string;
  channel: ChannelId;
  /** `plain`: a movable window that may stand on the operator's display. */
  kind: 'fullscreen' | 'spanning' | 'plain';
  /** Device-independent pixels; of a plain window only the size counts. */
  bounds: Rect;
  /** Ids of the displays that it covers; fill first. */
  displays: number[];
  /** Seen before the page has drawn anything: `transparent` or #rrggbb. */
  ground: string;
  keySide: 'left' | 'right';
  /** Restarts that operators have asked for. */
  restarts: number;
}

export interface Standing {
  state: 'window' | 'parked' | 'lost' | 'closed' | 'elsewhere';
  parkedFor: ParkedFor | null;
  displays: number[];
  warnings: WarningCode[];
}

/** What was found out about each output's displays and must be known the next time. */
export interface Memory {
  readonly [output: string]: Remembered;
}

interface Remembered {
  /** Ids in the show when it was found, to tell a new choice. */
  chosen: readonly number[];
  on: readonly number[];
  beside: readonly number[];
}

export interface Circumstances {
  displays: readonly DisplayInfo[];
  /** The display that the desk stands on: never an output's. Null while the desk has none of its own. */
  home: number | null;
  memory: Memory;
  frameRate: FrameRate;
  /** False where the system lets no app place its windows. */
  canPlace: boolean;
  /** An output that never had a display may take the only other one: at the start, not when others come and go. */
  mayChoose: boolean;
  restarts: (output: string) => number;
}

export interface Desired {
  windows: WindowWish[];
  /** By output id, for each output of the show. */
  standings: Record<string, Standing>;
  memory: Memory;
}

const HD = { width: 1920, height: 1080 };
/** Of a plain window: a quarter of the picture. */
const PLAIN = { width: 960, height: 540 };

const standing = (state: Standing['state'], parkedFor: ParkedFor | null = null): Standing => ({
  state,
  parkedFor,
  displays: [],
  warnings: [],
});

const isKeyFill = ({ mode }: Output): boolean => mode.kind === 'key-fill';

/** The displays that an output needs: one, or one for the fill and one for the key. */
function refsOf(output: Output): (DisplayRef | null)[] {
  if (output.target.kind !== 'display') return [];
  const { display, key } = output.target;
  return isKeyFill(output) ? [display, key] : [display];
}

/** 59.94 and 60 count as one: systems report either for both. */
const RATE_TOLERANCE = 0.003;

/** True where every picture of the programme is shown for equally many refreshes. */
export function ratesFit(refresh: number, frameRate: number): boolean {
  if (refresh === 0) return true;
  const times = Math.round(refresh / frameRate);
  return times >= 1 && Math.abs(refresh / frameRate / times - 1) < RATE_TOLERANCE;
}

function warningsOf({ mode }: Output, displays: readonly DisplayInfo[], frameRate: FrameRate): WarningCode[] {
  const warnings: WarningCode[] = [];
  if (displays.some(({ scale }) => scale !== 1)) warnings.push('scale');
  if (displays.some(({ rate }) => !ratesFit(rate, frameRate))) warnings.push('rate');
  if (displays.some(({ size }) => size.width !== HD.width || size.height !== HD.height))
    warnings.push('size');
  if (mode.kind === 'transparent') warnings.push('transparent');
  return warnings;
}

const isOpenOnDisplay = (output: Output): boolean => output.open && output.target.kind === 'display';

const chosenBy = (output: Output): number[] => refsOf(output).map((ref) => ref?.id ?? Number.NaN);

const sameIds = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((id, index) => Object.is(id, b[index]));

/** What is remembered, unless somebody has chosen anew since. */
function rememberedOf(output: Output, memory: Memory): Remembered | null {
  const one = memory[output.id];
  if (!one) return null;
  const chosen = chosenBy(output);
  return sameIds(one.chosen, chosen) || sameIds(one.on, chosen) ? one : null;
}

/** The one display that an output may take unasked: it has never had one, and there is only one to be had. */
function onlyChoice(
  outputs: readonly Output[],
  { displays, home, mayChoose }: Circumstances,
): Map<string, number> {
  const open = outputs.filter(isOpenOnDisplay);
  const waiting = open.filter((output) => refsOf(output).every((ref) => ref === null));
  const [only, ...more] = waiting;
  if (!only || more.length > 0 || isKeyFill(only) || home === null || !mayChoose)
    return new Map<string, number>();
  // closed outputs keep their displays too
  const refs = outputs.flatMap((output) => refsOf(output).flatMap((ref) => ref ?? []));
  const matches = matchDisplays(
    refs.map((ref) => ({ ref, on: null, beside: [] })),
    displays,
  );
  const spoken = new Set(
    matches.flatMap((match) => (match.is === 'found' ? match.id : match.is === 'unsure' ? match.ids : [])),
  );
  const [display, ...others] = displays.filter(({ id }) => id !== home && !spoken.has(id));
  return display && others.length === 0 ? new Map([[only.id, display.id]]) : new Map<string, number>();
}

/** Where the displays of each open output are now. */
function findAll(outputs: readonly Output[], around: Circumstances): Map<string, Match[]> {
  const open = outputs.filter(isOpenOnDisplay);
  const sought = open.flatMap((output) => {
    const known = rememberedOf(output, around.memory);
    return refsOf(output).flatMap((ref, index): (Sought & { output: string })[] =>
      ref ? [{ output: output.id, ref, on: known?.on[index] ?? null, beside: known?.beside ?? [] }] : [],
    );
  });
  // a display that stood for an output which has none chosen yet is remembered like any other
  const unasked = onlyChoice(outputs, around);
  const matches = matchDisplays(sought, around.displays);
  const found = new Map<string, Match[]>();
  for (const [index, { output }] of sought.entries()) {
    const match = matches[index];
    if (match) found.set(output, [...(found.get(output) ?? []), match]);
  }
  for (const output of open.filter((one) => refsOf(one).every((ref) => ref === null))) {
    const on = rememberedOf(output, around.memory)?.on[0];
    const id = around.displays.some((display) => display.id === on) ? on : unasked.get(output.id);
    if (id !== undefined) found.set(output.id, [{ is: 'found', id }]);
  }
  return found;
}

export function desiredWindows(outputs: readonly Output[], around: Circumstances): Desired {
  const found = findAll(outputs, around);
  const used = new Set<number>();
  const desired: Desired = { windows: [], standings: {}, memory: {} };
  const memory: Record<string, Remembered> = {};
  for (const output of outputs) {
    const known = rememberedOf(output, around.memory);
    const isThere = known?.on.every((id) => around.displays.some((one) => one.id === id)) ?? false;
    // one that was away is looked at again when it is back: the same socket may have another monitor
    if (known) memory[output.id] = isThere ? known : { ...known, on: [] };
    const placed = place(output, found.get(output.id) ?? [], around, used);
    desired.standings[output.id] = placed.standing;
    if (!placed.window) continue;
    desired.windows.push(placed.window);
    const on = placed.window.displays;
    if (on.length === 0) continue;
    for (const id of on) used.add(id);
    const there = around.displays.map(({ id }) => id).filter((id) => !on.includes(id));
    memory[output.id] = {
      chosen: chosenBy(output),
      on,
      beside: [...new Set([...(known?.beside ?? []), ...there])].filter((id) => !on.includes(id)),
    };
  }
  return { ...desired, memory };
}

interface Placed {
  standing: Standing;
  window: WindowWish | null;
}

const without = (of: Standing): Placed => ({ standing: of, window: null });

function place(
  output: Output,
  matches: readonly Match[],
  around: Circumstances,
  used: ReadonlySet<number>,
): Placed {
  const { channel, mode, target } = output;
  if (!output.open) return without(standing('closed'));
  if (target.kind === 'browser') return without(standing('elsewhere'));
  const wish: WindowWish = {
    output: output.id,
    channel,
    kind: 'plain',
    bounds: { x: 0, y: 0, width: isKeyFill(output) ? PLAIN.width * 2 : PLAIN.width, height: PLAIN.height },
    displays: [],
    ground: groundOfMode(mode),
    keySide: 'right',
    restarts: around.restarts(output.id),
  };
  if (target.kind === 'window') {
    const warnings = warningsOf(output, [], around.frameRate);
    return { standing: { ...standing('window'), warnings }, window: wish };
  }
  if (!around.canPlace) return without(standing('parked', 'wayland'));
  if (matches.some(({ is }) => is === 'lost')) return without(standing('lost'));
  if (matches.some(({ is }) => is === 'unsure')) return without(standing('parked', 'unsure'));
  const ids = matches.flatMap((match) => (match.is === 'found' ? match.id : []));
  if (ids.length < refsOf(output).length) return without(standing('parked', 'unassigned'));
  if (around.home !== null && ids.includes(around.home)) return without(standing('parked', 'desk'));
  const isTaken = new Set(ids).size < ids.length || ids.some((id) => used.has(id));
  if (isTaken) return without(standing('parked', 'taken'));
  const on = ids.flatMap((id) => around.displays.find((display) => display.id === id) ?? []);
  const [fill, key] = on;
  if (!fill) return without(standing('lost'));
  const span = key ? spanOf(fill, key) : { bounds: fill.bounds, keySide: wish.keySide };
  if (!span) return without(standing('parked', 'not_side_by_side'));
  const warnings = warningsOf(output, on, around.frameRate);
  return {
    standing: { state: 'window', parkedFor: null, displays: ids, warnings },
    window: { ...wish, ...span, kind: key ? 'spanning' : 'fullscreen', displays: ids },
  };
}

/** Ids of the displays that outputs stand on, or would: the desk keeps away from them from the start. */
export const claimedBy = (
  { show }: { show: Pick<Show, 'outputs' | 'settings'> },
  displays: readonly DisplayInfo[],
): number[] =>
  desiredWindows(show.outputs, {
    displays,
    home: null,
    memory: {},
    frameRate: show.settings.frameRate,
    canPlace: true,
    mayChoose: false,
    restarts: () => 0,
  }).windows.flatMap((window) => window.displays);
