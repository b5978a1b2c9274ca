/** The rundown: cues written, edited, moved, deleted. None of it touches what is on air. */
import { z } from 'zod';
import { cueLabel, shortened } from '../labels.ts';
import { CueId } from '../ids.ts';
import { differing, sameJson } from '../json.ts';
import { plainShow } from '../playout.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { CueContent, Cue, MAX_CUE_NUMBER } from '../schema/cue.ts';
import type { State } from '../state.ts';
import { allRows, getRow, putRow, removeRow } from '../table.ts';
import { defineCommand } from './command.ts';
import { mergedChanges, mergeRefusal } from './cue-merge.ts';

const number = Cue.shape.number;

function numberTaken(state: State, wanted: number | undefined, except?: CueId): Refusal | null {
  if (wanted === undefined) return null;
  const holder = allRows(state.show.cues).find((cue) => cue.number === wanted && cue.id !== except);
  return holder ? refuse('number_taken', `The number ${wanted} belongs to the cue “${holder.name}”.`) : null;
}

/** One above the highest; the lowest free one where the highest there can be is given. */
function nextNumber(cues: readonly Cue[]): number {
  const next = cues.reduce((max, cue) => Math.max(max, cue.number), 0) + 1;
  if (next <= MAX_CUE_NUMBER) return next;
  const taken = new Set(cues.map((cue) => cue.number));
  let free = 1;
  while (taken.has(free)) free += 1;
  return free;
}

function editable(state: State, id: CueId): Refusal | null {
  const cue = getRow(state.show.cues, id);
  if (!cue) return refuse('cue_unknown', `There is no cue "${id}" in this show.`);
  if (state.air.mode === 'live' || cue.origin === 'rehearsal') return null;
  return refuse(
    'live_data_in_rehearsal',
    `Cue ${cue.number} is a live cue: return to live before changing it.`,
  );
}

/** Where in the rundown: 0 is first; past the end is last. */
const index = z.int().min(0);

export const cueCreate = defineCommand({
  type: 'cue.create',
  title: 'Add a cue',
  schema: CueContent.extend({ number: number.optional(), index: index.optional() }),
  undo: 'record',
  access: 'open',
  describe: ({ show }, { number: wanted, name, graphic }) =>
    `${wanted ?? nextNumber(allRows(show.cues))} ${shortened(name || graphic)}`,
  check(state, command, context) {
    const graphic = context.graphics.get(command.graphic);
    if (!graphic) return refuse('graphic_unknown', `The template "${command.graphic}" is not installed.`);
    if (state.show.rundown.length >= MAX_CUE_NUMBER) {
      return refuse('number_taken', `Every number up to ${MAX_CUE_NUMBER} belongs to a cue.`);
    }
    return numberTaken(state, command.number);
  },
  apply(draft, { index: at, number: wanted, ...content }, context) {
    const id = CueId.parse(context.newId('cue'));
    const { show, air } = draft;
    const cueNumber = wanted ?? nextNumber(allRows(plainShow(draft).cues));
    putRow(show.cues, id, { ...content, id, number: cueNumber, origin: air.mode });
    // a new list in one patch: a splice would make a patch for every cue behind it
    if (at === undefined || at >= show.rundown.length) show.rundown.push(id);
    else show.rundown = show.rundown.toSpliced(at, 0, id);
    return { cueId: id, number: cueNumber };
  },
});

/** As in CueContent, but absent means unchanged. */
const Changes = z.object({
  name: CueContent.shape.name.unwrap().optional(),
  number: number.optional(),
  graphic: CueContent.shape.graphic.optional(),
  layer: CueContent.shape.layer.optional(),
  data: CueContent.shape.data.unwrap().optional(),
  bindings: CueContent.shape.bindings.unwrap().optional(),
  segment: CueContent.shape.segment.unwrap().optional(),
  notes: CueContent.shape.notes.unwrap().optional(),
  autoOutMs: CueContent.shape.autoOutMs.unwrap().optional(),
  follow: CueContent.shape.follow.unwrap().optional(),
});

export const cueEdit = defineCommand({
  type: 'cue.edit',
  title: 'Edit a cue',
  schema: z.object({
    cueId: CueId,
    changes: Changes,
    /** What the form showed of these fields: one that says something else by now is refused. */
    was: Changes.exactOptional(),
  }),
  undo: 'record',
  access: 'open',
  describe: ({ show }, { cueId }) => cueLabel(show, cueId),
  check(state, { cueId, changes, was }, context) {
    const refusal = editable(state, cueId) ?? mergeRefusal(state, cueId, changes, was, context);
    if (refusal) return refusal;
    if (changes.graphic !== undefined && !context.graphics.has(changes.graphic)) {
      return refuse('graphic_unknown', `The template "${changes.graphic}" is not installed.`);
    }
    return numberTaken(state, changes.number, cueId);
  },
  apply(draft, { cueId, changes, was }) {
    const cue = getRow(draft.show.cues, cueId);
    if (!cue) throw new Error(`cue ${cueId} passed its check and is gone`);
    Object.assign(
      cue,
      differing(cue, mergedChanges(getRow(plainShow(draft).cues, cueId) ?? cue, changes, was).changes),
    );
    return { cueId };
  },
});

export const cueDelete = defineCommand({
  type: 'cue.delete',
  title: 'Delete a cue',
  schema: z.object({ cueId: CueId }),
  undo: 'record',
  access: 'open',
  describe: ({ show }, { cueId }) => cueLabel(show, cueId),
  check: (state, { cueId }) => editable(state, cueId),
  apply(draft, { cueId }) {
    removeRow(draft.show.cues, cueId);
    draft.show.rundown = draft.show.rundown.filter((id) => id !== cueId);
    return { cueId };
  },
});

export const cueMove = defineCommand({
  type: 'cue.move',
  title: 'Move a cue',
  schema: z.object({ cueId: CueId, index }),
  undo: 'record',
  access: 'open',
  describe: ({ show }, { cueId }) => cueLabel(show, cueId),
  check: (state, { cueId }) => editable(state, cueId),
  apply(draft, { cueId, index: to }) {
    const rest = draft.show.rundown.filter((id) => id !== cueId);
    rest.splice(to, 0, cueId);
    if (!sameJson(rest, draft.show.rundown)) draft.show.rundown = rest;
    return { cueId, index: rest.indexOf(cueId) };
  },
});
