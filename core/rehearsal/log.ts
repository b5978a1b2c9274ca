/**
 * The log of a rehearsal: who took, recalled, changed, undid and was refused what, with where the night was. Read off
 * the state before and after each command, so that nothing can happen on the rehearsal channel without a line.
 */
import { z } from 'zod';
import { AsRunLine } from '../as-run.ts';
import type { History } from '../history.ts';
import { CueId, GraphicId, InstanceId } from '../ids.ts';
import { LAYERS, LayerId } from '../layers.ts';
import { Override, type Item } from '../schema/layer-air.ts';
import { NightStatus } from '../schema/night.ts';
import type { Show } from '../schema/show.ts';
import type { State } from '../state.ts';
import { getRow } from '../table.ts';

/** Where the night was that was being played. */
const NightStamp = z.object({
  id: z.string(),
  round: z.int(),
  speed: z.number(),
  counted: z.number().nullable(),
  /** The night's own clock, epoch ms; null where it has none. */
  clock: z.number().nullable(),
});
export type NightStamp = z.infer<typeof NightStamp>;

const CueRef = z.object({ id: CueId, number: z.int(), name: z.string() });
export type CueRef = z.infer<typeof CueRef>;

/** One cue as the plan has it, in the order of the rundown. */
const PlanRow = CueRef.extend({
  planned: z.string().nullable(),
  plannedMs: z.number().nullable(),
  skip: z.boolean(),
});
export type PlanRow = z.infer<typeof PlanRow>;

const common = { at: z.number(), by: z.string(), night: NightStamp.nullable() };

export const RehearsalLine = z.discriminatedUnion('line', [
  z.object({
    line: z.literal('begin'),
    ...common,
    id: z.string(),
    show: z.object({ id: z.string(), title: z.string() }),
    timeZone: z.string(),
  }),
  z.object({ line: z.literal('plan'), ...common, cues: z.array(PlanRow) }),
  z.object({ line: z.literal('recall'), ...common, cue: CueRef }),
  z.object({
    line: z.literal('take'),
    ...common,
    instance: InstanceId,
    cue: CueRef,
    graphic: z.object({ id: GraphicId, name: z.string() }),
    layer: LayerId,
    override: Override.exactOptional(),
  }),
  /** It was told to go. */
  z.object({ line: z.literal('leave'), ...common, instance: InstanceId, command: z.string() }),
  /** What a stage of the rehearsal channel said. */
  z.object({ line: z.literal('as-run'), ...common, run: AsRunLine }),
  z.object({
    line: z.literal('refusal'),
    ...common,
    command: z.string(),
    code: z.string(),
    detail: z.string(),
  }),
  z.object({
    line: z.literal('edit'),
    ...common,
    entry: z.int(),
    title: z.string(),
    detail: z.string(),
  }),
  z.object({ line: z.literal('undo'), ...common, entries: z.array(z.int()) }),
  z.object({ line: z.literal('redo'), ...common, entries: z.array(z.int()) }),
  z.object({ line: z.literal('night'), ...common, did: z.string(), status: NightStatus }),
  z.object({ line: z.literal('end'), ...common }),
]);
export type RehearsalLine = z.infer<typeof RehearsalLine>;

export interface Change {
  before: State;
  after: State;
  historyBefore: History;
  historyAfter: History;
  command: string;
  at: number;
  by: string;
  night: NightStamp | null;
}

const stamped = ({ at, by, night }: Change) => ({ at, by, night });

export const planOf = ({ rundown, cues }: Pick<Show, 'rundown' | 'cues'>): PlanRow[] =>
  rundown.flatMap((id) => {
    const cue = getRow(cues, id);
    return cue
      ? [
          {
            id,
            number: cue.number,
            name: cue.name,
            planned: cue.planned,
            plannedMs: cue.plannedMs,
            skip: cue.skip,
          },
        ]
      : [];
  });

export const stampOf = ({ id, round, speed, counted, startsAt, at }: NightStatus): NightStamp => ({
  id,
  round,
  speed,
  counted,
  clock: startsAt === null ? null : Math.round(startsAt + at),
});

const currents = ({ air }: State): Map<string, Item> =>
  new Map(
    LAYERS.flatMap((id) => {
      const { current } = air.channels.rehearsal.layers[id];
      return current ? [[current.instance, current] as const] : [];
    }),
  );

/** Takes, and what was told to go, on the rehearsal channel. */
function moves(change: Change): RehearsalLine[] {
  const { before, after, command, at } = change;
  if (before.air.channels.rehearsal === after.air.channels.rehearsal) return [];
  const was = currents(before);
  const is = currents(after);
  const returned = new Set(before.air.interrupted.map(({ item }) => item.instance));
  const taken = [...is.values()].filter((item) => !was.has(item.instance) && !returned.has(item.instance));
  const left = [...was.keys()].filter((instance) => !is.has(instance));
  return [
    ...left.map((instance): RehearsalLine => ({
      line: 'leave',
      ...stamped(change),
      instance: InstanceId.parse(instance),
      command,
    })),
    ...taken.map((item): RehearsalLine => ({
      line: 'take',
      ...stamped(change),
      at: item.takenAt ?? at,
      by: item.takenBy ?? change.by,
      instance: item.instance,
      cue: item.cue,
      graphic: { id: item.graphic.id, name: item.graphic.name },
      layer: item.layer,
      ...(item.override ? { override: item.override } : {}),
    })),
  ];
}

/** Somebody put another cue on preview. What a take itself puts there is nobody's wish. */
function recalls(change: Change): RehearsalLine[] {
  const { before, after } = change;
  const { cued, lastTake } = after.air;
  if (cued === null || cued === before.air.cued || lastTake !== before.air.lastTake) return [];
  const cue = getRow(after.show.cues, cued);
  if (!cue) return [];
  const { id, number, name } = cue;
  return [{ line: 'recall', ...stamped(change), cue: { id, number, name } }];
}

function edits(change: Change): RehearsalLine[] {
  const { historyBefore: was, historyAfter: is } = change;
  if (was === is) return [];
  const done = new Set(was.done.map(({ id }) => id));
  const undone = new Set(was.undone.map(({ id }) => id));
  const taken = is.undone.filter(({ id }) => done.has(id)).map(({ id }) => id);
  const again = is.done.filter(({ id }) => undone.has(id)).map(({ id }) => id);
  const made = is.done.filter(({ id }) => id >= was.next);
  return [
    ...made.map(({ id, title, detail }): RehearsalLine => ({
      line: 'edit',
      ...stamped(change),
      entry: id,
      title,
      detail,
    })),
    ...(taken.length > 0 ? [{ line: 'undo' as const, ...stamped(change), entries: taken }] : []),
    ...(again.length > 0 ? [{ line: 'redo' as const, ...stamped(change), entries: again }] : []),
  ];
}

/** What one command did in a rehearsal, but for as-run lines: those are read off elsewhere (core/as-run.ts). */
export const linesOf = (change: Change): RehearsalLine[] => [
  ...recalls(change),
  ...moves(change),
  ...edits(change),
];
