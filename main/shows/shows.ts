/**
 * Which show is open: the one station of this process, and how another takes its place. Air is never in its way: on air
 * it is refused. The desktop app and `serve` both start their station through it.
 */
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { VerbAnswer } from '../../core/desk-verbs.ts';
import { whatIsOnAir } from '../../core/on-air.ts';
import { messageOf, PortError, whyNot } from '../errors.ts';
import { startStation, type Station, type StationOptions } from '../station.ts';
import { badShowName } from '../store/show-copy.ts';
import { done, no } from '../verb-answer.ts';
import type { ShowsControl } from './control.ts';
import { refuseNewer } from './shelf.ts';
import { ShowsError } from './shows-error.ts';

/** A show's id and the folder that its own folder lies in. */
export interface ShowPlace {
  data: string;
  show: string;
}

export interface ShowsDeps {
  /** Takes the outputs away, before their station goes. */
  stopOutputs: () => void;
  /** Another station runs: the desk and the outputs belong to it. */
  opened: () => void;
  /** The other show cannot be opened, and why; this one is open again. */
  notOpened: (why: string) => void;
  /** Not even this one could be opened again: there is nothing left to run. */
  lost: (error: unknown) => void;
}

/** How often the old port is tried before another is taken, and the time between. */
const PORT_ATTEMPTS = 5;
const PORT_WAIT_MS = 200;

export const folderOf = ({ data, show }: ShowPlace): string => join(resolve(data), show);

/** Why a folder is no show that can be opened; null where it looks like one. */
export function whyNoShow(folder: string): string | null {
  if (!existsSync(join(folder, 'show.json')) && !existsSync(join(folder, 'show.previous.json'))) {
    return `${folder} is no show: there is no show.json in it.`;
  }
  return badShowName(basename(folder));
}

/** So long the answer to a desk may be on its way before its station ends. Milliseconds. */
const ANSWER_MS = 60;

/** Known before anything is closed: a show of a newer version is not touched. Null where it can be tried. */
async function whyUnreadable(folder: string): Promise<VerbAnswer | null> {
  try {
    await refuseNewer(folder);
    return null;
  } catch (error) {
    if (error instanceof ShowsError) return no(error.code, error.message);
    throw error;
  }
}

export class Shows {
  readonly #options: Omit<StationOptions, 'data' | 'show'>;
  readonly #deps: ShowsDeps;
  #station: Station;
  #place: ShowPlace;
  #switching: Promise<VerbAnswer> | null = null;
  #failed: string | null = null;

  private constructor(options: StationOptions, station: Station, deps: ShowsDeps) {
    this.#options = options;
    this.#deps = deps;
    this.#station = station;
    this.#place = { data: resolve(options.data), show: options.show };
  }

  static async start(options: StationOptions, deps: ShowsDeps): Promise<Shows> {
    // the first station is there before anything that could open another
    const later: { shows: Shows | null } = { shows: null };
    const control: ShowsControl = {
      whyNotNow: () => later.shows?.whyNotNow() ?? null,
      openSoon: async (show) => later.shows?.openSoon(show) ?? no('busy', 'The station is still starting.'),
      get failed() {
        return later.shows?.failed ?? null;
      },
    };
    const whole = { ...options, shows: control };
    later.shows = new Shows(whole, await startStation(whole), deps);
    return later.shows;
  }

  get station(): Station {
    return this.#station;
  }

  get place(): ShowPlace {
    return this.#place;
  }

