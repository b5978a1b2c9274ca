/** The workbench's pure parts: places, steps, durations, keys, slots and JSON with its lines. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActionDuration } from '../../core/schema/manifest.ts';
import { requestOf, scheduled } from '../../renderer/workbench/acts.ts';
import { placeHash, readPlace } from '../../renderer/workbench/address.ts';
import { marksOf, readData } from '../../renderer/workbench/json-data.ts';
import { createSlots } from '../../renderer/workbench/live-slots.ts';
import { declaredFor, verdictOf } from '../../renderer/workbench/measure.ts';
import { shortcutOf } from '../../renderer/workbench/shortcuts.ts';
import { nextStep, stepChoices } from '../../renderer/workbench/steps.ts';

describe('the place in the address', () => {
  it('is read as it was written, whatever the names are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.option(fc.string({ unit: 'grapheme', minLength: 1 })),
        (graphic, fixture) => {
          expect(readPlace(placeHash({ graphic, fixture }))).toEqual({ graphic, fixture });
        },
      ),
    );
  });

  it('is the gallery where there is none, or one that cannot be read', () => {
    expect(readPlace('')).toBeNull();
    expect(readPlace('#')).toBeNull();
    expect(readPlace('#%E0%A4%A')).toBeNull();
  });
});

describe('steps', () => {
  it.each([
    [null, 1, 0],
    [0, 1, null],
    [1, 3, 2],
    [2, 3, null],
    [null, 0, 0],
    [0, 0, null],
    [7, -1, 8],
  ])('after %s of %s comes %s', (step, count, next) => expect(nextStep(step, count)).toBe(next));

  it('offers those that are known, and of a dynamic graphic one more than was seen', () => {
    expect(stepChoices(null, 3)).toEqual([0, 1, 2]);
    expect(stepChoices(null, -1)).toEqual([0]);
    expect(stepChoices(1, -1)).toEqual([0, 1, 2]);
  });
});

const duration = (over: Partial<ActionDuration>): ActionDuration => ({
  type: 'playAction',
  duration: 500,
  steps: null,
  customActionId: null,
  ...over,
});

describe('declared durations', () => {
  const durations = [
    duration({}),
    duration({ duration: 900, steps: [1] }),
    duration({ type: 'stopAction', duration: -1 }),
    duration({ type: 'customAction', duration: 300, customActionId: 'tint' }),
  ];

  it('takes what is said of this very step, and nothing for what is said to be unknown', () => {
    expect(declaredFor({ durations }, { do: 'play', step: 0 })).toBe(500);
    expect(declaredFor({ durations }, { do: 'play', step: 1 })).toBe(900);
    expect(declaredFor({ durations }, { do: 'stop' })).toBeNull();
    expect(declaredFor({ durations }, { do: 'update', data: {} })).toBeNull();
    expect(declaredFor({ durations }, { do: 'action', id: 'tint', payload: {} })).toBe(300);
    expect(declaredFor({ durations }, { do: 'action', id: 'other', payload: {} })).toBeNull();
  });

  it.each([
    [500, 500, false, 'fits'],
    [630, 500, false, 'over'],
    [370, 500, false, 'under'],
    [90, 0, false, 'fits'],
    [0, 500, true, 'undeclared'],
    [500, null, false, 'undeclared'],
  ] as const)('%s ms against %s, cut %s: %s', (ms, declared, cut, verdict) =>
    expect(verdictOf(ms, declared, cut)).toBe(verdict),
  );
});

describe('keys', () => {
  const press = (key: string, over = {}) => ({
    key,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    repeat: false,
    ...over,
  });

  it('works by letter, large or small, and never while something is typed or with another key held', () => {
    expect(shortcutOf(press('P'), false)).toBe('play');
    expect(shortcutOf(press('p'), true)).toBeNull();
    expect(shortcutOf(press('p', { ctrlKey: true }), false)).toBeNull();
    expect(shortcutOf(press('Enter'), false)).toBeNull();
  });

  it('repeats only what may be repeated', () => {
    expect(shortcutOf(press('p', { repeat: true }), false)).toBeNull();
    expect(shortcutOf(press('.', { repeat: true }), false)).toBe('later');
  });
});

describe('slots of the gallery', () => {
  it('never has more at a time than there is room for, and forgets nobody', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 30 }), async (givesUp) => {
        const slots = createSlots(3);
        let inside = 0;
        let served = 0;
        await Promise.all(
          givesUp.map(async (quits) => {
            const place = slots.take();
            if (quits) return place.release();
            await place.granted;
            inside += 1;
            served += 1;
            expect(inside).toBeLessThanOrEqual(3);
            await Promise.resolve();
            inside -= 1;
            place.release();
            place.release();
          }),
        );
        expect(served).toBe(givesUp.filter((quits) => !quits).length);
      }),
    );
  });
});

describe('data typed as JSON', () => {
  it('is given on only when it is an object', () => {
    expect(readData('{"a": 1}')).toEqual({ a: 1 });
    expect(readData('[1]')).toBeNull();
    expect(readData('{"a": 1')).toBeNull();
  });

  it('names what is wrong by its line', () => {
    expect(marksOf('{\n  "a": 1,\n}', [])[0]?.line).toBe(3);
    const typed = '{\n  "title": "x",\n  "parties": [\n    {},\n    { "name": 1 }\n  ]\n}';
    const problem = (field: string) => ({ code: 'data_invalid' as const, detail: 'is wrong', field });
    expect(marksOf(typed, [problem('title')])[0]?.line).toBe(2);
    expect(marksOf(typed, [problem('parties.1.name')])[0]?.line).toBe(5);
    // a field that is missing is looked for where it should stand
    expect(marksOf(typed, [problem('parties.0.name')])[0]?.line).toBe(4);
    expect(marksOf(typed, [])).toEqual([]);
  });
});

describe('acts', () => {
  it('sends goto and never delta', () => {
    expect(requestOf({ do: 'play', step: 2 }, true)).toEqual({ call: 'play', goto: 2, skipAnimation: true });
    expect(scheduled({ do: 'play', step: 2 }, 40, false)).toEqual({
      timestamp: 40,
      action: { type: 'playAction', params: { goto: 2, skipAnimation: false } },
    });
  });
});
