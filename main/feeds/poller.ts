/** Looks at one feed again and again: never twice at once, later when it fails, and never at the cost of anything else. */
import { isAllFinal, type Results } from '../../core/election/results.ts';
import type { Delivery } from '../../core/feeds/deliver.ts';
import type { Feed, FeedProblem, FeedStatus } from '../../core/schema/feed.ts';
import type { Show } from '../../core/schema/show.ts';
import { messageOf } from '../errors.ts';
import type { Log } from '../world.ts';
import { PlaceError, type Place } from './places.ts';
import type { FeedReader } from './reader.ts';
import { refused } from './readers/source.ts';
import type { Recorder } from './recorder.ts';

export interface PollerDeps {
  /** As it is set up now. */
  feed: () => Feed;
  show: () => Show;
  place: Place;
  reader: FeedReader;
  /** Null where nothing is to be recorded. */
  recorder: () => Recorder | null;
  /** Begun before the news is read: what was read for a rehearsal's show is never put into the live one. */
  delivery: () => (items: readonly Delivery[]) => Promise<void>;
  now: () => number;
  /** @returns how to call it off */
  schedule: (task: () => void, ms: number) => () => void;
  /** Its status has changed. */
  changed: () => void;
  log: Log;
}

/** The longest pause between two looks of a feed that fails. Milliseconds. */
const LONGEST_BACKOFF_MS = 60_000;
/** Complaints that a desk is told of. */
const MOST_PROBLEMS = 100;

export class Poller {
  readonly #deps: PollerDeps;
  #status: Omit<FeedStatus, 'id' | 'state' | 'progress'>;
  #isBroken = false;
  #isWaiting = true;
  #isComplete = false;
  #failures = 0;
  #busy: Promise<void> | null = null;
  #again = false;
  #closed = false;
  #cancel: () => void = () => undefined;
  #cancelStale: () => void = () => undefined;
  results: Results | null = null;
  /** When its results were read. Epoch milliseconds. */
  readAt: number | null = null;

  constructor(deps: PollerDeps) {
    this.#deps = deps;
    this.#status = {
      lastTry: null,
      lastSuccess: null,
      lastNews: null,
      nextPoll: null,
      updated: null,
      countPercent: null,
      simulated: false,
      problems: [],
      unknownParties: [],
    };
  }

  get status(): FeedStatus {
    const { place, feed } = this.#deps;
    return { id: feed().id, state: this.#state(), ...this.#status, progress: place.progress?.() ?? null };
  }

  #state(): FeedStatus['state'] {
    const { lastSuccess, problems } = this.#status;
    if (this.#isBroken || problems.some(({ weight }) => weight === 'refused')) return 'error';
    if (lastSuccess === null && this.#busy) return 'reading';
    if (this.#isWaiting) return 'waiting';
    return this.#isStale() ? 'stale' : 'ok';
  }

  /** A count that is over has no news to be late with. */
  #isStale(): boolean {
    const { lastNews } = this.#status;
    const age = lastNews === null ? 0 : this.#deps.now() - lastNews;
    return !this.#isComplete && age >= this.#deps.feed().staleSeconds * 1000;
  }

  start(): void {
    void this.poll();
  }

  /** Looks now. While it is being looked at, that look is the one. */
  poll(): Promise<void> {
    if (this.#closed) return Promise.resolve();
    this.#busy ??= this.#once(true).finally(() => {
      this.#busy = null;
      this.#plan();
      this.#deps.changed();
    });
    return this.#busy;
  }

  /** What is held is news once more: the rules, the parties or the columns are other ones. */
  async refresh(): Promise<void> {
    if (this.#closed) return;
    if (this.#busy) {
      this.#again = true;
      return;
    }
    this.#busy = this.#once(false).finally(() => {
      this.#busy = null;
      this.#deps.changed();
    });
    await this.#busy;
    this.#plan();
  }

  async #once(looks: boolean): Promise<void> {
    const { now, log, feed, changed } = this.#deps;
    try {
      if (looks) {
        this.#status.lastTry = now();
        if (this.#status.lastSuccess === null) changed();
        await this.#look();
      }
      // what could not be looked at has brought nothing; what is held is told again even so
      if (!this.#isWaiting && !(looks && this.#isBroken)) await this.#tell();
      while (this.#again && !this.#closed) {
        this.#again = false;
        if (!this.#isWaiting) await this.#tell();
      }
    } catch (error) {
      this.#fail(error);
      log.error({ err: error, feed: feed().id }, 'a feed could not be read: this is a bug in Tallydesk');
    }
  }

  /** Looks at the place; what it says stays held by the reader. */
  async #look(): Promise<void> {
    const { feed, place, reader, recorder, now } = this.#deps;
    try {
      const { files, isWaiting } = await reader.look(place, feed());
      this.#isWaiting = isWaiting;
      this.#isBroken = false;
      this.#failures = 0;
      this.#status.lastSuccess = now();
      if (files.size === 0) return;
      this.#status.lastNews = now();
      recorder()?.add(now(), files);
    } catch (error) {
      if (!(error instanceof PlaceError)) throw error;
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.#isBroken = true;
    this.#failures += 1;
    const said = refused(this.#deps.place.nameOf(null), messageOf(error));
    this.#status.problems = [said, ...this.#status.problems.filter((one) => !isSame(one, said))].slice(
      0,
      MOST_PROBLEMS,
    );
  }

  async #tell(): Promise<void> {
    const { feed, show, reader, delivery, now } = this.#deps;
    const deliver = delivery();
    const { items, results, problems, unknownParties } = await reader.news(feed(), show());
    if (this.#closed) return;
    if (!this.#isBroken) this.#status.problems = problems.slice(0, MOST_PROBLEMS);
    this.#status.unknownParties = unknownParties;
    if (results) {
      this.results = results;
      this.readAt = now();
      this.#status.updated = results.updated;
      this.#status.countPercent = results.countPercent;
      this.#status.simulated = results.simulated;
      this.#isComplete = isAllFinal(results);
    }
    await deliver(items);
  }

  #plan(): void {
    this.#cancel();
    this.#cancelStale();
    if (this.#closed) return;
    const { feed, now, schedule, changed } = this.#deps;
    const { pollSeconds, staleSeconds, place } = feed();
    // what is played faster is looked at more often
    const speed = place.kind === 'recording' ? place.speed : 1;
    const pause = Math.max(Math.min(1000, pollSeconds * 1000), (pollSeconds * 1000) / speed);
    const wait = this.#isBroken
      ? Math.min(pause * 2 ** Math.min(this.#failures - 1, 10), Math.max(pause, LONGEST_BACKOFF_MS))
      : pause;
    this.#status.nextPoll = now() + wait;
    this.#cancel = schedule(() => void this.poll(), wait);
    const { lastNews } = this.#status;
    const due = lastNews === null ? -1 : lastNews + staleSeconds * 1000 - now();
    if (due > 0 && due < wait) this.#cancelStale = schedule(changed, due);
  }

  /** Breaks off what waits for the place, and waits for the rest. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#deps.place.stop?.();
    this.#cancel();
    this.#cancelStale();
    await this.#busy;
  }
}

const isSame = (a: FeedProblem, b: FeedProblem): boolean => a.file === b.file && a.detail === b.detail;
