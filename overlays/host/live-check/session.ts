/** One frame with the graphic in it: calls with a limit, looks at its picture, and what went wrong noted on the way. */
import type { JsonObject } from '../../../core/json.ts';
import { FrameLook, type RenderTarget, type ScheduledAction } from '../../../core/protocol.ts';
import type { Graphic } from '../../../core/schema/manifest.ts';
import type { FrameRequest } from '../frame-protocol.ts';
import type { Outcome } from '../graphic-frame.ts';
import { moduleAddress } from '../origins.ts';
import type { LiveHost, OpenedFrame } from './live-host.ts';
import type { Notes } from './notes.ts';

/** A page that does not say how it looks within this time is blocked. Milliseconds. */
const LOOK_LIMIT_MS = 3_000;
/** Our own page has to come first, and a busy machine takes its time to start a process. Milliseconds. */
const OPEN_LIMIT_MS = 10_000;
const STILL_EVERY_MS = 60;
/** A picture that still moves after so long is not waited for. Milliseconds. */
const STILL_LIMIT_MS = 4_000;
/** The frame page itself says no more than 20 of them. */
const MANY_COMPLAINTS = 15;

/** Nothing more can be learnt in this frame: what is wrong has been noted. */
export class Over extends Error {}

const NAMES: Partial<Record<FrameRequest['call'], string>> = {
  play: 'playAction',
  update: 'updateAction',
  stop: 'stopAction',
  action: 'customAction',
  schedule: 'setActionsSchedule',
};

export class Session {
  readonly #host: LiveHost;
  readonly #graphic: Graphic;
  readonly #notes: Notes;
  readonly #limit: number;
  readonly #opened: OpenedFrame;
  #call = 'load';
  #complaints = 0;
  #hung = false;
  #lost = false;

  private constructor(host: LiveHost, graphic: Graphic, notes: Notes, limit: number) {
    this.#host = host;
    this.#graphic = graphic;
    this.#notes = notes;
    this.#limit = limit;
    this.#opened = host.open({
      onProblem: (detail) => this.#complain(detail),
      onLost: (detail) => {
        this.#lost = true;
        notes.add('went-away', this.#call, `the graphic’s frame ${detail}`);
      },
    });
  }

  /** Runs a part of the check in a frame of its own, which is gone when it is over, whatever happens. */
  static async run(
    { host, graphic, notes, limit }: { host: LiveHost; graphic: Graphic; notes: Notes; limit: number },
    part: (session: Session) => Promise<void>,
  ): Promise<void> {
    const session = new Session(host, graphic, notes, limit);
    try {
      await session.look(OPEN_LIMIT_MS);
      await part(session);
      await session.#sum();
    } catch (error) {
      if (!(error instanceof Over)) throw error;
      if (!session.#hung && !session.#lost) await session.#sum().catch(ignoreOver);
    } finally {
      session.#opened.close(session.#hung);
    }
  }

  /** Loads it as it would be on air. */
  load(data: JsonObject, target?: RenderTarget): Promise<Outcome> {
    return this.send({
      call: 'load',
      main: moduleAddress(this.#graphic),
      data,
      layer: 'lower-third',
      ...(target ? { target } : {}),
    });
  }

  play(to: { goto: number } | { delta: number }, skipAnimation = false): Promise<Outcome> {
    return this.send({ call: 'play', ...to, skipAnimation });
  }

  stop(skipAnimation = false): Promise<Outcome> {
    return this.send({ call: 'stop', skipAnimation });
  }

  update(data: JsonObject, skipAnimation = false): Promise<Outcome> {
    return this.send({ call: 'update', data, skipAnimation });
  }

  action(action: string, payload: JsonObject): Promise<Outcome> {
    return this.send({ call: 'action', action, payload, skipAnimation: false });
  }

  schedule(schedule: ScheduledAction[]): Promise<Outcome> {
    return this.send({ call: 'schedule', schedule });
  }

  /** An answer of any kind. One that does not come is noted, and ends this frame. */
  async send(request: FrameRequest): Promise<Outcome> {
    const call = NAMES[request.call] ?? request.call;
    this.#call = call;
    // a graphic without steps plays for as long as it likes
    const endless = request.call === 'play' && this.#graphic.stepCount === 0;
    const outcome = await this.#opened.frame.send(request, endless ? this.#limit * 3 : this.#limit);
    if (!outcome.timedOut) return outcome;
    await this.look();
    this.#notes.add('never-settles', call, `was not answered within ${this.#limit / 1000} seconds`);
    throw new Over();
  }

  /** The same, where 500 and above is noted too and ends this frame. */
  async good(answer: Promise<Outcome>): Promise<Outcome> {
    const outcome = await answer;
    if (outcome.statusCode < 500) return outcome;
    const call = this.#call;
    // a method that is not there is said once, by its own rule
    if (!(await this.#lacks(call))) {
      const why = outcome.statusMessage || 'no reason given';
      this.#notes.add(
        call === 'load' ? 'load-fails' : 'call-fails',
        call,
        `failed with ${outcome.statusCode}: ${why}`,
      );
    }
    throw new Over();
  }

  /** @param limit milliseconds */
  async look(limit = LOOK_LIMIT_MS): Promise<FrameLook> {
    const outcome = await this.#opened.frame.send({ call: 'look' }, limit);
    if (outcome.timedOut) {
      this.#hung = true;
      if (!this.#lost)
        this.#notes.add('hangs', this.#call, 'blocks the graphic’s page: it had to be thrown away');
      throw new Over();
    }
    const look = FrameLook.safeParse(outcome.result);
    if (look.success) return look.data;
    this.#notes.add('call-fails', this.#call, 'leaves its page unable to say how it looks');
    throw new Over();
  }

  /** The picture when it has come to rest, or after a while. @param limit milliseconds */
  async still(limit = STILL_LIMIT_MS): Promise<FrameLook> {
    let last = await this.look();
    for (let waited = 0; waited < limit; waited += STILL_EVERY_MS) {
      await this.wait(STILL_EVERY_MS);
      const next = await this.look();
      if (!next.moving && next.scene === last.scene) return next;
      last = next;
    }
    return last;
  }

  wait(ms: number): Promise<void> {
    return this.#host.wait(ms);
  }

  #complain(detail: string): void {
    this.#complaints += 1;
    this.#notes.add('stray-error', this.#call, detail);
    if (this.#complaints === MANY_COMPLAINTS)
      this.#notes.add('chatter', this.#call, `complained ${MANY_COMPLAINTS} times and more`);
  }

  async #lacks(call: string): Promise<boolean> {
    const { slips } = await this.look();
    this.#notes.slips(slips);
    return slips.some((one) => one.call === call && one.what === 'missing');
  }

  /** What the frame kept for the end. */
  async #sum(): Promise<void> {
    const { slips, requests } = await this.look();
    this.#notes.slips(slips);
    for (const { url } of requests.filter(({ url, refused }) => refused && /^(https?|wss?):/.test(url))) {
      this.#notes.requests.add(url);
      this.#notes.add('outside-request', 'load', `asked for ${url}, which it does not get without consent`);
    }
  }
}

function ignoreOver(error: unknown): void {
  if (!(error instanceof Over)) throw error;
}
