/**
 * The pages' WebSockets: hello → snapshot → numbered patches. Desks get everything, a stage gets its channel.
 * Only here do a stage's reports become facts about air.
 */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import type { z } from 'zod';
import { LAYERS, type ChannelId } from '../../core/layers.ts';
import type { ShellInfo } from '../../core/outputs/displays.ts';
import { outputAir } from '../../core/outputs/look.ts';
import type { FeedStatus } from '../../core/schema/feed.ts';
import type { NightStatus } from '../../core/schema/night.ts';
import type { Entry } from '../../core/history.ts';
import {
  PROTOCOL,
  ToStation,
  type FromStation,
  type HistoryStep,
  type OutputInfo,
  type StorageState,
} from '../../core/protocol.ts';
import { lookChanged, stageView } from '../../core/stage/view.ts';
import type { Keys } from '../http/guard.ts';
import type { Commit, Store } from '../store/store.ts';
import type { Log, Sources } from '../world.ts';
import { admission } from './admission.ts';
import { Presence } from './presence.ts';
import { LOOKING_ON, plainResult } from './results.ts';
import { Session } from './session.ts';
import { stageText, type StageText } from './stage-text.ts';

export interface HubDeps {
  store: Store;
  keys: Keys;
  /** The station's, in a Host or an Origin. */
  names: readonly string[];
  port: () => number;
  saved: () => Promise<boolean>;
  /** Packages that are not offered, and why. */
  graphicProblems: () => string[];
  sources: Sources;
  log: Log;
}

/** What a page said, read. */
type Sent<T extends ToStation['type'] = ToStation['type']> = Extract<z.output<typeof ToStation>, { type: T }>;

/** How often dead connections are looked for and desks told of frame rates. Milliseconds. */
const PULSE_MS = 1000;
/** A page that has answered no ping for this many pulses is gone. */
const MISSED_PULSES = 5;
const MAX_MESSAGE = 2 * 1024 * 1024;

