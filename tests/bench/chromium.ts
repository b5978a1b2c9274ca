/**
 * One Chromium, and when its frames reached the screen.
 *
 * How pixels are seen: Chromium's own frame reports (trace event `PipelineReporter`). Each says which process drew a
 * frame, whether the display really presented it with all of that process's changes, whether tiles were missing in it,
 * and its end is the swap. It was chosen over its rivals because it costs the page next to nothing and is exact:
 * - a rAF, a resolved promise or a paint entry is earlier than the picture, by a frame or more on a busy machine;
 * - polling `Page.captureScreenshot` makes the page draw for the screenshot, and resolves no finer than its 30 ms;
 * - a screencast asks for a copy of the frame, which is drawn one frame later: it adds the same 17 ms to both sides,
 *   and so flatters every ratio.
 * A graphic has a process of its own and nothing moves before the take, so its process's first whole frame after the
 * take is its picture. Which process that is, a `performance.mark` in its page tells.
 */
import { chromium, type Browser, type CDPSession, type Frame, type Page } from '@playwright/test';

export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  /** Microseconds of the monotonic clock. */
  ts: number;
  id2?: { local?: string };
  args?: {
    frame_reporter?: { state?: string; has_missing_content?: boolean; frame_sequence?: number };
    data?: { identifier?: number };
  };
}

/** `…timeline.frame` has the frame reports, `user_timing` the marks, `devtools.timeline` the socket's messages. */
const CATEGORIES = ['disabled-by-default-devtools.timeline.frame', 'blink.user_timing', 'devtools.timeline'];

export interface FrameReport {
  pid: number;
  /** Milliseconds of the monotonic clock. */
  at: number;
  state: string;
  /** Which refresh of the display it was for. */
  sequence: number;
  /** False while tiles were missing, so that part of the picture was not there yet. */
  whole: boolean;
}

/** What one stretch of tracing saw. */
export class Recording {
  readonly frames: FrameReport[] = [];
  readonly #marks = new Map<string, number>();
  readonly #messages: { pid: number; at: number }[] = [];

  constructor(events: TraceEvent[]) {
    const open = new Map<string, TraceEvent>();
    for (const event of events.sort((a, b) => a.ts - b.ts)) {
      const { name, ph, pid, ts } = event;
      if (name === 'PipelineReporter') {
        const key = `${pid} ${event.id2?.local ?? ''}`;
        if (ph === 'b') open.set(key, event);
        else this.#close(open.get(key), event);
      } else if (name === 'WebSocketReceive') this.#messages.push({ pid, at: ts / 1000 });
      else if (name.startsWith('bench-')) this.#marks.set(name, pid);
    }
    this.frames.sort((a, b) => a.at - b.at);
  }

  #close(begin: TraceEvent | undefined, { pid, ts }: TraceEvent): void {
    const report = begin?.args?.frame_reporter;
    if (!report) return;
    this.frames.push({
      pid,
      at: ts / 1000,
      state: report.state ?? '',
      sequence: report.frame_sequence ?? 0,
      whole: report.has_missing_content !== true,
    });
  }

  /** The process in whose page that mark was made. */
  pidOf(mark: string): number {
    const pid = this.#marks.get(mark);
    if (pid === undefined) throw new Error(`the trace has no mark ${mark}`);
    return pid;
  }

  /** When the first frame of a process was on the screen after that time; null when none was. */
  firstPresented(pid: number, after: number): { any: number; whole: number } | null {
    const shown = this.frames.filter(
      (frame) => frame.pid === pid && frame.at > after && frame.state === 'STATE_PRESENTED_ALL',
    );
    const whole = shown.find((frame) => frame.whole);
    return shown[0] && whole ? { any: shown[0].at, whole: whole.at } : null;
  }

  /**
   * Of the frames that a process was asked for while something of it moved, those that the display never got. It begins
   * with the first picture; null when there was none.
   */
  countFrames(pid: number, after: number, ms: number): { asked: number; dropped: number } | null {
    const first = this.firstPresented(pid, after)?.any;
    if (first === undefined) return null;
    const sequences = this.frames
      .filter((frame) => frame.pid === pid && frame.at >= first && frame.at < first + ms)
      .filter(({ state }) => state.startsWith('STATE_PRESENTED'))
      .map(({ sequence }) => sequence);
    const asked = Math.max(...sequences) - Math.min(...sequences) + 1;
    return { asked, dropped: asked - new Set(sequences).size };
  }

  /** When a page of that process was given the next message of its socket. */
  firstMessage(pid: number, after: number): number | null {
    return this.#messages.find((one) => one.pid === pid && one.at > after)?.at ?? null;
  }
}

export class Tracer {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(browser: Browser): Promise<Tracer> {
    return new Tracer(await browser.newBrowserCDPSession());
  }

  start(): Promise<unknown> {
    return this.#session.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
    });
  }

  async stop(): Promise<Recording> {
    const events: TraceEvent[] = [];
    const collect = ({ value }: { value: object[] }): void => void events.push(...(value as TraceEvent[]));
    this.#session.on('Tracing.dataCollected', collect);
    const complete = new Promise((done) => this.#session.once('Tracing.tracingComplete', done));
    await this.#session.send('Tracing.end');
    await complete;
    this.#session.off('Tracing.dataCollected', collect);
    return new Recording(events);
  }
}

/** Makes a mark in the page or frame, by which its process is found in the trace. */
export const mark = (where: Page | Frame, name: string): Promise<void> =>
  where.evaluate((label) => void performance.mark(label), `bench-${name}`);

export const FULL_HD = { viewport: { width: 1920, height: 1080 } };
