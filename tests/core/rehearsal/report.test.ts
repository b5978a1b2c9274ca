// A rehearsal's report: each thing it says, from a log made by hand, and laws that hold for any log.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RehearsalLine, type NightStamp } from '../../../core/rehearsal/log.ts';
import { unrolled } from '../../../core/rehearsal/plan.ts';
import { reportCsv } from '../../../core/rehearsal/report-csv.ts';
import { Report } from '../../../core/rehearsal/report-shape.ts';
import { headOf, reportOf } from '../../../core/rehearsal/report.ts';
import { T0 } from '../../support/builders.ts';

// T0 is 19:00 in Auckland
const MIN = 60_000;
const at = (minutes: number, night: NightStamp | null = null) => ({
  at: T0 + minutes * MIN,
  by: 'olive',
  night,
});
const line = (value: object): RehearsalLine => RehearsalLine.parse(value);

const cue = (number: number) => ({ id: `c${number}`, number, name: `Cue ${number}` });
const begin = line({
  line: 'begin',
  ...at(0),
  id: 'r1',
  show: { id: 's', title: 'S' },
  timeZone: 'Pacific/Auckland',
});
const end = line({ line: 'end', ...at(60) });
const plan = (...planned: (string | null)[]) =>
  line({
    line: 'plan',
    ...at(0),
    cues: planned.map((time, i) => ({ ...cue(i + 1), planned: time, plannedMs: null, skip: false })),
  });
const take = (number: number, minutes: number, over: object = {}) =>
  line({
    line: 'take',
    ...at(minutes),
    instance: `i${number}-${minutes}`,
    cue: cue(number),
    graphic: { id: 'strap', name: 'Strap' },
    layer: 'lower-third',
    ...over,
  });
const run = (event: 'in' | 'out', number: number, minutes: number, seconds: number, over: object = {}) =>
  line({
    line: 'as-run',
    ...at(minutes),
    run: {
      event,
      at: T0 + minutes * MIN + seconds * 1000,
      channel: 'rehearsal',
      layer: 'lower-third',
      instance: `i${number}-${minutes}`,
      cue: cue(number),
      graphic: { id: 'strap', version: '1', hash: 'h' },
      data: {},
      step: 0,
      facts: [],
      by: 'olive',
      ...over,
    },
  });
const report = (...lines: RehearsalLine[]) => {
  const made = reportOf([begin, ...lines, end], null);
  if (!made) throw new Error('it has a beginning');
  return Report.parse(made);
};

