/** The two-minute tour goes on when a step was really done, and help finds its pages. */
import { describe, expect, test } from 'vitest';
import { CueId } from '../../core/ids.ts';
import { allTopics } from '../../renderer/help/all-topics.ts';
import { arrange, findTopics, PLACES, TROUBLES } from '../../renderer/help/topics.ts';
import { KEYS } from '../../renderer/keys/keys.ts';
import { english } from '../../renderer/text.ts';
import { isDone, memoryOf, STEP_IDS, stepsFor, TEN_KEYS, type World } from '../../renderer/tour/steps.ts';
import { marksIn } from '../../renderer/ui/KeyedText.tsx';

const calm: World = { mode: 'rehearsal', cued: null, takenAt: null, up: [], tab: 'rundown' };
const up = { instance: 'i-1', step: 0, dataVersion: 1 };
const cued = (id: string): World => ({ ...calm, cued: CueId.parse(id) });

describe('a step is done', () => {
  test('when another cue came to preview, and not when the same one stays', () => {
    expect(isDone('recall', calm, cued('one'))).toBe(true);
    expect(isDone('read', cued('one'), cued('one'))).toBe(false);
    expect(isDone('read', cued('one'), cued('two'))).toBe(true);
    expect(isDone('recall', cued('one'), calm)).toBe(false);
  });

  test('when something was taken', () => {
    expect(isDone('take', calm, calm)).toBe(false);
    expect(isDone('take', calm, { ...calm, takenAt: 5 })).toBe(true);
    expect(isDone('take', { ...calm, takenAt: 5 }, { ...calm, takenAt: 5 })).toBe(false);
  });

  test('when what was up went a step on, was updated, or left', () => {
    const before = { ...calm, up: [up] };
    expect(isDone('continue', before, { ...calm, up: [{ ...up, step: 1 }] })).toBe(true);
    expect(isDone('continue', before, { ...calm, up: [{ ...up, instance: 'i-2', step: 1 }] })).toBe(false);
    expect(isDone('update', before, { ...calm, up: [{ ...up, dataVersion: 2 }] })).toBe(true);
    expect(isDone('update', before, before)).toBe(false);
    expect(isDone('out', before, calm)).toBe(true);
    expect(isDone('out', calm, calm)).toBe(false);
  });

  test('when the mode is the one that was asked for', () => {
    expect(isDone('rehearse', calm, calm)).toBe(true);
    expect(isDone('live', calm, calm)).toBe(false);
    expect(isDone('live', calm, { ...calm, mode: 'live' })).toBe(true);
  });
});

test('without a graphic that has steps, nothing asks to continue', () => {
  expect(stepsFor(false)).not.toContain('continue');
  expect(stepsFor(true)).toEqual(STEP_IDS);
});

test('it is taken up where it was left', () => {
  expect(memoryOf('update')).toBe('update');
  expect(memoryOf('left')).toBe('left');
  expect(memoryOf('something of a later version')).toBe(null);
});

test('every key that a text shows is a key', () => {
  const actions = new Set<string>(KEYS.map(({ action }) => action));
  const given = new Set(['first', 'second']);
  const texts = [
    ...Object.values(english.tour.steps).map(({ body }) => body),
    ...allTopics().flatMap(({ paragraphs }) => paragraphs),
  ];
  const unknown = texts.flatMap(marksIn).filter((mark) => !actions.has(mark) && !given.has(mark));
  expect(unknown).toEqual([]);
  expect(TEN_KEYS.every((action) => actions.has(action))).toBe(true);
});

describe('help', () => {
  const topics = allTopics();

  test('begins with where one is and with what goes wrong there', () => {
    const [first, second] = arrange(topics, 'outputs');
    expect(first).toMatchObject({ id: 'place:outputs', group: 'here' });
    expect(second).toMatchObject({ id: 'trouble:display', group: 'here' });
    expect(arrange(topics, 'outputs')).toHaveLength(topics.length);
  });

  test('has a page for every part of the desk and every trouble', () => {
    const ids = topics.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(PLACES.map((place) => `place:${place}`)));
    expect(ids).toEqual(expect.arrayContaining(TROUBLES.map((trouble) => `trouble:${trouble}`)));
  });

  test('finds all words in any order, titles first', () => {
    expect(findTopics(topics, 'air NAME wrong')[0]?.id).toBe('trouble:wrongName');
    expect(findTopics(topics, 'hangs')[0]?.id).toBe('trouble:hangs');
    expect(findTopics(topics, 'zebra')).toEqual([]);
    expect(findTopics(topics, ' ')).toEqual(topics);
  });
});
