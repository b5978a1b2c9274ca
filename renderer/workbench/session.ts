/**
 * One graphic on the bench: its frame, what was asked of it and what it answered. Every call can be slowed, held and
 * looked at moment by moment. Knows no React, and nothing of the show.
 */
import type { JsonObject } from '../../core/json.ts';
import { FrameLook } from '../../core/protocol.ts';
import type { Outcome } from '../../overlays/host/graphic-frame.ts';
import { createStore, type Store } from '../client/store.ts';
import { text } from '../text.ts';
import { requestOf, scheduled, type Act } from './acts.ts';
import { declaredFor, verdictOf, type Verdict } from './measure.ts';
import { mount, type Mounted, type Subject } from './mount.ts';
import type { Phase } from './phase.ts';
import { nextStep } from './steps.ts';
import { renderTarget, type Target } from './target.ts';

const { workbench: words } = text;

/** As on air: a graphic that answers no call in this time would be taken off. Milliseconds of the graphic's own time. */
const CALL_LIMIT_MS = 10_000;
const LOOK_LIMIT_MS = 2_000;
const CALLS_KEPT = 100;
/** Many graphics answer before their movement is over, and declare nothing: so much of it can be looked at. */
const LEAST_SPAN_MS = 1_500;

export interface CallLine {
  n: number;
  /** Epoch ms. */
  at: number;
  what: string;
  statusCode: number;
  message: string;
  /** As the graphic said; undefined where it said nothing. */
  saidStep: number | null | undefined;
  ms: number | null;
  declared: number | null;
  verdict: Verdict;
  frames: number | null;
  dropped: number | null;
  longest: number | null;
  result: unknown;
}

export interface SessionState {
  phase: Phase;
  /** By our own count; null while nothing is shown. */
  step: number | null;
  rate: number;
  /** Where it is held, ms after the last call; null while its time runs. */
  at: number | null;
  /** How long the last call moves things, as declared or measured, ms; null before the first. */
  span: number | null;
  calls: readonly CallLine[];
  look: FrameLook | null;
  /** What went wrong outside any call. */
  errors: readonly string[];
  /** Why what is seen is not what was asked for. */
  problem: string | null;
  /** Of what is loaded. */
  hash: string | null;
}

export const EMPTY: SessionState = {
  phase: 'empty',
  step: null,
  rate: 1,
  at: null,
  span: null,
  calls: [],
  look: null,
  errors: [],
  problem: null,
  hash: null,
};

interface Asked {
  act: Act;
  cut: boolean;
  /** What was there before, so that it can be played again to any moment. */
  step: number | null;
  data: JsonObject;
}

const failed = ({ statusCode }: Outcome): boolean => statusCode >= 400;

const said = ({ statusCode, statusMessage, timedOut }: Outcome): string =>
  timedOut ? words.noAnswer : statusMessage || words.status(statusCode);

export class Session {
  readonly store: Store<SessionState> = createStore(EMPTY);
  readonly #surface: HTMLElement;
  #mounted: Mounted | null = null;
  #subject: Subject | null = null;
  #target: Target = { size: '1080', rate: 50 };
  #data: JsonObject = {};
  #asked: Asked | null = null;
  /** Counts what begins anew: an answer to what was there before must not touch what is there now. */
  #turn = 0;
  #calls = 0;
  #wanted: number | null = null;
  #scrubbing = false;
  /** The held frame runs by goToTime: it can go back, and plays on only when loaded again. */
  #byTime = false;

  constructor(surface: HTMLElement) {
    this.#surface = surface;
  }

  get data(): JsonObject {
    return this.#data;
  }

  /** Of what was asked for last, loaded or not. */
  get wantedHash(): string | null {
    return this.#subject?.hash ?? null;
  }

