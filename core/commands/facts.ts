/** Facts: written, edited, approved by another person, withdrawn. */
import { z } from 'zod';
import { FactId } from '../ids.ts';
import { differing } from '../json.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { type Fact, FactContent } from '../schema/fact.ts';
import { Uses } from '../schema/fact-use.ts';
import type { State } from '../state.ts';
import { getRow, putRow } from '../table.ts';
import { defineCommand, type Context } from './command.ts';

const known = (state: State, id: FactId): Fact | Refusal =>
  getRow(state.show.facts, id) ?? refuse('fact_unknown', `There is no fact "${id}" in this show.`);

const isRefusal = (value: Fact | Refusal): value is Refusal => 'ok' in value;

/** In rehearsal only what was made there may be changed: live facts stay as they are. */
function rehearsalRefusal(state: State, fact: Fact): Refusal | null {
  if (state.air.mode === 'live' || fact.origin === 'rehearsal') return null;
  return refuse('live_data_in_rehearsal', 'This is a live fact: return to live before changing it.');
}

function changeRefusal(state: State, id: FactId): Refusal | null {
  const fact = known(state, id);
  return isRefusal(fact) ? fact : rehearsalRefusal(state, fact);
}

const change = (draft: State, id: FactId, context: Context, changes: Partial<Fact>): void => {
  const fact = getRow(draft.show.facts, id);
  if (!fact) throw new Error(`fact ${id} passed its check and is gone`);
  Object.assign(fact, changes, { changedAt: context.now });
};

const Create = FactContent.extend({ factId: FactId.optional() });

export const factCreate = defineCommand({
  type: 'fact.create',
  title: 'Write a fact',
  schema: Create,
  undo: 'record',
  access: 'open',
  check(state, { factId }) {
    if (!factId || !getRow(state.show.facts, factId)) return null;
    return refuse('number_taken', `A fact with the id "${factId}" exists already.`);
  },
  apply({ show, air }, { factId, ...content }, context) {
    const id = factId ?? FactId.parse(context.newId('fact'));
    show.factSeq += 1;
    putRow(show.facts, id, {
      ...content,
      id,
      seq: show.factSeq,
      revision: 1,
      approval: 'draft',
      author: context.actor,
      approvedBy: null,
      changedAt: context.now,
      supersededBy: null,
      withdrawnReason: null,
      lockedBy: null,
      via: null,
      origin: air.mode,
    });
    return { factId: id };
  },
});

/** Only the named fields change. Defaults are stripped, or an edit of one field would reset the others. */
const changesSchema = z.object(
  Object.fromEntries(
    Object.entries(FactContent.shape).map(([key, field]) => [key, withoutDefault(field).optional()]),
  ),
) as unknown as z.ZodType<Partial<FactContent>, Partial<z.input<typeof FactContent>>>;

function withoutDefault(field: z.ZodType): z.ZodType {
  if (field instanceof z.ZodDefault || field instanceof z.ZodPrefault)
    return field.def.innerType as z.ZodType;
  return field;
}

export const factEdit = defineCommand({
  type: 'fact.edit',
  title: 'Edit a fact',
  schema: z.object({
    factId: FactId,
    changes: changesSchema,
    /** Why, for the fact's history. */
    reason: z.string().max(500).exactOptional(),
    /** What becomes of the cues and graphics that use it; those that are not named are kept. */
    uses: Uses.exactOptional(),
  }),
  undo: 'record',
  access: 'open',
  check(state, { factId }) {
    const refusal = changeRefusal(state, factId);
    if (refusal) return refusal;
    const fact = getRow(state.show.facts, factId);
    return fact?.approval === 'withdrawn'
      ? refuse('fact_is_withdrawn', 'This fact has been withdrawn: write a new one.')
      : null;
  },
  apply(draft, { factId, changes }, context) {
    const fact = getRow(draft.show.facts, factId);
    if (!fact) throw new Error(`fact ${factId} passed its check and is gone`);
    const given = differing<Fact>(fact, changes);
    // a feed that says the same again takes no approval away
    if (Object.keys(given).length === 0) return { factId, revision: fact.revision };
    const revision = fact.revision + 1;
    change(draft, factId, context, {
      ...given,
      revision,
      approval: 'draft',
      approvedBy: null,
      author: context.actor,
    });
    return { factId, revision };
  },
});

export const factApprove = defineCommand({
  type: 'fact.approve',
  title: 'Approve a fact',
  schema: z.object({ factId: FactId }),
  undo: 'record',
  access: 'open',
  check(state, { factId }, context) {
    const fact = known(state, factId);
    if (isRefusal(fact)) return fact;
    const rehearsal = rehearsalRefusal(state, fact);
    if (rehearsal) return rehearsal;
    if (fact.approval !== 'draft')
      return refuse('fact_not_draft', `This fact is ${fact.approval}, not a draft.`);
    if (state.show.settings.fourEyes && !context.waiveFourEyes && fact.author === context.actor) {
      return refuse('four_eyes', 'You wrote this revision: another person has to approve it.');
    }
    return null;
  },
  apply(draft, { factId }, context) {
    change(draft, factId, context, { approval: 'approved', approvedBy: context.actor });
    return { factId };
  },
});

export const factWithdraw = defineCommand({
  type: 'fact.withdraw',
  title: 'Withdraw a fact',
  schema: z.object({
    factId: FactId,
    reason: z.string().max(500).default(''),
    /** The fact that `replace` puts in its place. */
    replacement: FactId.exactOptional(),
    uses: Uses.exactOptional(),
  }),
  undo: 'record',
  access: 'open',
  check(state, { factId }) {
    const fact = known(state, factId);
    if (isRefusal(fact)) return fact;
    const refusal = rehearsalRefusal(state, fact);
    if (refusal) return refusal;
    return fact.approval === 'withdrawn'
      ? refuse('fact_is_withdrawn', 'This fact is withdrawn already.')
      : null;
  },
  apply(draft, { factId, reason }, context) {
    change(draft, factId, context, { approval: 'withdrawn', withdrawnReason: reason || null });
    return { factId };
  },
});

export const factSupersede = defineCommand({
  type: 'fact.supersede',
  title: 'Supersede a fact',
  schema: z.object({
    factId: FactId,
    /** The newer fact. */
    by: FactId,
    reason: z.string().max(500).default(''),
    uses: Uses.exactOptional(),
  }),
  undo: 'record',
  access: 'open',
  check: () => null,
  apply() {
    throw new Error('not written yet');
  },
});

export const factApproveMany = defineCommand({
  type: 'fact.approveMany',
  title: 'Approve facts',
  schema: z.object({ factIds: z.array(FactId).min(1).max(20_000) }),
  undo: 'record',
  access: 'open',
  check: () => null,
  apply() {
    throw new Error('not written yet');
  },
});

export const factLock = defineCommand({
  type: 'fact.lock',
  title: 'Lock or unlock a fact',
  schema: z.object({ factId: FactId, locked: z.boolean() }),
  undo: 'record',
  access: 'open',
  check: () => null,
  apply() {
    throw new Error('not written yet');
  },
});
