/** The command line of `serve` and of the desktop app. */
import { parseArgs } from 'node:util';
import { messageOf, StartError } from './errors.ts';

export interface Args {
  /** 0 picks a free port. */
  port: number;
  data: string;
  show: string;
  graphics: string[];
  waiveFourEyes: boolean;
  /** A picture of each showing is taken from the stage. */
  pictures: boolean;
}

const USAGE = 'usage: serve [--port 4400] [--data DIR] [--show nz-2023] [--graphics DIR]… [--no-four-eyes] [--no-pictures]';

/** A show's id is its folder's name. */
export const isShowId = (text: string): boolean => /^[a-z0-9][a-z0-9-]{0,60}$/.test(text);

const wrong = (message: string): StartError => new StartError(`${message} (${USAGE})`, 2);

/** @throws StartError with exit code 2, naming the argument that is wrong */
export function readArgs(argv: readonly string[], defaults: { data: string }): Args {
  const values = parse(argv);
  const { port = '4400', show = 'nz-2023', data = defaults.data, graphics = [] } = values;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) throw wrong(`--port: "${port}" is not a port number`);
  if (!isShowId(show)) {
    throw wrong(`--show: "${show}" is not a show id (lower-case letters, digits and "-")`);
  }
  if (data === '') throw wrong('--data: a folder is needed');
  if (graphics.includes('')) throw wrong('--graphics: a folder is needed');
  const waiveFourEyes = values['no-four-eyes'] ?? false;
  return { port: Number(port), data, show, graphics, waiveFourEyes, pictures: !values['no-pictures'] };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        show: { type: 'string' },
        graphics: { type: 'string', multiple: true },
        'no-four-eyes': { type: 'boolean' },
        'no-pictures': { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw wrong(messageOf(error).split('\n')[0] ?? 'bad arguments');
  }
}
