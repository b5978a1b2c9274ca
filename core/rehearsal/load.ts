/**
 * A show as it was read from disk, made safe: a file that somebody has edited, or that was damaged, must not bring
 * rehearsal data on air. What is there is kept; what cannot be true of it is put right in the direction of caution.
 */
import { produce } from 'immer';
import { LAYERS } from '../layers.ts';
import type { Air } from '../schema/air.ts';
import type { LayerAir } from '../schema/layer-air.ts';
import { emptyAir, type State } from '../state.ts';
import { breachesIn, isOfRehearsal } from './barrier.ts';
import { liveAgain, reviewOf } from './fork.ts';
import { isRehearsedId } from './origin.ts';
import { stamp, unstamped } from './stamp.ts';
import type { Show } from '../schema/show.ts';
import { allRows, emptyTable, tableFrom } from '../table.ts';

export interface Secured {
  state: State;
  /** What was put right, in sentences; empty where all was well. */
  notes: string[];
}

/** Rows whose id says rehearsal and whose origin says live: it was written over by hand. */
function washedRows<T extends { id: string; origin: 'live' | 'rehearsal' }>(rows: readonly T[]): string[] {
  return rows.filter(({ id, origin }) => origin === 'live' && isRehearsedId(id)).map(({ id }) => id);
}

function withOrigins(show: Show): { show: Show; washed: number } {
  const facts = allRows(show.facts);
  const cues = allRows(show.cues);
  const washed = new Set([...washedRows(facts), ...washedRows(cues)]);
  if (washed.size === 0) return { show, washed: 0 };
  const marked = <T extends { id: string }>(row: T): T =>
    washed.has(row.id) ? { ...row, origin: 'rehearsal' as const } : row;
  return {
    show: { ...show, facts: tableFrom(facts.map(marked)), cues: tableFrom(cues.map(marked)) },
    washed: washed.size,
  };
}

/** A fork in which rows call themselves live and are not what the live show has. */
function withStamps(state: State): { state: State; count: number } {
  const nothing = { ...state.show, facts: emptyTable<never>(), cues: emptyTable<never>() };
  const stamps = unstamped({ show: nothing }, state);
  if (stamps.length === 0) return { state, count: 0 };
  const marked = produce(state, (draft) => {
    stamp(draft, stamps);
  });
  return { state: marked, count: stamps.length };
}

const cleaned = (layer: LayerAir, show: Show): LayerAir => {
  const kept = (item: LayerAir['current']) => (item && !isOfRehearsal(show, item) ? item : null);
  return { current: kept(layer.current), armed: kept(layer.armed), leaving: kept(layer.leaving) };
};

/** Without a showing on program that is of a rehearsal, wherever it would come from. */
function cleanAir(air: Air, live: Show): Air {
  const program = { ...air.channels.program.layers };
  for (const id of LAYERS) program[id] = cleaned(program[id], live);
  const onProgram = new Set<string>(
    live.outputs.filter(({ channel }) => channel === 'program').map(({ id }) => id),
  );
  const outputs = Object.fromEntries(
    Object.entries(air.outputs).map(([id, own]) => [id, onProgram.has(id) ? { ...own, frozen: null } : own]),
  );
  return {
    ...air,
    outputs,
    channels: { ...air.channels, program: { layers: program } },
    interrupted: air.interrupted.filter(
      ({ channel, item }) => channel !== 'program' || !isOfRehearsal(live, item),
    ),
  };
}

/** Live, with nothing on air, and what was rehearsed to be looked through. */
function madeLive(state: State, now: number): State {
  const { show, held, rehearsal, air } = state;
  const begun = rehearsal ?? { id: `loaded-${now}`, startedAt: now, startedBy: '' };
  const review = held ? reviewOf(begun, held, show, now) : null;
  const { outputs } = air;
  return {
    show: held ? liveAgain(held, show) : show,
    held: null,
    rehearsal: review ?? (rehearsal?.phase === 'review' ? rehearsal : null),
    air: { ...emptyAir(), outputs },
  };
}

/**
 * @param read as the file and its journal have it
 * @param now epoch ms
 */
export function secured(read: State, now: number): Secured {
  const notes: string[] = [];
  let state = read;
  const { mode } = state.air;
  const isRunning = state.held !== null && state.rehearsal?.phase === 'running';
  if (mode === 'rehearsal' ? !isRunning : state.held !== null || state.rehearsal?.phase === 'running') {
    notes.push(
      'the file does not say clearly whether a rehearsal runs: the show is opened live, with nothing on air; ' +
        'what was rehearsed is kept to be looked through and can never go on program',
    );
    state = madeLive(state, now);
  }
  const stamped = withStamps(state);
  state = stamped.state;
  const own = withOrigins(state.show);
  const held = state.held === null ? null : withOrigins(state.held);
  const washed = stamped.count + own.washed + (held?.washed ?? 0);
  if (washed > 0) {
    notes.push(
      `${washed} facts or cues of a rehearsal were called live in the file: they are of the rehearsal again, and never go on program`,
    );
    state = { ...state, show: own.show, held: held?.show ?? null };
  }
  if (breachesIn(state).length > 0) {
    notes.push('the file had something of a rehearsal on program: it was taken off');
    const live = state.held ?? state.show;
    const air = cleanAir(state.air, live);
    const rehearses = air.mode === 'rehearsal';
    state = {
      ...state,
      air: rehearses
        ? {
            ...air,
            channels: { ...air.channels, program: emptyAir().channels.program },
            interrupted: air.interrupted.filter(({ channel }) => channel !== 'program'),
          }
        : air,
    };
  }
  return { state, notes };
}
