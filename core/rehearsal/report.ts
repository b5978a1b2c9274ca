/** What a rehearsal came to, read off its log. Pure; what cannot be known from the log is said, not guessed. */
import type { InstanceId } from '../ids.ts';
import type { RehearsalLine } from './log.ts';
import { againstPlan } from './plan.ts';
import type { Report, ReportHead, ReportTake, Unknown } from './report-shape.ts';
import { blanksIn, doubledIn, showingsIn } from './showings.ts';

/** An edit that is undone so soon was a mistake. Milliseconds. */
const UNDONE_MS = 60_000;
/** What goes so soon after its take was not wanted. Milliseconds. */
const PULLED_MS = 3000;
/** What a person does to take something off; all else that leaves was replaced, or left by itself. */
const PULLS: ReadonlySet<string> = new Set(['layer.out', 'air.clear', 'air.panic']);

type Line<L extends RehearsalLine['line']> = Extract<RehearsalLine, { line: L }>;

const only = <L extends RehearsalLine['line']>(lines: readonly RehearsalLine[], line: L): Line<L>[] =>
  lines.filter((one): one is Line<L> => one.line === line);

/** When each take's cue was recalled to preview last before it, where nothing else was recalled since. */
function waitsOf(lines: readonly RehearsalLine[]): Map<InstanceId, number> {
  const waits = new Map<InstanceId, number>();
  let recalled: Line<'recall'> | null = null;
  for (const one of lines) {
    if (one.line === 'recall') recalled = one;
    else if (one.line === 'take' && recalled?.cue.id === one.cue.id) {
      waits.set(one.instance, one.at - recalled.at);
      recalled = null;
    }
  }
  return waits;
}

function takesOf(lines: readonly RehearsalLine[], end: number): { take: Line<'take'>; done: ReportTake }[] {
  const showings = new Map(showingsIn(lines).map((showing) => [showing.instance, showing]));
  const waits = waitsOf(lines);
  return only(lines, 'take').map((take) => {
    const { at, by, cue, graphic, layer, instance, override, night } = take;
    const showing = showings.get(instance);
    const done: ReportTake = {
      at,
      by,
      cue,
      graphic,
      layer,
      shownAt: showing?.from ?? null,
      outAt: showing?.until ?? null,
      onAirMs: showing ? Math.max(0, (showing.until ?? end) - showing.from) : null,
      waitMs: waits.get(instance) ?? null,
      override: override?.reason ?? null,
      round: night?.round ?? null,
    };
    return { take, done };
  });
}

function totals<K, G extends object>(
  takes: readonly ReportTake[],
  keyOf: (take: ReportTake) => K,
  groupOf: (take: ReportTake) => G,
): (G & { takes: number; onAirMs: number })[] {
  const groups = new Map<K, G & { takes: number; onAirMs: number }>();
  for (const take of takes) {
    const group = groups.get(keyOf(take)) ?? { ...groupOf(take), takes: 0, onAirMs: 0 };
    group.takes += 1;
    group.onAirMs += take.onAirMs ?? 0;
    groups.set(keyOf(take), group);
  }
  return [...groups.values()].sort((a, b) => b.onAirMs - a.onAirMs || b.takes - a.takes);
}

function refusalsOf(lines: readonly RehearsalLine[]): Report['refusals'] {
  const byCode = new Map<string, Report['refusals'][number]>();
  for (const { code, at, by, command, detail } of only(lines, 'refusal')) {
    const group = byCode.get(code) ?? { code, count: 0, rows: [] };
    group.count += 1;
    group.rows.push({ at, by, command, detail });
    byCode.set(code, group);
  }
  return [...byCode.values()].sort((a, b) => b.count - a.count);
}

/** What was undone soon after it was done, and not done again. */
function undoneOf(lines: readonly RehearsalLine[]): Report['undone'] {
  const edits = new Map(only(lines, 'edit').map((edit) => [edit.entry, edit]));
  const undone = new Map<number, Report['undone'][number]>();
  for (const one of lines) {
    if (one.line === 'redo') for (const entry of one.entries) undone.delete(entry);
    if (one.line !== 'undo') continue;
    for (const entry of one.entries) {
      const edit = edits.get(entry);
      if (!edit || one.at - edit.at > UNDONE_MS) continue;
      const { title, detail } = edit;
      undone.set(entry, { at: one.at, by: one.by, title, detail, afterMs: one.at - edit.at });
    }
  }
  return [...undone.values()];
}