  /** Begins with a fresh frame. @returns whether it was loaded */
  async load(subject: Subject, data: JsonObject, target: Target): Promise<boolean> {
    this.#subject = subject;
    this.#target = target;
    this.#data = data;
    this.#asked = null;
    const turn = this.#begin();
    this.#drop();
    const { rate } = this.store.get();
    this.store.set({ ...EMPTY, rate, calls: this.store.get().calls, phase: 'loading' });
    const fresh = await this.#mount(subject, data, true);
    if (turn !== this.#turn) return (fresh.remove(), false);
    this.#note(words.calls.load, fresh.loaded, null, false, null);
    if (failed(fresh.loaded)) {
      fresh.remove();
      this.store.set({ phase: 'fault', problem: words.notLoaded(said(fresh.loaded)) });
      return false;
    }
    this.#take(fresh);
    this.store.set({ phase: 'ready', hash: subject.hash });
    await this.#applyRate();
    await this.#look();
    return true;
  }

  /** Asks something of the graphic. A call may come while an earlier one is pending: so it may on air. */
  async act(act: Act, cut: boolean): Promise<void> {
    await this.#runAgain();
    const { frame } = this.#mounted ?? {};
    if (!frame || !this.#subject) return;
    const { step, rate } = this.store.get();
    const turn = this.#begin();
    this.#asked = { act, cut, step, data: this.#data };
    if (act.do === 'play') this.store.set({ phase: 'coming', step: act.step });
    if (act.do === 'stop') this.store.set({ phase: 'going' });
    if (act.do === 'update') this.#data = act.data;
    void frame.send({ call: 'look' }, LOOK_LIMIT_MS);
    const limit = rate === 0 || this.#plays(act) ? null : CALL_LIMIT_MS / rate;
    const outcome = await frame.send(requestOf(act, cut), limit);
    const declared = declaredFor(this.#subject.graphic, act);
    const line = this.#note(words.call(act), outcome, declared, cut, act);
    this.store.set({ span: Math.ceil(Math.max(LEAST_SPAN_MS, declared ?? 0, outcome.ms ?? 0)) });
    if (frame !== this.#mounted?.frame) return;
    if (turn === this.#turn) this.#settle(act, outcome, step);
    const look = await this.#look();
    if (look) this.#measure(line, look);
  }

  continue(cut: boolean): Promise<void> {
    const next = nextStep(this.store.get().step, this.#subject?.graphic.stepCount ?? 1);
    return next === null ? this.act({ do: 'stop' }, cut) : this.act({ do: 'play', step: next }, cut);
  }

  /** @param rate 1 as it is, 0 held */
  async tempo(rate: number): Promise<void> {
    this.store.set({ rate });
    if (this.store.get().at !== null) {
      if (rate === 0) return;
      await this.#runAgain();
    } else await this.#applyRate();
  }

  /** Shows it as it is so long after the last call. Asked faster than it can be done, only the last one counts. */
  async scrub(ms: number): Promise<void> {
    if (!this.#asked) return;
    this.store.set({ at: ms });
    this.#wanted = ms;
    if (this.#scrubbing) return;
    this.#scrubbing = true;
    const turn = this.#turn;
    let held: number | null = null;
    while (turn === this.#turn && this.#wanted !== null) {
      const to: number = this.#wanted;
      this.#wanted = null;
      const { frame } = this.#mounted ?? {};
      if (frame && this.#byTime) await frame.send({ call: 'goToTime', timestamp: to + 1 }, CALL_LIMIT_MS);
      else if (frame && held !== null && to >= held)
        await frame.send({ call: 'seek', ms: to }, CALL_LIMIT_MS);
      else await this.#replay(to);
      held = to;
    }
    if (turn !== this.#turn) return;
    this.#scrubbing = false;
    await this.#look();
  }

  /** The same data and step in another version of it. The one that is there stays until the new one is, or for good. */
  async swap(subject: Subject, data: JsonObject, target: Target): Promise<void> {
    const { step } = this.store.get();
    this.#target = target;
    const turn = this.#begin();
    const fresh = await this.#mount(subject, data, true);
    const played =
      step === null || failed(fresh.loaded)
        ? fresh.loaded
        : await fresh.frame.send({ call: 'play', goto: step, skipAnimation: true }, CALL_LIMIT_MS);
    if (turn !== this.#turn) return fresh.remove();
    this.#note(words.calls.reload, played, null, true, null);
    if (failed(played)) {
      fresh.remove();
      this.store.set({ problem: words.notReloaded(said(played)) });
      return;
    }
    this.#subject = subject;
    this.#data = data;
    this.#asked = null;
    this.#take(fresh);
    this.store.set({
      hash: subject.hash,
      problem: null,
      at: null,
      errors: [],
      phase: step === null ? 'ready' : 'on',
    });
    await this.#applyRate();
    await this.#look();
  }

  /** The package is broken now: what is there stays, and says so. */
  keepLastGood(why: string | null): void {
    this.store.set({ problem: why === null ? null : words.lastGood(why) });
  }

  close(): void {
    this.#begin();
    this.#drop();
    this.store.set(EMPTY);
  }

  #begin(): number {
    this.#wanted = null;
    // it may wait for a frame that is gone, which answers no more
    this.#scrubbing = false;
    return ++this.#turn;
  }

  #drop(): void {
    this.#mounted?.remove();
    this.#mounted = null;
    this.#byTime = false;
  }

  #take(fresh: Mounted): void {
    fresh.show();
    this.#drop();
    this.#mounted = fresh;
  }

  #plays = (act: Act): boolean => act.do === 'play' && this.#subject?.graphic.stepCount === 0;

  #mount(subject: Subject, data: JsonObject, inRealTime: boolean): Promise<Mounted> {
    const target = renderTarget(this.#target, inRealTime, subject.graphic.network);
    return mount(this.#surface, subject, data, target, {
      onProblem: (detail) => {
        const { errors } = this.store.get();
        this.store.set({ errors: [...errors, detail].slice(-20) });
      },
      onLost: (detail) => this.store.set({ phase: 'fault', problem: words.lost(detail) }),
    });
  }

  #settle(act: Act, outcome: Outcome, before: number | null): void {
    if (outcome.timedOut) {
      this.store.set({ phase: 'fault', problem: words.hung });
      return;
    }
    if (failed(outcome)) {
      const phase = before === null ? 'ready' : 'on';
      this.store.set({ phase, step: before });
      return;
    }
    if (act.do === 'stop') this.store.set({ phase: 'ready', step: null });
    if (act.do !== 'play') return;
    const dynamic = this.#subject?.graphic.stepCount === -1;
    const { currentStep } = outcome;
    // of a graphic whose steps only it knows, its own word counts
    const step = dynamic && currentStep !== undefined ? currentStep : act.step;
    const isOver = this.#plays(act) || step === null;
    this.store.set(isOver ? { phase: 'ready', step: null } : { phase: 'on', step });
  }

  async #applyRate(): Promise<void> {
    const { rate } = this.store.get();
    await this.#mounted?.frame.send({ call: 'tempo', rate }, LOOK_LIMIT_MS);
  }

  /** Out of a moment that was held: time goes on from there. */
  async #runAgain(): Promise<void> {
    if (this.store.get().at === null) return;
    this.#begin();
    this.store.set({ at: null });
    if (this.#byTime && this.#subject) await this.swap(this.#subject, this.#data, this.#target);
    else await this.#applyRate();
  }

  /** Plays the last call again in a fresh frame, up to that moment. */
  async #replay(ms: number): Promise<void> {
    const [asked, subject] = [this.#asked, this.#subject];
    if (!asked || !subject) return;
    const turn = this.#turn;
    const byTime = subject.graphic.supportsNonRealTime;
    const fresh = await this.#mount(subject, asked.data, !byTime);
    const { loaded } = fresh;
    const reached = failed(loaded)
      ? loaded
      : await (byTime ? this.#goTo(fresh, asked, ms) : this.#playTo(fresh, asked, ms));
    if (turn !== this.#turn) return fresh.remove();
    if (failed(reached)) {
      fresh.remove();
      this.store.set({ problem: words.notHeld(said(reached)) });
      return;
    }
    this.#take(fresh);
    this.#byTime = byTime;
  }

  async #goTo({ frame }: Mounted, { act, cut, step }: Asked, ms: number): Promise<Outcome> {
    const before = step === null ? [] : [scheduled({ do: 'play', step }, 0, true)];
    const schedule = [...before, scheduled(act, 1, cut)];
    const planned = await frame.send({ call: 'schedule', schedule }, CALL_LIMIT_MS);
    return failed(planned) ? planned : frame.send({ call: 'goToTime', timestamp: ms + 1 }, CALL_LIMIT_MS);
  }

  async #playTo({ frame }: Mounted, { act, cut, step }: Asked, ms: number): Promise<Outcome> {
    if (step !== null) {
      const back = await frame.send({ call: 'play', goto: step, skipAnimation: true }, CALL_LIMIT_MS);
      if (failed(back)) return back;
    }
    await frame.send({ call: 'tempo', rate: 0 }, LOOK_LIMIT_MS);
    // its answer waits for a time that does not pass
    void frame.send(requestOf(act, cut), null);
    return frame.send({ call: 'seek', ms }, CALL_LIMIT_MS);
  }

  async #look(): Promise<FrameLook | null> {
    const { frame } = this.#mounted ?? {};
    if (!frame) return null;
    const look = FrameLook.safeParse((await frame.send({ call: 'look' }, LOOK_LIMIT_MS)).result);
    if (!look.success || frame !== this.#mounted?.frame) return null;
    this.store.set({ look: look.data });
    return look.data;
  }

  #note(what: string, outcome: Outcome, declared: number | null, cut: boolean, act: Act | null): number {
    const ms = outcome.ms ?? null;
    const n = ++this.#calls;
    const line: CallLine = {
      n,
      at: Date.now(),
      what: cut && act ? words.cut(what) : what,
      statusCode: outcome.statusCode,
      message: failed(outcome) ? said(outcome) : outcome.statusMessage,
      saidStep: outcome.currentStep,
      ms,
      declared,
      verdict: ms === null || failed(outcome) ? 'undeclared' : verdictOf(ms, declared, cut),
      frames: null,
      dropped: null,
      longest: null,
      result: outcome.result,
    };
    this.store.set({ calls: [line, ...this.store.get().calls].slice(0, CALLS_KEPT) });
    return n;
  }

  #measure(n: number, { frames, dropped, longest }: FrameLook): void {
    const calls = this.store
      .get()
      .calls.map((line) => (line.n === n ? { ...line, frames, dropped, longest } : line));
    this.store.set({ calls });
  }
}
