/** One OGraf graphic in this page: from its module to its element, hidden until its first play and after its stop. */
import type { RenderTarget, ScheduledAction } from '../../../core/protocol.ts';
import { gone, ready } from './picture.ts';
import { Study } from './study.ts';
import { answerOf, failure, statusOf, type Status } from './status.ts';
import type { StudyTime } from './tempo.ts';

type Data = Record<string, unknown>;

/** What OGraf v1 demands of a graphic. Its answers are unknown: many say nothing, or not what the standard says. */
interface OgrafElement extends HTMLElement {
  load(params: object): Promise<unknown>;
  playAction(params: Target & { skipAnimation: boolean }): Promise<unknown>;
  updateAction(params: { data: Data; skipAnimation: boolean }): Promise<unknown>;
  stopAction(params: { skipAnimation: boolean }): Promise<unknown>;
  customAction(params: { id: string; payload: Data; skipAnimation: boolean }): Promise<unknown>;
  dispose(params: object): Promise<unknown>;
  goToTime?(params: { timestamp: number }): Promise<unknown>;
  setActionsSchedule?(params: { schedule: ScheduledAction[] }): Promise<unknown>;
}

/** One of them, never both. */
type Target = { goto: number } | { delta: number };

const LIVE: RenderTarget = {
  renderType: 'realtime',
  width: 1920,
  height: 1080,
  frameRate: 50,
  internet: false,
};

const paramsOf = ({ renderType, width, height, frameRate, internet }: RenderTarget) => ({
  renderType,
  renderCharacteristics: { resolution: { width, height }, frameRate, accessToPublicInternet: internet },
});

/** Enough for an `async` method that throws to be known to have thrown. */
const FAILS_WITHIN_TICKS = 8;

let names = 0;

/** Makes an element of the class. The name is ours: a graphic's id need not be a valid element name. */
function makeElement(found: unknown): OgrafElement {
  if (typeof found !== 'function' || !(found.prototype instanceof HTMLElement)) {
    throw new Error(
      'the module does not export a graphic: its default export is no class that extends HTMLElement',
    );
  }
  const graphicClass = found as CustomElementConstructor;
  // a module may have registered its class itself, and a class can be registered once only
  let name = customElements.getName(graphicClass);
  if (name === null) {
    names += 1;
    name = `tally-${names}`;
    customElements.define(name, graphicClass);
  }
  // unlike createElement, this throws what the constructor throws
  return new graphicClass() as OgrafElement;
}

export class GraphicElement {
  /** Hides the graphic by opacity: unlike visibility, nothing inside can undo it. */
  readonly #wrapper: HTMLElement;
  /** Made when first asked for: on air nobody asks. */
  #study: Study | null = null;
  readonly #time: StudyTime | null;
  #element: OgrafElement | null = null;
  /** While its module comes: resolves when `load` has been called, so that a call which is early comes after it. */
  #arrival: Promise<void> | null = null;
  /** Counts plays and stops: one that was overtaken must not touch what is seen. */
  #turn = 0;

  /** @param time where the frame is there to be studied; null on air */
  constructor(parent: HTMLElement, time: StudyTime | null) {
    this.#time = time;
    this.#wrapper = document.createElement('tally-graphic');
    this.#show(false);
    parent.append(this.#wrapper);
    // above any style sheet that a graphic brings along
    document.documentElement.style.setProperty('color-scheme', 'light', 'important');
  }

  /** Resolves when the graphic is ready to be seen: its module, its data, its fonts and its images. */
  async load(url: string, data: Data, target: RenderTarget = LIVE): Promise<Status> {
    const { style } = document.documentElement;
    style.setProperty('--picture-width', `${target.width}px`);
    style.setProperty('--picture-height', `${target.height}px`);
    let arrived = (): void => undefined;
    this.#arrival = new Promise((resolve) => (arrived = resolve));
    try {
      const module = (await import(/* @vite-ignore */ url)) as { default?: unknown };
      const element = makeElement(module.default);
      this.#wrapper.append(element);
      this.#element = element;
      this.#study?.attend(element);
      const loading = element.load({ data, ...paramsOf(target) });
      arrived();
      const status = statusOf(await loading);
      return status.statusCode >= 400 ? status : await ready(this.#wrapper, status);
    } catch (error) {
      return failure(error);
    } finally {
      arrived();
    }
  }

  /** The call and the reveal are one task, so that picture and entrance start in the same frame. */
  async play(target: Target, skipAnimation: boolean): Promise<Status> {
    const turn = ++this.#turn;
    if (!this.#element) await this.#arrival;
    let failed = false;
    const answer = answerOf(() => this.#graphic().playAction({ ...target, skipAnimation }));
    void answer.then(({ statusCode }) => (failed = statusCode >= 400));
    // no frame is drawn between microtasks: a graphic that fails at once is never seen
    for (let tick = 0; tick < FAILS_WITHIN_TICKS; tick += 1) await Promise.resolve();
    if (!failed && turn === this.#turn) this.#show(true);
    return answer;
  }

  async update(data: Data, skipAnimation: boolean): Promise<Status> {
    if (!this.#element) await this.#arrival;
    return answerOf(() => this.#graphic().updateAction({ data, skipAnimation }));
  }

  async stop(skipAnimation: boolean): Promise<Status> {
    const turn = ++this.#turn;
    if (!this.#element) await this.#arrival;
    const status = await answerOf(() => this.#graphic().stopAction({ skipAnimation }));
    if (turn === this.#turn) this.#show(false);
    return status;
  }

  action(id: string, payload: Data, skipAnimation: boolean): Promise<Status> {
    return answerOf(() => this.#graphic().customAction({ id, payload, skipAnimation }));
  }

  /** For a graphic that does not run in real time: it shows itself as it is at that time. */
  async goToTime(timestamp: number): Promise<Status> {
    const graphic = this.#graphic();
    const status = await answerOf(() => {
      if (!graphic.goToTime) throw new Error('the graphic has no goToTime');
      return graphic.goToTime({ timestamp });
    });
    this.#show(true);
    return status;
  }

  schedule(schedule: ScheduledAction[]): Promise<Status> {
    const graphic = this.#graphic();
    return answerOf(() => {
      if (!graphic.setActionsSchedule) throw new Error('the graphic has no setActionsSchedule');
      return graphic.setActionsSchedule({ schedule });
    });
  }

  async dispose(): Promise<Status> {
    this.#show(false);
    const status = await answerOf(() => this.#graphic().dispose({}));
    this.#wrapper.replaceChildren();
    return status;
  }

  /** Resolves when nothing of it is to be seen any more. */
  async gone(): Promise<Status> {
    await gone(this.#wrapper);
    return { statusCode: 200 };
  }

  get study(): Study {
    return (this.#study ??= new Study(this.#wrapper, this.#time));
  }

  #graphic(): OgrafElement {
    if (!this.#element) throw new Error('no graphic is loaded');
    return this.#element;
  }

  #show(seen: boolean): void {
    this.#wrapper.style.setProperty('opacity', seen ? '1' : '0', 'important');
  }
}
