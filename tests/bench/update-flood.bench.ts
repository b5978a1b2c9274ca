/**
 * 500 updates a second to one layer, as a feed gone wrong sends them: how many of them reach the graphic in one frame
 * of the screen, and whether the last one is what is to be seen when they stop.
 */
import { once } from 'node:events';
import { launch } from './chromium.ts';
import { WebSocket } from 'ws';
import { PROTOCOL } from '../../core/protocol.ts';
import { stopNode, type BenchStation } from './processes.ts';
import { goalOf, monotonic, rowOf, sleep, type Bench } from './result.ts';
import { framesOf, openStage, takeAll } from './stages.ts';

const RATE = 500;
const SECONDS = 6;

/** On a busy machine the socket's backlog takes its time. */
const SETTLE_MS = 40_000;

/** A desk's socket: commands go out one after the other, without waiting for the answers. */
async function openDesk({ port, key }: BenchStation): Promise<(command: object) => void> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws?key=${key}`);
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'hello', protocol: PROTOCOL, role: 'desk', user: 'bench' }));
  let id = 0;
  return (command) => socket.send(JSON.stringify({ type: 'command', id: (id += 1), command }));
}

export const updateFlood: Bench = async ({ out, browser: path, temp }) => {
  const browser = await launch(path);
  const stage = await openStage(browser, out, temp, 'counter', { text: 'first' }, ['lower-third']);
  const { station, page } = stage;
  try {
    await takeAll(stage, ['lower-third']);
    const frame = framesOf(page).at(-1);
    if (!frame) throw new Error('nothing is on air');
    const send = await openDesk(station);
    await frame.evaluate(() => void Object.assign(globalThis, { perFrame: [] }));
    const from = monotonic();
    const total = RATE * SECONDS;
    for (let n = 1; n <= total; n += 1) {
      // an update is two commands: the cue's data, and its way to air
      send({ type: 'cue.edit', cueId: 'cue-1', changes: { data: { text: `update ${n}` } } });
      send({ type: 'layer.update', layer: 'lower-third' });
      const ahead = (n * 1000) / RATE - (monotonic() - from);
      if (ahead > 1) await sleep(ahead);
    }
    const seconds = (monotonic() - from) / 1000;
    // what is still on its way when the last has been sent
    const late = monotonic() + SETTLE_MS;
    while (
      monotonic() < late &&
      !(await frame.evaluate(() => document.body.textContent ?? '')).endsWith(` ${total}`)
    )
      await sleep(200);
    const { perFrame, text } = await frame.evaluate(() => {
      const seen = globalThis as unknown as { perFrame: number[] };
      const shown = document.querySelector('tally-graphic')?.firstElementChild?.textContent ?? '';
      return { perFrame: seen.perFrame, text: shown };
    });
    const reached = perFrame.reduce((sum, count) => sum + count, 0);
    return {
      rows: [rowOf('updates of the graphic in one frame', 'x', perFrame)],
      goals: [
        goalOf('most updates of the graphic in one frame ≤ 1', Math.max(...perFrame), 1),
        goalOf('updates that the picture is behind the last one = 0', total - Number(text.split(' ')[1]), 0),
      ],
      notes: [
        `${total} updates sent (${(total / seconds).toFixed(0)} a second), ${reached} reached the graphic in ${perFrame.length} frames; it shows “${text}”`,
      ],
    };
  } finally {
    await browser.close();
    station.poster.close();
    await stopNode(station);
  }
};
