/** Facts: written, edited, approved by another person, locked. What ends their life is in fact-withdrawals.ts. */
import { z } from 'zod';
import { factLabel, manyLabel, shortened } from '../labels.ts';
import { nextRevision } from '../facts/revisions.ts';
import { FactId } from '../ids.ts';
import { differing } from '../json.ts';
import { plainShow } from '../playout.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { type Fact, FactContent } from '../schema/fact.ts';
import { Uses } from '../schema/fact-use.ts';
import type { State } from '../state.ts';
import { getRow, putRow } from '../table.ts';
import { Group } from './group.ts';
import { defineCommand, type Answer, type Context } from './command.ts';
import {
  approvalRefusal,
  change,
  changedRefusal,
  contentRefusal,
  isRefusal,
  known,
  lockRefusal,
} from './fact-checks.ts';
import { settleUses, usesRefusal } from './fact-uses.ts';

const Create = FactContent.extend({ factId: FactId.optional() });

export const factCreate = defineCommand({
  type: 'fact.create',
  title: 'Write a fact',
  schema: Create,
  undo: 'record',
  access: 'open',
  describe: (_state, { statement }) => shortened(statement),
  check(state, { factId, ...content }) {
    if (factId && getRow(state.show.facts, factId))
      return refuse('number_taken', `A fact with the id "${factId}" exists already.`);
    return contentRefusal(content);
  },
  apply({ show, air }, { factId, ...content }, context) {
    const id = factId ?? FactId.parse(context.newId('fact'));
    show.factSeq += 1;
    putRow(show.facts, id, {
      ...content,
      id,
      seq: show.factSeq,
      revision: nextRevision(show, id),
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
    /** The revision that the person saw: another one is refused instead of written over. */
    base: z.int().exactOptional(),
    /** Why, for the fact's history. */
    reason: z.string().max(500).exactOptional(),
    /** What becomes of the cues and graphics that use it; those that are not named are kept. */
    uses: Uses.exactOptional(),
  }),
  undo: 'record',
  access: 'open',
  describe: ({ show }, { factId }) => factLabel(show, factId),
  check(state, { factId, base, changes, uses }) {
    const fact = known(state, factId);
    if (isRefusal(fact)) return fact;
    if (fact.approval === 'withdrawn')
      return refuse('fact_is_withdrawn', 'This fact has been withdrawn: write a new one.');
    const { kind = fact.kind, subject = fact.subject, values = fact.values } = changes;
    const isSame = kind === fact.kind && subject === fact.subject && values === fact.values;
    return (
      lockRefusal(fact) ??
      changedRefusal(fact, base) ??
      // what came from an older show may be wrong already, and must not keep the rest from being edited
      (isSame ? null : contentRefusal({ kind, subject, values })) ??
      usesRefusal(state, { factId, uses })
    );
  },
  apply(draft, { factId, changes }, context) {
    const fact = getRow(draft.show.facts, factId);
    if (!fact) throw new Error(`fact ${factId} passed its check and is gone`);
    const given = differing<Fact>(fact, changes);
    // a feed that says the same again takes no approval away
    if (Object.keys(given).length === 0) return { factId, revision: fact.revision };
    const revision = nextRevision(plainShow(draft), factId);
    change(draft, factId, context, {
      ...given,
      revision,
      approval: 'draft',
      approvedBy: null,
      author: context.actor,
      supersededBy: null,
      via: null,
    });
    return { factId, revision };
  },
  settle: (draft, { factId, uses }, context) =>
    settleUses(draft, { factId, replacement: null, uses }, context),
});

export const factApprove = defineCommand({
  type: 'fact.approve',
  title: 'Approve a fact',
  schema: z.object({
    factId: FactId,
    /** The revision that the person read: another one is refused, for nobody has read it. */
    revision: z.int().exactOptional(),
  }),
  undo: 'record',
  access: 'open',
  describe: ({ show }, { factId }) => factLabel(show, factId),
  check(state, { factId, revision }, context) {
    const fact = known(state, factId);
    if (isRefusal(fact)) return fact;
    return changedRefusal(fact, revision) ?? approvalRefusal(state, fact, context);
  },
  apply(draft, { factId }, context) {
    change(draft, factId, context, { approval: 'approved', approvedBy: context.actor });
    return { factId };
  },
});

const Many = z.object({
  /** A desk sends thousands in pieces, so that takes go through between them. */
  factIds: z.array(FactId).min(1).max(20_000),
  /** The revisions that the person saw, by fact: those that have changed since are refused. */
  revisions: z.record(z.string(), z.int()).exactOptional(),
  group: Group.exactOptional(),
});

interface Sorted {
  approvable: FactId[];
  refused: { factId: FactId; refusal: Refusal }[];
}

/** Which of these facts this person may approve now, and why not the others. Reads nothing but them. */
function sortForApproval(
  state: State,
  { factIds, revisions = {} }: Pick<z.infer<typeof Many>, 'factIds' | 'revisions'>,
  context: Context,
): Sorted {
  const sorted: Sorted = { approvable: [], refused: [] };
  for (const factId of new Set(factIds)) {
    const fact = known(state, factId);
    const refusal = isRefusal(fact)
      ? fact
      : (changedRefusal(fact, revisions[factId]) ?? approvalRefusal(state, fact, context));
    if (refusal) sorted.refused.push({ factId, refusal });
    else sorted.approvable.push(factId);
  }
  return sorted;
}

export const factApproveMany = defineCommand({
  type: 'fact.approveMany',
  title: 'Approve facts',
  schema: Many,
  undo: 'record',
  access: 'open',
  describe: ({ show }, { factIds }) => manyLabel(factIds, (id) => factLabel(show, id)),
  group: ({ group }) => group,
  check(state, command, context) {
    const { approvable, refused } = sortForApproval(state, command, context);
    const first = refused[0];
    if (approvable.length > 0 || !first) return null;
    const what =
      refused.length === 1 ? 'It cannot be approved' : `None of these ${refused.length} can be approved`;
    return refuse('nothing_to_approve', `${what}: ${first.refusal.detail}`);
  },
  apply(draft, command, context): Answer {
    const before = { ...draft, show: plainShow(draft) };
    const { approvable, refused } = sortForApproval(before, command, context);
    for (const id of approvable)
      change(draft, id, context, { approval: 'approved', approvedBy: context.actor });
    return {
      approved: approvable,
      refused: refused.map(({ factId, refusal: { code, detail } }) => ({ factId, code, detail })),
    };
  },
});

export const factLock = defineCommand({
  type: 'fact.lock',
  title: 'Lock or unlock a fact',
  schema: z.object({ factId: FactId, locked: z.boolean(), group: Group.exactOptional() }),
  undo: 'record',
  access: 'open',
  describe: ({ show }, { factId }) => factLabel(show, factId),
  group: ({ group }) => group,
  check(state, { factId }) {
    const fact = known(state, factId);
    return isRefusal(fact) ? fact : null;
  },
  apply(draft, { factId, locked }, context) {
    const isLocked = getRow(draft.show.facts, factId)?.lockedBy !== null;
    // who locked it first keeps the lock: locking it again says nothing new
    if (isLocked !== locked) change(draft, factId, context, { lockedBy: locked ? context.actor : null });
    return { factId, locked };
  },
});
