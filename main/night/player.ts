/**
 * Plays a night's count into a rehearsal, at its own speed or faster, from anywhere in it. It goes the way of every
 * feed, from files to facts, in slices, so that takes go through meanwhile. The reducer refuses it outside a rehearsal.
 */
import type { Delivery } from '../../core/feeds/deliver.ts';
import type { FeedId } from '../../core/ids.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';
import type { Feed } from '../../core/schema/feed.ts';
import type { NightChange, NightOffer, NightStart, NightStatus } from '../../core/schema/night.ts';
import { messageOf } from '../errors.ts';
import { PlaceError } from '../feeds/places.ts';
import { readerFor, type FeedReader } from '../feeds/reader.ts';
import { slices } from '../slices.ts';
import type { Store } from '../store/store.ts';
import type { Log } from '../world.ts';
import { atClock, rangeOf } from './night-clock.ts';
import type { NightSource, OpenNight } from './source.ts';
import { targetOf } from './target.ts';

/** What is done with the night, for the log of the rehearsal. */
export interface NightEvent {
  did: 'begin' | 'repeat' | 'jump' | 'pause' | 'go' | 'speed' | 'end' | 'stop';
  by: string;
  night: NightStatus;
}

export interface PlayerDeps {
  store: Store;
  now: () => number;
  /** @returns how to call it off */
  schedule: (task: () => void, ms: number) => () => void;
  offers: () => Promise<NightOffer[]>;
  /** Null where there is no such night. */
  find: (id: string, seed: number) => Promise<NightSource | null>;
  /** Ids of the elections that can be simulated. */
  elections: () => Promise<ReadonlySet<string>>;
  /** Every desk is told, about twice a second while it plays. */
  tell: (night: NightStatus | null) => void;
  heard: (event: NightEvent) => void;
  log: Log;
}

export type NightAnswer = { ok: true; night: NightStatus } | Refusal;

/** How often it looks what has come meanwhile, and says how far it is. Milliseconds. */
const TICK_MS = 500;
/** Facts put into the show at once: small enough that a take never waits for them. */
const CHUNK = 12;

interface Run {
  source: NightSource;
  feed: FeedId;
  /** What it may be played in: another rehearsal is another fork. */
  rehearsal: string | null;
  by: string;
  open: OpenNight;
  reader: FeedReader;
  speed: number;
  paused: boolean;
  /** At this time of the station's clock it was there. */
  anchor: { wall: number; at: number };
  /** What has been delivered is of this moment; −1 for nothing. */
  delivered: number;
  counted: number | null;
  round: number;
  problem: string | null;
  ended: boolean;
}

const noNight = refuse('night_unknown', 'No night is being played.');
const noRehearsal = refuse('no_rehearsal', 'A night is played in rehearsal only: change to rehearsal first.');

export class NightPlayer {
  readonly #deps: PlayerDeps;
  readonly #rounds = new Map<string, number>();
  #run: Run | null = null;
  #work: Promise<unknown> = Promise.resolve();
  #isBusy = false;
  #cancel: () => void = () => undefined;
  #closed = false;

