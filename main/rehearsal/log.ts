/**
 * Writes down what is done in a rehearsal while it runs, and reports on it. It has a file of its own, which outlives the
 * fork. Its showings stand in the as-run log too, as of the rehearsal channel; in the facts' history nothing of it does.
 */
import { asRunLines } from '../../core/as-run.ts';
import type { History } from '../../core/history.ts';
import { linesOf, planOf, stampOf, type NightStamp, type RehearsalLine } from '../../core/rehearsal/log.ts';
import { headOf, reportOf } from '../../core/rehearsal/report.ts';
import type { Report, ReportHead } from '../../core/rehearsal/report-shape.ts';
import type { NightStatus } from '../../core/schema/night.ts';
import type { State } from '../../core/state.ts';
import type { NightEvent } from '../night/player.ts';
import type { Commit, Store } from '../store/store.ts';
import type { Log } from '../world.ts';
import { messageOf } from '../errors.ts';
import { Retry } from '../store/retry.ts';
import { appendLines, fileIdOf, headsIn, prune, readLog, type ReadLog } from './log-file.ts';

export interface RehearsalLogDeps {
  store: Store;
  /** `rehearsals` of the show's folder. */
  folder: string;
  now: () => number;
  /** The night that is played. */
  night: () => NightStatus | null;
  log: Log;
}

interface Open extends ReadLog {
  id: string;
}

const isRehearsing = ({ air }: State): boolean => air.mode === 'rehearsal';

const stampOfTime = (at: number): string =>
  new Date(at).toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);

export class RehearsalLog {
  readonly #deps: RehearsalLogDeps;
  /** The rehearsal that runs. */
  #open: Open | null = null;
  /** The last one that ran since the station started: it may still be on its way to the disk. */
  #last: Open | null = null;
  #history: History;
  /** Not in the files yet, in its order. What the disk refuses is said once, kept, and tried again. */
  readonly #unsaved: { id: string; text: string }[] = [];
  readonly #retry = new Retry(() => this.#then(() => this.#write()));
  #writing: Promise<void> = Promise.resolve();

  private constructor(deps: RehearsalLogDeps) {
    this.#deps = deps;
    const { store } = deps;
    this.#history = store.history;
    store.onCommit((commit) => this.#hear(commit));
    store.onStep(() => {
      this.#history = store.history;
    });
    store.onRefusal(({ result: { code, detail }, type, by, at }) =>
      this.#add([{ line: 'refusal', ...this.#stamped(at, by), command: type, code, detail }]),
    );
  }

  /** A rehearsal that a stopped station was in goes on in its own file. */
  static async open(deps: RehearsalLogDeps): Promise<RehearsalLog> {
    const log = new RehearsalLog(deps);
    const { state } = deps.store;
    if (!isRehearsing(state) || state.rehearsal === null) return log;
    const id = fileIdOf(state.rehearsal.id);
    const held = await readLog(deps.folder, id);
    log.#open = { id, lines: held?.lines ?? [], damaged: held?.damaged ?? 0 };
    // a kill may have left half a line: the next one must not be glued to it
    if (held) log.#unsaved.push({ id, text: '\n' });
    else log.#begin(state, deps.now(), state.rehearsal.startedBy);
    return log;
  }

  /** What was done with the night. */
  night({ did, by, night }: NightEvent): void {
    const stamped = { at: this.#deps.now(), by, night: stampOf(night) };
    this.#add([{ line: 'night', ...stamped, did, status: night }]);
  }

  /** The rehearsals that there are logs of, the newest first. */
  async heads(): Promise<ReportHead[]> {
    await this.#writing;
    const heads = await headsIn(this.#deps.folder);
    const own = [this.#open, this.#last].flatMap((log) => (log && headOf(log.lines)) ?? []);
    const others = heads.filter(({ id }) => own.every((one) => one.id !== id));
    return [...own, ...others].sort((a, b) => b.startedAt - a.startedAt);
  }

  /** @param id undefined for the rehearsal that runs, else the last one; null where there is none */
  async report(id: string | undefined): Promise<Report | null> {
    const wanted = id ?? this.#open?.id ?? (await this.heads())[0]?.id;
    if (wanted === undefined) return null;
    if (wanted === this.#open?.id) {
      const { lines, damaged } = this.#open;
      const at = this.#deps.now();
      const { show } = this.#deps.store.state;
      const plan: RehearsalLine = { line: 'plan', ...this.#stamped(at, 'station'), cues: planOf(show) };
      return reportOf([...lines, plan], at, damaged);
    }
    const log = wanted === this.#last?.id ? this.#last : await readLog(this.#deps.folder, wanted);
    return log && reportOf(log.lines, null, log.damaged);
  }

  async close(): Promise<void> {
    this.#retry.stop();
    this.#then(() => this.#write());
    await this.#writing;
  }

  #stamped(at: number, by: string): { at: number; by: string; night: NightStamp | null } {
    const night = this.#deps.night();
    return { at, by, night: night && stampOf(night) };
  }

  #hear(commit: Commit): void {
    const { before, after, command, at, by } = commit;
    const historyBefore = this.#history;
    this.#history = this.#deps.store.history;
    if (!isRehearsing(before)) {
      if (isRehearsing(after)) this.#begin(after, at, by);
      return;
    }
    const stamped = this.#stamped(at, by);
    const { night } = stamped;
    const historyAfter = this.#history;
    // those of a rehearsal leave the history with it: nobody has undone them
    const changed = { before, after, command: command.type, at, by, night };
    if (isRehearsing(after)) this.#add(linesOf({ ...changed, historyBefore, historyAfter }));
    const runs = asRunLines(before.air, after.air, at, by).filter(({ channel }) => channel === 'rehearsal');
    this.#add(runs.map((run) => ({ line: 'as-run', ...stamped, run })));
    if (!isRehearsing(after)) this.#end(before, at, by);
  }

  #begin({ show, rehearsal }: State, at: number, by: string): void {
    const id = rehearsal ? fileIdOf(rehearsal.id) : `rehearsal-${stampOfTime(at)}`;
    this.#open = { id, lines: [], damaged: 0 };
    const stamped = { at, by, night: null };
    this.#add([
      {
        line: 'begin',
        ...stamped,
        id,
        show: { id: show.id, title: show.title },
        timeZone: show.timeZone,
      },
      { line: 'plan', ...stamped, cues: planOf(show) },
    ]);
    this.#then(() => prune(this.#deps.folder));
  }

  #end({ show }: State, at: number, by: string): void {
    const stamped = { at, by, night: null };
    this.#add([
      { line: 'plan', ...stamped, cues: planOf(show) },
      { line: 'end', ...stamped },
    ]);
    this.#last = this.#open;
    this.#open = null;
  }

  #add(lines: readonly RehearsalLine[]): void {
    const open = this.#open;
    if (!open || lines.length === 0) return;
    open.lines.push(...lines);
    const text = lines.map((line) => JSON.stringify(line) + '\n').join('');
    this.#unsaved.push({ id: open.id, text });
    this.#then(() => this.#write());
  }

  async #write(): Promise<void> {
    for (let next = this.#unsaved[0]; next; next = this.#unsaved[0]) {
      await appendLines(this.#deps.folder, next.id, next.text);
      this.#unsaved.shift();
    }
    this.#retry.done();
  }

  #then(task: () => Promise<void>): void {
    this.#writing = this.#writing.then(async () => {
      try {
        await task();
      } catch (error) {
        if (this.#retry.problem === null)
          this.#deps.log.error({ err: error }, 'the log of the rehearsal could not be written');
        this.#retry.failed(messageOf(error));
      }
    });
  }
}
