/** The picture of a showing in the desktop app: of the output window itself. */
import { z } from 'zod';
import { expect, test } from '../support/app.ts';
import {
  desktopPages,
  endDesktop,
  inRealElectron,
  launchDesktop,
  takeOnAir,
} from '../support/desktop-app.ts';

test.use({ show: 'nz-2008' });
test.beforeEach(() => test.slow());

const Log = z.object({ entries: z.array(z.object({ instance: z.string(), picture: z.boolean() })) });

test('is taken from the window that viewers see', async ({ data, show }, info) => {
  const app = await launchDesktop({ data, show, pictures: true });
  const pages = await desktopPages(app);
  await takeOnAir(pages);
  const { origin, searchParams } = new URL(pages.desk.url());
  const headers = { authorization: `Bearer ${searchParams.get('key') ?? ''}` };
  const log = async () =>
    Log.parse(await (await fetch(`${origin}/api/v1/as-run`, { headers })).json()).entries;
  await expect.poll(async () => (await log())[0]?.picture, { timeout: 20_000 }).toBe(true);
  const [entry] = await log();
  const picture = await fetch(`${origin}/api/v1/as-run/${entry?.instance ?? ''}/picture`, { headers });
  expect(picture.headers.get('content-type')).toBe('image/jpeg');
  const bytes = Buffer.from(await picture.arrayBuffer());
  expect(bytes.subarray(0, 3).toString('hex')).toBe('ffd8ff');
  // the stand-in does not scale, so its picture is as wide as the window: the hidden browser's would be 480
  expect(widthOf(bytes)).toBe(inRealElectron(info) ? 480 : 1920);
  expect(await endDesktop(app)).toBe(0);
});

/** From the first frame header of a JPEG. */
function widthOf(jpeg: Buffer): number {
  for (let at = 2; at < jpeg.length; at += 2 + jpeg.readUInt16BE(at + 2)) {
    const marker = jpeg.readUInt16BE(at);
    if (marker === 0xffc0 || marker === 0xffc2) return jpeg.readUInt16BE(at + 7);
  }
  return 0;
}
