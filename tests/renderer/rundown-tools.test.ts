/** What the rundown works out on the desk: rows and folds, the filter, where a drop goes, how late it is. */
import { describe, expect, it } from 'vitest';
import {
  filterCues,
  isFiltering,
  NO_FILTER,
  segmentsOf,
  type CueFilter,
} from '../../renderer/rundown/filter.ts';
import { dropMove, stepMove } from '../../renderer/rundown/moves.ts';
import { lateBy, nextPlanned, secondsOfDay, secondsOfPlan, span } from '../../renderer/rundown/plan.ts';
import { rundownRows } from '../../renderer/rundown/rows.ts';
import { chosenCues, withoutHidden } from '../../renderer/rundown/rundown-ui.ts';
import { cueAfterRemoval } from '../../renderer/rundown/cue-actions.ts';
import { pastedLine } from '../../renderer/rundown/clipboard.ts';
import { readTime } from '../../renderer/inspector/CuePlan.tsx';
import { cueId, makeBoundCue, makeCue, makeFact, makeShow } from '../support/builders.ts';

/** A: 1 2 · B: 3 4 · no segment: 5. */
const show = makeShow({
  facts: [makeFact({ approval: 'draft', approvedBy: null, statement: 'Māori seats are all counted.' })],
  cues: [
    makeCue({ id: 'c1', number: 1, segment: 'A', colour: 'red' }),
    makeCue({ id: 'c2', number: 2, segment: 'A', skip: true, notes: 'Wait for the director' }),
    makeBoundCue('f1', { id: 'c3', number: 30, segment: 'B', layer: 'bug' }),
    makeCue({ id: 'c4', number: 4, segment: 'B', hold: true, planned: '21:05' }),
    makeCue({ id: 'c5', number: 5, planned: '00:10' }),
  ],
});
const ids = (...names: string[]) => names.map(cueId);
const of = (rows: ReturnType<typeof rundownRows>) =>
  rows.map((row) =>
    row.kind === 'cue' ? row.id : `${row.folded ? '+' : '-'}${row.title} ${row.cues.length}`,
  );

describe('rows', () => {
  it('have a heading for each run, with what stands below it', () => {
    expect(of(rundownRows(show))).toEqual(['-A 2', 'c1', 'c2', '-B 2', 'c3', 'c4', 'c5']);
  });

  it('fold, and a filter unfolds what it finds', () => {
    expect(of(rundownRows(show, new Set(['A'])))).toEqual(['+A 2', '-B 2', 'c3', 'c4', 'c5']);
    expect(of(rundownRows(show, new Set(['A']), new Set(ids('c2', 'c5'))))).toEqual(['-A 1', 'c2', 'c5']);
  });
});

describe('the filter', () => {
  const none = { refused: new Set<never>(), onAir: new Set<never>(), changed: new Set<never>() };
  const found = (changes: Partial<CueFilter>, known = {}) =>
    filterCues(show, { ...NO_FILTER, ...changes }, { ...none, ...known });

  it.each<[Partial<CueFilter>, string[]]>([
    [{ words: 'director' }, ['c2']],
    [{ words: 'maori SEATS' }, ['c3']],
    [{ words: '30' }, ['c3']],
    [{ words: '3' }, ['c3']],
    [{ colour: 'red' }, ['c1']],
    [{ layer: 'bug' }, ['c3']],
    [{ segment: 'B' }, ['c3', 'c4']],
    [{ standing: 'draft' }, ['c3']],
    [{ standing: 'skip' }, ['c2']],
    [{ standing: 'hold' }, ['c4']],
    [{ standing: 'planned', segment: 'B' }, ['c4']],
    [{ words: 'nowhere' }, []],
  ])('%j', (filter, cues) => {
    expect(found(filter)).toEqual(cues);
    expect(isFiltering({ ...NO_FILTER, ...filter })).toBe(true);
  });

  it('knows what is refused, on air, changed', () => {
    expect(found({ standing: 'refused' }, { refused: new Set(ids('c4')) })).toEqual(['c4']);
    expect(found({ standing: 'onAir' }, { onAir: new Set(ids('c1')) })).toEqual(['c1']);
    expect(found({ standing: 'changed' })).toEqual([]);
    expect(segmentsOf(show)).toEqual(['A', 'B']);
  });
});

