/**
 * Takes in a show of 10,000 facts and 2,000 cues beside takes in a small one, in turns, and the bytes that a take sends
 * to a desk and to a stage. Seen as in take.bench.ts.
 */
import { WebSocket } from 'ws';
import { launch } from './chromium.ts';
import { mustDo, type BenchStation } from './processes.ts';
import { goalOf, median, rowOf, sleep, type Bench, type Row } from './result.ts';
import { LARGE, rowsOf, SMALL } from './shows.ts';
import { openStation, shootAll, type StationSide, type Timing } from './takes.ts';

const ROUNDS = 24;
const WEIGHED = 4;

interface Weights {
  /** Kilobytes of the patch that the take itself is. */
  take: number[];
  /** Kilobytes of all that follows until the graphic is on and the next one stands by. */
  whole: number[];
}

const HELLO = {
  desk: { type: 'hello', protocol: 1, role: 'desk', user: 'bench' },
  stage: {
    type: 'hello',
    protocol: 1,
    role: 'stage',
    channel: 'program',
    kind: 'monitor',
    name: 'bench',
    isolation: 'reduced',
    showing: [],
  },
};

/** Takes a few cues and weighs what a page of that role is sent. The output that is open plays along. */
async function weigh(station: BenchStation, role: keyof typeof HELLO): Promise<Weights> {
  const socket = new WebSocket(`ws://127.0.0.1:${station.port}/ws?key=${station.key}`);
  const patches: number[] = [];
  socket.on('message', (data) => {
    const text = (data as Buffer).toString('utf8');
    if (text.startsWith('{"type":"patch"')) patches.push(text.length / 1000);
  });
  await new Promise((done) => socket.once('open', done));
  socket.send(JSON.stringify(HELLO[role]));
  await sleep(300);
  const weights: Weights = { take: [], whole: [] };
  for (let i = 0; i < WEIGHED; i += 1) {
    patches.length = 0;
    await mustDo(station, { type: 'cue.take' });
    await sleep(1500);
    weights.take.push(patches[0] ?? NaN);
    weights.whole.push(patches.reduce((sum, one) => sum + one, 0));
  }
  await mustDo(station, { type: 'air.panic' });
  socket.terminate();
  return weights;
}

async function weights(side: StationSide): Promise<Row[]> {
  const desk = await weigh(side.station, 'desk');
  const stage = await weigh(side.station, 'stage');
  return [
    rowOf(`${side.name}: take, to a desk`, 'KB', desk.take),
    rowOf(`${side.name}: until it is on, to a desk`, 'KB', desk.whole),
    rowOf(`${side.name}: take, to a stage`, 'KB', stage.take),
    rowOf(`${side.name}: until it is on, to a stage`, 'KB', stage.whole),
  ];
}

export const takeLarge: Bench = async ({ out, browser: path, temp }) => {
  const browser = await launch(path);
  const sides: StationSide[] = [];
  try {
    sides.push(await openStation(browser, out, temp, 'small', rowsOf(SMALL)));
    sides.push(await openStation(browser, out, temp, 'large', rowsOf(LARGE)));
    const timings = await shootAll(browser, sides, ROUNDS);
    const of = (side: string, what: keyof Omit<Timing, 'side'>) =>
      timings.filter((one) => one.side === side).map((one) => one[what]);
    const rows = [
      rowOf('small: picture', 'ms', of('small', 'pixel')),
      rowOf('large: picture', 'ms', of('large', 'pixel'), 'small: picture'),
      rowOf('small: stage has the patch', 'ms', of('small', 'heard')),
      rowOf('large: stage has the patch', 'ms', of('large', 'heard'), 'small: stage has the patch'),
      rowOf('small: answered, on disk', 'ms', of('small', 'answered')),
      rowOf('large: answered, on disk', 'ms', of('large', 'answered'), 'small: answered, on disk'),
    ];
    for (const side of sides) rows.push(...(await weights(side)));
    return {
      rows,
      goals: [
        goalOf(
          'p50 of the picture in the large show ≤ 1.2 × small',
          median(of('large', 'pixel')) / median(of('small', 'pixel')),
          1.2,
        ),
      ],
      notes: [
        `small: ${SMALL.facts} facts, ${SMALL.cues} cues; large: ${LARGE.facts} facts, ${LARGE.cues} cues`,
      ],
    };
  } finally {
    await browser.close();
    for (const side of sides) await side.close();
  }
};