  constructor(deps: PlayerDeps) {
    this.#deps = deps;
    deps.store.onCommit(() => {
      const run = this.#run;
      if (run && !this.#mayPlay(run)) this.#finish(run, 'station');
      if (!this.#isRehearsing()) this.#rounds.clear();
    });
  }

  offers(): Promise<NightOffer[]> {
    return this.#deps.offers();
  }

  status(): NightStatus | null {
    return this.#run && this.#statusOf(this.#run);
  }

  /** Plays a night from its start, in place of one that is playing. Answers when it has begun. */
  async play({ id, speed, seed }: NightStart, by: string): Promise<NightAnswer> {
    if (!this.#isRehearsing()) return noRehearsal;
    const source = await this.#deps.find(id, seed);
    if (!source) return refuse('night_unknown', `There is no night “${id}” to play.`);
    const elections = await this.#deps.elections();
    const open = await source.open();
    // while it was looked for, somebody may have gone live
    const { state } = this.#deps.store;
    if (!this.#isRehearsing() || this.#closed) return noRehearsal;
    if (this.#run) this.#finish(this.#run, by);
    const round = (this.#rounds.get(id) ?? 0) + 1;
    this.#rounds.set(id, round);
    const run: Run = {
      source,
      feed: targetOf(state, source, elections),
      rehearsal: state.rehearsal?.id ?? null,
      by,
      open,
      reader: readerFor(source.format),
      speed,
      paused: false,
      anchor: { wall: this.#deps.now(), at: 0 },
      delivered: -1,
      counted: open.counted(),
      round,
      problem: null,
      ended: false,
    };
    this.#run = run;
    const began = await this.#inTurn(async () => {
      const refused = this.#empty(run);
      if (!refused) await this.#deliver(run);
      return refused;
    });
    if (began) {
      this.#finish(run, by);
      return began;
    }
    return this.#did(run, 'begin', by);
  }

  /** Speed, pause, or another place in the night. Answers when what is counted there has been delivered. */
  async change(change: NightChange, by: string): Promise<NightAnswer> {
    if (!this.#isRehearsing()) return noRehearsal;
    const run = this.#run;
    if (!run) return noNight;
    const to = await this.#placeOf(run, change);
    if (this.#run !== run) return noNight;
    if (to !== null && typeof to !== 'number') return to;
    if (change.speed !== undefined && change.speed !== run.speed) {
      this.#hold(run);
      run.speed = change.speed;
      if (to === null) this.#say(run, 'speed', by);
    }
    if (change.paused !== undefined && change.paused !== run.paused) {
      this.#hold(run);
      run.paused = change.paused;
      if (to === null) this.#say(run, run.paused ? 'pause' : 'go', by);
    }
    if (to === null) return this.#answer(run);
    const refused = await this.#inTurn(() => this.#goTo(run, to));
    if (refused) return refused;
    if (this.#run !== run) return noNight;
    return this.#did(run, to === 0 ? 'repeat' : 'jump', by);
  }

  /** What it has brought stays in the fork. */
  stop(by: string): NightAnswer | { ok: true; night: null } {
    if (!this.#isRehearsing()) return noRehearsal;
    if (!this.#run) return noNight;
    this.#finish(this.#run, by);
    return { ok: true, night: null };
  }

  /** All that has been asked for so far is done. */
  async settled(): Promise<void> {
    await this.#work;
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#run) this.#finish(this.#run, 'station');
    await this.#work;
  }

  #isRehearsing(): boolean {
    return this.#deps.store.state.air.mode === 'rehearsal';
  }

  #mayPlay(run: Run): boolean {
    const { state } = this.#deps.store;
    return this.#isRehearsing() && (state.rehearsal?.id ?? null) === run.rehearsal;
  }

  /** One after the other, in the order they were asked for. */
  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const done = this.#work.then(task);
    this.#work = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  }

  async #placeOf(run: Run, { at, clock, counted }: NightChange): Promise<number | null | Refusal> {
    const { offer } = run.source;
    if (at !== undefined) return Math.min(at, offer.length);
    const { show } = this.#deps.store.state;
    if (clock !== undefined) {
      const place = atClock(offer, clock, show.timeZone);
      return place ?? refuse('bad_command', `The night runs ${rangeOf(offer, show.timeZone)}.`);
    }
    if (counted === undefined) return null;
    const feed = this.#feedOf(run);
    const place = feed && (await run.source.momentOf(counted, feed, show));
    return place ?? refuse('bad_command', `The night never says that ${counted}% are counted.`);
  }

  #position(run: Run): number {
    if (run.paused) return run.anchor.at;
    const gone = Math.max(0, this.#deps.now() - run.anchor.wall) * run.speed;
    return Math.min(run.source.offer.length, run.anchor.at + gone);
  }

  /** From here on it may go on otherwise. */
  #hold(run: Run, at = this.#position(run)): void {
    run.anchor = { wall: this.#deps.now(), at };
  }

  /** Begins with nothing counted: the feed's facts are gone from the fork. */
  #empty(run: Run): Refusal | null {
    if (!this.#mayPlay(run)) return noRehearsal;
    const { format, name, source } = run.source;
    const result = this.#deps.store.dispatch(
      { type: 'night.open', feedId: run.feed, name, source, format },
      { by: run.by, internal: true },
    );
    if (result.ok) return null;
    if (result.code === 'bug') throw new Error(result.detail);
    return result;
  }

  async #goTo(run: Run, to: number): Promise<Refusal | null> {
    if (this.#run !== run) return noNight;
    if (to < run.delivered || run.ended) {
      run.open = await run.source.open();
      run.reader = readerFor(run.source.format);
      run.delivered = -1;
      const refused = this.#empty(run);
      if (refused) return refused;
      if (to === 0) {
        const round = (this.#rounds.get(run.source.offer.id) ?? 0) + 1;
        this.#rounds.set(run.source.offer.id, round);
        run.round = round;
      }
    }
    run.ended = false;
    this.#hold(run, to);
    await this.#deliver(run, to);
    return null;
  }

  /** As the fork has it now; the readers of files in one place look at all of them each time. */
  #feedOf(run: Run): Feed | null {
    const feed = this.#deps.store.state.show.feeds.find(({ id }) => id === run.feed);
    return feed
      ? { ...feed, format: run.source.format, place: { kind: 'recording', name: 'night', speed: 1 } }
      : null;
  }

  async #deliver(run: Run, at = this.#position(run)): Promise<void> {
    this.#isBusy = true;
    try {
      run.open.seek(at);
      const feed = this.#feedOf(run);
      if (!feed) throw new PlaceError('The feed that the night plays into has been deleted.');
      const { files } = await run.reader.look(run.open.place, feed);
      if (files.size > 0) {
        const { show } = this.#deps.store.state;
        const { items, results } = await run.reader.news(feed, show);
        await this.#write(run, items);
        run.counted = results?.countPercent ?? null;
      }
      run.counted = run.open.counted() ?? run.counted;
      run.delivered = at;
      run.problem = null;
      if (at >= run.source.offer.length) this.#end(run);
    } catch (error) {
      run.problem = messageOf(error);
      this.#hold(run);
      run.paused = true;
      if (!(error instanceof PlaceError)) this.#deps.log.error({ err: error }, 'a night could not be played');
    } finally {
      this.#isBusy = false;
    }
  }

  async #write(run: Run, items: readonly Delivery[]): Promise<void> {
    const breathe = slices();
    for (let at = 0; at < items.length; at += CHUNK) {
      // no wait between this and the dispatch: nothing of one rehearsal reaches another, or the live show
      if (this.#run !== run || !this.#mayPlay(run)) return;
      const command = { type: 'night.deliver', feedId: run.feed, items: items.slice(at, at + CHUNK) };
      const result = this.#deps.store.dispatch(command, { by: run.source.name, internal: true });
      if (!result.ok) throw new PlaceError(result.detail);
      await breathe();
    }
  }

  #end(run: Run): void {
    if (run.ended) return;
    run.ended = true;
    this.#say(run, 'end', 'station');
  }

  #tick(): void {
    const run = this.#run;
    if (!run) return;
    const goesOn = !run.paused && !run.ended;
    if (goesOn && !this.#isBusy)
      void this.#inTurn(async () => {
        if (this.#run === run && !run.paused && !run.ended) await this.#deliver(run);
      });
    this.#tell();
  }

  /** Says where it is, and when it will look again. */
  #tell(): void {
    const run = this.#run;
    this.#cancel();
    this.#deps.tell(run && this.#statusOf(run));
    if (run && !run.paused && !run.ended && !this.#closed)
      this.#cancel = this.#deps.schedule(() => this.#tick(), TICK_MS);
  }

  #say(run: Run, did: NightEvent['did'], by: string): void {
    this.#deps.heard({ did, by, night: this.#statusOf(run) });
    if (this.#run === run) this.#tell();
  }

  #answer(run: Run): NightAnswer {
    return this.#run === run ? { ok: true, night: this.#statusOf(run) } : noNight;
  }

  #did(run: Run, did: NightEvent['did'], by: string): NightAnswer {
    if (this.#run === run) this.#say(run, did, by);
    return this.#answer(run);
  }

  #finish(run: Run, by: string): void {
    if (this.#run !== run) return;
    this.#run = null;
    this.#say(run, 'stop', by);
    this.#tell();
  }

  #statusOf(run: Run): NightStatus {
    const { offer, seed } = run.source;
    return {
      id: offer.id,
      title: offer.title,
      kind: offer.kind,
      state: run.ended ? 'ended' : run.paused ? 'paused' : 'playing',
      speed: run.speed,
      at: run.ended ? offer.length : this.#position(run),
      length: offer.length,
      counted: run.counted,
      round: run.round,
      problem: run.problem,
      startsAt: offer.startsAt,
      seed,
      feed: run.feed,
    };
  }
}
