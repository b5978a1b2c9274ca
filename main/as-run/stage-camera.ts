/**
 * Photographs a channel without touching it: the hidden browser opens the stage page itself, as a page that counts as
 * nobody's screen and never reports (`kind=camera`), waits until all that is on is drawn, and is closed again.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { ChannelId } from '../../core/layers.ts';
import type { BrowserPage, Browsers } from '../render/chromium.ts';
import { PICTURE_SIZE, type StageCamera } from './pictures.ts';

const STAGE_WIDTH = 1920;
const STAGE_HEIGHT = 1080;
/** Under the graphics, `#36404b`: dark plates and white letters are both told from it. */
const GROUND = '%2336404b';
/** How long a stage may take to draw what is on. Milliseconds. */
const READY_LIMIT_MS = 12_000;
const LOOK_EVERY_MS = 60;
/** Percent: a record to know a picture by, not one to broadcast. */
const QUALITY = 82;

const Value = z.object({ result: z.object({ value: z.unknown().optional() }) });

async function isReady({ tools }: BrowserPage): Promise<boolean> {
  const expression = 'document.documentElement.dataset.ready === "1"';
  const answer = await tools.send('Runtime.evaluate', { expression, returnByValue: true });
  return Value.parse(answer).result.value === true;
}

/** @param address of a channel's stage, with the key */
export const browserStageCamera =
  (browsers: Pick<Browsers, 'page'>, address: (channel: ChannelId) => string): StageCamera =>
  async (channel) => {
    const page = await browsers.page();
    if (!page) return null;
    try {
      await page.tools.send('Emulation.setDeviceMetricsOverride', {
        width: STAGE_WIDTH,
        height: STAGE_HEIGHT,
        deviceScaleFactor: PICTURE_SIZE.width / STAGE_WIDTH,
        mobile: false,
      });
      await page.tools.send('Page.navigate', {
        url: `${address(channel)}&kind=camera&patient=1&background=${GROUND}`,
      });
      const until = performance.now() + READY_LIMIT_MS;
      while (!(await isReady(page))) {
        if (performance.now() > until) return null;
        await wait(LOOK_EVERY_MS);
      }
      const shot = await page.tools.send('Page.captureScreenshot', { format: 'jpeg', quality: QUALITY });
      return Buffer.from(z.object({ data: z.string() }).parse(shot).data, 'base64');
    } finally {
      await page.close();
    }
  };
