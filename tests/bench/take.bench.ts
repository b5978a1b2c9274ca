/**
 * From a take by REST to its picture, beside the least that can cost: a bare page that paints one rectangle when a bare
 * Node server is sent the same POST. Both sides take turns in one run and are seen the same way (chromium.ts says how).
 */
import { launch } from './chromium.ts';
import { goalOf, median, quantile, rowOf, type Bench } from './result.ts';
import { rowsOf, SMALL } from './shows.ts';
import { openFloor, openStation, shootAll, type Side, type Timing } from './takes.ts';

const ROUNDS = 60;

export const take: Bench = async ({ out, browser: path, temp, here }) => {
  const browser = await launch(path);
  const sides: Side[] = [];
  try {
    sides.push(
      await openFloor(browser, here),
      await openStation(browser, out, temp, 'station', rowsOf(SMALL)),
    );
    const timings = await shootAll(browser, sides, ROUNDS);
    const of = (side: string, what: keyof Omit<Timing, 'side'>) =>
      timings.filter((one) => one.side === side).map((one) => one[what]);
    const floor = of('floor', 'pixel');
    const station = of('station', 'pixel');
    return {
      rows: [
        rowOf('floor: picture', 'ms', floor),
        rowOf('take: picture whole', 'ms', station, 'floor: picture'),
        rowOf('take: first frame', 'ms', of('station', 'first'), 'floor: picture'),
        rowOf('floor: page has the message', 'ms', of('floor', 'heard')),
        rowOf('take: stage has the patch', 'ms', of('station', 'heard'), 'floor: page has the message'),
        rowOf('floor: answered', 'ms', of('floor', 'answered')),
        rowOf('take: answered, on disk', 'ms', of('station', 'answered'), 'floor: answered'),
      ],
      goals: [
        goalOf('p50 of the picture ≤ 1.5 × floor', median(station) / median(floor), 1.5),
        goalOf('p95 of the picture ≤ 2 × floor', quantile(station, 0.95) / quantile(floor, 0.95), 2),
      ],
      notes: [`${ROUNDS} takes a side, ${station.length} and ${floor.length} of them seen`],
    };
  } finally {
    await browser.close();
    for (const side of sides) await side.close();
  }
};
