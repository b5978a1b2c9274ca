/**
 * The app from its start to its end, and what other processes want of it in between. Wires the parts that know how: the
 * guard that asks before air is lost (quit-guard.ts), the end itself (ending.ts), and who may send it there.
 */
import { app, powerMonitor } from 'electron';
import type { VerbAnswer } from '../../core/desk-verbs.ts';
import type { Log } from '../world.ts';
import type { Boxes } from './boxes.ts';
import { Ending } from './ending.ts';
import { QuitGuard } from './quit-guard.ts';
import { SecondStart } from './second-start.ts';
import { done, no } from '../verb-answer.ts';

export interface LifeDeps {
  /** What is on air, as a sentence; null when nothing is. */
  isOnAir: () => string | null;
  stopOutputs: () => void;
  /** Saves and closes the station and whatever else is kept. */
  closeStation: () => Promise<void>;
  /** Saves now; the station goes on. */
  save: () => Promise<void>;
  /** Brings the desk to the front and its page to ask. */
  askDesk: (what: string) => void;
  focusDesk: () => void;
  /** Opens a show for a second start; null means this app's own folder of shows. */
  openShow: (show: string, data: string | null) => Promise<VerbAnswer>;
  boxes: Boxes;
  log: Log;
}

/** An event whose default Electron's types do not mention. */
interface Preventable {
  preventDefault?: () => void;
}

export class AppLife {
  readonly #deps: LifeDeps;
  readonly #ending: Ending;
  readonly #guard: QuitGuard;

  constructor(deps: LifeDeps) {
    const { stopOutputs, closeStation, log, isOnAir, askDesk, boxes } = deps;
    this.#deps = deps;
    this.#ending = new Ending({ stopOutputs, closeStation, exit: (code) => app.exit(code), log });
    this.#guard = new QuitGuard({
      whatIsOnAir: isOnAir,
      askDesk,
      askBox: async (what) => {
        const answer = await boxes.ask({
          type: 'warning',
          title: 'Tallydesk',
          message: 'Quit although something is on air?',
          detail: `${what}\nQuitting takes it off every output at once.`,
          buttons: ['Stay on air', 'Quit anyway'],
          defaultId: 0,
          cancelId: 0,
          noLink: true,
        });
        return answer === 1;
      },
      leave: () => void this.#ending.begin(),
    });
  }

  /** After the app is ready: a signal that is listened to earlier is taken away by Electron again. */
  listen(): void {
    app.on('before-quit', (event) => {
      // the end is ours: everything is saved before the process goes
      event.preventDefault();
      this.wishToQuit();
    });
    // while one show gives way to another there may be no window for a moment
    app.on('window-all-closed', () => undefined);
    app.on('activate', () => this.#deps.focusDesk());
    app.on('second-instance', (_event, _argv, _folder, data) => void this.#secondStart(data));
    powerMonitor.on('shutdown', (event?: Preventable) => {
      // holds the machine back for as long as saving takes
      event?.preventDefault?.();
      this.quitNow('the system shuts down');
    });
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
      process.on(signal, () => this.quitNow(signal));
    }
  }

  /** Somebody closes the desk, or chooses Quit. */
  wishToQuit(): void {
    if (!this.#ending.begun) this.#guard.wish();
  }

  /** Nobody is asked: whoever wants this does not wait for an answer. */
  quitNow(why: string): void {
    this.#deps.log.info({ why }, 'quitting');
    void this.#ending.begin();
  }

  /** Windows ends the session. @param sure false while somebody may still stop it: then all goes on after saving */
  async sessionEnds(sure: boolean): Promise<void> {
    if (sure) {
      this.quitNow('the session ends');
      return;
    }
    await this.#deps.save();
  }

  quitQuestionShown(): VerbAnswer {
    this.#guard.shown();
    return done();
  }

  stay(): VerbAnswer {
    this.#guard.stay();
    return done();
  }

  quit(): VerbAnswer {
    return this.#guard.quit() ? done() : no('not_asked', 'Nobody has asked whether to quit.');
  }

  async #secondStart(data: unknown): Promise<void> {
    const { focusDesk, openShow, boxes, log } = this.#deps;
    focusDesk();
    const parsed = SecondStart.safeParse(data);
    if (!parsed.success) {
      log.warn({ issues: parsed.error.issues }, 'a second start said what is not understood');
      return;
    }
    const { show, data: folder, problem } = parsed.data;
    if (problem !== null) {
      await boxes.say('warning', 'Tallydesk is running already, and was started again with this:', problem);
      return;
    }
    if (show === null) return;
    const answer = await openShow(show, folder);
    if (!answer.ok) await boxes.say('warning', 'The other show was not opened.', answer.detail);
  }
}