describe('a report', () => {
  it('counts takes, and time on air per graphic and per cue as stages saw it', () => {
    const made = report(
      take(1, 1),
      run('in', 1, 1, 0.5),
      run('out', 1, 1, 10.5),
      take(1, 2),
      run('in', 1, 2, 0),
      run('out', 1, 2, 5),
      take(2, 3),
    );
    expect(made.takes.map(({ onAirMs }) => onAirMs)).toEqual([10_000, 5000, null]);
    expect(made.graphics).toEqual([{ id: 'strap', name: 'Strap', takes: 3, onAirMs: 15_000 }]);
    expect(made.cues.map((one) => [one.cue.number, one.takes, one.onAirMs])).toEqual([
      [1, 2, 15_000],
      [2, 1, 0],
    ]);
    expect(made).toMatchObject({ unseen: 1, unknown: ['unseen', 'no_plan', 'eyes'], lastsMs: 60 * MIN });
  });

  it('sorts refusals by reason, and says who, what and why', () => {
    const refused = (code: string, minutes: number) =>
      line({ line: 'refusal', ...at(minutes), command: 'cue.take', code, detail: `${code}!` });
    const { refusals } = report(refused('fact_draft', 1), refused('too_soon', 2), refused('fact_draft', 3));
    expect(refusals.map(({ code, count }) => [code, count])).toEqual([
      ['fact_draft', 2],
      ['too_soon', 1],
    ]);
    expect(refusals[0]?.rows[1]).toEqual({
      at: T0 + 3 * MIN,
      by: 'olive',
      command: 'cue.take',
      detail: 'fact_draft!',
    });
  });

  it('holds planned times against the clock, early and late, and names what was not taken', () => {
    const { plan: held } = report(
      plan('19:01', '19:05:30', null, '19:20'),
      take(1, 0.5),
      take(2, 6),
      take(2, 9),
    );
    expect(held.against).toBe('clock');
    expect(held.rows.map((row) => [row.cue.number, row.lateMs])).toEqual([
      [1, -30_000],
      [2, 30_000],
    ]);
    expect(held.notTaken).toEqual([{ ...cue(4), planned: '19:20' }]);
  });

  it('holds them against the night’s own clock while a night is played, and once a round', () => {
    const night = (clock: number, round: number): NightStamp => ({
      id: 'nz-2008',
      round,
      speed: 60,
      counted: 5,
      clock,
    });
    const { plan: held, unknown } = report(
      plan('23:50', '00:10'),
      take(1, 1, { night: night(T0 + 290 * MIN, 1) }),
      take(2, 2, { night: night(T0 + 315 * MIN, 1) }),
      take(2, 3, { night: night(T0 + 309 * MIN, 2) }),
    );
    expect(held.against).toBe('night');
    expect(held.rows.map((row) => [row.cue.number, row.round, (row.lateMs ?? 0) / MIN])).toEqual([
      [1, 1, 0],
      [2, 1, 5],
      [2, 2, -1],
    ]);
    expect(unknown).toContain('speed');
  });

  it('measures from the first planned cue where it was rehearsed at another time of day', () => {
    const { plan: held, unknown } = report(plan('08:00', '08:10'), take(1, 1), take(2, 12));
    expect(held.rows.map(({ lateMs }) => lateMs)).toEqual([0, MIN]);
    expect(held.against).toBe('first');
    expect(unknown).toContain('shifted');
  });

  it('counts as a mistake what was undone within a minute and not done again', () => {
    const edit = (entry: number, minutes: number) =>
      line({ line: 'edit', ...at(minutes), entry, title: 'Edit a cue', detail: '1 Cue 1' });
    const undo = (entry: number, minutes: number) => line({ line: 'undo', ...at(minutes), entries: [entry] });
    const made = report(
      edit(1, 1),
      undo(1, 1.5),
      edit(2, 2),
      undo(2, 4),
      edit(3, 5),
      undo(3, 5.1),
      line({ line: 'redo', ...at(5.2), entries: [3] }),
    );
    expect(made.undone).toEqual([
      { at: T0 + 1.5 * MIN, by: 'olive', title: 'Edit a cue', detail: '1 Cue 1', afterMs: 30_000 },
    ]);
    expect(made.edits).toBe(3);
  });

  it('counts as pulled what somebody took off within seconds, not what was replaced or left by itself', () => {
    const leave = (number: number, minutes: number, seconds: number, command: string) =>
      line({ line: 'leave', ...at(minutes + seconds / 60), instance: `i${number}-${minutes}`, command });
    const { pulled } = report(
      take(1, 1),
      leave(1, 1, 2, 'layer.out'),
      take(2, 2),
      leave(2, 2, 2, 'cue.take'),
      take(3, 3),
      leave(3, 3, 2, 'air.tick'),
      take(4, 4),
      leave(4, 4, 9, 'layer.out'),
    );
    expect(pulled).toEqual([{ at: T0 + 1 * MIN + 2000, by: 'olive', cue: cue(1), afterMs: 2000 }]);
  });

  it('finds the gap of a swap and two at once, but not a pause or a swap that overlaps as it should', () => {
    const blank = report(
      take(1, 1),
      run('in', 1, 1, 0),
      take(2, 2),
      run('out', 1, 1, 60.2),
      run('in', 2, 2, 0.7),
      run('out', 2, 2, 5),
      take(3, 3),
      run('in', 3, 3, 0),
    );
    expect(blank.blanks).toEqual([
      { at: T0 + MIN + 60_200, layer: 'lower-third', ms: 500, before: cue(1), after: cue(2) },
    ]);
    expect(blank.doubled).toEqual([]);
    const twice = report(
      take(1, 1),
      run('in', 1, 1, 0),
      take(2, 2),
      run('in', 2, 2, 0.1),
      run('out', 1, 1, 60.6),
      take(3, 3),
      run('in', 3, 3, 0),
      run('out', 2, 2, 62),
    );
    expect(twice.blanks).toEqual([]);
    expect(twice.doubled.map(({ ms, after }) => [ms, after.number])).toEqual([[2000, 3]]);
  });

  it('knows the longest wait between recall and take, and takes past the gate', () => {
    const recall = (number: number, minutes: number) =>
      line({ line: 'recall', ...at(minutes), cue: cue(number) });
    const made = report(
      recall(1, 1),
      take(1, 2),
      recall(2, 3),
      recall(3, 4),
      take(2, 9),
      recall(4, 10),
      take(4, 13, { override: { by: 'olive', reason: 'It is true.', at: T0, problems: [] } }),
    );
    expect(made.longestWait).toEqual({ cue: cue(4), ms: 3 * MIN, at: T0 + 13 * MIN });
    expect(made.takes.map(({ waitMs }) => waitMs)).toEqual([MIN, null, 3 * MIN]);
    expect(made.takes[2]?.override).toBe('It is true.');
  });

  it('says that it is not over, that it was cut off, and that lines are damaged', () => {
    expect(reportOf([begin, take(1, 1)], T0 + 5 * MIN)).toMatchObject({
      endedAt: null,
      lastsMs: 5 * MIN,
      unknown: expect.arrayContaining(['running']) as string[],
    });
    expect(reportOf([begin, take(1, 1)], null, 2)?.unknown).toEqual(
      expect.arrayContaining(['cut', 'damaged']) as string[],
    );
    expect(reportOf([take(1, 1)], null)).toBeNull();
    expect(headOf([begin, take(1, 1), end])).toMatchObject({ id: 'r1', takes: 1, endedAt: T0 + 60 * MIN });
  });

  it('is a table too, in the order of the clock', () => {
    const csv = reportCsv(report(plan('19:01', '19:20'), take(1, 2), take(3, 1)));
    expect(csv.split('\r\n').map((row) => row.split(',')[0])).toEqual([
      'what',
      'take',
      'take',
      'planned',
      'not taken',
      '',
    ]);
  });
});

