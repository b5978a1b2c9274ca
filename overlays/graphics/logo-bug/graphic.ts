// Corner bug: the station's logo, with LIVE and the time of day when they are wanted.
import { block, box, line } from '../../kit/dom.ts';
import { fitText } from '../../kit/fit-text.ts';
import { Graphic } from '../../kit/graphic.ts';
import { rise } from '../../kit/lower-third.ts';
import { fromNothing, fromRight, move } from '../../kit/motion.ts';
import type { ActionResult, LoadParams, PlayParams, PlayResult, StopParams } from '../../kit/ograf.ts';
import type { Needs } from '../../kit/picture.ts';
import { choice, required, text, type Data } from '../../kit/read.ts';
import { Refusal } from '../../kit/refusal.ts';
import { readTheme, type Theme } from '../../kit/theme.ts';
import { timeOfDay, toNextMinute } from './clock.ts';
import { fetchImage, hasImage, imageAt } from './images.ts';
import { emptyLogo, logoOf } from './logo.ts';
import css from './style.css?inline';

/** The field that a new minute is noted in: it changes nothing but makes the picture look at the clock again. */
const MINUTE = 'v_minute';

/** The image of the logo is there before anything is drawn. */
function addressOf(data: Data): string {
  try {
    return logoOf(data, readTheme(data['theme'])).image;
  } catch (error) {
    // what is no text has no address: the picture refuses it and says why
    if (error instanceof Refusal) return '';
    throw error;
  }
}
const needs: Needs = {
  ready: (data) => hasImage(addressOf(data)),
  fetch: (data) => fetchImage(addressOf(data)),
};

function timeOf(data: Data): string {
  required(data, 'clock');
  const clock = choice(data, 'clock', ['none', 'given', 'zone'], 'none');
  if (clock === 'none') return '';
  return clock === 'given' ? required(data, 'time') : timeOfDay(required(data, 'zone'), Date.now());
}

function build(scene: HTMLElement, data: Data, _step: number, theme: Theme): void {
  const time = timeOf(data);
  const { image, words } = logoOf(data, theme);
  const picture = image === '' ? null : imageAt(image);
  if (!picture && words === '') throw emptyLogo(image);
  const live =
    data['live'] === true && rise(line('live', text(data, 'liveText') || 'LIVE', 'small caps live'), 1);
  const liveBox =
    live && box('tag', move(block('tag', 'tag-face'), { from: fromNothing, at: 100, ms: 260 }), live);
  const name = picture ? null : rise(line('logo', words, 'name'), 0);
  const logo = box('logo', move(block('logo-face', 'logo-face'), { from: fromRight, at: 0, ms: 300 }), name);
  if (picture) logo.append(move(picture, { from: fromNothing, at: 120, ms: 300 }));
  const clock = time !== '' && rise(line('time', time, 'small time', true), 2);
  const place = text(data, 'place');
  const where = place !== '' && clock ? rise(line('place', place, 'small caps mist'), 2) : null;
  const plate = move(block('plate', 'plate'), { from: fromRight, at: 0, ms: 300 });
  const aside = (clock || where) && box('aside', plate, where, clock);
  scene.append(box('bug', box('clip', liveBox, aside, logo)));
  if (name) fitText(name, 'text', 300, { sizes: [36], widths: [96, 66], lines: [1] });
  if (live) fitText(live, 'liveText', 220, { sizes: [28], widths: [92, 66], lines: [1] });
  if (clock) fitText(clock, 'time', 260, { sizes: [28], widths: [92, 66], lines: [1] });
  if (where) fitText(where, 'place', 260, { sizes: [28], widths: [92, 66], lines: [1] });
}

export default class LogoBug extends Graphic {
  #timer = 0;
  /** False where time is not the page's own: there the clock stands still. */
  #running = true;

  constructor() {
    super({ url: import.meta.url, css, stepCount: 1, build, needs });
  }

  override load(params: LoadParams = {}): Promise<ActionResult> {
    this.#running = params.renderType !== 'non-realtime';
    return super.load(params);
  }

  override async playAction(params: PlayParams = {}): Promise<PlayResult> {
    this.#tick();
    const result = await super.playAction(params);
    // it may have led off
    if (result.currentStep === undefined) window.clearTimeout(this.#timer);
    return result;
  }

  override stopAction(params: StopParams = {}): Promise<ActionResult> {
    window.clearTimeout(this.#timer);
    return super.stopAction(params);
  }

  override dispose(): Promise<ActionResult> {
    this.#running = false;
    window.clearTimeout(this.#timer);
    return super.dispose();
  }

  /** Looks at the clock, now and at every full minute from now on. */
  #tick(): void {
    window.clearTimeout(this.#timer);
    if (!this.#running) return;
    const now = Date.now();
    void super.updateAction({ data: { [MINUTE]: Math.floor(now / 60_000) } });
    this.#timer = window.setTimeout(
      () => {
        this.#tick();
      },
      toNextMinute(now) + 20,
    );
  }
}
