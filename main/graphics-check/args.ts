/** The command line of `graphics:check`. */
import { parseArgs } from 'node:util';
import { messageOf, StartError } from '../errors.ts';

export interface CheckArgs {
  path: string;
  json: boolean;
  /** Nothing is run. */
  static: boolean;
  /** Warnings count as errors do. */
  strict: boolean;
  /** Milliseconds that each call may take; null for what it is on air. */
  limitMs: number | null;
}

const USAGE =
  'usage: graphics:check -- PATH [--json] [--static] [--strict] [--limit MS]; PATH is a package, a folder of packages or a zip';

/** @throws StartError with exit code 2, naming the argument that is wrong */
export function readCheckArgs(argv: readonly string[]): CheckArgs {
  const wrong = (message: string) => new StartError(`${message} (${USAGE})`, 2);
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        static: { type: 'boolean', default: false },
        strict: { type: 'boolean', default: false },
        limit: { type: 'string' },
      },
    });
    const [path, ...more] = positionals;
    if (path === undefined || path === '') throw wrong('a path is needed');
    if (more.length > 0) throw wrong('one path at a time');
    const { json, strict, limit } = values;
    if (limit !== undefined && !/^[1-9]\d{2,5}$/.test(limit))
      throw wrong(`--limit: "${limit}" is not a number of milliseconds (100 to 999999)`);
    return { path, json, strict, static: values.static, limitMs: limit === undefined ? null : Number(limit) };
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw wrong(messageOf(error).split('\n')[0] ?? 'bad arguments');
  }
}
