/** Cues that are copied and pasted: numbers, company and facts of their own, and nothing cleared for air on the way. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipOf, readClip, type Clip } from '../../core/clip.ts';
import { gate } from '../../core/gate.ts';
import { allRows, getRow } from '../../core/table.ts';
import {
  cueId,
  makeBoundCue,
  makeCue,
  makeFact,
  makeStation,
  type FakeStation,
} from '../support/builders.ts';
import { ALL_AUTO, deliver, EARLY, fact, item, withFeed } from '../support/feed.ts';

const night = () => ({
  facts: [makeFact(), makeFact({ id: 'f2', seq: 2, statement: 'National leads.' })],
  cues: [
    makeCue({ id: 'c1', number: 1, with: [{ cue: 'c3' }, { cue: 'c4', afterMs: 100 }] }),
    makeBoundCue('f1', { id: 'c2', number: 2 }),
    makeCue({ id: 'c3', number: 3, layer: 'bug' }),
    makeCue({ id: 'c4', number: 40, layer: 'ticker' }),
  ],
});

function copy({ state }: FakeStation, ids: readonly string[]): Clip {
  const clip = clipOf(state.show, ids.map(cueId));
  if (!clip) throw new Error('nothing was copied');
  // through text, as the clipboard has it
  const read = readClip(JSON.parse(JSON.stringify(clip)));
  if (!read.ok) throw new Error(read.why);
  return read.clip;
}

/** As it comes from another show. */
const elsewhere = (clip: Clip): Clip => ({ ...clip, from: { show: 'another', title: 'Another' } });
const paste = (clip: object, more: object = {}) => ({ type: 'cue.paste', clip, ...more });
const pasted = (station: FakeStation, answer: Record<string, unknown>) =>
  (answer['cueIds'] as string[]).map((id) => {
    const cue = getRow(station.state.show.cues, id);
    if (!cue) throw new Error(`no cue ${id}`);
    return cue;
  });

