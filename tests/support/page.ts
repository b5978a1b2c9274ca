/** A page as the station sees it: says hello, mirrors what it is sent, notices gaps, and keeps every byte it got. */
import { applyPatches, enablePatches, type Patch } from 'immer';
import { onTestFinished } from 'vitest';
import { WebSocket, type ClientOptions } from 'ws';
import type { JsonObject } from '../../core/json.ts';
import type { ChannelId } from '../../core/layers.ts';
import { FromStation, PROTOCOL } from '../../core/protocol.ts';
import type { StageView } from '../../core/stage/view.ts';
import type { State } from '../../core/state.ts';
import type { TestStation } from './station.ts';

enablePatches();

type Kind = FromStation['type'];
type Message<T extends Kind> = Extract<FromStation, { type: T }>;

interface Waiting {
  wanted: (message: FromStation) => boolean;
  done: (message: FromStation) => void;
  fail: (error: Error) => void;
}

export const deskHello = (user = 'olive', over: JsonObject = {}): JsonObject => ({
  type: 'hello',
  protocol: PROTOCOL,
  role: 'desk',
  user,
  ...over,
});

export const stageHello = (channel: ChannelId = 'program', over: JsonObject = {}): JsonObject => ({
  type: 'hello',
  protocol: PROTOCOL,
  role: 'stage',
  channel,
  kind: 'output',
  name: 'Test output',
  isolation: 'full',
  showing: [],
  ...over,
});

export class Page {
  readonly socket: WebSocket;
  readonly messages: FromStation[] = [];
  readonly texts: string[] = [];
  /** Patches that were not the next revision. */
  gaps = 0;
  view: unknown = null;
  revision = -1;
  readonly closed: Promise<{ code: number; reason: string }>;
  readonly #waiting = new Set<Waiting>();
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (data: Buffer) => this.#receive(data.toString('utf8')));
    this.closed = new Promise((done) => {
      socket.on('close', (code, reason) => {
        done({ code, reason: reason.toString() });
        for (const { fail } of this.#waiting) fail(new Error(`closed with ${code} ${reason.toString()}`));
      });
    });
  }

  /** @param hello null says nothing */
  static async open(
    { port, key }: Pick<TestStation, 'port' | 'key'>,
    hello: JsonObject | null = deskHello(),
    options: ClientOptions = {},
  ): Promise<Page> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/ws?key=${key}`, options);
    const page = new Page(socket);
    await new Promise((done, fail) => {
      socket.once('open', done);
      socket.once('error', fail);
    });
    onTestFinished(() => socket.terminate());
    if (hello) {
      page.send(hello);
      await page.get('snapshot');
    }
    return page;
  }

  get state(): State {
    return this.view as State;
  }

  get stage(): StageView {
    return this.view as StageView;
  }

  #receive(text: string): void {
    this.texts.push(text);
    const message = FromStation.parse(JSON.parse(text));
    if (message.type === 'snapshot') {
      this.view = message.view;
      this.revision = message.revision;
    } else if (message.type === 'patch') {
      if (message.revision !== this.revision + 1) this.gaps += 1;
      this.view = applyPatches(this.view as object, message.patches as Patch[]);
      this.revision = message.revision;
    }
    this.messages.push(message);
    for (const waiting of this.#waiting) {
      if (!waiting.wanted(message)) continue;
      this.#waiting.delete(waiting);
      waiting.done(message);
    }
  }

  send(message: JsonObject | string): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** The first message of that kind that fits, of those that came already or will come. */
  get<T extends Kind>(type: T, fits: (message: Message<T>) => boolean = () => true): Promise<Message<T>> {
    const wanted = (message: FromStation) => message.type === type && fits(message as Message<T>);
    const came = this.messages.find(wanted);
    return came ? Promise.resolve(came as Message<T>) : this.#wait(type, wanted);
  }

  /** The same, of those that are still to come. */
  next<T extends Kind>(type: T, fits: (message: Message<T>) => boolean = () => true): Promise<Message<T>> {
    return this.#wait(type, (message) => message.type === type && fits(message as Message<T>));
  }

  #wait<T extends Kind>(_type: T, wanted: Waiting['wanted']): Promise<Message<T>> {
    return new Promise((done, fail) => {
      this.#waiting.add({ wanted, done: (message) => done(message as Message<T>), fail });
    });
  }

  async command(command: { type: string } & JsonObject): Promise<Message<'result'>['result']> {
    const id = (this.#lastId += 1);
    const answer = this.next('result', (message) => message.id === id);
    this.send({ type: 'command', id, command });
    return (await answer).result;
  }

  report(instance: string, event: string, detail: string | null = null): void {
    this.send({ type: 'report', report: { instance, event, detail } });
  }

  /** Everything sent so far has been heard, and the mirror is of now: messages are answered in order. */
  async settle(): Promise<void> {
    const snapshot = this.next('snapshot');
    this.send({ type: 'resync' });
    await snapshot;
  }

  /** Its own patches have brought it to that revision. */
  async until(revision: number): Promise<void> {
    if (this.revision < revision) await this.next('patch', (message) => message.revision >= revision);
  }

  async leave(): Promise<void> {
    this.socket.close();
    await this.closed;
  }
}
