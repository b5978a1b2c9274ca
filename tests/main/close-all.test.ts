/** A station that stops lets go of everything, whatever of it fails. */
import { expect, it } from 'vitest';
import { closeAll } from '../../main/close-all.ts';
import { captureLog, errorsIn } from '../support/station.ts';

it('goes on where one thing fails, in its order, and says so', async () => {
  const done: string[] = [];
  const { log, lines } = captureLog();
  await closeAll(
    [
      () => Promise.resolve(done.push('first')),
      () => Promise.reject(new Error('ENOSPC')),
      () => {
        throw new Error('not even a promise');
      },
      () => done.push('last'),
    ],
    log,
  );
  expect(done).toEqual(['first', 'last']);
  expect(errorsIn(lines)).toHaveLength(2);
});
