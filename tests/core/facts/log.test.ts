/** The fact log's lines: one for each fact that a commit changed, with who, what, why, and the words from then on. */
import { expect, it } from 'vitest';
import { asStep, FactLine, factLines, firstLines } from '../../../core/facts/log.ts';
import { makeBoundCue, makeFact, makeStation, T0 } from '../../support/builders.ts';

const night = () =>
  makeStation({
    facts: [
      makeFact(),
      makeFact({ id: 'f2', seq: 2, approval: 'draft', approvedBy: null, author: 'ana' }),
      makeFact({ id: 'f3', seq: 3, approval: 'draft', approvedBy: null, author: 'ana' }),
    ],
    cues: [makeBoundCue()],
  });

function logging() {
  const station = night();
  return {
    station,
    log: (command: { type: string } & Record<string, unknown>, by = 'ben') => {
      const { state } = station;
      const { patches, answer } = station.do(command, by);
      return factLines(state, station.state, patches, asStep(command, answer), by, station.now);
    },
  };
}

it('tells what happened to a fact, by whom and why', () => {
  const { log } = logging();
  const [line, ...more] = log({
    type: 'fact.edit',
    factId: 'f1',
    changes: { note: 'x' },
    reason: 'Misheard',
  });
  expect(more).toEqual([]);
  expect(line).toMatchObject({
    factId: 'f1',
    at: T0,
    by: 'ben',
    event: 'edited',
    revision: 2,
    approval: 'draft',
    author: 'ben',
    approvedBy: null,
    reason: 'Misheard',
    via: null,
    content: { statement: 'Labour leads in Auckland Central.', note: 'x' },
  });
  expect(line?.content).not.toHaveProperty('author');
  expect(FactLine.parse(JSON.parse(JSON.stringify(line)))).toEqual(line);
  expect(JSON.stringify(line)).toMatch(/^\{"factId":"f1"/);
});

it('says of a jump in the history which way it went', () => {
  const { station, log } = logging();
  log({ type: 'fact.edit', factId: 'f1', changes: { note: 'x' } });
  log({ type: 'fact.approve', factId: 'f2' });
  const step = (id: number) =>
    log({ type: 'show.stepTo', id })
      .map((line) => `${line.factId} ${line.event}`)
      .sort();
  const last = station.world.history.done.at(-1)?.id ?? 0;
  expect(step(0)).toEqual(['f1 undone', 'f2 undone']);
  expect(step(last)).toEqual(['f1 redone', 'f2 redone']);
});

it('names every event', () => {
  const { log } = logging();
  const event = (command: { type: string } & Record<string, unknown>, by?: string) =>
    log(command, by).map((line) => `${line.factId} ${line.event}`);
  expect(event({ type: 'fact.create', factId: 'n1', kind: 'headline', statement: 'x' })).toEqual([
    'n1 written',
  ]);
  expect(event({ type: 'fact.approve', factId: 'f2' })).toEqual(['f2 approved']);
  expect(event({ type: 'show.undo' })).toEqual(['f2 undone']);
  expect(event({ type: 'show.redo' })).toEqual(['f2 redone']);
  const many = event({ type: 'fact.approveMany', factIds: ['f3', 'n1', 'f1'] }, 'olive');
  expect(many.sort()).toEqual(['f3 approved', 'n1 approved']);
  expect(event({ type: 'fact.lock', factId: 'f1', locked: true })).toEqual(['f1 locked']);
  expect(event({ type: 'fact.lock', factId: 'f1', locked: false })).toEqual(['f1 unlocked']);
  expect(event({ type: 'fact.supersede', factId: 'f1', by: 'f2' })).toEqual(['f1 superseded']);
  expect(event({ type: 'fact.withdraw', factId: 'f1' })).toEqual(['f1 withdrawn']);
  expect(event({ type: 'fact.create', factId: 'n2', kind: 'headline', statement: 'x' })).toEqual([
    'n2 written',
  ]);
  expect(event({ type: 'show.undo' })).toEqual(['n2 deleted']);
});

it('tells what was decided for each use', () => {
  const { station, log } = logging();
  station.air('c1');
  const uses = [{ cueId: 'c1', action: 'pull' }];
  expect(log({ type: 'fact.withdraw', factId: 'f1', reason: 'Wrong', uses })).toMatchObject([
    { event: 'withdrawn', reason: 'Wrong', decisions: uses },
  ]);
});

it('says nothing of what changes no fact', () => {
  const { log } = logging();
  expect(log({ type: 'cue.take', cueId: 'c1' })).toEqual([]);
  expect(log({ type: 'cue.edit', cueId: 'c1', changes: { name: 'x' } })).toEqual([]);
  expect(log({ type: 'fact.edit', factId: 'f1', changes: { note: null } })).toEqual([]);
});

it('begins with the facts that a show has already', () => {
  expect(firstLines([makeFact()])).toMatchObject([
    { event: 'written', at: T0 - 1000, by: 'ana', author: 'ana', approvedBy: 'ben', approval: 'approved' },
  ]);
});