  get onAir(): string | null {
    return whatIsOnAir(this.#station.store.state);
  }

  /** Why the show that was asked for last could not be opened. */
  get failed(): string | null {
    return this.#failed;
  }

  /** Waits for a change of shows that is under way, and saves. */
  async close(): Promise<void> {
    await this.#switching?.catch(() => undefined);
    await this.#station.close();
  }

  /** Why no other show can be opened now; null when one can. */
  whyNotNow(): VerbAnswer | null {
    if (this.#switching) return no('busy', 'A show is being opened already.');
    const { onAir } = this;
    if (onAir === null && this.#station.store.state.air.mode === 'rehearsal') {
      return no('rehearsing', 'No other show is opened during a rehearsal. Go back to live first.');
    }
    if (onAir === null) return null;
    return no('on_air', `No other show is opened now. ${onAir} Take it off first.`);
  }

  /** From a desk: refused at once where it cannot be, else it happens when the answer is on its way. */
  async openSoon(show: string): Promise<VerbAnswer | null> {
    const place: ShowPlace = { data: this.#place.data, show };
    const demo = existsSync(join(this.#options.build, 'demo', `${basename(show)}.json`));
    const why = badShowName(show) ?? (demo ? null : whyNoShow(folderOf(place)));
    if (why !== null) return no('show_unknown', why);
    if (folderOf(place) === folderOf(this.#place)) return no('busy', `${show} is open already.`);
    const refused = this.whyNotNow() ?? (await whyUnreadable(folderOf(place)));
    if (refused) return refused;
    setTimeout(() => {
      this.open(place, true).then(
        (answer) => (this.#failed = answer.ok ? null : answer.detail),
        (error: unknown) => this.#options.log.error({ err: error }, 'no show is open any more'),
      );
    }, ANSWER_MS);
    return null;
  }

  /** @param demos whether a demo show that is not in that folder yet is put there */
  async open(place: ShowPlace, demos: boolean): Promise<VerbAnswer> {
    const folder = folderOf(place);
    if (folder === folderOf(this.#place)) return done(`${place.show} is open already.`);
    const demo = demos && existsSync(join(this.#options.build, 'demo', `${place.show}.json`));
    const why = demo ? null : whyNoShow(folder);
    if (why !== null) return no('no_show', why);
    const refused = this.whyNotNow() ?? (await whyUnreadable(folder)) ?? this.whyNotNow();
    if (refused) return refused;
    this.#failed = null;
    this.#switching = this.#switch({ data: dirname(folder), show: basename(folder) });
    try {
      return await this.#switching;
    } finally {
      this.#switching = null;
    }
  }

  /** Never without a show: when the new one cannot be opened, the old one is again. */
  async #switch(next: ShowPlace): Promise<VerbAnswer> {
    const old = this.#place;
    const port = Number(new URL(this.#station.addresses.desk).port);
    this.#deps.stopOutputs();
    await this.#station.close();
    try {
      this.#station = await this.#startAt(next, port);
      this.#place = next;
      this.#deps.opened();
      return done(`${this.#station.store.state.show.title} is open.`);
    } catch (error) {
      const detail = `${next.show} cannot be opened: ${whyNot(error).line}. ${old.show} is open again.`;
      this.#options.log.error({ err: error, show: next.show }, 'a show could not be opened');
      this.#failed = detail;
      await this.#reopen(old, port);
      this.#deps.notOpened(detail);
      return no('not_opened', detail);
    }
  }

  async #reopen(old: ShowPlace, port: number): Promise<void> {
    try {
      this.#station = await this.#startAt(old, port);
      this.#place = old;
      this.#deps.opened();
    } catch (error) {
      this.#deps.lost(error);
      throw error;
    }
  }

  /**
   * On the same port, so that browser sources elsewhere find it: the one before may need a moment to give it up. On another
   * where somebody was quicker.
   */
  async #startAt(place: ShowPlace, port: number): Promise<Station> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await startStation({ ...this.#options, ...place, port: attempt > PORT_ATTEMPTS ? 0 : port });
      } catch (error) {
        if (!(error instanceof PortError) || attempt > PORT_ATTEMPTS) throw error;
        this.#options.log.warn({ port, attempt }, messageOf(error));
        await sleep(PORT_WAIT_MS);
      }
    }
  }
}