function pulledOf(lines: readonly RehearsalLine[]): Report['pulled'] {
  const takes = new Map(only(lines, 'take').map((take) => [take.instance, take]));
  return only(lines, 'leave').flatMap(({ at, by, instance, command }) => {
    const take = takes.get(instance);
    if (!take || !PULLS.has(command) || at - take.at > PULLED_MS) return [];
    return [{ at, by, cue: take.cue, afterMs: at - take.at }];
  });
}

function nightsOf(lines: readonly RehearsalLine[]): Report['nights'] {
  const nights = new Map<string, Report['nights'][number]>();
  for (const { status } of only(lines, 'night')) {
    const { id, title, round, speed } = status;
    const night = nights.get(id) ?? { id, title, rounds: 0, fastest: 0 };
    nights.set(id, {
      ...night,
      rounds: Math.max(night.rounds, round),
      fastest: Math.max(night.fastest, speed),
    });
  }
  return [...nights.values()];
}

/**
 * @param lines in the order in which they were written
 * @param now how far a rehearsal that is not over has come, epoch ms; null where it was cut off
 * @param damaged lines that could not be read
 * @returns null where there is no beginning
 */
export function reportOf(lines: readonly RehearsalLine[], now: number | null, damaged = 0): Report | null {
  const begin = lines.find((one) => one.line === 'begin');
  if (!begin) return null;
  const endedAt = lines.findLast((one) => one.line === 'end')?.at ?? null;
  const until = Math.max(begin.at, endedAt ?? now ?? lines.at(-1)?.at ?? begin.at);
  const pairs = takesOf(lines, until);
  const takes = pairs.map(({ done }) => done);
  const showings = showingsIn(lines);
  const plan = againstPlan(only(lines, 'plan').at(-1)?.cues ?? [], pairs, begin.timeZone);
  const longest = takes.reduce<ReportTake | null>(
    (most, take) => ((take.waitMs ?? -1) > (most?.waitMs ?? -1) ? take : most),
    null,
  );
  const unseen = takes.filter(({ shownAt }) => shownAt === null).length;
  const holds = {
    unseen: unseen > 0,
    speed: plan.against === 'night' && plan.rows.some(({ speed }) => (speed ?? 1) > 1),
    shifted: plan.against === 'first',
    no_plan: plan.rows.length === 0 && plan.notTaken.length === 0,
    running: endedAt === null && now !== null,
    damaged: damaged > 0,
    cut: endedAt === null && now === null,
    eyes: true,
  } satisfies Record<Unknown, boolean>;
  return {
    id: begin.id,
    show: begin.show,
    timeZone: begin.timeZone,
    startedAt: begin.at,
    startedBy: begin.by,
    endedAt,
    lastsMs: until - begin.at,
    nights: nightsOf(lines),
    takes,
    refusals: refusalsOf(lines),
    plan,
    graphics: totals(
      takes,
      ({ graphic }) => graphic.id,
      ({ graphic }) => graphic,
    ),
    cues: totals(
      takes,
      ({ cue }) => cue.id,
      ({ cue }) => ({ cue }),
    ),
    edits: only(lines, 'edit').length,
    undone: undoneOf(lines),
    pulled: pulledOf(lines),
    blanks: blanksIn(showings, new Map(pairs.map(({ take }) => [take.instance, take.at]))),
    doubled: doubledIn(showings, until),
    longestWait: longest?.waitMs == null ? null : { cue: longest.cue, ms: longest.waitMs, at: longest.at },
    unknown: (Object.keys(holds) as Unknown[]).filter((what) => holds[what]),
    unseen,
    damaged,
  };
}

/** For a list of rehearsals. @param lines of one log; null where it has no beginning */
export function headOf(lines: readonly RehearsalLine[]): ReportHead | null {
  const begin = lines.find((one) => one.line === 'begin');
  if (!begin) return null;
  return {
    id: begin.id,
    startedAt: begin.at,
    startedBy: begin.by,
    endedAt: lines.findLast((one) => one.line === 'end')?.at ?? null,
    takes: only(lines, 'take').length,
  };
}
