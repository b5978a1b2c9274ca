/**
 * Several cues at once: edited, deleted, moved, duplicated, numbered anew. Each is one step of undo and one patch to the
 * order, however many cues there are, and none of it touches what is on air.
 */
import { z } from 'zod';
import { inOrder } from '../clip.ts';
import { numberGiver, hasRoom } from '../cue-numbers.ts';
import { CueId } from '../ids.ts';
import { differing, sameJson } from '../json.ts';
import { cueLabel, manyLabel } from '../labels.ts';
import { plainShow } from '../playout.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { idsLike, isRehearsed } from '../rehearsal/origin.ts';
import { Cue, CueContent, MAX_CUE_NUMBER, type Companion } from '../schema/cue.ts';
import type { State } from '../state.ts';
import { allRows, getRow, putRow } from '../table.ts';
import { Changes, changesRefusal, dropCues, editable, index } from './cues.ts';
import { defineCommand } from './command.ts';

/** Far more than a night has. */
const MAX_CUES = 10_000;

const CueIds = z.array(CueId).min(1).max(MAX_CUES);

/** The first that cannot be edited, and why. */
const editableAll = (state: State, ids: readonly CueId[]): Refusal | null => {
  for (const id of ids) {
    const refusal = editable(state, id);
    if (refusal) return refusal;
  }
  return null;
};

/** “12 Labour 34 + 3”. */
const labelOfMany = ({ show }: State, { cueIds }: { cueIds: readonly CueId[] }): string =>
  manyLabel(inOrder(show.rundown, cueIds), (id) => cueLabel(show, id));

/** A new order in one patch; the old list where nothing moves, so that nothing leaves a trace. */
export function reorder(draft: State, order: CueId[]): void {
  if (!sameJson(order, plainShow(draft).rundown)) draft.show.rundown = order;
}

export const cueEditMany = defineCommand({
  type: 'cue.editMany',
  title: 'Edit cues',
  // a number belongs to one cue, and so does who goes along with it
  schema: z.object({ cueIds: CueIds, changes: Changes.omit({ number: true, with: true }) }),
  undo: 'record',
  access: 'open',
  check(state, { cueIds, changes }, context) {
    const refusal = editableAll(state, cueIds);
    if (refusal) return refusal;
    if (changes.graphic !== undefined && !context.graphics.has(changes.graphic))
      return refuse('graphic_unknown', `The template "${changes.graphic}" is not installed.`);
    return changesRefusal(state, cueIds, changes);
  },
  describe: labelOfMany,
  apply(draft, { cueIds, changes }) {
    let changed = 0;
    const { cues } = plainShow(draft);
    for (const id of new Set(cueIds)) {
      const was = getRow(cues, id);
      const given = was ? differing<Cue>(was, changes) : {};
      if (Object.keys(given).length === 0) continue;
      const cue = getRow(draft.show.cues, id);
      if (cue) Object.assign(cue, given);
      changed += 1;
    }
    return { changed };
  },
});

export const cueDeleteMany = defineCommand({
  type: 'cue.deleteMany',
  title: 'Delete cues',
  schema: z.object({ cueIds: CueIds }),
  undo: 'record',
  access: 'open',
  check: (state, { cueIds }) => editableAll(state, cueIds),
  describe: labelOfMany,
  apply(draft, { cueIds }) {
    const gone = new Set(cueIds);
    dropCues(draft, gone);
    return { deleted: gone.size };
  },
});

export const cueMoveMany = defineCommand({
  type: 'cue.moveMany',
  title: 'Move cues',
  schema: z.object({
    cueIds: CueIds,
    /** Where the first of them stands afterwards; they keep their order, and stand together. */
    index,
    /** The segment that all of them join; absent: each stays in its own. */
    segment: CueContent.shape.segment.unwrap().optional(),
  }),
  undo: 'record',
  access: 'open',
  check: (state, { cueIds }) => editableAll(state, cueIds),
  describe: labelOfMany,
  apply(draft, { cueIds, index: to, segment }) {
    const { rundown, cues } = plainShow(draft);
    const moved = inOrder(rundown, cueIds);
    const wanted = new Set(moved);
    const rest = rundown.filter((id) => !wanted.has(id));
    const at = Math.min(to, rest.length);
    reorder(draft, rest.toSpliced(at, 0, ...moved));
    if (segment !== undefined) {
      for (const id of moved) {
        if (getRow(cues, id)?.segment === segment) continue;
        const cue = getRow(draft.show.cues, id);
        if (cue) cue.segment = segment;
      }
    }
    return { index: at };
  },
});