describe('a drop', () => {
  const rows = rundownRows(show);
  const at = (gap: number, moved: string[], whole = false) =>
    dropMove(show, rows, gap, new Set(ids(...moved)), whole);

  it.each([
    [0, ['c4'], { index: 0, segment: '' }],
    [1, ['c4'], { index: 0, segment: 'A' }],
    [3, ['c4'], { index: 2, segment: 'A' }],
    [4, ['c1'], { index: 1, segment: 'B' }],
    [7, ['c1', 'c2'], { index: 3, segment: '' }],
  ])('before row %d of %j joins the segment above it', (gap, moved, move) => {
    expect(at(gap, moved)).toEqual(move);
  });

  it('of a whole segment breaks up no other one', () => {
    expect(at(5, ['c1', 'c2'], true)).toEqual({ index: 2 });
    expect(at(2, ['c3', 'c4'], true)).toEqual({ index: 2 });
    expect(at(0, ['c3', 'c4'], true)).toEqual({ index: 0 });
  });

  it('below a folded heading goes behind its cues', () => {
    const folded = rundownRows(show, new Set(['A']));
    expect(dropMove(show, folded, 1, new Set(ids('c5')), false)).toEqual({ index: 2, segment: 'A' });
  });
});

describe('a step by the keyboard', () => {
  it.each([
    [['c2'], -1, { index: 0, segment: 'A' }],
    [['c3'], -1, { index: 2, segment: 'A' }],
    [['c2'], 1, { index: 1, segment: 'B' }],
    [['c3', 'c4'], 1, { index: 2, segment: '' }],
    [['c1'], -1, null],
    [['c5'], 1, null],
  ] as const)('%j %d', (chosen, step, move) => {
    expect(stepMove(show, ids(...chosen), step)).toEqual(move);
  });
});

describe('the plan', () => {
  it('is held against the clock over midnight, and never more than six hours late', () => {
    expect(lateBy('21:05', secondsOfPlan('21:07:10'))).toBe(130);
    expect(lateBy('21:05', secondsOfPlan('20:59'))).toBe(-360);
    expect(lateBy('23:50', secondsOfPlan('00:00'))).toBe(600);
    expect(lateBy('00:10', secondsOfPlan('23:50'))).toBe(-1200);
    expect(lateBy('22:20', secondsOfPlan('10:03'))).toBe(-(12 * 60 + 17) * 60);
    expect(lateBy('19:00', secondsOfPlan('00:30'))).toBe(5.5 * 3600);
  });

  it('reads the clock in the zone of the show', () => {
    expect(secondsOfDay(Date.UTC(2008, 10, 8, 6, 5, 9), 'Pacific/Auckland')).toBe(19 * 3600 + 5 * 60 + 9);
  });

  it('looks from the pointer on, past what is skipped', () => {
    const cues = [
      { planned: '19:00', skip: false },
      { planned: null, skip: false },
      { planned: '20:00', skip: true },
      { planned: '21:00', skip: false },
    ];
    expect(nextPlanned(cues, 1)).toBe(cues[3]);
    expect(nextPlanned(cues, -1)).toBe(cues[0]);
    expect(nextPlanned(cues, 9)).toBe(null);
  });

  it.each([
    [65, '1:05'],
    [-3725, '1:02:05'],
  ])('%d s is %s', (seconds, words) => expect(span(seconds)).toBe(words));

  it.each([
    ['9:5', '09:05'],
    ['21.05', '21:05'],
    ['21:05:30', '21:05:30'],
    ['24:00', null],
    ['soon', null],
    ['', null],
  ])('%j is read as %j', (typed, time) => expect(readTime(typed)).toBe(time));
});

describe('choosing', () => {
  it('forgets what a filter has hidden, and keeps what was never in sight', () => {
    const chosen = new Set(ids('c1', 'c2', 'c9'));
    expect([...withoutHidden(chosen, ids('c1', 'c2', 'c3'), ids('c1', 'c3'))]).toEqual(ids('c1', 'c9'));
    expect(withoutHidden(chosen, ids('c1', 'c2'), ids('c1', 'c2', 'c3'))).toBe(chosen);
  });

  it('is of those chosen together only while the selected one is among them', () => {
    const chosen = new Set(ids('c1', 'c2'));
    expect(chosenCues({ cue: cueId('c2'), chosenCues: chosen })).toEqual(['c1', 'c2']);
    expect(chosenCues({ cue: cueId('c3'), chosenCues: chosen })).toEqual(['c3']);
    expect(chosenCues({ cue: null, chosenCues: chosen })).toEqual([]);
  });

  it('goes to the cue below what is removed, else above', () => {
    const all = ids('c1', 'c2', 'c3', 'c4');
    expect(cueAfterRemoval(all, ids('c1', 'c3'))).toBe('c4');
    expect(cueAfterRemoval(all, ids('c3', 'c4'))).toBe('c2');
    expect(cueAfterRemoval(all, all)).toBe(null);
  });
});

it('says in one line what came and what one must know of it', () => {
  const line = pastedLine({
    cueIds: ids('c1', 'c2'),
    draftFacts: 1,
    renumbered: 0,
    droppedCompanions: 2,
    missingGraphics: ['gone'],
  });
  expect(line).toBe(
    'Pasted 2 cues. Not installed here, so refused on air: gone. 1 fact came along as a draft: approve before air. 2 companions were not copied and left out.',
  );
});
