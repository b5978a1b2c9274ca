/** The rundown: cues written, edited, moved, deleted, numbered. */
import { describe, expect, it } from 'vitest';
import { MAX_CUE_NUMBER } from '../../core/schema/cue.ts';
import { getRow } from '../../core/table.ts';
import { cueId, makeCue, makeStation } from '../support/builders.ts';

const three = () => ({
  cues: [makeCue(), makeCue({ id: 'c2', number: 2 }), makeCue({ id: 'c3', number: 30 })],
});
const create = { type: 'cue.create', graphic: 'strap', layer: 'ticker', data: { headline: 'x' } };

describe('cue.create', () => {
  it('goes to the end with the next number', () => {
    const station = makeStation(three());
    const { answer } = station.do(create);
    expect(answer['number']).toBe(31);
    expect(station.state.show.rundown.at(-1)).toBe(answer['cueId']);
    expect(getRow(station.state.show.cues, String(answer['cueId']))).toMatchObject({
      layer: 'ticker',
      origin: 'live',
      autoOutMs: null,
      follow: false,
    });
  });

  it('goes where it is told, in one patch to the order', () => {
    const station = makeStation(three());
    const { answer, patches } = station.do({ ...create, index: 1, number: 12 });
    expect(station.state.show.rundown).toEqual(['c1', answer['cueId'], 'c2', 'c3']);
    expect(patches.filter(({ path }) => path[1] === 'rundown')).toHaveLength(1);
  });

  it('takes the lowest free number when the highest is given', () => {
    const station = makeStation({ cues: [makeCue(), makeCue({ id: 'c2', number: MAX_CUE_NUMBER })] });
    expect(station.do(create).answer['number']).toBe(2);
  });

  it('refuses a taken number and a template that is not installed', () => {
    const station = makeStation(three());
    expect(station.no({ ...create, number: 1 })).toMatchObject({
      code: 'number_taken',
      detail: 'The number 1 belongs to the cue “First”.',
    });
    expect(station.no({ ...create, graphic: 'nope' })).toMatchObject({
      code: 'graphic_unknown',
      detail: 'The template "nope" is not installed.',
    });
  });
});

describe('cue.edit', () => {
  it('changes the named fields only', () => {
    const station = makeStation(three());
    station.do({ type: 'cue.edit', cueId: 'c1', changes: { name: 'Renamed', follow: true } });
    expect(getRow(station.state.show.cues, 'c1')).toEqual(makeCue({ name: 'Renamed', follow: true }));
  });

  it('leaves no trace when it changes nothing', () => {
    const station = makeStation(three());
    const changes = { name: 'First', data: { headline: 'Polls have closed' } };
    expect(station.do({ type: 'cue.edit', cueId: 'c1', changes }).patches).toEqual([]);
    expect(station.do({ type: 'cue.move', cueId: 'c1', index: 0 }).patches).toEqual([]);
    expect(station.world.history.done).toEqual([]);
  });

  it('may keep its own number but not take another’s', () => {
    const station = makeStation(three());
    const edit = (changes: object) => ({ type: 'cue.edit', cueId: 'c1', changes });
    station.do(edit({ number: 1 }));
    expect(station.no(edit({ number: 2 })).code).toBe('number_taken');
    expect(station.no(edit({ graphic: 'nope' })).code).toBe('graphic_unknown');
    expect(station.no({ type: 'cue.edit', cueId: 'c9', changes: {} })).toMatchObject({
      code: 'cue_unknown',
      detail: 'There is no cue "c9" in this show.',
    });
  });
});

describe('cue.move and cue.delete', () => {
  it.each([
    [0, ['c3', 'c1', 'c2']],
    [1, ['c1', 'c3', 'c2']],
    [99, ['c1', 'c2', 'c3']],
  ])('moves to %i', (index, order) => {
    const station = makeStation(three());
    station.do({ type: 'cue.move', cueId: 'c3', index });
    expect(station.state.show.rundown).toEqual(order);
  });

  it('deletes the cue from the rundown and leaves air alone', () => {
    const station = makeStation(three());
    station.air('c2');
    const before = station.layer();
    station.do({ type: 'cue.delete', cueId: 'c2' });
    expect(station.state.show.rundown).toEqual(['c1', 'c3']);
    expect(getRow(station.state.show.cues, cueId('c2'))).toBeUndefined();
    expect(station.layer()).toBe(before);
    expect(station.no({ type: 'cue.delete', cueId: 'c2' }).code).toBe('cue_unknown');
    expect(station.no({ type: 'cue.move', cueId: 'c2', index: 0 }).code).toBe('cue_unknown');
  });
});

describe('commands from outside', () => {
  it.each([
    [null, 'bad_command', 'A command is a JSON object with a "type".'],
    [[], 'bad_command', 'A command is a JSON object with a "type".'],
    [{ type: 5 }, 'bad_command', 'A command is a JSON object with a "type".'],
    [{ type: 'cue.fly' }, 'unknown_command', 'There is no command "cue.fly".'],
    [{ type: 'constructor' }, 'unknown_command', 'There is no command "constructor".'],
  ])('refuses %j', (input, code, detail) => {
    const refusal = makeStation().no(input as never);
    expect(refusal).toMatchObject({ code, detail });
  });

  it('refuses what is nested too deep instead of running out of stack', () => {
    let nested: unknown = 'x';
    for (let i = 0; i < 50_000; i++) nested = [nested];
    expect(makeStation().no({ ...create, data: { nested } })).toMatchObject({
      code: 'bad_command',
      detail: 'cue.create: nested too deep.',
    });
  });

  it('drops a "__proto__" key on the way in', () => {
    const station = makeStation();
    const data: unknown = JSON.parse('{"headline":"x","__proto__":{"polluted":true}}');
    const { answer } = station.do({ ...create, data });
    expect(getRow(station.state.show.cues, String(answer['cueId']))?.data).toStrictEqual({ headline: 'x' });
  });
});