describe('cue.paste', () => {
  it('gives new ids, keeps free numbers, and goes where it is told in one patch to the order', () => {
    const source = makeStation(night());
    const target = makeStation({ cues: [makeCue({ id: 'c1', number: 3 })] });
    const { answer, patches } = target.do(paste(elsewhere(copy(source, ['c4', 'c3', 'c2'])), { index: 0 }));
    const made = pasted(target, answer);
    expect(made.map(({ number }) => number)).toEqual([2, 4, 40]);
    expect(answer['renumbered']).toBe(1);
    expect(target.state.show.rundown).toEqual([...made.map(({ id }) => id), 'c1']);
    expect(patches.filter(({ path }) => path[1] === 'rundown')).toHaveLength(1);
    target.do({ type: 'show.undo' });
    expect(target.state.show.rundown).toEqual(['c1']);
    expect(allRows(target.state.show.facts)).toEqual([]);
  });

  it('rewires company within the clip, and drops the rest with a word', () => {
    const source = makeStation(night());
    const target = makeStation();
    const { answer } = target.do(paste(elsewhere(copy(source, ['c1', 'c3']))));
    const [lead, friend] = pasted(target, answer);
    expect(lead?.with).toEqual([{ cue: friend?.id, afterMs: 0 }]);
    expect(answer['droppedCompanions']).toBe(1);
    // at home those who are still there go on coming along
    const home = source.do(paste(copy(source, ['c1'])));
    expect(pasted(source, home.answer)[0]?.with).toHaveLength(2);
    expect(home.answer['droppedCompanions']).toBe(0);
  });

  it('binds to a fact with the same id and words; any other comes along as a draft that no take gets past', () => {
    const source = makeStation(night());
    const clip = elsewhere(copy(source, ['c2']));
    const same = makeStation({ facts: [makeFact()] });
    expect(same.do(paste(clip)).answer['draftFacts']).toBe(0);
    expect(allRows(same.state.show.facts)).toHaveLength(1);

    const other = makeStation({ facts: [makeFact({ statement: 'Something else.' })] });
    const { answer } = other.do(paste(clip), 'ben');
    const [cue] = pasted(other, answer);
    const binding = cue?.bindings['headline'];
    const brought = binding && 'fact' in binding ? getRow(other.state.show.facts, binding.fact) : undefined;
    expect(answer['draftFacts']).toBe(1);
    expect(brought).toMatchObject({
      statement: 'Labour leads in Auckland Central.',
      approval: 'draft',
      approvedBy: null,
      author: 'ben',
      seq: 2,
    });
    expect(brought?.id).not.toBe('f1');
    if (!cue) throw new Error('nothing was pasted');
    const { problems } = gate(other.state.show, cue, other.graphics, 'live', other.now);
    expect(problems.map(({ code }) => code)).toEqual(['fact_draft']);
  });

  it('in the same show a fact whose words have moved on is the same fact', () => {
    const station = makeStation(night());
    const clip = copy(station, ['c2']);
    station.do({ type: 'fact.edit', factId: 'f1', changes: { statement: 'Labour leads by 12.' } });
    expect(station.do(paste(clip)).answer['draftFacts']).toBe(0);
  });

  it('keeps a cue whose template is missing, and names it', () => {
    const source = makeStation({ cues: [makeCue({ graphic: 'gone-graphic' })] });
    const target = makeStation();
    const { answer } = target.do(paste(elsewhere(copy(source, ['c1']))));
    expect(answer['missingGraphics']).toEqual(['gone-graphic']);
    const refused = target.no({ type: 'cue.take', cueId: String((answer['cueIds'] as string[])[0]) });
    expect(refused.detail).toContain('"gone-graphic" is not installed');
  });

  it('washes nothing that was made in rehearsal', () => {
    const source = makeStation({
      facts: [makeFact({ id: 'rh-fact-1', origin: 'rehearsal' })],
      cues: [makeBoundCue('rh-fact-1', { origin: 'rehearsal' }), makeCue({ id: 'rh-c9', number: 9 })],
    });
    const target = makeStation();
    const { answer } = target.do(paste(elsewhere(copy(source, ['c1', 'rh-c9']))));
    expect(pasted(target, answer).map(({ origin }) => origin)).toEqual(['rehearsal', 'rehearsal']);
    expect(allRows(target.state.show.facts).map(({ origin }) => origin)).toEqual(['rehearsal']);
    for (const { id } of pasted(target, answer))
      expect(target.no({ type: 'cue.take', cueId: id }).problems?.map(({ code }) => code)).toContain(
        'rehearsal_data',
      );
  });

  it('takes no name that the real count will have, and gives what was rehearsed names that nobody washes', () => {
    const id = 'ec.party-national';
    const source = makeStation({
      facts: [makeFact({ id, origin: 'rehearsal' })],
      cues: [makeBoundCue(id, { id: 'c1', origin: 'rehearsal' })],
    });
    const target = withFeed(ALL_AUTO);
    const { answer } = target.do(paste(elsewhere(copy(source, ['c1']))));
    for (const row of [...pasted(target, answer), ...allRows(target.state.show.facts)])
      expect(row.id).toMatch(/^rh-/);
    deliver(target, item(EARLY));
    expect(fact(target)).toMatchObject({ origin: 'live', approval: 'approved' });
  });

  it('refuses two of one id, and too many', () => {
    const station = makeStation(night());
    const clip = copy(station, ['c2']);
    const twice = { ...clip, cues: [...clip.cues, ...clip.cues] };
    expect(station.no(paste(twice)).code).toBe('clip_wrong');
    expect(station.no(paste({ ...clip, cues: [] })).code).toBe('bad_command');
  });

  it('pastes 2,000 with their facts as one step', () => {
    const facts = Array.from({ length: 2000 }, (_, i) => makeFact({ id: `f${i}`, seq: i + 1 }));
    const cues = facts.map(({ id }, i) => makeBoundCue(id, { id: `c${i}`, number: i + 1 }));
    const clip = elsewhere(
      copy(
        makeStation({ facts, cues }),
        cues.map(({ id }) => id),
      ),
    );
    const target = makeStation(night());
    const { answer } = target.do(paste(clip, { index: 1 }));
    expect(answer['cueIds']).toHaveLength(2000);
    expect(target.world.history.done).toHaveLength(1);
    expect(new Set(allRows(target.state.show.cues).map(({ number }) => number)).size).toBe(2004);
    target.do({ type: 'show.undo' });
    expect(target.state.show.rundown).toEqual(makeStation(night()).state.show.rundown);
  });

  it('for any choice of cues: unique numbers, no company outside the show, undo gives back the rest', () => {
    const choice = fc.subarray(['c1', 'c2', 'c3', 'c4'], { minLength: 1 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ choice, home: fc.boolean(), at: fc.nat(6) }), { maxLength: 5 }),
        (steps) => {
          const source = makeStation(night());
          const station = makeStation(night());
          const before = station.state;
          for (const { choice: ids, home, at } of steps) {
            const clip = copy(source, ids);
            station.do(
              paste(home ? { ...clip, from: { show: station.state.show.id, title: '' } } : elsewhere(clip), {
                index: at,
              }),
            );
            const rows = allRows(station.state.show.cues);
            expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length);
            expect(station.state.show.rundown.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
            for (const { with: company } of rows)
              for (const { cue } of company) expect(getRow(station.state.show.cues, cue)).toBeDefined();
          }
          for (const _ of steps) station.do({ type: 'show.undo' });
          expect(station.state.show.cues).toEqual(before.show.cues);
          expect(station.state.show.rundown).toEqual(before.show.rundown);
          expect(station.state.air).toEqual(before.air);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('readClip', () => {
  it.each([
    ['not_cues', { hello: 1 }],
    ['not_cues', null],
    ['newer', { tallydesk: 'cues', format: 99 }],
    ['damaged', { tallydesk: 'cues', format: 1, cues: [] }],
  ])('%s', (why, value) => {
    expect(readClip(value)).toEqual({ ok: false, why });
  });
});
