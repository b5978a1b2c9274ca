/** What the rundown, the layers and the palette say. */
import { describe, expect, test } from 'vitest';
import { createCueViews } from '../../renderer/client/cue-views.ts';
import { findEntries, MOST, type Entry } from '../../renderer/dialogs/palette-entries.ts';
import { layerForNew } from '../../renderer/dialogs/new-cue-layer.ts';
import { countdown, layerLine, span } from '../../renderer/layers/layer-lines.ts';
import { factsMark } from '../../renderer/rundown/facts-mark.ts';
import { neighbourOf, onAirByCue, rundownRows } from '../../renderer/rundown/rows.ts';
import { lastRefusal } from '../../renderer/status/last-refusal.ts';
import { offsetsOf, rowAt } from '../../renderer/ui/offsets.ts';
import {
  cueId,
  graphicsOf,
  makeBoundCue,
  makeCue,
  makeFact,
  makeShow,
  makeState,
  makeStation,
  T0,
} from '../support/builders.ts';

const [a, b, c] = [cueId('a'), cueId('b'), cueId('c')];

test('a heading stands before every segment', () => {
  const cues = [
    makeCue({ id: 'a', number: 1, segment: 'Opening' }),
    makeCue({ id: 'b', number: 2, segment: 'Opening' }),
    makeCue({ id: 'c', number: 3, segment: 'Count' }),
  ];
  const rows = rundownRows(makeShow({ cues }));
  expect(rows.map((row) => (row.kind === 'cue' ? row.id : row.title))).toEqual([
    'Opening',
    'a',
    'b',
    'Count',
    'c',
  ]);
});

test('the selection moves by one and stays at the ends', () => {
  expect(neighbourOf([a, b, c], b, 1)).toBe('c');
  expect(neighbourOf([a, b, c], c, 1)).toBe('c');
  expect(neighbourOf([a, b, c], a, -1)).toBe('a');
  expect(neighbourOf([a, b, c], null, 1)).toBe('a');
  expect(neighbourOf([a, b, c], cueId('gone'), -1)).toBe('c');
  expect(neighbourOf([], null, 1)).toBeNull();
});

describe('what a cue is on air', () => {
  const station = makeStation({ cues: [makeCue(), makeCue({ id: 'c2', number: 2 })] });
  const marks = (id: string) => onAirByCue(station.state.air).get(id)?.marks ?? [];
  test('runs from preview to air and off', () => {
    station.do({ type: 'cue.recall', number: 1 });
    expect(marks('c1')).toEqual(['pvw']);
    station.report('armed', station.layer().armed?.instance ?? '');
    expect(marks('c1')).toEqual(['pvw', 'armed']);
    const { answer } = station.do({ type: 'cue.take' });
    expect(marks('c1')).toEqual(['coming']);
    expect(marks('c2')).toEqual(['pvw']);
    station.report('on', String(answer['instance']));
    expect(marks('c1')).toEqual(['on']);
    station.do({ type: 'layer.out' });
    expect(marks('c1')).toEqual(['going']);
  });
  test('a layer says the same', () => {
    expect(layerLine(station.layer()).state).toBe('going');
    expect(layerLine(station.layer('bug')).item).toBeNull();
  });
});

test('times on air', () => {
  expect(span(7_400)).toBe('0:07');
  expect(span(754_000)).toBe('12:34');
  expect(span(3_723_000)).toBe('1:02:03');
  expect(span(-50)).toBe('0:00');
  expect(countdown(200)).toBe('0:01');
});

