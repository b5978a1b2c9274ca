// The base class of every graphic: OGraf calls in, pictures out. Any call may come at any time; the latest wins.
import base from './base.css?inline';
import frame from './lower-third.css?inline';
import marks from './marks.css?inline';
import surfaces from './surfaces.css?inline';
import { familiesOf } from './families.ts';
import { hasFonts, loadFonts } from './fonts.ts';
import { fitFrame, resolutionOf } from './frame.ts';
import type {
  ActionResult,
  CustomParams,
  LoadParams,
  PlayParams,
  PlayResult,
  ScheduleParams,
  StopParams,
  TimeParams,
  UpdateParams,
} from './ograf.ts';
import { Picture, themeIn, type Design } from './picture.ts';
import type { Data } from './read.ts';
import { goTo, readSchedule, type Player, type Scheduled } from './timeline.ts';
import { tokenCss } from './tokens.ts';

const OK: ActionResult = { statusCode: 200 };

const asData = (value: unknown): Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

export abstract class Graphic extends HTMLElement {
  readonly #design: Design;
  readonly #root = document.createElement('div');
  readonly #picture: Picture;
  readonly #fit: () => void;
  readonly #player: Player = {
    rewind: () => {
      if (this.#loaded) this.#picture.begin(this.#loaded);
    },
    moveTo: (ms) => this.#picture.holdAt(ms),
    act: (action) => this.#act(action),
  };
  /** What was loaded last, where a schedule begins; null before. */
  #loaded: Data | null = null;
  #schedule: readonly Scheduled[] = [];
  #resolution: ReturnType<typeof resolutionOf> = null;
  #loading: Promise<ActionResult> | null = null;
  #loads = 0;
  /** Counts play and stop calls, so that one that had to wait can tell that a later one took over. */
  #turn = 0;
  /** What an update waits for, such as new fonts; later updates wait with it, or an older one could come last. */
  #dressing: Promise<ActionResult | null> | null = null;
  #disposed = false;