export class Hub {
  readonly #deps: HubDeps;
  readonly #sessions = new Map<WebSocket, Session>();
  readonly #silence = new Map<WebSocket, number>();
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE,
    perMessageDeflate: false,
  });
  readonly #pulse: NodeJS.Timeout;
  readonly presence: Presence;
  #closed = false;
  #shell: ShellInfo | null = null;
  #feeds: FeedStatus[] = [];
  #storage: StorageState = { savedAt: null, problem: null };
  #night: NightStatus | null = null;
  #onStage: (info: OutputInfo) => void = () => undefined;

  constructor(deps: HubDeps) {
    this.#deps = deps;
    const { store, sources } = deps;
    this.presence = new Presence({ store, sources, sessions: () => this.#sessions.values() });
    deps.store.onCommit((commit) => this.#publish(commit));
    deps.store.onStep(() => this.#toDesks(this.#history()));
    deps.store.onRefusal(({ result, type, by, at }) => {
      const { code, detail } = result;
      const problems = 'problems' in result && result.problems ? { problems: result.problems } : {};
      this.#toDesks({ type: 'refusal', refusal: { at, by, command: type, code, detail, ...problems } });
    });
    this.#pulse = setInterval(() => this.#beat(), PULSE_MS);
  }

  attach(server: Server): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      // whoever hangs up early has made no bug
      const dropped = (error: Error) => this.#deps.log.info({ err: error }, 'a connection broke off');
      socket.on('error', dropped);
      const { keys, names, port } = this.#deps;
      const admitted = admission(request, { keys, names, port: port() });
      if ('refused' in admitted) {
        socket.end(`HTTP/1.1 ${admitted.refused}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
        return;
      }
      socket.off('error', dropped);
      this.#server.handleUpgrade(request, socket, head, (ws) => this.#open(ws, admitted.view));
    });
  }

  /** Stages and monitors, connected now. */
  outputs(): OutputInfo[] {
    return [...this.#sessions.values()].flatMap((session) => this.#info(session) ?? []);
  }

  get shell(): ShellInfo | null {
    return this.#shell;
  }

  /** The desktop app tells of its displays and windows. */
  setShell(shell: ShellInfo): void {
    this.#shell = shell;
    this.#toDesks({ type: 'shell', shell });
  }

  /** How each feed fares, now. */
  setFeeds(feeds: FeedStatus[]): void {
    this.#feeds = feeds;
    this.#toDesks({ type: 'feeds', feeds });
  }

  /** How saving goes, now. */
  setStorage(storage: StorageState): void {
    this.#storage = storage;
    this.#toDesks({ type: 'storage', storage });
  }

  /** The night that is rehearsed with, and where it is. */
  setNight(night: NightStatus | null): void {
    this.#night = night;
    this.#toDesks({ type: 'night', night });
  }

  /** Templates have changed: on disk, or in what people chose. */
  tellGraphics(): void {
    this.#toDesks({ type: 'graphics', ...this.#graphics() });
  }

  #graphics() {
    return { graphics: [...this.#deps.store.graphics.values()], problems: this.#deps.graphicProblems() };
  }

  /** @param listener hears of each stage that is ready, and of each beat */
  onStage(listener: (info: OutputInfo) => void): void {
    this.#onStage = listener;
  }

  #info(session: Session): OutputInfo | null {
    return session.info(this.#isFrozen(session), this.#deps.sources.now());
  }

  /** It shows what it showed: what happens on its channel is not told to it, and it has no say in it. */
  #isFrozen({ stage }: Pick<Session, 'stage'>): boolean {
    return stage?.output != null && outputAir(this.#deps.store.state, stage.output).frozen !== null;
  }

  #toldOf(session: Session): void {
    const info = this.#info(session);
    if (info) this.#onStage(info);
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#pulse);
    for (const ws of this.#sessions.keys()) ws.close(1001, 'the station stops');
    this.#server.close();
  }

  /** Cuts off whoever has not left politely. */
  terminate(): void {
    for (const ws of this.#server.clients) ws.terminate();
  }

  #open(ws: WebSocket, isView: boolean): void {
    const session = new Session(this.#deps.sources.newId('page'), ws, isView);
    this.#sessions.set(ws, session);
    ws.on('message', (data) => {
      // what comes after a goodbye is not heard
      if (ws.readyState === ws.OPEN) this.#receive(session, data);
    });
    ws.on('pong', () => this.#silence.delete(ws));
    ws.on('error', (error) =>
      this.#deps.log.warn({ err: error, page: session.id }, 'a page’s connection failed'),
    );
    ws.on('close', () => {
      this.#sessions.delete(ws);
      this.#silence.delete(ws);
      if (!this.#closed && session.isDesk) this.presence.tell();
      if (!session.stage || this.#closed) return;
      this.#tellOutputs();
      this.#settleUnwatched(session.stage.channel);
    });
  }

  #receive(session: Session, data: RawData): void {
    let json: unknown;
    try {
      json = JSON.parse((data as Buffer).toString('utf8'));
    } catch (error) {
      this.#deps.log.warn({ err: error, page: session.id }, 'a page sent what is not JSON');
      session.bye('bad_message', 'The message is not JSON.');
      return;
    }
    const parsed = ToStation.safeParse(json);
    if (!parsed.success) {
      this.#deps.log.warn(
        { page: session.id, issues: parsed.error.issues },
        'a page sent an unknown message',
      );
      session.bye('bad_message', 'The message is none that this station knows: reload the page.');
      return;
    }
    this.#answer(session, parsed.data);
  }

  #answer(session: Session, message: Sent): void {
    if (message.type === 'hello') return this.#greet(session, message);
    if (!session.isDesk && !session.stage) return session.bye('no_hello', 'A page says hello first.');
    switch (message.type) {
      case 'command':
        if (session.user === null) return session.bye('not_allowed', 'A stage sends no commands.');
        if (session.view) return session.send({ type: 'result', id: message.id, result: LOOKING_ON });
        return void this.#command(session, message, session.user);
      case 'report':
        this.#report(session, message.report);
        return;
      case 'beat':
        session.hear(message, this.#deps.sources.now());
        this.#toldOf(session);
        return;
      case 'ready':
        session.ready = true;
        this.#toldOf(session);
        return;
      case 'presence':
        return this.presence.moved(session, message);
      case 'resync':
        return session.again(() => this.#snapshot(session));
      default:
        message satisfies never;
    }
  }

  #greet(session: Session, hello: Sent<'hello'>): void {
    if (hello.protocol !== PROTOCOL) {
      return session.bye(
        'wrong_version',
        `This page speaks version ${hello.protocol}, the station ${PROTOCOL}: reload it.`,
      );
    }
    if (session.isDesk || session.stage) return session.bye('bad_message', 'A page says hello once.');
    const { store } = this.#deps;
    if (hello.role === 'desk') {
      session.user = hello.user;
      this.presence.sit(session, hello);
      this.#snapshot(session);
      session.send({ type: 'graphics', ...this.#graphics() });
      session.send({ type: 'outputs', outputs: this.outputs() });
      session.send({ type: 'shell', shell: this.#shell });
      session.send({ type: 'feeds', feeds: this.#feeds });
      session.send({ type: 'storage', storage: this.#storage });
      if (this.#night) session.send({ type: 'night', night: this.#night });
      session.send(this.#history());
      session.send(this.presence.messageFor(session));
      return;
    }
    const { channel, name, isolation, output, window, showing } = hello;
    // what looks on has no say in what is on air
    const kind = session.view ? 'monitor' : hello.kind;
    if (kind === 'output' && showing.length > 0 && store.state.air.interrupted.length > 0) {
      store.dispatch(
        { type: 'stage.claims', channel, instances: showing },
        { by: 'station', internal: true },
      );
    }
    // only now: the snapshot comes before any patch
    session.stage = { channel, kind, name, isolation, output, window: session.view ? null : window };
    this.#snapshot(session);
    this.#tellOutputs();
  }

  #snapshot(session: Session): void {
    const { store, sources } = this.#deps;
    const { stage } = session;
    const view = stage ? stageView(store.state, stage.channel, stage.output) : { ...store.state, held: null };
    session.told = store.revision;
    session.send({ type: 'snapshot', revision: store.revision, view, now: sources.now() });
  }

  async #command(session: Session, { id, command, mode }: Sent<'command'>, user: string): Promise<void> {
    const from = { by: user, seat: session.seat, ...(mode === undefined ? {} : { meant: mode }) };
    const result = this.#deps.store.dispatch(command, from);
    const saved = !result.ok || (await this.#deps.saved());
    session.send({ type: 'result', id, result: { ...plainResult(result), ...(saved ? {} : { saved }) } });
  }

  /** A monitor's word counts only while no output of its channel is there: air is what viewers get. */
  #report(session: Session, report: object): void {
    if (!session.stage || session.view || session.stage.kind === 'camera' || this.#isFrozen(session)) return;
    const { channel, kind } = session.stage;
    if (
      kind === 'monitor' &&
      channel !== 'preview' &&
      this.#watchers(channel).some((s) => s.stage?.kind === 'output')
    ) {
      return;
    }
    this.#deps.store.dispatch({ type: 'stage.report', channel, ...report }, { by: 'stage', internal: true });
  }

  #watchers(channel: ChannelId): Session[] {
    return [...this.#sessions.values()].filter(
      (session) =>
        session.stage?.channel === channel &&
        session.stage.kind !== 'camera' &&
        !session.view &&
        !this.#isFrozen(session),
    );
  }

  #publish(commit: Commit): void {
    const { revision, patches, after } = commit;
    const sent = new Map<ChannelId, StageText | null>();
    // nothing of a rehearsal is sent to programme, not even that there was something
    const isRehearsal = commit.before.air.mode === 'rehearsal' && after.air.mode === 'rehearsal';
    // stages first: they are what viewers see
    for (const session of this.#sessions.values()) {
      if (!session.stage) continue;
      const { channel, output } = session.stage;
      const text = sent.has(channel) ? (sent.get(channel) ?? null) : stageText(channel, commit);
      sent.set(channel, text);
      const isNewLook = output !== null && lookChanged(commit.before, after, output, channel);
      if (isNewLook) this.#snapshot(session);
      else if (this.#isFrozen(session)) continue;
      else if (isRehearsal && channel === 'program' && text?.isEmpty) continue;
      // what was not told of some revisions cannot follow this one
      else if (text === null || session.told !== revision - 1) this.#snapshot(session);
      else {
        session.told = revision;
        session.sendText(text.text);
      }
    }
    this.#toDesks({ type: 'patch', revision, patches: patches.filter(({ path }) => path[0] !== 'held') });
    if (after.show !== commit.before.show) this.#toDesks(this.#history());
    for (const channel of ['program', 'rehearsal'] as const) this.#settleUnwatched(channel);
  }

  /** With no stage on a channel nobody will say "gone": what is leaving there is gone. */
  #settleUnwatched(channel: ChannelId): void {
    const { store } = this.#deps;
    const leaving = LAYERS.flatMap((id) => store.state.air.channels[channel].layers[id].leaving ?? []);
    if (leaving.length === 0 || this.#watchers(channel).length > 0) return;
    queueMicrotask(() => {
      if (this.#watchers(channel).length > 0) return;
      for (const { instance } of leaving) {
        const report = { type: 'stage.report', channel, instance, event: 'off' };
        store.dispatch(report, { by: 'station', internal: true });
      }
    });
  }

  #history(): FromStation {
    const { done, undone } = this.#deps.store.history;
    const top = (entry: Entry | undefined): HistoryStep | null =>
      entry
        ? {
            title: entry.title,
            detail: entry.detail,
            by: entry.by,
            ...(entry.group === undefined ? {} : { group: entry.group }),
          }
        : null;
    return { type: 'history', undo: top(done.at(-1)), redo: top(undone.at(-1)) };
  }

  #beat(): void {
    for (const ws of this.#sessions.keys()) {
      const missed = (this.#silence.get(ws) ?? 0) + 1;
      this.#silence.set(ws, missed);
      if (missed > MISSED_PULSES) ws.terminate();
      else ws.ping();
    }
    this.presence.beat();
    this.#tellOutputs();
  }

  #tellOutputs(): void {
    this.#toDesks({ type: 'outputs', outputs: this.outputs() });
  }

  #toDesks(message: FromStation): void {
    let text: string | null = null;
    for (const session of this.#sessions.values()) {
      if (session.isDesk) session.sendText((text ??= JSON.stringify(message)));
    }
  }
}
