/** Films of graphics with their transparency: each is a job that can be asked after and called off. One at a time. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RenderJob } from '../../core/render.ts';
import { messageOf } from '../errors.ts';
import type { Log } from '../world.ts';
import type { Camera, Sitting } from './camera.ts';
import { ffmpegArgs, NO_FFMPEG, startFfmpeg, type Encoder } from './ffmpeg.ts';
import type { FilmSubject } from './film-subject.ts';
import { exposeByTime, exposeHeld } from './exposures.ts';
import { NO_BROWSER, renderRefused, type RenderRefused } from './refused.ts';
import { frameTimes } from './schedule.ts';

interface FilmsDeps {
  camera: Camera;
  /** Asked for each film: it may be installed meanwhile. */
  ffmpeg: () => string | null;
  /** Where films are until the station stops. */
  folder: string;
  newId: (prefix: string) => string;
  log: Log;
}

interface Film {
  info: RenderJob;
  subject: FilmSubject;
  path: string;
  /** Resolves when no more happens to it. */
  over: Promise<void>;
  /** While it is drawn. */
  sitting: Sitting | null;
}

/** Films in the making or waiting. */
const MOST_AT_ONCE = 8;
/** Films that are over and can still be fetched. */
const MOST_KEPT = 12;

export class Films {
  readonly #deps: FilmsDeps;
  readonly #films = new Map<string, Film>();
  #last: Promise<void>;

  constructor(deps: FilmsDeps) {
    this.#deps = deps;
    // left by a station that was killed: nobody can ask for them any more
    this.#last = rm(deps.folder, { recursive: true, force: true }).catch((error: unknown) =>
      deps.log.error({ err: error, path: deps.folder }, 'old films could not be deleted'),
    );
  }

  start(subject: FilmSubject): RenderJob | RenderRefused {
    if (this.#deps.ffmpeg() === null) return renderRefused('no_ffmpeg', NO_FFMPEG);
    const open = [...this.#films.values()].filter(({ info }) => isOpen(info));
    if (open.length >= MOST_AT_ONCE)
      return renderRefused('too_many', `${MOST_AT_ONCE} films are being made already: wait for one of them.`);
    const job = this.#deps.newId('render');
    const { graphic, format, plan, frameRate } = subject;
    const total = frameTimes(plan.durationMs, frameRate).length;
    const film: Film = {
      info: { job, graphic: graphic.id, format, state: 'waiting', done: 0, total, detail: '' },
      subject,
      path: join(this.#deps.folder, `${job}.${format}`),
      over: this.#last,
      sitting: null,
    };
    this.#films.set(job, film);
    film.over = this.#last = this.#last.then(() => this.#make(film));
    this.#forgetOldest();
    return { ...film.info };
  }

  get(job: string): RenderJob | null {
    const film = this.#films.get(job);
    return film ? { ...film.info } : null;
  }

  /** Where the film is, once it is done. */
  file(job: string): string | null {
    const film = this.#films.get(job);
    return film?.info.state === 'done' ? film.path : null;
  }

  /** Calls it off; one that is done is thrown away. Resolves when nothing of it is left on the disk. */
  async cancel(job: string): Promise<RenderJob | null> {
    const film = this.#films.get(job);
    if (!film) return null;
    const waits = film.info.state === 'waiting';
    if (film.info.state !== 'failed') film.info.state = 'cancelled';
    // whatever its graphic is at, hung or not
    await film.sitting?.close();
    if (!waits) await film.over;
    await rm(film.path, { force: true });
    return { ...film.info };
  }

  async close(): Promise<void> {
    await Promise.all([...this.#films.keys()].map((job) => this.cancel(job)));
    await rm(this.#deps.folder, { recursive: true, force: true });
  }

  #forgetOldest(): void {
    const over = [...this.#films.values()].filter(({ info }) => !isOpen(info));
    for (const { info, path } of over.slice(0, Math.max(0, over.length - MOST_KEPT))) {
      this.#films.delete(info.job);
      void rm(path, { force: true }).catch((error: unknown) =>
        this.#deps.log.error({ err: error, path }, 'an old film could not be deleted'),
      );
    }
  }

  async #make(film: Film): Promise<void> {
    const { info, path } = film;
    if (info.state !== 'waiting') return;
    info.state = 'running';
    try {
      const problem = await this.#shoot(film);
      if (problem) fail(info, problem.detail);
      else if (info.state === 'running') info.state = 'done';
    } catch (error) {
      // called off: its page was closed under it
      if (!isOpen(info)) return;
      this.#deps.log.error({ err: error, graphic: info.graphic }, 'a film could not be made');
      fail(info, `The film could not be made: ${messageOf(error)}`);
    } finally {
      film.sitting = null;
      if (info.state !== 'done') await rm(path, { force: true });
    }
  }

  async #shoot(film: Film): Promise<RenderRefused | null> {
    const { camera, ffmpeg, folder } = this.#deps;
    const { subject, path } = film;
    const { graphic, width } = subject;
    const program = ffmpeg();
    if (program === null) return renderRefused('no_ffmpeg', NO_FFMPEG);
    // before a page is open that somebody would have to close
    await mkdir(folder, { recursive: true });
    const sitting = await camera.sit({ graphic, width, held: !graphic.supportsNonRealTime });
    if (!sitting) return NO_BROWSER;
    film.sitting = sitting;
    const encoder = startFfmpeg(program, ffmpegArgs(subject.format, subject.frameRate, path));
    let whole = false;
    try {
      const problem = await this.#feed(film, sitting, encoder);
      if (problem || film.info.state === 'cancelled') return problem;
      await encoder.finish();
      whole = true;
      return null;
    } finally {
      await sitting.close();
      if (!whole) await encoder.abort();
    }
  }

  async #feed({ info, subject }: Film, sitting: Sitting, encoder: Encoder): Promise<RenderRefused | null> {
    const times = frameTimes(subject.plan.durationMs, subject.frameRate);
    const expose = subject.graphic.supportsNonRealTime ? exposeByTime : exposeHeld;
    const pictures = expose(sitting, subject, times);
    for await (const picture of pictures) {
      if (!(picture instanceof Uint8Array)) return picture;
      if (info.state === 'cancelled') return null;
      await encoder.write(picture);
      info.done += 1;
    }
    return null;
  }
}

const isOpen = ({ state }: RenderJob): boolean => state === 'waiting' || state === 'running';

function fail(info: RenderJob, detail: string): void {
  if (info.state === 'cancelled') return;
  info.state = 'failed';
  info.detail = detail;
}
