/** Facts that are not to be shown any more: withdrawn, or superseded by a newer one. */
import { z } from 'zod';
import { factLabel } from '../labels.ts';
import { FactId } from '../ids.ts';
import { isRehearsed } from '../rehearsal/origin.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { Uses } from '../schema/fact-use.ts';
import type { Fact } from '../schema/fact.ts';
import type { State } from '../state.ts';
import { getRow } from '../table.ts';
import { Group } from './group.ts';
import { defineCommand } from './command.ts';
import { change, isRefusal, known } from './fact-checks.ts';
import { rebindUses, settleUses, usesRefusal, wantsReplacement, type Decided } from './fact-uses.ts';

/** The fact to be taken out of use, where it may be. */
function retirable(state: State, id: FactId, word: string): Fact | Refusal {
  const fact = known(state, id);
  if (isRefusal(fact)) return fact;
  return fact.approval === 'withdrawn' ? refuse('fact_is_withdrawn', `This fact is withdrawn${word}.`) : fact;
}

/** What takes a fact's place must be another one, and itself still stand. */
function replacementRefusal(state: State, factId: FactId, by: FactId): Refusal | null {
  const next = getRow(state.show.facts, by);
  if (!next) return refuse('replacement_missing', `There is no fact "${by}" to take its place.`);
  if (by === factId)
    return refuse('replacement_missing', 'A fact cannot take its own place: name another one.');
  const fact = getRow(state.show.facts, factId);
  if (state.air.mode === 'live' && isRehearsed(next) && fact && !isRehearsed(fact))
    return refuse('rehearsal_data', 'The fact that should take its place was made in rehearsal.');
  if (next.approval === 'withdrawn')
    return refuse('fact_is_withdrawn', 'The fact that should take its place has been withdrawn.');
  if (next.approval === 'superseded')
    return refuse('fact_superseded', 'The fact that should take its place has been superseded itself.');
  return null;
}

/** True where the chain of newer facts that begins at `from` leads to `to`. */
function leadsTo(state: State, from: FactId, to: FactId): boolean {
  const seen = new Set<FactId>();
  for (let at: FactId | null = from; at !== null && !seen.has(at);) {
    if (at === to) return true;
    seen.add(at);
    at = getRow(state.show.facts, at)?.supersededBy ?? null;
  }
  return false;
}

export const factWithdraw = defineCommand({
  type: 'fact.withdraw',
  title: 'Withdraw a fact',
  schema: z.object({
    factId: FactId,
    reason: z.string().max(500).default(''),
    /** The fact that `replace` puts in its place. */
    replacement: FactId.exactOptional(),
    uses: Uses.exactOptional(),
    group: Group.exactOptional(),
  }),
  undo: 'record',
  access: 'open',
  describe: ({ show }, { factId }) => factLabel(show, factId),
  group: ({ group }) => group,
  check(state, { factId, replacement, uses }) {
    const fact = retirable(state, factId, ' already');
    if (isRefusal(fact)) return fact;
    if (replacement === undefined) {
      if (!wantsReplacement(uses)) return usesRefusal(state, { factId, uses });
      return refuse(
        'replacement_missing',
        'To replace a withdrawn fact, name the fact that takes its place.',
      );
    }
    return replacementRefusal(state, factId, replacement) ?? usesRefusal(state, { factId, uses });
  },
  apply(draft, { factId, reason, replacement = null, uses }, context) {
    change(draft, factId, context, { approval: 'withdrawn', withdrawnReason: reason || null });
    rebindUses(draft, { factId, replacement, uses });
    return { factId };
  },
  settle: (draft, { factId, replacement = null, uses }, context) =>
    settleUses(draft, { factId, replacement, uses }, context),
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
  describe: ({ show }, { factId }) => factLabel(show, factId),
  check(state, { factId, by, uses }) {
    const fact = retirable(state, factId, ': it cannot be superseded as well');
    if (isRefusal(fact)) return fact;
    const refusal = replacementRefusal(state, factId, by);
    if (refusal) return refusal;
    if (leadsTo(state, by, factId)) {
      return refuse(
        'fact_superseded',
        'The newer fact has been superseded by this one: that would be a circle.',
      );
    }
    return usesRefusal(state, { factId, uses });
  },
  apply(draft, { factId, by, uses }, context) {
    change(draft, factId, context, { approval: 'superseded', supersededBy: by });
    rebindUses(draft, { factId, replacement: by, uses });
    return { factId, by };
  },
  settle: (draft, { factId, by, uses }, context) =>
    settleUses(draft, { factId, replacement: by, uses } satisfies Decided, context),
});
