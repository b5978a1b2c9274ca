// The picture of one graphic: built from data and a theme out of sight, and shown, changed and taken off in its own time.
import { Clock } from './clock.ts';
import { fitsIn, type Fit } from './fit-text.ts';
import type { ActionResult } from './ograf.ts';
import type { Data } from './read.ts';
import { Refusal } from './refusal.ts';
import { Showing, type Past } from './showing.ts';
import { keptStep, nextStep, type StepRequest } from './steps.ts';
import { dress } from './theme-css.ts';
import { readTheme, type Theme } from './theme.ts';

/** What a graphic supplies: its look, its number of steps and how to build a picture from data. */
export interface Design {
  /** Address of the graphic's module; fonts lie beside it. */
  url: string;
  css: string;
  /** How many steps there are; worked out from the data where the manifest says −1. */
  stepCount: number | ((data: Data) => number);
  /**
   * Builds the picture of one step into `scene`, which is in the document but hidden, so text can be measured, and
   * which is dressed in the theme already. Throws a Refusal when the data cannot be shown.
   * @param past the picture on air that this one takes over from; null when there is none
   */
  build: (scene: HTMLElement, data: Data, step: number, theme: Theme, past: Past | null) => void;
  /** What has to be fetched before data can be drawn, such as images, beside the fonts of its theme. */
  needs?: Needs;
}

export interface Needs {
  /** Whether all of it is there. */
  ready: (data: Data) => boolean;
  /** Resolves when there is no more to wait for; never rejects. */
  fetch: (data: Data) => Promise<void>;
}

/** The field of the data that carries the theme. */
const THEME_FIELD = 'theme';

export const themeIn = (data: Data): Theme => readTheme(data[THEME_FIELD]);

const sameData = (a: Data, b: Data): boolean => JSON.stringify(a) === JSON.stringify(b);

/** All calls act at once; {@link Picture.settled} waits for what they started. */
export class Picture {
  readonly clock = new Clock();
  readonly #design: Design;
  readonly #showing: Showing;
  /** The data and step of the picture that is built; null until data was accepted. */
  #built: { data: Data; step: number; fits: Fit[] } | null = null;
  /** The step on air; undefined when nothing is, or when it is leaving. */
  #step: number | undefined;

  constructor(root: HTMLElement, design: Design) {
    this.#design = design;
    this.#showing = new Showing(root, this.clock);
  }

  get step(): number | undefined {
    return this.#step;
  }

  /** The data of the picture with these changes. */
  merged(changes: Data): Data {
    return { ...this.#built?.data, ...changes };
  }

  answer(): ActionResult {
    return { statusCode: 200, ...(this.#built ? { result: { v_fit: this.#built.fits } } : {}) };
  }

  /** Begins with this data; nothing is shown. When it is refused all stays as it was. */
  begin(data: Data): ActionResult {
    return this.#build(data, 0, true, () => this.stop(true));
  }

  play(request: StepRequest, cut: boolean): ActionResult {
    if (!this.#built)
      return { statusCode: 409, statusMessage: 'There is nothing to show: no data was accepted.' };
    const target = nextStep(this.#step, this.#steps(this.#built.data), request);
    if (target === undefined) {
      this.stop(cut);
      return this.answer();
    }
    if (target !== this.#built.step) {
      const result = this.#build(this.#built.data, target, cut);
      if (result.statusCode !== 200) return result;
    }
    if (this.#step === undefined) this.#showing.show(cut);
    this.#step = target;
    return this.answer();
  }

  stop(cut: boolean): void {
    this.#step = undefined;
    this.#showing.hide(cut);
  }

  /** Takes changed data in place. The picture stays as it was when they are refused. */
  update(changes: Data, cut: boolean): ActionResult {
    const data = this.merged(changes);
    if (this.#built && sameData(data, this.#built.data)) return this.answer();
    const result = this.#build(data, this.#step ?? 0, cut);
    // with fewer steps than before the last one may be shown now
    if (result.statusCode === 200 && this.#step !== undefined) this.#step = this.#built?.step;
    return result;
  }

  #steps(data: Data): number {
    const { stepCount } = this.#design;
    return typeof stepCount === 'number' ? stepCount : stepCount(data);
  }

  settled(): Promise<void> {
    return this.#showing.settled();
  }

  /** Time is held at `ms`, and everything is as it is then. */
  holdAt(ms: number): void {
    this.clock.hold(ms);
    this.#showing.follow();
  }

  /** Back to the page's own time. */
  release(): void {
    if (!this.clock.held) return;
    this.clock.release();
    this.#showing.finish();
  }

  /** Builds a picture out of sight; it takes over when the data can be shown, else the answer says why not. */
  #build(data: Data, wanted: number, cut: boolean, before?: () => void): ActionResult {
    const scene = this.#showing.draft();
    let step = wanted;
    try {
      step = keptStep(wanted, this.#steps(data));
      const theme = themeIn(data);
      dress(scene, theme);
      this.#design.build(scene, data, step, theme, before ? null : this.#showing.past());
    } catch (error) {
      scene.remove();
      if (error instanceof Refusal) return { statusCode: 422, statusMessage: error.message };
      return { statusCode: 500, statusMessage: `The picture could not be built: ${String(error)}` };
    }
    before?.();
    this.#built = { data, step, fits: fitsIn(scene) };
    this.#showing.put(scene, cut);
    return this.answer();
  }
}
