/**
 * Every feed of the show, as the show has them now: each is looked at by a poller of its own, which starts, changes
 * and stops with it. Whatever goes wrong with one stays with that one.
 */
import { join } from 'node:path';
import type { Delivery } from '../../core/feeds/deliver.ts';
import type { Recording } from '../../core/feeds/rest.ts';
import { sameJson } from '../../core/json.ts';
import { standsAside } from '../../core/rehearsal/fork.ts';
import type { Feed, FeedStatus } from '../../core/schema/feed.ts';
import type { State } from '../../core/state.ts';
import type { FeedsView } from '../http/rest-feeds.ts';
import { slices } from '../slices.ts';
import type { Store } from '../store/store.ts';
import type { Log, Sources } from '../world.ts';
import { placeOf } from './places.ts';
import { Poller } from './poller.ts';
import { readerFor } from './reader.ts';
import { recorder, recordingPlace, recordingsIn, type Recorder } from './recorder.ts';

export interface FeedsDeps {
  store: Store;
  sources: Pick<Sources, 'now'>;
  /** The show's. */
  folder: string;
  log: Log;
  /** Every desk is told. */
  tell: (statuses: FeedStatus[]) => void;
}

interface Running {
  poller: Poller;
  feed: Feed;
  recorder: Recorder | null;
}

/** Facts put into the show at once: small enough that a take never waits for them. */
const CHUNK = 12;

const schedule = (task: () => void, ms: number): (() => void) => {
  const timer = setTimeout(task, ms);
  // a feed alone keeps no station alive
  timer.unref();
  return () => clearTimeout(timer);
};

/** It has to be begun anew: what was held of it is of another source. */
const isAnother = (a: Feed, b: Feed): boolean => a.format !== b.format || !sameJson(a.place, b.place);

/** What it says has to be looked at anew, not where it says it. */
const isOtherwise = (a: Feed, b: Feed): boolean =>
  !sameJson(
    [a.rules, a.parties, a.columns, a.source, a.name],
    [b.rules, b.parties, b.columns, b.source, b.name],
  );

export class Feeds implements FeedsView {
  readonly #deps: FeedsDeps;
  readonly #running = new Map<string, Running>();
  readonly #recordings: string;
  readonly #closing = new Set<Promise<void>>();
  #telling = false;
  #closed = false;

  constructor(deps: FeedsDeps) {
    this.#deps = deps;
    this.#recordings = join(deps.folder, 'recordings');
    deps.store.onCommit(({ before, after }) => {
      if (before.show.feeds !== after.show.feeds) this.#sync();
      // the show's own parties and baseline decide how a feed is read
      const { parties, baseline } = after.show;
      // what came in during a rehearsal went into the fork, or waited: back in the live show it is all news once more
      const isOther = before.air.mode !== after.air.mode;
      if (isOther || before.show.parties !== parties || before.show.baseline !== baseline)
        for (const { poller } of this.#running.values()) void poller.refresh();
    });
    this.#sync();
  }

  statuses(): FeedStatus[] {
    return this.#deps.store.state.show.feeds.map(
      (feed) => this.#running.get(feed.id)?.poller.status ?? off(feed),
    );
  }

  recordings(): Promise<Recording[]> {
    return recordingsIn(this.#recordings);
  }

  async poll(id: string): Promise<boolean> {
    const running = this.#running.get(id);
    if (!running) return false;
    await running.poller.poll();
    return true;
  }

  results(id: string) {
    const poller = this.#running.get(id)?.poller;
    return { results: poller?.results ?? null, at: poller?.readAt ?? null };
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const [id] of this.#running) this.#stop(id);
    await Promise.all(this.#closing);
  }

  #sync(): void {
    if (this.#closed) return;
    const feeds = this.#deps.store.state.show.feeds;
    for (const [id, { feed: before }] of this.#running) {
      const now = feeds.find((feed) => feed.id === id);
      if (!now?.enabled || isAnother(before, now)) this.#stop(id);
    }
    for (const feed of feeds.filter(({ enabled }) => enabled)) {
      const running = this.#running.get(feed.id);
      if (!running) {
        this.#start(feed);
        continue;
      }
      const before = running.feed;
      running.feed = feed;
      if (isOtherwise(before, feed)) void running.poller.refresh();
      else if (before.pollSeconds !== feed.pollSeconds) void running.poller.poll();
    }
    this.#tell();
  }

  #start(feed: Feed): void {
    const { store, sources, log } = this.#deps;
    const { now } = sources;
    const replay = (name: string, speed: number) => recordingPlace(this.#recordings, name, speed, now);
    const running: Running = {
      feed,
      recorder: null,
      poller: new Poller({
        feed: () => running.feed,
        show: () => store.state.show,
        place: placeOf(feed.place, replay),
        reader: readerFor(feed.format),
        recorder: () => this.#recorderOf(running),
        delivery: () => {
          const { held } = store.state;
          return (items) => this.#deliver(running, items, held);
        },
        now,
        schedule,
        changed: () => this.#tell(),
        log,
      }),
    };
    this.#running.set(feed.id, running);
    running.poller.start();
  }

  #recorderOf(running: Running): Recorder | null {
    const { id, record, place } = running.feed;
    // a replay is a recording already
    if (!record || place.kind === 'recording') return null;
    return (running.recorder ??= recorder(this.#recordings, id, this.#deps.log));
  }

  #stop(id: string): void {
    const running = this.#running.get(id);
    if (!running) return;
    this.#running.delete(id);
    const closed = running.poller.close().then(() => running.recorder?.close());
    this.#closing.add(closed);
    void closed.finally(() => this.#closing.delete(closed));
  }

  /** @param held the live show where it was put aside when the news was read */
  async #deliver(running: Running, items: readonly Delivery[], held: State['held']): Promise<void> {
    const { store } = this.#deps;
    const { id, name } = running.feed;
    const breathe = slices();
    for (let at = 0; at < items.length; at += CHUNK) {
      // its settings may change meanwhile, by this very delivery too: only another source breaks it off
      if (this.#running.get(id) !== running) return;
      // read for another show than the one that is there now: it is told anew
      if (store.state.held !== held || standsAside(store.state, id)) return;
      const command = { type: 'feed.deliver', feedId: id, items: items.slice(at, at + CHUNK) };
      const result = store.dispatch(command, { by: name, internal: true });
      if (!result.ok) throw new Error(result.detail);
      await breathe();
    }
  }

  /** Once for all that changes at the same moment. */
  #tell(): void {
    if (this.#telling || this.#closed) return;
    this.#telling = true;
    queueMicrotask(() => {
      this.#telling = false;
      this.#deps.tell(this.statuses());
    });
  }
}

const off = ({ id }: Feed): FeedStatus => ({
  id,
  state: 'off',
  lastTry: null,
  lastSuccess: null,
  lastNews: null,
  nextPoll: null,
  updated: null,
  countPercent: null,
  simulated: false,
  problems: [],
  unknownParties: [],
  progress: null,
});
