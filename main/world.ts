/** The impure sources, in one place and handed in: the clock, ids and the log. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pino, { type Logger } from 'pino';

export type Log = Logger;

export interface Sources {
  /** Epoch milliseconds. */
  now: () => number;
  newId: (prefix: string) => string;
}

export const realSources: Sources = {
  now: () => Date.now(),
  newId: (prefix) => `${prefix}-${randomBytes(6).toString('hex')}`,
};

/** A log that is longer at a start is set aside, in place of the one before it. Bytes. */
const LONG_LOG = 8 * 1024 * 1024;

export const LOG_FILE = 'tallydesk.log';
const PREVIOUS_LOG_FILE = 'tallydesk.previous.log';

/** Structured lines into `tallydesk.log` of a folder; errors go to stderr too. Stdout is kept for the ready line. */
export function openLog(folder: string, longest = LONG_LOG): Log {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, LOG_FILE);
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > longest) renameSync(path, join(folder, PREVIOUS_LOG_FILE));
  const file = pino.destination({ dest: path, sync: false });
  return pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.multistream([
      { level: 'info', stream: file },
      { level: 'error', stream: process.stderr },
    ]),
  );
}
