/** The command line of `serve` and of the desktop app. */
import { isIP } from 'node:net';
import { parseArgs } from 'node:util';
import { messageOf, StartError } from './errors.ts';
import { HOST } from './http/listen.ts';

export interface Args {
  /** 0 picks a free port. */
  port: number;
  data: string;
  show: string;
  graphics: string[];
  waiveFourEyes: boolean;
  /** Addresses of this machine besides loopback, for other machines. */
  listen: string[];
  /** By which other machines call this one. */
  names: string[];
  /** A picture of each showing is taken from the stage. */
  pictures: boolean;
}

const USAGE =
  'usage: serve [--port 4400] [--data DIR] [--show nz-2023] [--graphics DIR]… [--no-four-eyes] [--no-pictures] [--listen ADDRESS]… [--name NAME]…';

/** A show's id is its folder's name. */
export const isShowId = (text: string): boolean => /^[a-z0-9][a-z0-9-]{0,60}$/.test(text);

/** A name that a browser may put into Host; never one under `localhost`, where frames have theirs. */
const isHostName = (name: string): boolean =>
  /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i.test(name) &&
  !/(^|\.)localhost$/i.test(name);

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
  const { listen = [], name: names = [] } = values;
  for (const address of listen) {
    if (!isIP(address)) throw wrong(`--listen: "${address}" is not an address such as 192.168.1.20`);
    if (/^[0:.]+$/.test(address))
      throw wrong(`--listen: ${address} would be every network: name one address of this machine`);
  }
  const unfit = names.find((one) => !isHostName(one));
  if (unfit !== undefined) throw wrong(`--name: "${unfit}" is not a name such as studio-2.local`);
  const others = listen.filter((address) => address !== HOST);
  return {
    port: Number(port),
    data,
    show,
    graphics,
    waiveFourEyes: values['no-four-eyes'] ?? false,
    pictures: !values['no-pictures'],
    listen: [...new Set(others)],
    names,
  };
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
        listen: { type: 'string', multiple: true },
        name: { type: 'string', multiple: true },
      },
    }).values;
  } catch (error) {
    throw wrong(messageOf(error).split('\n')[0] ?? 'bad arguments');
  }
}
