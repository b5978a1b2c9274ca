// The base class of every graphic: OGraf calls in, pictures out. Any call may come at any time; the latest wins.
import base from './base.css?inline';
import { loadFonts } from './fonts.ts';
import type {
  ActionResult,
  CustomParams,
  LoadParams,
  PlayParams,
  PlayResult,
  StopParams,
  UpdateParams,
} from './ograf.ts';
import type { Data } from './read.ts';
import { Refusal } from './refusal.ts';
import { Showing } from './showing.ts';
import { nextStep } from './steps.ts';
import { tokenCss } from './tokens.ts';

/** What a graphic supplies: its look, its number of steps and how to build a picture from data. */
export interface Design {
  /** Address of the graphic's module; fonts lie beside it. */
  url: string;
  css: string;
  stepCount: number;
  /**
   * Builds the picture of one step into `scene`, which is in the document but hidden, so text can be measured.
   * Throws a Refusal when the data cannot be shown.
   */
  build: (scene: HTMLElement, data: Data, step: number) => void;
}

const OK: ActionResult = { statusCode: 200 };

const asData = (value: unknown): Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

export abstract class Graphic extends HTMLElement {
  readonly #design: Design;
  readonly #root: HTMLElement;
  readonly #showing: Showing;
  /** The data and step of the picture that is built; null until data was accepted. */
  #built: { data: Data; step: number } | null = null;
  /** The step on air; undefined when nothing is, or when it is leaving. */
  #step: number | undefined;
  #loading: Promise<ActionResult> | null = null;
  #loads = 0;
  /** Counts play and stop calls, so that one that had to wait can tell that a later one took over. */
  #turn = 0;
  #disposed = false;

  constructor(design: Design) {
    super();
    this.#design = design;
    const shadow = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(tokenCss() + base + design.css);
    shadow.adoptedStyleSheets = [sheet];
    this.#root = document.createElement('div');
    this.#root.className = 'root';
    this.#showing = new Showing(this.#root);
    shadow.append(this.#root);
  }

  /** Prepares the picture without showing anything. Resolves when fonts are in and the data is known to fit. */
  load(params: LoadParams = {}): Promise<ActionResult> {
    const mine = ++this.#loads;
    this.#turn += 1;
    const loading = this.#load(params, mine).finally(() => {
      if (mine === this.#loads) this.#loading = null;
    });
    this.#loading = loading;
    return loading;
  }

  async #load(params: LoadParams, mine: number): Promise<ActionResult> {
    try {
      await loadFonts(this.#design.url);
    } catch (error) {
      return { statusCode: 500, statusMessage: `The fonts could not be loaded: ${String(error)}` };
    }
    if (this.#disposed || mine !== this.#loads) return OK;
    return this.#build(asData(params.data), 0, true, () => {
      this.#step = undefined;
      this.#showing.hide(true);
    });
  }

  /** Shows the picture, goes to another step, or leaves when the steps are over. Resolves when that is done. */
  async playAction(params: PlayParams = {}): Promise<PlayResult> {
    const turn = ++this.#turn;
    if (this.#loading) await this.#loading;
    if (this.#disposed || turn !== this.#turn) return this.#played();
    if (!this.#built) {
      const statusMessage = 'There is nothing to show: no data was accepted.';
      return { statusCode: 409, statusMessage, currentStep: undefined };
    }
    const cut = params.skipAnimation === true;
    const target = nextStep(this.#step, this.#design.stepCount, params);
    if (target === undefined) {
      this.#step = undefined;
      this.#showing.hide(cut);
    } else {
      if (target !== this.#built.step) {
        const result = this.#build(this.#built.data, target, cut);
        if (result.statusCode !== 200) return { ...result, currentStep: this.#step };
      }
      if (this.#step === undefined) this.#showing.show(cut);
      this.#step = target;
    }
    await this.#showing.settled();
    return this.#played();
  }

  /** Takes the picture off. Resolves when nothing is shown. */
  async stopAction(params: StopParams = {}): Promise<ActionResult> {
    const turn = ++this.#turn;
    if (this.#loading) await this.#loading;
    if (this.#disposed || turn !== this.#turn) return OK;
    this.#step = undefined;
    this.#showing.hide(params.skipAnimation === true);
    await this.#showing.settled();
    return OK;
  }

  /** Takes new data in place. The picture stays as it was when the data is refused. */
  async updateAction(params: UpdateParams = {}): Promise<ActionResult> {
    if (this.#loading) await this.#loading;
    if (this.#disposed) return OK;
    const data = { ...this.#built?.data, ...asData(params.data) };
    if (this.#built && JSON.stringify(data) === JSON.stringify(this.#built.data)) return OK;
    const result = this.#build(data, this.#step ?? 0, params.skipAnimation === true);
    if (result.statusCode === 200) await this.#showing.settled();
    return result;
  }

  customAction(params: CustomParams = {}): Promise<ActionResult> {
    return Promise.resolve({ statusCode: 404, statusMessage: `There is no action “${params.id ?? ''}”.` });
  }

  dispose(): Promise<ActionResult> {
    this.#disposed = true;
    this.#turn += 1;
    this.#loads += 1;
    this.#step = undefined;
    this.#showing.hide(true);
    this.#root.replaceChildren();
    return Promise.resolve(OK);
  }

  #played(): PlayResult {
    return { ...OK, currentStep: this.#step };
  }

  /** Builds a picture out of sight; it takes over when the data can be shown, else the answer says why not. */
  #build(data: Data, step: number, cut: boolean, before?: () => void): ActionResult {
    const scene = this.#showing.draft();
    try {
      this.#design.build(scene, data, step);
    } catch (error) {
      scene.remove();
      if (error instanceof Refusal) return { statusCode: 422, statusMessage: error.message };
      return { statusCode: 500, statusMessage: `The picture could not be built: ${String(error)}` };
    }
    before?.();
    this.#built = { data, step };
    this.#showing.put(scene, cut);
    return OK;
  }
}
