/** A show made of another: nothing of a rehearsal in it, and nothing that points at what was left behind. */
import { expect, it } from 'vitest';
import { showFromTemplate } from '../../core/show-template.ts';
import { allRows, getRow } from '../../core/table.ts';
import { makeCue, makeFact, makeShow } from '../support/builders.ts';

const made = (keepCues: boolean) => {
  const show = makeShow({
    facts: [makeFact(), makeFact({ id: 'rh-fact-1', seq: 2 })],
    cues: [
      makeCue({ id: 'c1', number: 1, with: [{ cue: 'c2' }, { cue: 'rh-c3' }] }),
      makeCue({ id: 'c2', number: 2, layer: 'bug' }),
      // called live by somebody who edited the file
      makeCue({ id: 'rh-c3', number: 3, layer: 'ticker' }),
    ],
  });
  show.keys.functions = { F1: { cue: makeCue({ id: 'c1' }).id }, F2: { action: 'clear' } };
  return showFromTemplate(show, { id: 'new', title: 'New', keepFacts: true, keepCues });
};

it('leaves behind what was rehearsed, and the company that it was', () => {
  const show = made(true);
  expect(allRows(show.facts).map(({ id }) => id)).toEqual(['f1']);
  expect(show.rundown).toEqual(['c1', 'c2']);
  expect(getRow(show.cues, 'c1')?.with.map(({ cue }) => cue)).toEqual(['c2']);
});

it('keeps the function keys of cues that come along, and of commands', () => {
  expect(Object.keys(made(true).keys.functions)).toEqual(['F1', 'F2']);
  expect(Object.keys(made(false).keys.functions)).toEqual(['F2']);
});
