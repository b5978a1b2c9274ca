/** A session whose frame is taken away while it is asked something. */
import { expect, it, vi } from 'vitest';
import type { Mounted } from '../../renderer/workbench/mount.ts';
import { Session } from '../../renderer/workbench/session.ts';
import type { Outcome } from '../../overlays/host/graphic-frame.ts';
import { makeGraphic } from '../support/builders.ts';

const GOOD: Outcome = { statusCode: 200, statusMessage: '', timedOut: false };
const frames = vi.hoisted(() => ({ mute: false, seeks: 0 }));

vi.mock('../../renderer/workbench/mount.ts', () => ({
  mount: (): Promise<Mounted> => {
    let gone = false;
    return Promise.resolve({
      loaded: GOOD,
      show: () => undefined,
      remove: () => (gone = true),
      frame: {
        // as a real one: once it is removed, what is pending stays open for good
        send: ({ call }) => {
          if (call === 'seek') frames.seeks += 1;
          return gone || (call === 'seek' && frames.mute)
            ? new Promise(() => undefined)
            : Promise.resolve(GOOD);
        },
        raise: () => undefined,
        remove: () => undefined,
      },
    });
  },
}));

it('can be held at a moment again after a load took away the frame that was being asked', async () => {
  const session = new Session({} as HTMLElement);
  const subject = { graphic: makeGraphic('one'), hash: 'a' };
  const target = { size: '1080', rate: 50 } as const;
  await session.load(subject, {}, target);
  await session.act({ do: 'play', step: 0 }, true);
  frames.mute = true;
  void session.scrub(100);
  await vi.waitFor(() => expect(frames.seeks).toBe(1));
  await session.load(subject, {}, target);
  frames.mute = false;
  await session.act({ do: 'play', step: 0 }, true);
  await session.scrub(200);
  expect(frames.seeks).toBe(2);
});
