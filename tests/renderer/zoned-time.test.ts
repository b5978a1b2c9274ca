// Times as people type them on the desk, in the show's zone.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isoTime, typedTime } from '../../renderer/facts/zoned-time.ts';
import { T0 } from '../support/builders.ts';

describe('times as they are typed', () => {
  const zone = 'Pacific/Auckland';
  test.each([
    ['2008-11-08 21:14', '2008-11-08T21:14:00+13:00'],
    ['2008-7-1 9.05', '2008-07-01T09:05:00+12:00'],
    ['2008-06-31 10:00', null],
    ['2008-11-08', null],
    ['25:00', null],
    ['soon', null],
  ])('%s', (typed, iso) => {
    expect(isoTime(typed, zone, T0)).toBe(iso);
  });

  test('a time alone is today, in the show’s zone', () => {
    expect(isoTime('21:14', zone, T0)).toBe('2023-10-14T21:14:00+13:00');
  });

  it('what is shown and saved again is the same minute', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 * 24 * 365 * 40 }),
        fc.constantFrom(zone, 'UTC', 'America/St_Johns', 'Asia/Kolkata'),
        (minutes, timeZone) => {
          const at = minutes * 60_000;
          const again = isoTime(typedTime(new Date(at).toISOString(), timeZone), timeZone, T0);
          // in the hour that a clock goes through twice, either is right
          expect([0, 3_600_000]).toContain(Math.abs(Date.parse(again ?? '') - at));
        },
      ),
    );
  });
});
