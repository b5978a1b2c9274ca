/** A browser that draws nothing: it answers the DevTools calls of the station's camera as a test wants them answered. */
import { z } from 'zod';
import type { JsonObject } from '../../core/json.ts';
import type { Browser } from '../../main/render/chromium.ts';
import type { SittingCall } from '../../main/render/camera.ts';

/** The least that passes for a picture. */
export const PICTURE = Buffer.from('a picture');

export interface FakeAnswer {
  statusCode?: number;
  statusMessage?: string;
  timedOut?: boolean;
  result?: unknown;
}

export type Answering = (call: SittingCall) => FakeAnswer | Promise<FakeAnswer>;

export interface FakeBrowser {
  /** How calls are answered, unless a test says otherwise: all well, nothing moves. */
  answer: Answering;
  /** False: this machine has none. */
  installed: boolean;
  /** Every call that a graphic got. */
  readonly calls: SittingCall[];
  /** How often a browser was started. */
  readonly starts: () => number;
  /** Pages open now, and the most there were at once. */
  readonly pages: { open: number; most: number };
  /** Pictures into which DRAFT was burnt. */
  readonly drafts: () => number;
  /** The widths of the pictures, px. */
  readonly widths: number[];
  open(): Promise<Browser | null>;
}

/** What the page's `send` is given: the call and its limit. */
const SENT = /^tallydeskRender\.send\((.*), \d+\)$/s;

export function fakeBrowser(): FakeBrowser {
  let starts = 0;
  let drafts = 0;
  let lastTarget = 0;
  const answered = ({
    statusCode = 200,
    statusMessage = '',
    timedOut = false,
    result,
  }: FakeAnswer): JsonObject => ({
    result: { value: { statusCode, statusMessage, timedOut, result: z.json().parse(result ?? null) } },
  });
  const evaluate = async (expression: string): Promise<JsonObject> => {
    const sent = SENT.exec(expression)?.[1];
    if (sent !== undefined) {
      const call = JSON.parse(sent) as SittingCall;
      fake.calls.push(call);
      return answered(await fake.answer(call));
    }
    if (expression === 'tallydeskRender.markDraft()') drafts += 1;
    return { result: { value: true } };
  };
  const send = async (method: string, params: JsonObject = {}): Promise<JsonObject> => {
    switch (method) {
      case 'Target.createTarget':
        fake.pages.open += 1;
        fake.pages.most = Math.max(fake.pages.most, fake.pages.open);
        return { targetId: `t${(lastTarget += 1)}` };
      case 'Target.attachToTarget':
        return { sessionId: `s-${String(params['targetId'])}` };
      case 'Target.closeTarget':
        fake.pages.open -= 1;
        return {};
      case 'Emulation.setDeviceMetricsOverride':
        fake.widths.push(Math.round(Number(params['width']) * Number(params['deviceScaleFactor'])));
        return {};
      case 'Runtime.evaluate':
        return evaluate(String(params['expression']));
      case 'Page.captureScreenshot':
        return { data: PICTURE.toString('base64') };
      default:
        return {};
    }
  };
  const fake: FakeBrowser = {
    answer: () => ({}),
    installed: true,
    calls: [],
    starts: () => starts,
    pages: { open: 0, most: 0 },
    drafts: () => drafts,
    widths: [],
    open() {
      if (!fake.installed) return Promise.resolve(null);
      starts += 1;
      let end = (): void => undefined;
      const ended = new Promise<void>((done) => (end = done));
      const line = { ended, session: () => ({ send, on: () => undefined }) };
      const close = (): Promise<void> => Promise.resolve(end());
      return Promise.resolve({ line, close });
    },
  };
  return fake;
}
