/** The command line of the feed simulator. */
import { parseArgs } from 'node:util';
import { messageOf, StartError } from '../errors.ts';
import { LEAST_UPDATES, NASTY, NASTY_NAMES, type Nasty } from './nasty.ts';

export interface Arguments {
  election: string;
  minutes: number;
  /** Where to write; null to serve over HTTP. */
  folder: string | null;
  /** 0 picks a free port. */
  port: number;
  seed: number;
  /** Per cent of the voting places at which the count stops. */
  hold: number;
  /** Seconds between two updates. */
  every: number;
  nasty: ReadonlySet<Nasty>;
}

const USAGE = `usage: feed:simulate -- --election nz-2008 [--minutes 5] [--folder DIR | --port 0] [--seed 1]
  [--hold PERCENT] [--every SECONDS], and what goes wrong, by share of the run:
${NASTY_NAMES.map((name) => `  --${name.padEnd(10)} ${NASTY[name].from}–${NASTY[name].until}  ${NASTY[name].does}`).join('\n')}
`;

/** The whole of it, for `--help`. */
export const HELP = USAGE;

const wrong = (message: string): StartError =>
  new StartError(`${message} (feed:simulate -- --help says what there is)`, 2);

/**
 * @returns null where help is asked for
 * @throws StartError with exit code 2, naming the argument that is wrong
 */
export function readArguments(argv: readonly string[]): Arguments | null {
  const values = parse(argv);
  if (values.help) return null;
  const { election = 'nz-2008', port = '0', folder = null } = values;
  const number = (
    name: 'minutes' | 'hold' | 'every',
    low: number,
    high: number,
    otherwise: number,
  ): number => {
    const text = values[name];
    if (text === undefined) return otherwise;
    const value = Number(text);
    if (text.trim() !== '' && value >= low && value <= high) return value;
    throw wrong(`--${name}: "${text}" is not a number from ${low} to ${high}`);
  };
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) throw wrong(`--port: "${port}" is not a port number`);
  if (folder === '') throw wrong('--folder: a folder is needed');
  if (folder !== null && values.port !== undefined) throw wrong('--folder and --port: one of the two');
  if (folder !== null && values.slow) throw wrong('--slow: a folder has no answer to wait for');
  if (!/^\d{1,9}$/.test(values.seed ?? '1')) throw wrong(`--seed: "${values.seed}" is not a whole number`);
  const minutes = number('minutes', 0.01, 600, 5);
  const nasty = new Set(NASTY_NAMES.filter((name) => values[name] === true));
  const every = number('every', 0.01, 3600, Math.min(15, Math.max(0.1, minutes)));
  if (nasty.size > 0 && (minutes * 60) / every < LEAST_UPDATES) {
    throw wrong(
      `--every: what goes wrong needs ${LEAST_UPDATES} updates, one every ${(minutes * 60) / LEAST_UPDATES} s`,
    );
  }
  return {
    election,
    minutes,
    folder,
    port: Number(port),
    seed: Number(values.seed ?? '1'),
    hold: number('hold', 0, 100, 100),
    every,
    nasty,
  };
}

const flag = { type: 'boolean' } as const;
const text = { type: 'string' } as const;

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        ...{ election: text, minutes: text, folder: text, port: text, seed: text, hold: text, every: text },
        ...{ stale: flag, missing: flag, backwards: flag, malformed: flag, encoding: flag, entities: flag },
        ...{ slow: flag, help: flag },
      },
    }).values;
  } catch (error) {
    throw wrong(messageOf(error).split('\n')[0] ?? 'bad arguments');
  }
}
