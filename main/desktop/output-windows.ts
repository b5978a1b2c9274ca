/**
 * Keeps the output windows as they should be. What should be is decided in core/outputs; here it is done. Windows are
 * disposable: a new one is made hidden, shown when its page has drawn what is on air, and only then the old one goes.
 * Nothing of the show lives in them.
 */
import { app, powerSaveBlocker } from 'electron';
import { choiceNow } from '../../core/outputs/choice.ts';
import {
  desiredWindows,
  type Desired,
  type Memory,
  type WindowWish,
} from '../../core/outputs/desired-windows.ts';
import type { DisplayInfo, OutputPlace, ShellInfo } from '../../core/outputs/displays.ts';
import { homeAfter } from '../../core/outputs/home.ts';
import { outputAir } from '../../core/outputs/look.ts';
import { afterCrash } from '../../core/outputs/recovery.ts';
import { diffWindows, isSameWindow, type WindowStep } from '../../core/outputs/window-diff.ts';
import type { OutputInfo } from '../../core/protocol.ts';
import type { Output } from '../../core/schema/output.ts';
import type { Station } from '../station.ts';
import type { Log } from '../world.ts';
import { isWayland, readDisplays, watchDisplays } from './displays.ts';
import { pictureFrom } from './output-pictures.ts';
import { OutputWindow } from './output-window.ts';

/** How often the windows' heartbeats are looked at. Milliseconds. */
const WATCH_MS = 250;
/** A page beats once a second; after this many looks without a beat it hangs. */
const SILENT_LOOKS = 10;
/** A page that has not drawn anything by then never will. Looks. */
const START_LOOKS = 40;
/** Beats without a frame. Not a reason to start anew: a locked screen draws none either. */
const STILL_BEATS = 3;
/**
 * Some systems draw nothing of a window before it is shown, so a new one may be bare ground at first. It comes up under
 * the old one, which goes when this is over. Milliseconds.
 */
const UNDER_MS = 300;

interface Held {
  window: OutputWindow;
  shown: boolean;
  /** Its page has gone or hangs: what it shows is not to be believed. */
  broken: boolean;
  /** Looks since its last sign of life. */
  silent: number;
  /** Beats in a row without a frame. */
  still: number;
}

interface Slot {
  /** What it took the place of, on top for a moment still. */
  leaving: Held | null;
  /** What is seen. */
  shown: Held | null;
  /** What replaces it when it is ready. */
  coming: Held | null;
  crashes: number[];
  /** It crashed too often: its bare ground is shown until somebody restarts it. */
  stopped: boolean;
  recoveries: number;
  lastRecovery: OutputPlace['lastRecovery'];
}

/** The operator's window, as far as outputs have to do with it. */
export interface OperatorsDesk {
  /** The display that most of it is on. */
  readonly display: number;
  /** Its own display has gone: it moves to one that is not among these, if there is one. */
  keepOff(displays: readonly number[]): void;
  focus(): void;
}

export class OutputWindows {
  readonly #station: Station;
  readonly #desk: OperatorsDesk;
  readonly #log: Log;
  readonly #slots = new Map<string, Slot>();
  readonly #unwatch: () => void;
  readonly #watch: NodeJS.Timeout;
  #home: number | null;
  #memory: Memory = {};
  #desired: Desired = { windows: [], standings: {}, memory: {} };
  #lastToken = 0;
  #awake: number | null = null;
  #ended = false;
  /** Only when it starts may an output take the only other display unasked. */
  #settled = false;
  #soon: NodeJS.Immediate | null = null;
  #told = '';

