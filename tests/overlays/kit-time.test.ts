// The kit's pure parts for other frames and other times: schedules, scaling, letters that cannot be narrow, direction.
import { describe, expect, it } from 'vitest';
import { shrunk } from '../../overlays/kit/fit.ts';
import { placeIn, resolutionOf } from '../../overlays/kit/frame.ts';
import { isolate } from '../../overlays/kit/read.ts';
import { goTo, readSchedule } from '../../overlays/kit/timeline.ts';

const action = (timestamp: number, type = 'playAction', params: unknown = {}) => ({
  timestamp,
  action: { type, params },
});

describe('a schedule', () => {
  it('is put in the order of time, and keeps that of actions of one time', () => {
    const read = readSchedule([action(5, 'stopAction'), action(0), action(5, 'updateAction')]);
    expect(read?.map(({ type }) => type)).toEqual(['playAction', 'stopAction', 'updateAction']);
  });

  it.each([[undefined], ['x'], [[action(-1)]], [[action(Number.NaN)]], [[action(0, 'spin')]], [[null]]])(
    'is refused when it is %j',
    (value) => {
      expect(readSchedule(value)).toBeNull();
    },
  );

  it('is walked from its start up to and with the time asked for', () => {
    const walked: string[] = [];
    goTo(20, readSchedule([action(0), action(20, 'stopAction'), action(21)]) ?? [], {
      rewind: () => walked.push('rewind'),
      moveTo: (ms) => walked.push(String(ms)),
      act: ({ type }) => walked.push(type),
    });
    expect(walked).toEqual(['0', 'rewind', '0', 'playAction', '20', 'stopAction', '20']);
  });
});

describe('a frame', () => {
  it.each([
    [
      { width: 1920, height: 1080 },
      { scale: 1, x: 0, y: 0 },
    ],
    [
      { width: 3840, height: 2160 },
      { scale: 2, x: 0, y: 0 },
    ],
    [
      { width: 960, height: 1080 },
      { scale: 0.5, x: 0, y: 270 },
    ],
    [
      { width: 1920, height: 540 },
      { scale: 0.5, x: 480, y: 0 },
    ],
  ])('of %j holds the design at %j', (size, place) => {
    expect(placeIn(size)).toEqual(place);
  });

  it('is read from what load says, when it says it', () => {
    expect(resolutionOf({ resolution: { width: 1280, height: 720 } })).toEqual({ width: 1280, height: 720 });
    for (const wrong of [undefined, {}, { resolution: { width: 0, height: 720 } }, { resolution: 'HD' }])
      expect(resolutionOf(wrong)).toBeNull();
  });
});

it('letters that cannot be narrow get smaller, with as many lines, and never too small', () => {
  const { sizes, lines } = shrunk({ sizes: [54, 40], widths: [94, 82], lines: [2, 4] });
  expect(sizes).toEqual([37, 35, 32, 30, 28]);
  expect(lines).toEqual([4]);
  expect(shrunk({ sizes: [28], widths: [98, 76], lines: [1] }).sizes).toEqual([]);
});

it('only a value that runs from right to left is set apart in a sentence', () => {
  expect(isolate('Māori Party')).toBe('Māori Party');
  expect(isolate('إبراهيم')).toBe('\u2068إبراهيم\u2069');
});
