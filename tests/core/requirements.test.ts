/** Render requirements against a place: alternatives, limits, and wishes that never fail. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { unmetRequirement, type Place } from '../../core/requirements.ts';

const HD: Place = { width: 1920, height: 1080, frameRate: 50, internet: false };

describe('one requirement', () => {
  it.each<[JsonObject, string | null]>([
    [{}, null],
    [{ resolution: { width: { exact: 1920 }, height: { min: 720, max: 1080 } } }, null],
    [{ resolution: { width: { exact: 3840 } } }, 'a width of 3840 px (here: 1920)'],
    [{ resolution: { height: { min: 2160 } } }, 'a height of at least 2160 px (here: 1080)'],
    [{ frameRate: { max: 30 } }, 'a frame rate of at most 30 a second (here: 50)'],
    [{ frameRate: { ideal: 120 } }, null],
    [{ accessToPublicInternet: { exact: true } }, 'the network, which nobody has allowed it'],
    [{ accessToPublicInternet: { exact: false } }, null],
    [{ accessToPublicInternet: { ideal: true } }, null],
    [{ engine: [{ type: { exact: 'webkit' } }] }, 'the engine webkit'],
    [{ engine: [{ type: { exact: 'webkit' } }, { type: 'Chromium' }] }, null],
    [{ v_ours: true }, null],
  ])('%j', (need, missing) => {
    expect(unmetRequirement([need], HD)).toBe(missing);
  });

  it('of no network is not met where it was allowed', () => {
    const need = [{ accessToPublicInternet: { exact: false } }];
    expect(unmetRequirement(need, { ...HD, internet: true })).toBe('a place without network');
  });
});

const limit = fc.record(
  {
    min: fc.integer({ min: 1, max: 4000 }),
    max: fc.integer({ min: 1, max: 4000 }),
    exact: fc.constantFrom(1920, 50),
  },
  { requiredKeys: [] },
);
const need = fc.record(
  { resolution: fc.record({ width: limit, height: limit }, { requiredKeys: [] }), frameRate: limit },
  { requiredKeys: [] },
) as fc.Arbitrary<JsonObject>;

describe('alternatives', () => {
  it('one that is met is enough, wherever it stands', () => {
    fc.assert(
      fc.property(fc.array(need, { maxLength: 4 }), fc.nat(4), (needs, at) => {
        expect(unmetRequirement(needs.toSpliced(Math.min(at, needs.length), 0, {}), HD)).toBeNull();
      }),
    );
  });

  it('are met together exactly where one of them is met alone', () => {
    fc.assert(
      fc.property(fc.array(need, { minLength: 1, maxLength: 4 }), (needs) => {
        const alone = needs.some((one) => unmetRequirement([one], HD) === null);
        expect(unmetRequirement(needs, HD) === null).toBe(alone);
      }),
    );
  });

  it('a wish changes nothing', () => {
    fc.assert(
      fc.property(need, fc.integer(), (one, ideal) => {
        const frameRate = { ...(one['frameRate'] as JsonObject | undefined), ideal };
        expect(unmetRequirement([{ ...one, frameRate }], HD)).toBe(unmetRequirement([one], HD));
      }),
    );
  });
});
