/**
 * Photographs one graphic: a page of the hidden browser hosts it in a frame, as the stage does, and its picture is
 * taken with its transparency. Lengths in px, times in ms.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { JsonObject } from '../../core/json.ts';
import type { FrameCall } from '../../core/protocol.ts';
import type { Graphic } from '../../core/schema/manifest.ts';
import type { BrowserPage, Browsers } from './chromium.ts';
import { ANSWER_LIMIT_MS } from './devtools.ts';

/** The picture is laid out so, whatever size it is drawn at. */
export const STAGE_WIDTH = 1920;
export const STAGE_HEIGHT = 1080;

type WithoutId<Call> = Call extends unknown ? Omit<Call, 'id'> : never;
/** What may be asked of the graphic's frame. */
export type SittingCall = WithoutId<FrameCall> | { call: 'drawn' };

/** How a call went, as the page tells it: the graphic has a hand in it, so it is parsed. */
const Outcome = z.object({
  statusCode: z.number(),
  statusMessage: z.string(),
  timedOut: z.boolean(),
  result: z.unknown().optional(),
});
export type Outcome = z.infer<typeof Outcome>;

/** One graphic before the camera. */
export interface Sitting {
  /** @param limitMs after which the answer is taken for lost */
  send(call: SittingCall, limitMs: number): Promise<Outcome>;
  /**
   * What is to be seen now, as a PNG with alpha.
   * @param fast larger and sooner, for pictures that nobody keeps
   */
  picture(fast?: boolean): Promise<Buffer>;
  /** Burns the word DRAFT into every picture. */
  markDraft(): Promise<void>;
  /** Ends it, whatever the graphic does. Rejects what is still asked. */
  close(): Promise<void>;
}

export interface View {
  graphic: Pick<Graphic, 'id' | 'hash'>;
  /** px of its pictures; they are always 16:9. */
  width: number;
  /** With a clock of its own, which can be held. */
  held: boolean;
}

/** Opens a fresh page per sitting; null where this machine has no browser. */
export interface Camera {
  sit(view: View): Promise<Sitting | null>;
}

const PAGE_LIMIT_MS = 10_000;
const LOOK_EVERY_MS = 20;

/** @param mayTakeMs for what the page waits for in it */
async function evaluate({ tools }: BrowserPage, expression: string, mayTakeMs = 0): Promise<unknown> {
  const how = { expression, awaitPromise: true, returnByValue: true };
  const Answer = z.object({
    result: z.object({ value: z.unknown().optional() }),
    exceptionDetails: z.object({ text: z.string() }).optional(),
  });
  const answer = await tools.send('Runtime.evaluate', how, mayTakeMs + ANSWER_LIMIT_MS);
  const { result, exceptionDetails } = Answer.parse(answer);
  if (exceptionDetails) throw new Error(`the page for pictures failed: ${exceptionDetails.text}`);
  return result.value;
}

/** @returns when the page's own script has run */
async function opened(page: BrowserPage, url: string): Promise<void> {
  await page.tools.send('Page.navigate', { url });
  const until = performance.now() + PAGE_LIMIT_MS;
  while ((await evaluate(page, 'typeof tallydeskRender === "object"')) !== true) {
    if (performance.now() > until) throw new Error('the page for pictures did not open');
    await wait(LOOK_EVERY_MS);
  }
}

async function prepare({ tools }: BrowserPage, width: number): Promise<void> {
  await tools.send('Emulation.setDeviceMetricsOverride', {
    width: STAGE_WIDTH,
    height: STAGE_HEIGHT,
    // more or fewer pixels of the same picture: nothing in it moves
    deviceScaleFactor: width / STAGE_WIDTH,
    mobile: false,
  });
  await tools.send('Emulation.setDefaultBackgroundColorOverride', { color: { r: 0, g: 0, b: 0, a: 0 } });
}

const pictureOf = (answer: JsonObject): Buffer =>
  Buffer.from(z.object({ data: z.string() }).parse(answer).data, 'base64');

const addressOf = (page: string, { id, hash }: View['graphic'], held: boolean): string =>
  `${page}&graphic=${encodeURIComponent(`${id}/${hash}`)}${held ? '&study=1' : ''}`;

/** @param address of the page for pictures, with the key */
export const chromiumCamera = (browsers: Pick<Browsers, 'page'>, address: () => string): Camera => ({
  async sit({ graphic, width, held }) {
    const page = await browsers.page();
    if (!page) return null;
    try {
      await prepare(page, width);
      await opened(page, addressOf(address(), graphic, held));
    } catch (error) {
      await page.close();
      throw error;
    }
    return {
      send: async (call, limitMs) =>
        Outcome.parse(
          await evaluate(page, `tallydeskRender.send(${JSON.stringify(call)}, ${limitMs})`, limitMs),
        ),
      picture: async (fast = false) =>
        pictureOf(await page.tools.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: fast })),
      markDraft: async () => void (await evaluate(page, 'tallydeskRender.markDraft()')),
      close: () => page.close(),
    };
  },
});
