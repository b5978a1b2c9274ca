/** One connected page: what it said it is, and what it was told last. */
import type { WebSocket } from 'ws';
import type { OutputId } from '../../core/ids.ts';
import type { ChannelId } from '../../core/layers.ts';
import type { FromStation, OutputInfo, StageKind, ToStation, Whereabouts } from '../../core/protocol.ts';

/** A page that cannot keep up is cut off; it comes back by itself and gets a snapshot. Bytes beyond that snapshot. */
const MAX_BACKLOG = 8 * 1024 * 1024;

/** A page that only looks on gets the whole state no more often: its text holds everybody else up. Milliseconds. */
const AGAIN_MS = 250;

/** Pages beat about once a second: after this long without a beat one does not answer. Milliseconds. */
const SILENT_MS = 5000;

export interface Beat {
  revision: number;
  frames: number;
  late: number;
  /** Epoch ms. */
  at: number;
}

export interface StageIdentity {
  channel: ChannelId;
  kind: StageKind;
  name: string;
  isolation: OutputInfo['isolation'];
  output: OutputId | null;
  window: number | null;
}

export class Session {
  readonly id: string;
  readonly #socket: WebSocket;
  /** A large show's snapshot alone may be more than any backlog: a page that is still reading it keeps up. */
  #largest = 0;
  /** Null for a stage, and before hello. */
  user: string | null = null;
  /** Null for a desk, and before hello. */
  stage: StageIdentity | null = null;
  beat: Beat | null = null;
  /** Of a desk: what it said last of where it is. */
  where: Whereabouts | null = null;
  /** Of a desk: which one it is, which load of the page, and since when it is there (epoch ms). */
  seat = '';
  page = '';
  since = 0;
  /** It only looks on. */
  view: boolean;
  /** The revision that it was told last, of a stage. */
  told = 0;
  fps: number | null = null;
  /** It has drawn all that should be seen. */
  ready = false;
  #again: NodeJS.Timeout | undefined;
  #frames = 0;
  #dropped = 0;
  /** The revisions that had been sent when the last beat came, and the one before it. */
  #sentAtBeat = 0;
  #sentBefore = 0;

  /** @param view it came with the view key */
  constructor(id: string, socket: WebSocket, view = false) {
    this.id = id;
    this.view = view;
    this.#socket = socket;
  }

  get isDesk(): boolean {
    return this.user !== null;
  }

  send(message: FromStation): void {
    this.sendText(JSON.stringify(message));
  }

  /** For a message that many pages get: it is put into text once. */
  sendText(text: string): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > MAX_BACKLOG + this.#largest) this.#socket.terminate();
    else this.#socket.send(text);
    this.#largest = Math.max(this.#largest, Buffer.byteLength(text));
  }

  /** Its page has come back by another connection. */
  drop(): void {
    this.user = null;
    this.#socket.terminate();
  }

  /** It asks for the whole state once more. A stage that is on air, and a desk that works, wait for nothing. */
  again(send: () => void): void {
    if (!this.view) return send();
    this.#again ??= setTimeout(() => {
      this.#again = undefined;
      send();
    }, AGAIN_MS).unref();
  }

  bye(code: string, detail: string): void {
    this.send({ type: 'bye', code, detail });
    this.#socket.close(1008, code);
  }

  hear({ revision, frames, late }: Extract<ToStation, { type: 'beat' }>, now: number): void {
    const seconds = this.beat ? (now - this.beat.at) / 1000 : 1;
    this.fps = Math.round((frames / Math.max(seconds, 0.1)) * 10) / 10;
    this.#frames += frames;
    this.#dropped += late;
    this.beat = { revision, frames, late, at: now };
    this.#sentBefore = this.#sentAtBeat;
    this.#sentAtBeat = this.told;
  }

  /**
   * For the outputs panel; null for a desk and a camera.
   * @param frozen told nothing new, and so never behind
   * @param now epoch ms: a page that hangs says nothing, while its browser keeps the line open
   */
  info(frozen: boolean, now: number): OutputInfo | null {
    // a camera is nobody's screen
    if (!this.stage || this.stage.kind === 'camera') return null;
    const { kind } = this.stage;
    const revision = this.beat?.revision ?? 0;
    // what was sent at the beat before last has had a second or more to arrive
    const isSilent = this.beat !== null && now - this.beat.at > SILENT_MS;
    const behind = isSilent || (!frozen && this.beat !== null && revision < this.#sentBefore);
    const { ready } = this;
    const fps = isSilent ? 0 : this.fps;
    return {
      id: this.id,
      ...this.stage,
      kind,
      ready,
      fps,
      late: this.beat?.late ?? 0,
      frames: this.#frames,
      dropped: this.#dropped,
      revision,
      behind,
    };
  }
}
