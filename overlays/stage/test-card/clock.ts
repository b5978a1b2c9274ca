/** All of the test card that changes by itself: the sweep, the time, and what is measured of the screen. */
import { clockWords, lateOf, rateWords, refreshOf, sizeWords } from './facts.ts';

/** Across the picture. Milliseconds. */
const SWEEP_MS = 1000;
/** So many frames tell the refresh rate. */
const WATCHED = 240;
/** How often what is measured is said anew: often enough to be read. Milliseconds. */
const SAY_MS = 500;

export class CardClock {
  readonly #part: (name: string) => HTMLElement;
  readonly #stationNow: () => number;
  #frame = 0;
  #last: number | null = null;
  /** Gaps between frames: of late, and since it was last said what they are. */
  #gaps: number[] = [];
  #fresh: number[] = [];
  #saidAt = 0;
  #refresh: number | null = null;
  #late = 0;

  /** @param stationNow epoch ms */
  constructor(part: (name: string) => HTMLElement, stationNow: () => number) {
    this.#part = part;
    this.#stationNow = stationNow;
  }

  start(): void {
    const frames = [{ transform: 'translateX(0)' }, { transform: 'translateX(1920px)' }];
    const sweep = this.#part('bars').animate(frames, { duration: SWEEP_MS, iterations: Infinity });
    // at the left edge on each full second of the station, on every output alike
    sweep.currentTime = this.#stationNow() % SWEEP_MS;
    this.#say();
    this.#frame = requestAnimationFrame((at) => this.#tick(at));
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
  }

  #tick(at: number): void {
    this.#frame = requestAnimationFrame((next) => this.#tick(next));
    if (this.#last !== null) this.#fresh.push(at - this.#last);
    this.#last = at;
    this.#part('clock').textContent = clockWords(this.#stationNow(), this.#refresh);
    if (at - this.#saidAt < SAY_MS) return;
    this.#saidAt = at;
    this.#measure();
    this.#say();
  }

  #measure(): void {
    // making the card itself is not what it is to tell of: nothing is late before the rate is known
    if (this.#refresh !== null) this.#late += lateOf(this.#fresh, this.#refresh);
    this.#gaps = [...this.#gaps, ...this.#fresh].slice(-WATCHED);
    this.#fresh = [];
    this.#refresh = refreshOf(this.#gaps);
  }

  #say(): void {
    const { innerWidth, innerHeight, devicePixelRatio } = window;
    const width = Math.round(innerWidth * devicePixelRatio);
    const height = Math.round(innerHeight * devicePixelRatio);
    // the card is as large as the pictures that stand side by side
    const host = this.#part('fill').getBoundingClientRect();
    const scale = (host.width * devicePixelRatio) / 1920;
    const measured = { width, height, scale, refresh: this.#refresh, late: this.#late };
    this.#part('size').textContent = sizeWords(measured);
    this.#part('rate').textContent = rateWords(measured);
  }
}
