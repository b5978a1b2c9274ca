/** The impure sources, in one place and handed in: the clock, ids and the log. */
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
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

/** Structured lines into `DIR/logs/tallydesk.log`; errors go to stderr too. Stdout is kept for the ready line. */
export function openLog(dataDir: string): Log {
  const folder = join(dataDir, 'logs');
  mkdirSync(folder, { recursive: true });
  const file = pino.destination({ dest: join(folder, 'tallydesk.log'), sync: false });
  return pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.multistream([
      { level: 'info', stream: file },
      { level: 'error', stream: process.stderr },
    ]),
  );
}
