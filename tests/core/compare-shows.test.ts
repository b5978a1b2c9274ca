/** What differs between two shows, as a person reads it. */
import { describe, expect, it } from 'vitest';
import { compareShows, isSameShow } from '../../core/compare-shows.ts';
import { makeCue, makeFact, makeParty, makeShow, makeStation } from '../support/builders.ts';

const cues = [1, 2, 3, 4, 5].map((n) => makeCue({ id: `c${n}`, number: n, name: `Cue ${n}` }));

describe('compareShows', () => {
  it('nothing differs from itself, or from a copy', () => {
    const show = makeShow({ facts: [makeFact()], cues });
    expect(isSameShow(compareShows(show, show))).toBe(true);
    expect(isSameShow(compareShows(show, structuredClone(show)))).toBe(true);
  });

  it('facts and cues: made, changed and removed, field by field', () => {
    const station = makeStation({ facts: [makeFact(), makeFact({ id: 'f2', seq: 2 })], cues });
    const before = station.state.show;
    station.do({ type: 'fact.edit', factId: 'f1', changes: { statement: 'Labour leads.' } });
    station.do({ type: 'fact.create', factId: 'f3', kind: 'headline', statement: 'New.' });
    station.do({ type: 'cue.edit', cueId: 'c2', changes: { name: 'Other', autoOutMs: 5000 } });
    station.do({ type: 'cue.delete', cueId: 'c5' });
    const { facts, cues: changed, order } = compareShows(before, station.state.show);
    expect(facts.map(({ id, what }) => [id, what])).toEqual([
      ['f1', 'changed'],
      ['f3', 'made'],
    ]);
    expect(facts[0]?.fields).toContainEqual({
      path: 'statement',
      title: 'Statement',
      from: 'Labour leads in Auckland Central.',
      to: 'Labour leads.',
    });
    // no longer approved: that is seen too
    expect(facts[0]?.fields).toContainEqual({
      path: 'approval',
      title: 'Approval',
      from: 'approved',
      to: 'draft',
    });
    expect(changed).toMatchObject([
      {
        id: 'c2',
        what: 'changed',
        title: '2 Other',
        fields: [
          { path: 'name', title: 'Name', from: 'Cue 2', to: 'Other' },
          { path: 'autoOutMs', title: 'Auto out ms', from: null, to: '5,000' },
        ],
      },
      { id: 'c5', what: 'removed', title: '5 Cue 5' },
    ]);
    expect(order).toEqual([]);
    // the other way round, what was made is removed
    const back = compareShows(station.state.show, before);
    expect(back.facts.map(({ id, what }) => [id, what])).toEqual([
      ['f1', 'changed'],
      ['f3', 'removed'],
    ]);
  });

  it('a cue that was moved is one move, and not a shift of all the others', () => {
    const show = makeShow({ cues });
    const moved = { ...show, rundown: [4, 0, 1, 2, 3].flatMap((i) => show.rundown[i] ?? []) };
    expect(compareShows(show, moved).order).toEqual([{ id: 'c5', title: '5 Cue 5', from: 5, to: 1 }]);
  });

  it('parties, settings and outputs by their names', () => {
    const show = makeShow({ parties: [makeParty('red'), makeParty('blue')] });
    const other = {
      ...show,
      title: 'Second night',
      settings: { ...show.settings, frameRate: 60 as const },
      parties: {
        byId: { ...show.parties.byId, red: makeParty('red', { colour: '#ff0000' }) },
        order: show.parties.order,
      },
    };
    const { parties, settings } = compareShows(show, other);
    expect(parties).toEqual([
      {
        id: 'red',
        what: 'changed',
        title: 'The red party',
        fields: [{ path: 'colour', title: 'Colour', from: '#aa2233', to: '#ff0000' }],
      },
    ]);
    expect(settings).toEqual([
      { path: 'title', title: 'Title', from: 'Test night', to: 'Second night' },
      { path: 'settings.frameRate', title: 'Settings · frame rate', from: '50', to: '60' },
    ]);
  });
});
