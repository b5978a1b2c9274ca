/** Takes against the plan. A planned time is a time of day: the order of the rundown decides which day. */
import type { CueId } from '../ids.ts';
import type { PlanRow, RehearsalLine } from './log.ts';
import type { PlanEntry, Report, ReportTake } from './report-shape.ts';

const DAY_MS = 86_400_000;
/** Rehearsed so far from the plan's time of day, the plan's clock is not the rehearsal's. */
const SHIFTED_MS = 30 * 60_000;

type Take = Extract<RehearsalLine, { line: 'take' }>;

/** To −12 h … 12 h: of two times of day the nearer way round the clock. */
const nearest = (ms: number): number => {
  const turn = ((ms % DAY_MS) + DAY_MS) % DAY_MS;
  return turn > DAY_MS / 2 ? turn - DAY_MS : turn;
};

/** Milliseconds since midnight. @param planned `19:05` or `19:05:30` */
export function timeOfDay(planned: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = planned.split(':').map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

/** A moment as a time of day in a zone, in milliseconds since midnight. */
function dayTimeOf(epoch: number, timeZone: string): number {
  const clock = new Date(epoch).toLocaleTimeString('en-GB', { timeZone, hourCycle: 'h23' });
  return timeOfDay(clock) + (((epoch % 1000) + 1000) % 1000);
}

/** Planned cues with their times on one line from the first on, past midnight too. */
export function unrolled(plan: readonly PlanRow[]): Map<CueId, number> {
  const times = new Map<CueId, number>();
  let last: number | null = null;
  for (const { id, planned, skip } of plan) {
    if (planned === null || skip) continue;
    const time = timeOfDay(planned);
    last = last === null ? time : last + nearest(time - last);
    times.set(id, last);
  }
  return times;
}

interface First {
  take: Take;
  done: ReportTake;
}

/** The first take of each cue, once a round of the night. */
function firsts(takes: readonly First[], wanted: ReadonlyMap<CueId, number>): First[] {
  const seen = new Set<string>();
  return takes.filter(({ take: { cue, night } }) => {
    const key = `${night ? `${night.id}/${night.round}` : ''} ${cue.id}`;
    if (!wanted.has(cue.id) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** @param takes in the order of their times */
export function againstPlan(
  plan: readonly PlanRow[],
  takes: readonly First[],
  timeZone: string,
): Report['plan'] {
  const times = unrolled(plan);
  const rows = new Map(plan.map((row) => [row.id, row]));
  const found = firsts(takes, times);
  const taken = new Set(takes.map(({ take }) => take.cue.id));
  const notTaken = plan.flatMap(({ id, number, name, planned, skip }) =>
    planned === null || skip || taken.has(id) ? [] : [{ id, number, name, planned }],
  );
  const clockOf = ({ take: { at, night } }: First): number | null => (night ? night.clock : at);
  const off = (one: First): number | null => {
    const clock = clockOf(one);
    const time = times.get(one.take.cue.id) ?? 0;
    return clock === null ? null : nearest(dayTimeOf(clock, timeZone) - time);
  };
  const first = found.find((one) => clockOf(one) !== null);
  const against = ((): Report['plan']['against'] => {
    if (!first) return null;
    if (found.some(({ take }) => take.night !== null && take.night.clock !== null)) return 'night';
    return Math.abs(off(first) ?? 0) > SHIFTED_MS ? 'first' : 'clock';
  })();
  const lateOf = (one: First): number | null => {
    if (against === 'night' && one.take.night === null) return null;
    if (against !== 'first' || !first) return off(one);
    const gone = one.take.at - first.take.at;
    return gone - ((times.get(one.take.cue.id) ?? 0) - (times.get(first.take.cue.id) ?? 0));
  };
  const entries = found.map((one): PlanEntry => {
    const { take, done } = one;
    const row = rows.get(take.cue.id);
    return {
      cue: take.cue,
      planned: row?.planned ?? '',
      at: take.at,
      lateMs: lateOf(one),
      speed: take.night?.speed ?? null,
      round: take.night?.round ?? null,
      plannedMs: row?.plannedMs ?? null,
      onAirMs: done.onAirMs,
    };
  });
  return { against, rows: entries, notTaken };
}