describe('a cue’s view', () => {
  const views = createCueViews();
  const graphics = graphicsOf();
  const cue = makeBoundCue();
  const stateWith = (over: Record<string, unknown>) => makeState({ facts: [makeFact(over)], cues: [cue] });
  test('is the same object while nothing that it is made of changes', () => {
    const state = stateWith({});
    expect(views({ ...state, air: { ...state.air } }, graphics, cue, T0)).toBe(
      views(state, graphics, cue, T0 + 1000),
    );
  });
  test('says the first thing that keeps it off air', () => {
    expect(factsMark(views(stateWith({}), graphics, cue, T0)).word).toBe('APPROVED');
    expect(factsMark(views(stateWith({ approval: 'draft' }), graphics, cue, T0)).word).toBe('DRAFT');
    expect(factsMark(views(stateWith({ approval: 'withdrawn' }), graphics, cue, T0)).word).toBe('WITHDRAWN');
  });
  test('is looked at again when an embargo ends', () => {
    const state = stateWith({ embargoUntil: new Date(T0 + 60_000).toISOString() });
    expect(factsMark(views(state, graphics, cue, T0)).word).toBe('EMBARGOED');
    expect(factsMark(views(state, graphics, cue, T0 + 59_000)).word).toBe('EMBARGOED');
    expect(factsMark(views(state, graphics, cue, T0 + 60_000)).word).toBe('APPROVED');
  });
});

describe('the palette', () => {
  const entries: Entry[] = [
    { kind: 'action', action: 'clear', title: 'Clear', cap: '⇧ Esc' },
    { kind: 'cue', id: a, number: 112, title: 'Turnout', detail: 'TURNOUT 78%' },
    { kind: 'cue', id: b, number: 12, title: 'Te Pāti Māori', detail: '2.6%' },
  ];
  const titles = (query: string) => findEntries(entries, query).map((entry) => entry.title);
  test('finds by words without their macrons', () => expect(titles('maori pati')).toEqual(['Te Pāti Māori']));
  test('puts the cue of that very number first', () =>
    expect(titles('12')).toEqual(['Te Pāti Māori', 'Turnout']));
  test('puts the command of that very name first', () => {
    const called = (title: string): Entry => ({ kind: 'extra', id: title, title, run: () => undefined });
    const keys = [called('Keys to the layer below'), called('Keys…'), called('Keyboard')];
    expect(findEntries(keys, 'keys')[0]?.title).toBe('Keys…');
  });
  test('offers all for nothing, up to a limit', () => {
    expect(titles('')).toEqual(['Clear', 'Turnout', 'Te Pāti Māori']);
    const many = Array.from({ length: 500 }, (): Entry => ({
      kind: 'action',
      action: 'clear',
      title: 'x',
      cap: '',
    }));
    expect(findEntries(many, 'x')).toHaveLength(MOST);
  });
});

test('a new cue goes where its template was last, else where its name says', () => {
  const show = makeShow({ cues: [makeCue({ layer: 'ticker' })] });
  expect(layerForNew(show, { id: 'strap', name: 'Strap' })).toBe('ticker');
  expect(layerForNew(show, { id: 'x', name: 'Lower third: name' })).toBe('lower-third');
  expect(layerForNew(show, { id: 'count-bug', name: '' })).toBe('bug');
  expect(layerForNew(show, { id: 'seat-arc', name: 'Seat arc' })).toBe('fullframe');
});

test('the newest refusal is shown, and one’s own only once', () => {
  const theirs = {
    at: T0,
    by: 'olive',
    command: 'cue.take',
    code: 'fact_draft' as const,
    detail: 'not approved',
  };
  const own = { at: T0 + 4, code: 'fact_draft', detail: 'not approved' };
  expect(lastRefusal(null, null)).toBeNull();
  expect(lastRefusal(theirs, own)?.by).toBe('olive');
  expect(lastRefusal(theirs, { at: T0 + 60_000, code: 'locked', detail: 'locked' })?.code).toBe('locked');
  expect(lastRefusal({ ...theirs, at: T0 + 60_000 }, { ...own, detail: 'other' })?.detail).toBe(
    'not approved',
  );
});

test('rows of different heights are found by where they lie', () => {
  const offsets = offsetsOf([28, 46, 46, 28, 46], (height) => height);
  expect([...offsets]).toEqual([0, 28, 74, 120, 148, 194]);
  expect([0, 27, 28, 119, 120, 193, 5000, -9].map((y) => rowAt(offsets, y))).toEqual([
    0, 0, 1, 2, 3, 4, 4, 0,
  ]);
  expect(
    rowAt(
      offsetsOf([], () => 1),
      10,
    ),
  ).toBe(0);
});
