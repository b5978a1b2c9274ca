/** The rundown: cues written, edited, moved, deleted. None of it touches what is on air. */
import { z } from 'zod';
import { companyProblem, companyRefusal, leadsOf, withoutCues } from '../companions.ts';
import { hasRoom, numberGiver } from '../cue-numbers.ts';
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

/** Why it cannot be edited; null where it can. */
export function editable(state: State, id: CueId): Refusal | null {
  const cue = getRow(state.show.cues, id);
  return cue ? null : refuse('cue_unknown', `There is no cue "${id}" in this show.`);
}

/** Where in the rundown: 0 is first; past the end is last. */
export const index = z.int().min(0);

export const cueCreate = defineCommand({
  type: 'cue.create',
  title: 'Add a cue',
  schema: CueContent.extend({ number: number.optional(), index: index.optional() }),
  undo: 'record',
  access: 'open',
  describe: ({ show }, { number: wanted, name, graphic }) =>
    `${wanted ?? numberGiver(allRows(show.cues).map((cue) => cue.number)).next()} ${shortened(name || graphic)}`,
  check(state, command, context) {
    const graphic = context.graphics.get(command.graphic);
    if (!graphic) return refuse('graphic_unknown', `The template "${command.graphic}" is not installed.`);
    if (!hasRoom(state.show.rundown.length, 1)) {
      return refuse('number_taken', `Every number up to ${MAX_CUE_NUMBER} belongs to a cue.`);
    }
    const lead = { ...command, id: null, number: null };
    return numberTaken(state, command.number) ?? companyProblem(lead, (id) => getRow(state.show.cues, id));
  },
  apply(draft, { index: at, number: wanted, ...content }, context) {
    const id = CueId.parse(context.newId('cue'));
    const { show, air } = draft;
    const cueNumber = wanted ?? numberGiver(allRows(plainShow(draft).cues).map((cue) => cue.number)).next();
    putRow(show.cues, id, { ...content, id, number: cueNumber, origin: air.mode });
    // a new list in one patch: a splice would make a patch for every cue behind it
    if (at === undefined || at >= show.rundown.length) show.rundown.push(id);
    else show.rundown = show.rundown.toSpliced(at, 0, id);
    return { cueId: id, number: cueNumber };
  },
});

/** As in CueContent, but absent means unchanged. */
export const Changes = z.object({
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
  colour: CueContent.shape.colour.unwrap().optional(),
  planned: CueContent.shape.planned.unwrap().optional(),
  plannedMs: CueContent.shape.plannedMs.unwrap().optional(),
  with: CueContent.shape.with.unwrap().optional(),
  advanceMs: CueContent.shape.advanceMs.unwrap().optional(),
  skip: CueContent.shape.skip.unwrap().optional(),
  hold: CueContent.shape.hold.unwrap().optional(),
});
export type Changes = z.infer<typeof Changes>;

/** Why the company of somebody would be wrong after these changes; null where it would not. */
export function changesRefusal(state: State, cueIds: readonly CueId[], changes: Changes): Refusal | null {
  if (changes.with === undefined && changes.layer === undefined) return null;
  const cueOf = (id: CueId) => getRow(state.show.cues, id);
  const changed = new Map(
    cueIds.flatMap((id) => {
      const cue = cueOf(id);
      return cue ? [[id, { ...cue, ...differing(cue, changes) }] as const] : [];
    }),
  );
  return companyRefusal(state.show, changed, cueOf);
}

/** Takes cues out of the show: the table, the order, and the company of others. */
export function dropCues(draft: State, gone: ReadonlySet<CueId>): void {
  const { cues } = plainShow(draft);
  for (const lead of leadsOf({ cues })) {
    const cue = getRow(draft.show.cues, lead.id);
    const left = withoutCues(lead.with, gone);
    if (cue && left.length < lead.with.length && !gone.has(lead.id)) cue.with = left;
  }
  for (const id of gone) removeRow(draft.show.cues, id);
  draft.show.rundown = draft.show.rundown.filter((id) => !gone.has(id));
}

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
    return numberTaken(state, changes.number, cueId) ?? changesRefusal(state, [cueId], changes);
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
    dropCues(draft, new Set([cueId]));
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