describe('whatever is in a log', () => {
  const anyTake = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 59 }))
    .map(([number, minutes]) => take(number, minutes));
  const anyRun = fc
    .tuple(
      fc.constantFrom('in' as const, 'out' as const),
      fc.integer({ min: 1, max: 5 }),
      fc.nat(59),
      fc.nat(90),
    )
    .map(([event, number, minutes, seconds]) => run(event, number, minutes, seconds));
  const anyLog = fc.array(fc.oneof(anyTake, anyRun), { maxLength: 40 });
  const planned = fc.array(
    fc.option(
      fc
        .nat(1439)
        .map((n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`),
    ),
    { maxLength: 5 },
  );

  it('every take is counted once, no time is negative, and no planned cue is lost', () => {
    fc.assert(
      fc.property(anyLog, planned, (lines, times) => {
        const made = report(plan(...times), ...lines);
        const takes = lines.filter((one) => one.line === 'take').length;
        expect(made.takes).toHaveLength(takes);
        expect(made.graphics.reduce((n, one) => n + one.takes, 0)).toBe(takes);
        expect(made.cues.reduce((n, one) => n + one.takes, 0)).toBe(takes);
        for (const { ms } of [...made.blanks, ...made.doubled]) expect(ms).toBeGreaterThan(0);
        for (const { onAirMs } of made.takes) expect(onAirMs ?? 0).toBeGreaterThanOrEqual(0);
        const named = [...made.plan.rows.map((row) => row.cue.id), ...made.plan.notTaken.map(({ id }) => id)];
        const wanted = times.flatMap((time, i) => (time === null ? [] : [`c${i + 1}`]));
        expect(new Set(named)).toEqual(new Set(wanted));
        expect(named).toHaveLength(wanted.length);
      }),
    );
  });

  it('planned times keep the order of the rundown within half a day, over midnight too', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(719), { minLength: 1, maxLength: 8 }), fc.nat(1439), (steps, first) => {
        let minutes = first;
        const rows = [0, ...steps].map((step, i) => {
          minutes += step;
          const [h, m] = [Math.floor(minutes / 60) % 24, minutes % 60];
          const time = `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`;
          return { ...cue(i + 1), planned: time, plannedMs: null, skip: false };
        });
        const line1 = line({ line: 'plan', ...at(0), cues: rows });
        const times = line1.line === 'plan' ? [...unrolled(line1.cues).values()] : [];
        expect(times.map((time, i) => time - (times[i - 1] ?? time)).slice(1)).toEqual(
          steps.map((step) => step * MIN),
        );
      }),
    );
  });
});
