/**
 * One layer of the stage: closes the gap between what should be shown and what is, and reports what was seen.
 * Knows frames only by what can be asked of them, so that every order of events can be tested without a browser.
 */
import type { InstanceId } from '../../core/ids.ts';
import type { Item, ItemAction, LayerAir, LayerState } from '../../core/schema/layer-air.ts';
import { actualState, diffLayer, type Call } from '../../core/stage/diff.ts';
import type { Calm } from './calm.ts';
import type { FrameListener, GraphicFrame, Outcome } from '../host/graphic-frame.ts';
import { newHeld, type Held } from './held.ts';
import { Lanes } from '../host/origins.ts';
import { actionRequest, loadRequest, resultOf, saysStep, whyFailed } from './requests.ts';
import { eventOf, missedReports, type Report } from './reports.ts';

/**
 * Shorter than the time after which the station takes a leaving graphic for gone: one whose replacement does
 * not load must still be there when it gets the layer back. Milliseconds.
 */
export const LOAD_LIMIT_MS = 9_000;
export const ACTION_LIMIT_MS = 10_000;
/** Just before the station stops waiting for it. */
export const STOP_LIMIT_MS = 9_500;

/** A take that reaches this stage in a snapshot is still new for so long: its entrance may be seen. */
const FRESH_MS = 3_000;

/**
 * What comes on without an entrance is told to be on before it is on the screen; what it replaces stays so much longer.
 * As long as an exit takes. Milliseconds.
 */
export const OVERLAP_MS = 300;

export interface LayerDeps {
  openFrame(lane: number, listener: FrameListener, graphic: Item['graphic']): GraphicFrame;
  report(report: Report): void;
  /** Between two updates of one graphic; without it the next follows the answer to the last. Milliseconds. */
  pause?(ms: number): Promise<void>;
  /** Asks a frame again and again whether it lives. Without it, only calls tell. */
  pulse?(frame: GraphicFrame, onDead: () => void): () => void;
  /** Without one, nothing waits for an entrance to be over. */
  calm?: Calm;
  /** Called after every change. */
  show(state: LayerState, cue: string | null): void;
}

export interface Snapshot {
  /** The station's time, epoch ms. */
  now: number;
  /** This page was kept from following: all that is new in it happened before, and is not to be seen happening. */
  late: boolean;
}

const EMPTY: LayerAir = { current: null, armed: null, leaving: null };

export class LayerHost {
  readonly #deps: LayerDeps;
  readonly #lanes = new Lanes();
  readonly #held = new Map<InstanceId, Held>();
  readonly #restored = new Set<InstanceId>();
  readonly #gone = new Set<InstanceId>();
  /** Left while this page did not follow, and not given their layer back: they go without an exit, as soon as what came after them is there. */
  readonly #overdue = new Set<InstanceId>();
  #overlap: ReturnType<typeof setTimeout> | undefined;
  /** True while a late snapshot is carried out. */
  #late = false;
  #desired = EMPTY;
  #later: ReturnType<typeof setTimeout> | undefined;

  constructor(deps: LayerDeps) {
    this.#deps = deps;
  }

