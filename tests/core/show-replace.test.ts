/** Going back to a version: what comes back, what stays, and that no revision number is given twice. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareShows } from '../../core/compare-shows.ts';
import { factLines } from '../../core/facts/log.ts';
import { ShowFile } from '../../core/schema/show-file.ts';
import type { Show } from '../../core/schema/show.ts';
import { emptyAir } from '../../core/state.ts';
import { allRows, getRow } from '../../core/table.ts';
import { makeCue, makeFact, makeStation } from '../support/builders.ts';

const parts = () => ({
  facts: [makeFact(), makeFact({ id: 'f2', seq: 2, statement: 'Second.' })],
  cues: [makeCue({ id: 'c1' }), makeCue({ id: 'c2', number: 2 }), makeCue({ id: 'c3', number: 3 })],
});
const fact = (show: Show, id = 'f1') => getRow(show.facts, id);

describe('show.replace', () => {
  it('brings the words back under a number of their own, and is one step of undo', () => {
    const station = makeStation(parts());
    const version = station.state.show;
    station.do({ type: 'fact.edit', factId: 'f1', changes: { statement: 'Wrong.' } });
    station.do({ type: 'fact.create', factId: 'f3', kind: 'headline', statement: 'New.' });
    station.do({ type: 'cue.delete', cueId: 'c2' });
    station.do({ type: 'cue.move', cueId: 'c3', index: 0 });
    const edited = station.state.show;
    station.do({ type: 'show.replace', show: version }, 'station');
    const back = station.state.show;
    expect(fact(back)).toMatchObject({ statement: 'Labour leads in Auckland Central.', revision: 3 });
    expect(fact(back, 'f2')).toEqual(fact(version, 'f2'));
    expect(fact(back, 'f3')).toBeUndefined();
    expect(back.rundown).toEqual(version.rundown);
    expect(compareShows(version, back)).toEqual({
      facts: [],
      cues: [],
      order: [],
      parties: [],
      settings: [],
    });

    station.do({ type: 'show.undo' });
    expect(compareShows(edited, station.state.show).facts).toEqual([]);
    expect(station.state.show.rundown).toEqual(edited.rundown);
    // 3 was the version's for a while: it is not given again
    station.do({ type: 'fact.edit', factId: 'f1', changes: { statement: 'Right.' } });
    expect(fact(station.state.show)).toMatchObject({ revision: 4 });
    station.do({ type: 'fact.edit', factId: 'f3', changes: { statement: 'Newer.' } });
    expect(fact(station.state.show, 'f3')).toMatchObject({ revision: 2 });
  });

  it('what was withdrawn since stays withdrawn', () => {
    const station = makeStation(parts());
    const version = station.state.show;
    station.do({ type: 'fact.withdraw', factId: 'f1', reason: 'It was not so.' });
    const { answer } = station.do({ type: 'show.replace', show: version });
    expect(answer['kept']).toEqual(['f1']);
    expect(fact(station.state.show)).toMatchObject({ approval: 'withdrawn' });
  });

  it('outputs and the show’s id are of this place', () => {
    const station = makeStation(parts());
    const version = { ...station.state.show, id: 'another', outputs: [], title: 'Then' };
    const { id, outputs } = station.state.show;
    station.do({ type: 'show.replace', show: version });
    expect(station.state.show).toMatchObject({ id, outputs, title: 'Then' });
  });

  it('is refused on air and in rehearsal', () => {
    const station = makeStation(parts());
    const { show } = station.state;
    station.air('c1');
    expect(station.no({ type: 'show.replace', show }).code).toBe('on_air');
    station.do({ type: 'air.panic' });
    station.do({ type: 'mode.set', mode: 'rehearsal' });
    expect(station.no({ type: 'show.replace', show }).code).toBe('rehearsing');
  });

  it('the fact log says who went back', () => {
    const station = makeStation(parts());
    const { show } = station.state;
    station.do({ type: 'fact.edit', factId: 'f1', changes: { statement: 'Wrong.' } });
    const before = station.state;
    const { patches } = station.do({ type: 'show.replace', show });
    const lines = factLines(before, station.state, patches, { type: 'show.replace' }, 'ana', 5);
    expect(lines).toMatchObject([{ factId: 'f1', event: 'restored', by: 'ana', revision: 3 }]);
  });

  it('whatever was edited, undone and gone back to, a number never stands for two wordings', () => {
    const act = fc.oneof(
      fc.record({ do: fc.constant('edit' as const), n: fc.nat(3) }),
      fc.record({ do: fc.constantFrom('undo', 'redo', 'keep') }),
      fc.record({ do: fc.constant('back' as const), n: fc.nat(3) }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        const station = makeStation(parts());
        const versions: Show[] = [station.state.show];
        const said = new Map<number, string>();
        for (const one of acts) {
          const n = 'n' in one ? one.n : 0;
          const { done, undone } = station.world.history;
          if (one.do === 'edit')
            station.do({ type: 'fact.edit', factId: 'f1', changes: { statement: `Words ${n}.` } });
          else if (one.do === 'keep') versions.push(station.state.show);
          else if (one.do === 'undo' && done.length > 0) station.do({ type: 'show.undo' });
          else if (one.do === 'redo' && undone.length > 0) station.do({ type: 'show.redo' });
          else if (one.do === 'back')
            station.do({ type: 'show.replace', show: versions[n % versions.length] ?? station.state.show });
          const { revision = 0, statement = '' } = fact(station.state.show) ?? {};
          expect(said.get(revision) ?? statement).toBe(statement);
          said.set(revision, statement);
        }
      }),
    );
  });

  it('leaves a show that can be saved', () => {
    const station = makeStation(parts());
    const { show } = station.state;
    station.do({ type: 'cue.delete', cueId: 'c1' });
    station.do({ type: 'show.replace', show });
    const file = { format: 1, revision: 1, savedAt: '', show: station.state.show, air: emptyAir() };
    expect(ShowFile.safeParse(file).success).toBe(true);
    expect(allRows(station.state.show.cues)).toHaveLength(3);
  });
});
