/** Any order of commands, answers and failures on one layer: no hole on air, and rest where it was wanted. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FrameRequest } from '../../overlays/host/frame-protocol.ts';
import type { Outcome } from '../../overlays/host/graphic-frame.ts';
import { Bench } from './stage-bench.ts';

describe('whatever happens in whatever order', () => {
  const step = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.constantFrom('a', 'b', 'c').map((cueId) => ({ command: { type: 'cue.take', cueId } })),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(1, 2, 3).map((number) => ({ command: { type: 'cue.recall', number } })),
    },
    { weight: 2, arbitrary: fc.constant({ command: { type: 'layer.out', layer: 'lower-third' } }) },
    { weight: 1, arbitrary: fc.constant({ command: { type: 'layer.continue', layer: 'lower-third' } }) },
    {
      weight: 10,
      arbitrary: fc.record({
        frame: fc.nat(3),
        outcome: fc.constantFrom<Partial<Outcome>>({}, {}, {}, { statusCode: 500 }),
      }),
    },
  );

  it('a swap never leaves a hole, and the layer comes to rest on what is wanted', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (script) => {
        const bench = new Bench();
        for (const one of script) {
          const before = bench.live.filter(({ seen }) => seen);
          const wanted = bench.station.layer().current;
          const faults = bench.events().filter((event) => event === 'fault').length;
          if ('command' in one) {
            try {
              bench.do(one.command);
            } catch (error) {
              if (!String(error).includes('was refused')) throw error;
            }
            // a hole: something was seen and something is still wanted, and nothing is seen
            const nowWanted = bench.station.layer().current;
            if (before.length > 0 && wanted && nowWanted) {
              expect(bench.live.some(({ seen }) => seen)).toBe(true);
            }
            continue;
          }
          const frame = bench.live[one.frame % Math.max(1, bench.live.length)];
          const call = frame?.waiting[0] as FrameRequest['call'] | undefined;
          if (!frame || !call) continue;
          const playing = before.length > 0 && before.some((seen) => seen !== frame);
          // a failing play or stop ends its own picture; that is not what is asked here
          await frame.answer(call, call === 'load' ? one.outcome : {});
          if (playing && bench.events().filter((event) => event === 'fault').length === faults) {
            expect(bench.live.some(({ seen }) => seen)).toBe(true);
          }
        }
        for (let round = 0; round < 30; round += 1) {
          for (const frame of bench.live) {
            const call = frame.waiting[0] as FrameRequest['call'] | undefined;
            if (call) await frame.answer(call);
          }
        }
        const { current, armed, leaving } = bench.station.layer();
        expect(leaving).toBeNull();
        if (current) expect(bench.state).toBe(current.phase);
        const alive = [current, armed].filter((item) => item && item.phase !== 'fault').length;
        expect(bench.live).toHaveLength(alive);
        expect(bench.live.filter(({ seen }) => seen)).toHaveLength(current?.phase === 'on' ? 1 : 0);
      }),
      { numRuns: 300 },
    );
  });
});
