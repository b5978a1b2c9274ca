/**
 * A cue's graphic in a frame that nobody sees, to ask it how its texts stand. Its frame is an origin of its own, so that
 * a graphic that hangs in it takes nothing else along, least of all a monitor.
 */
import type { JsonObject } from '../../../core/json.ts';
import type { LayerId } from '../../../core/layers.ts';
import type { Graphic } from '../../../core/schema/manifest.ts';
import { frameAddress, openFrame } from '../../../overlays/host/frame-handle.ts';
import type { GraphicFrame, Outcome } from '../../../overlays/host/graphic-frame.ts';
import { moduleAddress } from '../../../overlays/host/origins.ts';
import { ownHost } from '../../frames/own-host.ts';

/** A graphic that takes longer is not asked again. Milliseconds. */
const LIMIT_MS = 6_000;

/** A full-size place for frames, a few pixels of the page: off the page they would not be laid out. */
function makePlace(): HTMLElement {
  const place = document.createElement('div');
  place.setAttribute('aria-hidden', 'true');
  place.inert = true;
  place.dataset['fitCheck'] = '';
  place.style.cssText =
    'position:fixed;left:0;bottom:0;width:1920px;height:1080px;transform-origin:0 100%;transform:scale(.001);opacity:.01;pointer-events:none;overflow:hidden';
  document.body.append(place);
  return place;
}

export class FitChecker {
  readonly #place = makePlace();
  readonly #frame: GraphicFrame;
  readonly #main: string;
  readonly #layer: LayerId;
  #loaded = false;
  #busy = false;
  #waiting: { data: JsonObject; tell: (outcome: Outcome) => void } | null = null;
  #ended = false;

  constructor(graphic: Graphic, layer: LayerId) {
    this.#main = moduleAddress(graphic);
    this.#layer = layer;
    this.#frame = openFrame(this.#place, frameAddress(location, ownHost('fit'), graphic), {
      onProblem: () => {
        // a monitor shows the same graphic and says so
      },
      onLost: () => this.close(),
    });
    // a frame takes the size of its layer; the stage's style sheet is not here
    const element = this.#place.firstElementChild;
    if (element instanceof HTMLElement) element.style.cssText = 'width:1920px;height:1080px;border:0';
  }

  /** The latest asked wins; an answer that comes after it is closed is not told. */
  ask(data: JsonObject, tell: (outcome: Outcome) => void): void {
    this.#waiting = { data, tell };
    if (!this.#busy) void this.#next();
  }

  async #next(): Promise<void> {
    const asked = this.#waiting;
    if (!asked || this.#ended) return;
    this.#waiting = null;
    this.#busy = true;
    const { data } = asked;
    const outcome = await this.#frame.send(
      this.#loaded
        ? { call: 'update', data, skipAnimation: true }
        : { call: 'load', main: this.#main, data, layer: this.#layer },
      LIMIT_MS,
    );
    this.#busy = false;
    if (this.#ended) return;
    if (outcome.timedOut) return this.close();
    // data that was refused at load leaves nothing to update: it is loaded anew
    if (outcome.statusCode < 400) this.#loaded = true;
    asked.tell(outcome);
    void this.#next();
  }

  close(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#frame.remove();
    this.#place.remove();
  }
}
