/** The take right: who may send what to air while one desk holds it. */
import { describe, expect, it } from 'vitest';
import { commandDefs } from '../../core/commands/registry.ts';
import { afterRestart } from '../../core/playout.ts';
import { makeContext, makeCue, makeStation, send, type FakeStation } from '../support/builders.ts';

const SEATS = [
  { seat: 'a', user: 'Ana' },
  { seat: 'b', user: 'Ben' },
];

const night = () => makeStation({ cues: [makeCue(), makeCue({ id: 'c2', number: 2 })] });

/** As the station hands a desk's command on. */
function from(
  station: FakeStation,
  seat: string | undefined,
  command: { type: string } & Record<string, unknown>,
) {
  const actor = SEATS.find((one) => one.seat === seat)?.user ?? 'api';
  const outcome = send(
    station.world,
    command,
    makeContext({ now: station.now, actor, seats: SEATS, ...(seat === undefined ? {} : { seat }) }),
  );
  if (outcome.ok) station.world = outcome.world;
  return outcome;
}

const code = (outcome: ReturnType<typeof from>) => (outcome.ok ? 'ok' : outcome.code);

describe('the take right', () => {
  it('is nobody’s at first: every desk may take', () => {
    const station = night();
    expect(code(from(station, 'a', { type: 'cue.take', cueId: 'c1' }))).toBe('ok');
    expect(code(from(station, 'b', { type: 'cue.take', cueId: 'c2' }))).toBe('ok');
  });

  it('keeps the other desks from air, and says who has it', () => {
    const station = night();
    from(station, 'a', { type: 'right.take' });
    expect(station.state.air.right).toEqual({ seat: 'a', user: 'Ana', since: station.now });
    const before = station.state;
    const refused = from(station, 'b', { type: 'cue.take', cueId: 'c1' });
    expect(refused).toMatchObject({ ok: false, code: 'take_right' });
    expect(refused.ok ? '' : refused.detail).toContain('Ana holds the take right');
    // what the holder reads on preview does not change under their hand either
    expect(code(from(station, 'b', { type: 'cue.recall', number: 2 }))).toBe('take_right');
    expect(station.state).toBe(before);
    expect(code(from(station, 'a', { type: 'cue.take', cueId: 'c1' }))).toBe('ok');
  });

  it('never keeps anyone from clear and panic, from editing, or a program from taking', () => {
    const station = night();
    from(station, 'a', { type: 'right.take' });
    const edit = { type: 'cue.edit', cueId: 'c1', changes: { name: 'x' } };
    for (const command of [{ type: 'air.clear' }, { type: 'air.panic' }, edit])
      expect(code(from(station, 'b', command))).toBe('ok');
    expect(code(from(station, undefined, { type: 'cue.take', cueId: 'c1' }))).toBe('ok');
  });

  it('is taken over with one command, and given only by who has it', () => {
    const station = night();
    from(station, 'a', { type: 'right.take' });
    expect(code(from(station, 'b', { type: 'right.give', seat: 'b' }))).toBe('take_right');
    expect(code(from(station, 'b', { type: 'right.release' }))).toBe('take_right');
    expect(code(from(station, 'a', { type: 'right.give', seat: 'nobody' }))).toBe('seat_unknown');
    expect(code(from(station, 'a', { type: 'right.give', seat: 'b' }))).toBe('ok');
    expect(station.state.air.right).toMatchObject({ seat: 'b', user: 'Ben' });
    expect(code(from(station, 'a', { type: 'right.take' }))).toBe('ok');
    expect(station.state.air.right).toMatchObject({ seat: 'a', user: 'Ana' });
    expect(code(from(station, 'a', { type: 'right.release' }))).toBe('ok');
    expect(station.state.air.right).toBeNull();
  });

  it('is no program’s, lapses only for the desk that is gone, and does not outlive the station', () => {
    const station = night();
    expect(code(from(station, undefined, { type: 'right.take' }))).toBe('seat_unknown');
    from(station, 'a', { type: 'right.take' });
    station.do({ type: 'right.lapse', seat: 'b' });
    expect(station.state.air.right).toMatchObject({ seat: 'a' });
    expect(afterRestart(station.state.air).right).toBeNull();
    station.do({ type: 'right.lapse', seat: 'a' });
    expect(station.state.air.right).toBeNull();
  });

  it('is asked for by what reaches air, and by nothing that saves it', () => {
    const asks = new Set(commandDefs().flatMap(({ needsRight, type }) => (needsRight ? [type] : [])));
    for (const type of ['cue.take', 'cue.recall', 'cue.arm', 'layer.continue', 'layer.update', 'layer.out'])
      expect(asks).toContain(type);
    for (const type of ['layer.action', 'layer.upgrade', 'mode.set', 'output.picture', 'air.restore'])
      expect(asks).toContain(type);
    for (const type of ['air.clear', 'air.panic', 'right.take', 'stage.report', 'air.tick'])
      expect(asks).not.toContain(type);
    for (const { type, undo, needsRight } of commandDefs())
      if (undo === 'record') expect([type, needsRight]).toEqual([type, undefined]);
  });
});