  constructor(station: Station, desk: OperatorsDesk, log: Log) {
    this.#station = station;
    this.#desk = desk;
    this.#log = log;
    this.#home = desk.display;
    this.#unwatch = watchDisplays(() => this.#settle());
    this.#watch = setInterval(() => this.#look(), WATCH_MS);
    app.on('child-process-gone', this.#onProcessGone);
    station.onStage((info) => this.#hear(info));
    station.store.onCommit(({ before, after }) => {
      const isNews =
        before.show.outputs !== after.show.outputs ||
        before.air.outputs !== after.air.outputs ||
        before.show.settings !== after.show.settings;
      if (isNews) this.settleSoon();
    });
    station.setStageCamera((channel) => pictureFrom(this.#slots, channel, station.store.state));
    this.#settle();
  }

  /** What stands where, for whoever shows it. */
  get info(): ShellInfo {
    return {
      platform: process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux',
      displays: readDisplays(),
      home: this.#home,
      places: this.#station.store.state.show.outputs.map((output) => this.#placeOf(output)),
    };
  }

  /** Takes all windows away. */
  stop(): void {
    this.#ended = true;
    this.#unwatch();
    clearInterval(this.#watch);
    if (this.#soon) clearImmediate(this.#soon);
    app.off('child-process-gone', this.#onProcessGone);
    for (const slot of this.#slots.values()) empty(slot);
    this.#stayAwake();
  }

  /** Something has changed, or the desk has moved. Not at once: a commit is heard while the station is still at work. */
  readonly settleSoon = (): void => {
    this.#soon ??= setImmediate(() => {
      this.#soon = null;
      if (!this.#ended) this.#settle();
    });
  };

  #settle(): void {
    const displays = readDisplays();
    this.#findHome(displays);
    const { show, air } = this.#station.store.state;
    this.#desired = desiredWindows(show.outputs, {
      displays,
      home: this.#home,
      memory: this.#memory,
      frameRate: show.settings.frameRate,
      canPlace: !isWayland(),
      mayChoose: !this.#settled,
      restarts: (output) => outputAir({ air }, output).restarts,
    });
    this.#memory = this.#desired.memory;
    this.#settled = true;
    this.#clearWrong(displays);
    const current = [...this.#slots.values()].flatMap(wishOf);
    for (const step of diffWindows(current, this.#desired.windows, displays)) this.#take(step);
    for (const { shown } of this.#slots.values()) shown?.window.keepOnTop();
    this.#stayAwake();
    this.#tell();
    for (const output of show.outputs) this.#keepChoice(output, displays);
  }

  /**
   * A window whose display has gone has been moved elsewhere by the system, and one whose display belongs to another
   * output now would lie under it: neither waits for its replacement.
   */
  #clearWrong(displays: readonly DisplayInfo[]): void {
    const isThere = (id: number) => displays.some((display) => display.id === id);
    for (const [output, slot] of this.#slots) {
      const others = this.#desired.windows.filter((wish) => wish.output !== output);
      const isWrong = ({ window: { wish } }: Held) =>
        wish.displays.some((id) => !isThere(id) || others.some((other) => other.displays.includes(id)));
      for (const role of ['shown', 'leaving', 'coming'] as const) {
        const held = slot[role];
        if (!held || !isWrong(held)) continue;
        held.window.close();
        slot[role] = null;
      }
    }
  }

  #findHome(displays: readonly DisplayInfo[]): void {
    const taken = this.#desired.windows.flatMap((window) => window.displays);
    const present = taken.filter((id) => displays.some((display) => display.id === id));
    const home = () => homeAfter(this.#home, this.#desk.display, present, displays);
    this.#home = home();
    if (this.#home !== null) return;
    this.#log.warn('the desk’s display has gone: the desk looks for a free one');
    this.#desk.keepOff(present);
    this.#home = home();
  }

  /** The show keeps what is known of a display today, so that it is found again tomorrow. */
  #keepChoice(output: Output, displays: readonly DisplayInfo[]): void {
    const target = choiceNow(output, this.#desired.standings[output.id]?.displays ?? [], displays);
    const { mode } = this.#station.store.state.air;
    // in rehearsal program outputs are not changed, this way neither
    if (!target || (mode === 'rehearsal' && output.channel === 'program')) return;
    this.#station.store.dispatch({ type: 'output.edit', outputId: output.id, target }, { by: 'station' });
  }

  #take(step: WindowStep): void {
    if (step.do === 'close') {
      const slot = this.#slots.get(step.output);
      if (slot) empty(slot);
      return;
    }
    const slot = this.#slotOf(step.wish.output);
    const restarts = slot.shown?.window.wish.restarts ?? step.wish.restarts;
    if (step.do === 'open') empty(slot);
    // by an operator's wish, or on another display: what crashed before does not count
    if (slot.stopped || restarts !== step.wish.restarts) Object.assign(slot, { stopped: false, crashes: [] });
    this.#make(slot, step.wish);
  }

  #slotOf(output: string): Slot {
    const slot = this.#slots.get(output) ?? {
      leaving: null,
      shown: null,
      coming: null,
      crashes: [],
      stopped: false,
      recoveries: 0,
      lastRecovery: null,
    };
    this.#slots.set(output, slot);
    return slot;
  }

  #make(slot: Slot, wish: WindowWish): void {
    slot.coming?.window.close();
    const token = ++this.#lastToken;
    const url = this.#addressOf(wish, token, slot.shown !== null && !slot.shown.broken);
    const window = new OutputWindow(wish, token, slot.stopped ? null : url, {
      onBroken: (reason) => this.#recover(wish.output, token, reason),
      onFocus: () => this.#desk.focus(),
    });
    // a bare ground is no picture
    slot.coming = { window, shown: false, broken: slot.stopped, silent: 0, still: 0 };
    if (slot.stopped) this.#reveal(slot);
  }

  /** @param patient whether a whole picture is seen while the page loads */
  #addressOf({ output, channel, ground, keySide }: WindowWish, token: number, patient: boolean): string {
    const url = new URL(this.#station.addresses.outputs[channel]);
    url.searchParams.set('output', output);
    url.searchParams.set('window', String(token));
    url.searchParams.set('key-side', keySide);
    if (patient) url.searchParams.set('patient', '1');
    if (ground !== 'transparent') url.searchParams.set('background', ground);
    return url.href;
  }

  /** The new window is ready: it is shown, and what it replaces goes. */
  #reveal(slot: Slot): void {
    const { coming, shown } = slot;
    if (!coming) return;
    coming.shown = true;
    coming.window.show();
    slot.shown = coming;
    slot.coming = null;
    slot.leaving?.window.close();
    slot.leaving = shown;
    if (shown && !shown.broken) shown.window.raise();
    setTimeout(() => {
      shown?.window.close();
      if (slot.leaving === shown) slot.leaving = null;
      if (!this.#ended) this.#tell();
    }, UNDER_MS);
    this.#stayAwake();
  }

  #hear({ window, ready, fps }: OutputInfo): void {
    for (const slot of this.#slots.values()) {
      for (const held of [slot.shown, slot.coming]) {
        if (held?.window.token !== window) continue;
        held.silent = 0;
        held.still = fps === 0 ? held.still + 1 : 0;
      }
      if (ready && slot.coming?.window.token === window) {
        this.#reveal(slot);
        this.#tell();
      }
    }
  }

  #look(): void {
    for (const [output, slot] of this.#slots) {
      for (const held of [slot.shown, slot.coming]) {
        if (!held || (slot.stopped && held === slot.shown)) continue;
        held.silent += 1;
        const { token } = held.window;
        if (held.shown && held.silent === SILENT_LOOKS) this.#recover(output, token, 'page hangs');
        if (!held.shown && held.silent === START_LOOKS) this.#recover(output, token, 'page draws nothing');
        if (held.shown && !held.window.isSeen()) this.#recover(output, token, 'window was hidden');
      }
    }
    // also says where a window has been moved to behind our back
    this.#tell();
  }

  readonly #onProcessGone = (_event: unknown, { type, reason }: { type: string; reason: string }): void => {
    if (type !== 'GPU') return;
    this.#log.error({ reason }, 'the GPU process has gone');
    for (const [output, { shown }] of this.#slots) {
      if (shown) this.#recover(output, shown.window.token, 'GPU process lost');
    }
  };

  /** Another window in its place, with what is on air and no entrance; not for ever. */
  #recover(output: string, token: number, reason: string): void {
    const slot = this.#slots.get(output);
    const held = [slot?.shown, slot?.coming].find((one) => one?.window.token === token);
    if (this.#ended || !slot || !held || slot.stopped) return;
    held.broken = true;
    // its replacement is on its way already
    if (held.shown && slot.coming) return;
    const at = Date.now();
    const { past, stop } = afterCrash(slot.crashes, at);
    Object.assign(slot, { crashes: past, stopped: stop, lastRecovery: { at, reason } });
    const { shown } = slot;
    if (stop && held === slot.coming && shown && !shown.broken) {
      // what is seen is whole: better than the bare ground
      held.window.close();
      Object.assign(slot, { coming: null, stopped: false });
      this.#log.error({ output, reason }, 'an output could not be replaced: the old window stays');
      this.#tell();
      return;
    }
    if (!stop) slot.recoveries += 1;
    this.#log.error({ output, reason, stop }, stop ? 'an output is stopped' : 'an output is brought back');
    this.#make(slot, held.window.wish);
    this.#tell();
  }

  #placeOf({ id }: Output): OutputPlace {
    const standing = this.#desired.standings[id];
    const slot = this.#slots.get(id);
    const warnings = [...(standing?.warnings ?? [])];
    if (slot?.shown && !slot.shown.window.isInPlace()) warnings.push('bounds');
    if (slot?.shown && slot.shown.still >= STILL_BEATS) warnings.push('still');
    if (process.platform === 'darwin' && (standing?.displays.length ?? 0) > 1) warnings.push('spaces');
    // what is about to be replaced may stand on another display, or in another mode
    const isSeen = slot?.shown && !slot.shown.broken && !slot.coming && !slot.leaving;
    const wish = this.#desired.windows.find((one) => one.output === id);
    // what should have replaced it failed too often: it shows a picture, but not as the show says
    const isStale = isSeen && wish && slot.shown && !isSameWindow(slot.shown.window.wish, wish);
    const windowState = slot?.stopped || isStale ? 'stopped' : isSeen ? 'shown' : 'opening';
    const state = standing?.state ?? 'closed';
    return {
      output: id,
      state: state === 'window' ? windowState : state,
      parkedFor: standing?.parkedFor ?? null,
      displays: standing?.displays ?? [],
      warnings,
      recoveries: slot?.recoveries ?? 0,
      lastRecovery: slot?.lastRecovery ?? null,
    };
  }

  #tell(): void {
    const { info } = this;
    const text = JSON.stringify(info);
    if (text === this.#told) return;
    this.#told = text;
    this.#station.setShell(info);
  }

  /** No display sleeps while an output is open. */
  #stayAwake(): void {
    const isOpen = [...this.#slots.values()].some(({ shown, coming }) => shown ?? coming);
    if (isOpen === (this.#awake !== null)) return;
    if (isOpen) this.#awake = powerSaveBlocker.start('prevent-display-sleep');
    else if (this.#awake !== null) {
      powerSaveBlocker.stop(this.#awake);
      this.#awake = null;
    }
  }
}

/** The latest wish: what comes counts before what is there. */
function wishOf({ shown, coming }: Slot): WindowWish[] {
  const held = coming ?? shown;
  return held ? [held.window.wish] : [];
}

function empty(slot: Slot): void {
  for (const role of ['shown', 'leaving', 'coming'] as const) {
    slot[role]?.window.close();
    slot[role] = null;
  }
}