/** Company by new names: what was copied along is meant in its copy. */
export const rewired = (company: readonly Companion[], names: ReadonlyMap<CueId, CueId>): Companion[] =>
  company.map((one) => ({ ...one, cue: names.get(one.cue) ?? one.cue }));

export const cueDuplicate = defineCommand({
  type: 'cue.duplicate',
  title: 'Duplicate cues',
  schema: z.object({
    cueIds: CueIds,
    /** Absent: right after the last of them. */
    index: index.optional(),
  }),
  undo: 'record',
  access: 'open',
  check(state, { cueIds }) {
    const { rundown } = state.show;
    const refusal = editableAll(state, cueIds);
    if (refusal) return refusal;
    if (hasRoom(rundown.length, new Set(cueIds).size)) return null;
    return refuse('number_taken', `Not that many: numbers end at ${MAX_CUE_NUMBER}.`);
  },
  describe: labelOfMany,
  apply(draft, { cueIds, index: wanted }, context) {
    const { rundown, cues } = plainShow(draft);
    const from = inOrder(rundown, cueIds);
    const copied = from.flatMap((one) => {
      const cue = getRow(cues, one);
      return cue ? [{ cue, id: CueId.parse(idsLike(cue, context.newId)('cue')) }] : [];
    });
    const names = new Map(copied.map(({ cue, id }) => [cue.id, id]));
    const numbers = numberGiver(allRows(cues).map(({ number }) => number));
    for (const { cue, id } of copied) {
      putRow(draft.show.cues, id, {
        ...cue,
        id,
        number: numbers.next(),
        with: rewired(cue.with, names),
        origin: isRehearsed(cue) ? 'rehearsal' : draft.air.mode,
      });
    }
    const copies = copied.map(({ id }) => id);
    const last = from.at(-1);
    const at = wanted ?? (last === undefined ? rundown.length : rundown.indexOf(last) + 1);
    draft.show.rundown = rundown.toSpliced(at, 0, ...copies);
    return { cueIds: copies };
  },
});

export const cueRenumber = defineCommand({
  type: 'cue.renumber',
  title: 'Number cues anew',
  schema: z.object({
    cueIds: CueIds,
    /** Of the first of them, in the order of the rundown. */
    from: Cue.shape.number,
    step: z.int().min(1).max(1000).default(1),
  }),
  undo: 'record',
  access: 'open',
  check(state, { cueIds, from, step }) {
    const refusal = editableAll(state, cueIds);
    if (refusal) return refusal;
    const ids = new Set(cueIds);
    const last = from + step * (ids.size - 1);
    if (last > MAX_CUE_NUMBER)
      return refuse('number_taken', `The last of them would be ${last}: numbers end at ${MAX_CUE_NUMBER}.`);
    const holder = allRows(state.show.cues).find(
      ({ id, number }) => !ids.has(id) && number >= from && number <= last && (number - from) % step === 0,
    );
    return holder
      ? refuse('number_taken', `The number ${holder.number} belongs to the cue “${holder.name}”.`)
      : null;
  },
  describe: labelOfMany,
  apply(draft, { cueIds, from, step }) {
    const { rundown, cues } = plainShow(draft);
    inOrder(rundown, cueIds).forEach((id, i) => {
      const number = from + i * step;
      if (getRow(cues, id)?.number === number) return;
      const cue = getRow(draft.show.cues, id);
      if (cue) cue.number = number;
    });
    return { from, to: from + step * (new Set(cueIds).size - 1) };
  },
});
