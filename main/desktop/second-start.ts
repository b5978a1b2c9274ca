/**
 * What a second start tells the first one. It cannot ask anything itself: it ends at once, and who started it looks at
 * the first one's windows. So its command line is read there, its folders are made absolute here, and what is wrong with
 * it is said by the first.
 */
import { resolve } from 'node:path';
import { z } from 'zod';
import { readArgs } from '../args.ts';
import { messageOf } from '../errors.ts';

export const SecondStart = z.object({
  /** Null where its command line names no show: it wants the window only. */
  show: z.string().nullable(),
  /** Absolute; null means the first one's own folder. */
  data: z.string().nullable(),
  /** What is wrong with its command line. */
  problem: z.string().nullable(),
});
export type SecondStart = z.infer<typeof SecondStart>;

/** Short strings only: a long list in there has made Electron give the lock away (electron/electron#52020). */
export function secondStart(argv: readonly string[]): SecondStart {
  const names = (name: string): boolean => argv.some((arg) => arg === name || arg.startsWith(`${name}=`));
  try {
    const { show, data } = readArgs(argv, { data: '.' });
    return {
      show: names('--show') ? show : null,
      data: names('--data') ? resolve(data) : null,
      problem: null,
    };
  } catch (error) {
    return { show: null, data: null, problem: messageOf(error) };
  }
}