  /** What is to be seen on this layer now. */
  showing(): InstanceId[] {
    return [...this.#held.values()]
      .filter(({ actual }) => actual.phase === 'coming' || actual.phase === 'on')
      .map(({ actual }) => actual.instance);
  }

  /** True while something comes, goes or changes. */
  isMoving(): boolean {
    return [...this.#held.values()].some(
      ({ actual, updating }) => updating || actual.phase === 'coming' || actual.phase === 'going',
    );
  }

  /** @param snapshot where this came in one; null for a patch */
  set(desired: LayerAir, snapshot: Snapshot | null): void {
    this.#desired = desired;
    const { current } = desired;
    this.#late = snapshot?.late === true;
    if (current) this.#overdue.delete(current.instance);
    if (this.#late) this.#catchUp();
    else if (current && !this.#held.has(current.instance)) {
      const taken = current.takenAt ?? 0;
      const old = snapshot !== null && snapshot.now - taken > FRESH_MS;
      if (old || current.shownAt !== null) this.#restored.add(current.instance);
    }
    this.#run();
    this.#late = false;
    for (const report of missedReports(desired, this.#held, this.#gone)) {
      // a layer may be given back to a graphic that has failed here; all else a patch only overtakes
      if (snapshot !== null || report.event === 'fault') this.#deps.report(report);
    }
  }

  #catchUp(): void {
    const { current } = this.#desired;
    if (current) this.#restored.add(current.instance);
    for (const instance of this.showing()) if (instance !== current?.instance) this.#overdue.add(instance);
  }

  /** True for what goes without an exit when what came next has been on for a moment: its new version, for one. */
  #isOverdue = (instance: InstanceId, { leaving } = this.#desired): boolean =>
    (leaving?.instance === instance && leaving.cut) || this.#overdue.has(instance);

  /** True for what is seen in the place of something that is not on yet: without it there would be a hole. */
  #mustStay(instance: InstanceId): boolean {
    const { current } = this.#desired;
    if (!current || !this.#isOverdue(instance)) return false;
    const phase = this.#held.get(current.instance)?.actual.phase;
    return (phase !== 'on' && phase !== 'fault') || this.#overlap !== undefined;
  }

  #startOverlap(): void {
    this.#overlap ??= setTimeout(() => {
      this.#overlap = undefined;
      this.#run();
    }, OVERLAP_MS);
  }

  #run(): void {
    // each pass changes what is there, so that the next finds less to do; the limit is for bugs only
    for (let pass = 0; pass < 10; pass += 1) {
      const calls = diffLayer(this.#desired, this.#actual(), this.#restored).filter((call) => {
        if (call.do === 'load') return !this.#canWait(call.item);
        return (call.do !== 'drop' && call.do !== 'stop') || !this.#mustStay(call.instance);
      });
      if (calls.length === 0) break;
      // making a frame takes milliseconds: what viewers wait for goes first
      for (const call of calls) if (call.do !== 'load') this.#perform(call);
      // asked again: the entrance may have begun in the line above
      for (const call of calls) if (call.do === 'load' && !this.#canWait(call.item)) this.#load(call.item);
    }
    const { current, leaving, armed } = this.#desired;
    const still = leaving && this.#held.has(leaving.instance) ? leaving : null;
    const state = actualState(this.#desired, this.#actual());
    this.#deps.show(state, (current ?? still ?? armed)?.cue.id ?? null);
  }

  /** True for what only stands by, while something comes on: all is looked at again when that is over. */
  #canWait({ instance }: Item): boolean {
    const wait = this.#deps.calm?.wait() ?? 0;
    if (wait === 0 || instance === this.#desired.current?.instance) return false;
    clearTimeout(this.#later);
    this.#later = setTimeout(() => this.#run(), wait);
    return true;
  }

  #actual = () => [...this.#held.values()].map(({ actual }) => actual);

  #perform(call: Exclude<Call, { do: 'load' }>): void {
    const held = this.#held.get(call.instance);
    if (!held) return;
    switch (call.do) {
      case 'play':
        this.#play(held, call.step, call.cut);
        break;
      case 'step':
        this.#step(held, call.step);
        break;
      case 'act':
        this.#act(held, call.action);
        break;
      case 'update':
        this.#update(held, call.item);
        break;
      case 'stop':
        this.#stop(held, call.cut || this.#isOverdue(call.instance));
        break;
      case 'drop':
        this.#forget(held, false);
        break;
      default:
        call satisfies never;
    }
  }

  #load(item: Item): void {
    const held = newHeld(item, this.#lanes.open());
    this.#held.set(item.instance, held);
    const lost = (detail: string, hung: boolean) =>
      this.#fault(held, `“${item.graphic.name}” ${detail}.`, hung);
    const listener: FrameListener = {
      onProblem: (detail) => this.#complain(held, detail),
      onRefused: (address) => this.#tell(held, { event: 'asked', detail: address }),
      onLost: (detail) => lost(detail, false),
    };
    const frame = this.#deps.openFrame(held.lane, listener, item.graphic);
    held.frame = frame;
    void frame.send(loadRequest(item), LOAD_LIMIT_MS).then((outcome) => {
      if (held.frame !== frame || held.actual.phase !== 'loading') return;
      if (this.#failed(held, outcome, 'did not load', LOAD_LIMIT_MS)) return;
      held.actual.phase = 'ready';
      const dead = () => lost('does not answer any more: it hangs, or its process has ended', true);
      held.stopPulse = this.#deps.pulse?.(frame, dead) ?? held.stopPulse;
      this.#report(held, 'armed');
      this.#run();
    });
  }

  #play(held: Held, step: number, cut: boolean): void {
    const { frame } = held;
    if (!frame) return;
    held.actual.phase = 'coming';
    Object.assign(held.actual, { step, at: null });
    const turn = ++held.turn;
    // it may be older than one that has left meanwhile
    frame.raise();
    const limit = this.#playLimit(held);
    const answer = frame.send({ call: 'play', goto: step, skipAnimation: cut }, limit);
    if (!cut) this.#deps.calm?.begin();
    this.#report(held, 'coming');
    void answer.then((outcome) => {
      if (held.frame !== frame || held.turn !== turn) return;
      if (this.#failed(held, outcome, 'did not play', ACTION_LIMIT_MS)) return;
      this.#arrive(held, outcome);
    });
  }

  #step(held: Held, step: number): void {
    const { frame } = held;
    if (!frame) return;
    Object.assign(held.actual, { step, at: null });
    const turn = ++held.turn;
    const limit = this.#playLimit(held);
    void frame.send({ call: 'play', goto: step, skipAnimation: this.#late }, limit).then((outcome) => {
      if (held.frame !== frame || held.turn !== turn) return;
      if (this.#refused(held, outcome, `did not go to step ${step + 1}`)) return;
      if (held.actual.phase === 'coming' || saysStep(held, outcome) !== null) this.#arrive(held, outcome);
      if (held.item.graphic.stepCount === -1 && outcome.statusCode < 400) {
        if (outcome.currentStep === null) this.#ended(held);
        else this.#watch(held);
      }
    });
  }

  #arrive(held: Held, outcome: Outcome): void {
    const is = saysStep(held, outcome);
    Object.assign(held.actual, { phase: 'on', at: is });
    const step = is === null ? {} : { step: { asked: held.actual.step, is } };
    this.#tell(held, { event: 'on', detail: held.problem, ...step });
    if (this.#overdue.size > 0 || this.#desired.leaving?.cut) this.#startOverlap();
    this.#run();
    if (held.item.graphic.stepCount === 0) this.#watch(held);
  }

  /** For one that leaves by itself: after its only play, or after a last step that only it knows. */
  #watch(held: Held): void {
    const { frame, turn } = held;
    void frame?.send({ call: 'watch' }, null).then(() => {
      if (held.frame === frame && held.turn === turn) this.#ended(held);
    });
  }

  #ended(held: Held): void {
    held.ended = true;
    this.#report(held, 'off');
  }

  #act(held: Held, action: ItemAction): void {
    const { frame } = held;
    held.actual.action = action.n;
    if (!frame) return;
    void frame.send(actionRequest(action, this.#late), ACTION_LIMIT_MS).then((outcome) => {
      if (held.frame === frame)
        this.#tell(held, { event: 'acted', detail: null, acted: resultOf(action, outcome) });
    });
  }

  /** A graphic without steps stays as long as it likes and leaves by itself: its play may take all that time. */
  #playLimit = ({ item }: Held): number | null => (item.graphic.stepCount === 0 ? null : ACTION_LIMIT_MS);

  #update(held: Held, item: Item): void {
    const { frame } = held;
    held.actual.dataVersion = item.dataVersion;
    held.item = item;
    if (!frame) return;
    if (held.updating) {
      held.waiting = item;
      return;
    }
    held.updating = true;
    const { turn } = held;
    // what was never seen has nothing to animate from
    const skipAnimation = item.cut || held.actual.phase === 'ready' || this.#late;
    const answer = frame.send({ call: 'update', data: item.data, skipAnimation }, ACTION_LIMIT_MS);
    // one a frame at most: what comes in between is never drawn
    const paced = Promise.all([answer, this.#deps.pause?.(1000 / item.frameRate)]);
    void paced.then(([outcome]) => {
      held.updating = false;
      if (held.frame !== frame || held.actual.phase === 'going') return;
      // a play that came in between may have taken the update over: only a play of its own can fail it then
      const overtaken = outcome.timedOut && held.turn !== turn;
      if (!overtaken && this.#refused(held, outcome, 'did not take the new data')) return;
      const next = held.waiting;
      held.waiting = null;
      if (next) this.#update(held, next);
    });
  }

  #stop(held: Held, cut: boolean): void {
    const { frame, actual } = held;
    held.turn += 1;
    const seen = actual.phase === 'coming' || actual.phase === 'on';
    if (!frame || !seen) {
      this.#off(held, false);
      return;
    }
    actual.phase = 'going';
    void frame.send({ call: 'stop', skipAnimation: cut }, STOP_LIMIT_MS).then((outcome) => {
      if (held.frame === frame) this.#off(held, outcome.timedOut);
      this.#run();
    });
  }

  #off(held: Held, hung: boolean): void {
    const { instance } = held.actual;
    this.#forget(held, hung);
    this.#gone.add(instance);
    for (const oldest of this.#gone) {
      if (this.#gone.size <= 20) break;
      this.#gone.delete(oldest);
    }
    this.#deps.report({ instance, event: 'off', detail: null });
  }

  #forget(held: Held, hung: boolean): void {
    this.#close(held, hung);
    this.#held.delete(held.actual.instance);
    this.#restored.delete(held.actual.instance);
    this.#overdue.delete(held.actual.instance);
  }

  #close(held: Held, hung: boolean): void {
    if (!held.frame) return;
    held.stopPulse();
    held.frame.remove();
    held.frame = null;
    this.#lanes.close(held.lane, hung);
  }

  /** True when the call did not succeed: the layer goes clean, for half a graphic is worse than none. */
  #failed(held: Held, outcome: Outcome, what: string, limit: number): boolean {
    if (outcome.statusCode < 400) return false;
    this.#fault(held, `“${held.item.graphic.name}” ${what}${whyFailed(outcome, limit)}`, outcome.timedOut);
    return true;
  }

  /**
   * Like failed, but a clear refusal (4xx) leaves what is on air as it was: that is still a true picture. What was
   * never seen must not go up with data other than was asked for.
   */
  #refused(held: Held, outcome: Outcome, what: string): boolean {
    const { statusCode } = outcome;
    if (statusCode >= 400 && statusCode < 500 && held.actual.phase !== 'ready') {
      this.#complain(held, `“${held.item.graphic.name}” ${what}: ${outcome.statusMessage || statusCode}`);
      return false;
    }
    return this.#failed(held, outcome, what, ACTION_LIMIT_MS);
  }

  #fault(held: Held, detail: string, hung: boolean): void {
    if (this.#held.get(held.actual.instance) !== held) return;
    if (held.actual.phase === 'going') {
      this.#off(held, hung);
    } else {
      this.#close(held, hung);
      held.actual.phase = 'fault';
      held.problem = detail;
      this.#report(held, 'fault');
    }
    this.#run();
  }

  #complain(held: Held, detail: string): void {
    if (held.problem === detail || held.frame === null) return;
    held.problem = detail;
    const event = eventOf(held);
    if (event) this.#report(held, event);
  }

  #report(held: Held, event: Report['event']): void {
    this.#tell(held, { event, detail: held.problem });
  }

  #tell(held: Held, report: Omit<Report, 'instance'>): void {
    this.#deps.report({ instance: held.actual.instance, ...report });
  }
}