  constructor(design: Design) {
    super();
    this.#design = design;
    const shadow = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(tokenCss() + base + surfaces + frame + marks + design.css);
    shadow.adoptedStyleSheets = [sheet];
    this.#root.className = 'root';
    shadow.append(this.#root);
    this.#picture = new Picture(this.#root, design);
    this.#fit = fitFrame(this, this.#root, () => this.#resolution);
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
    const data = asData(params.data);
    const missing = await this.#fetch(data);
    if (missing) return missing;
    if (this.#disposed || mine !== this.#loads) return OK;
    this.#resolution = resolutionOf(params.renderCharacteristics);
    this.#fit();
    this.#live();
    const result = this.#picture.begin(data);
    if (result.statusCode === 200) this.#loaded = data;
    return result;
  }

  /** Shows the picture, goes to another step, or leaves when the steps are over. Resolves when that is done. */
  async playAction(params: PlayParams = {}): Promise<PlayResult> {
    const turn = ++this.#turn;
    if (this.#loading) await this.#loading;
    if (this.#disposed || turn !== this.#turn) return { ...OK, currentStep: this.#picture.step };
    this.#live();
    const result = this.#picture.play(params, params.skipAnimation === true);
    if (result.statusCode === 200) await this.#picture.settled();
    return { ...result, currentStep: this.#picture.step };
  }

  /** Takes the picture off. Resolves when nothing is shown. */
  async stopAction(params: StopParams = {}): Promise<ActionResult> {
    const turn = ++this.#turn;
    if (this.#loading) await this.#loading;
    if (this.#disposed || turn !== this.#turn) return OK;
    this.#live();
    this.#picture.stop(params.skipAnimation === true);
    await this.#picture.settled();
    return OK;
  }

  /** Takes new data in place. The picture stays as it was when the data is refused. */
  async updateAction(params: UpdateParams = {}): Promise<ActionResult> {
    const changes = asData(params.data);
    if (this.#loading) await this.#loading;
    if (this.#dressing || !this.#hasAll(changes)) {
      const missing = await this.#dressed(changes);
      if (missing) return missing;
    }
    if (this.#disposed) return OK;
    this.#live();
    const result = this.#picture.update(changes, params.skipAnimation === true);
    if (result.statusCode === 200) await this.#picture.settled();
    return result;
  }

  customAction(params: CustomParams = {}): Promise<ActionResult> {
    return Promise.resolve({ statusCode: 404, statusMessage: `There is no action “${params.id ?? ''}”.` });
  }

  /** What is to happen when, for {@link goToTime}. Resolves when all that it needs is there. */
  async setActionsSchedule(params: ScheduleParams = {}): Promise<ActionResult> {
    const schedule = readSchedule(params.schedule);
    if (!schedule) return { statusCode: 400, statusMessage: 'schedule: is not a list of actions at times.' };
    for (const { type, params: given } of schedule) {
      const missing = type === 'updateAction' ? await this.#fetch(asData(given['data'])) : null;
      if (missing) return missing;
    }
    this.#schedule = schedule;
    return OK;
  }

  /** Shows what is to be seen at that time of the schedule: the same for a time whenever it is asked for. */
  async goToTime(params: TimeParams = {}): Promise<ActionResult> {
    const { timestamp } = params;
    if (typeof timestamp !== 'number' || !(timestamp >= 0))
      return { statusCode: 400, statusMessage: 'timestamp: must be a number of milliseconds from 0 up.' };
    if (this.#loading) await this.#loading;
    if (this.#disposed) return OK;
    if (!this.#loaded)
      return { statusCode: 409, statusMessage: 'There is nothing to show: nothing is loaded.' };
    this.#turn += 1;
    goTo(timestamp, this.#schedule, this.#player);
    return this.#picture.answer();
  }

  dispose(): Promise<ActionResult> {
    this.#disposed = true;
    this.#turn += 1;
    this.#loads += 1;
    this.#picture.stop(true);
    this.#root.replaceChildren();
    return Promise.resolve(OK);
  }

  /** An action of the schedule. One that is refused leaves the picture as it was, as it would on air. */
  #act({ type, params }: Scheduled): void {
    const cut = params['skipAnimation'] === true;
    const number = (name: string): number | undefined => {
      const value = params[name];
      return typeof value === 'number' ? value : undefined;
    };
    if (type === 'playAction') this.#picture.play({ goto: number('goto'), delta: number('delta') }, cut);
    else if (type === 'stopAction') this.#picture.stop(cut);
    else if (type === 'updateAction') this.#picture.update(asData(params['data']), cut);
  }

  /** A call in real time ends a walk through the schedule. */
  #live(): void {
    this.#picture.release();
  }

  /** Whether the picture with these changes can be drawn at once. */
  #hasAll(changes: Data): boolean {
    const data = this.#picture.merged(changes);
    return hasFonts(familiesOf(themeIn(data))) && (this.#design.needs?.ready(data) ?? true);
  }

  /** Resolves when this update's turn has come and all that it needs is there. */
  async #dressed(changes: Data): Promise<ActionResult | null> {
    const before = this.#dressing;
    const mine = (async () => {
      await before;
      return this.#fetch(this.#picture.merged(changes));
    })();
    this.#dressing = mine;
    const missing = await mine;
    if (this.#dressing === mine) this.#dressing = null;
    return missing;
  }

  /** Fetches what the data need; an answer when the fonts of their theme cannot be had. */
  async #fetch(data: Data): Promise<ActionResult | null> {
    try {
      await Promise.all([
        loadFonts(this.#design.url, familiesOf(themeIn(data))),
        this.#design.needs?.fetch(data),
      ]);
      return null;
    } catch (error) {
      return { statusCode: 500, statusMessage: `The fonts could not be loaded: ${String(error)}` };
    }
  }
}
