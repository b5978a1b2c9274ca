/**
 * One layer of the stage against a station made of the core alone, with frames that answer when the test says so.
 */
import type { FrameRequest } from '../../overlays/host/frame-protocol.ts';
import type { FrameListener, GraphicFrame, Outcome } from '../../overlays/host/graphic-frame.ts';
import { LayerHost } from '../../overlays/stage/layer-host.ts';
import type { Report } from '../../overlays/stage/reports.ts';
import { makeCue, makeGraphic, makeStation, type FakeStation } from '../support/builders.ts';

const OK: Outcome = { statusCode: 200, statusMessage: '', timedOut: false };

export class FakeFrame implements GraphicFrame {
  readonly lane: number;
  readonly listener: FrameListener;
  readonly sent: FrameRequest[] = [];
  removed = false;
  raised = 0;
  /** Played and not yet stopped or removed: what a viewer would see. */
  seen = false;
  readonly #open: { request: FrameRequest; resolve: (outcome: Outcome) => void }[] = [];

  constructor(lane: number, listener: FrameListener) {
    this.lane = lane;
    this.listener = listener;
  }

  send(request: FrameRequest): Promise<Outcome> {
    this.sent.push(request);
    if (request.call === 'play') this.seen = true;
    return new Promise((resolve) => this.#open.push({ request, resolve }));
  }

  raise(): void {
    this.raised += 1;
  }

  remove(): void {
    this.removed = true;
    this.seen = false;
  }

  get waiting(): string[] {
    return this.#open.map(({ request }) => request.call);
  }

  /** Answers the oldest call of this kind. */
  async answer(call: FrameRequest['call'], outcome: Partial<Outcome> = {}): Promise<void> {
    const at = this.#open.findIndex(({ request }) => request.call === call);
    const [one] = this.#open.splice(at, at < 0 ? 0 : 1);
    if (!one) throw new Error(`no ${call} is open`);
    if (call === 'stop') this.seen = false;
    one.resolve({ ...OK, ...outcome });
    for (let tick = 0; tick < 12; tick += 1) await Promise.resolve();
  }

  get calls(): string[] {
    return this.sent.map(({ call }) => call);
  }
}

const GRAPHICS = [makeGraphic('plain', { stepCount: 3 }), makeGraphic('once', { stepCount: 0 })];

export class Bench {
  readonly station: FakeStation;
  host!: LayerHost;
  frames: FakeFrame[] = [];
  reports: Report[] = [];
  shown: [string, string | null][] = [];
  /** False: reports are lost and the stage hears nothing. */
  connected = true;
  /** Nothing dies unless the test says so. */
  pulse: (frame: GraphicFrame, onDead: () => void) => () => void = () => () => undefined;
  /** Between updates; at once unless the test says otherwise. */
  pause: (ms: number) => Promise<void> = () => Promise.resolve();

  constructor() {
    const cue = (id: string, number: number, graphic = 'plain') =>
      makeCue({ id, number, name: id, graphic, data: { headline: id } });
    this.station = makeStation({ cues: [cue('a', 1), cue('b', 2), cue('c', 3), cue('once', 4, 'once')] });
    this.station.graphics = new Map(GRAPHICS.map((graphic) => [graphic.id, graphic]));
    this.open();
  }

  /** A new page: it holds nothing. */
  open(): void {
    this.frames = [];
    this.host = new LayerHost({
      openFrame: (lane, listener) => {
        const frame = new FakeFrame(lane, listener);
        this.frames.push(frame);
        return frame;
      },
      report: (report) => {
        if (!this.connected) return;
        this.reports.push(report);
        this.station.do({ type: 'stage.report', channel: 'program', ...report });
        // as over a socket: never within the call that reports
        queueMicrotask(() => this.sync());
      },
      pause: (ms) => this.pause(ms),
      pulse: (frame, onDead) => this.pulse(frame, onDead),
      show: (state, cue) => this.shown.push([state, cue]),
    });
  }

  /** The patch that follows any change. */
  sync(snapshot = false, late = false): void {
    if (!this.connected) return;
    this.host.set(structuredClone(this.station.layer()), snapshot ? { now: this.station.now, late } : null);
  }

  do(command: { type: string } & Record<string, unknown>): void {
    this.station.now += 1000;
    this.station.do(command);
    this.sync();
  }

  get live(): FakeFrame[] {
    return this.frames.filter((frame) => !frame.removed);
  }

  get state(): string {
    return (this.shown.at(-1) ?? ['off'])[0];
  }

  frame(index: number): FakeFrame {
    const frame = this.frames[index];
    if (!frame) throw new Error(`no frame ${index}`);
    return frame;
  }

  events(): string[] {
    return this.reports.map(({ event }) => event);
  }

  /** Takes a cue and sees it on. */
  async onAir(cueId: string): Promise<FakeFrame> {
    this.do({ type: 'cue.take', cueId });
    const frame = this.frame(this.frames.length - 1);
    await frame.answer('load');
    await frame.answer('play');
    return frame;
  }
}
