/** What the commands on facts have in common: finding one, and who may change it when. */
import { kindIssues, issueText } from '../facts/kind-schema.ts';
import { quotationProblem } from '../facts/quotation.ts';
import type { FactId } from '../ids.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { Fact, FactContent } from '../schema/fact.ts';
import type { State } from '../state.ts';
import { getRow } from '../table.ts';
import type { Context } from './command.ts';

export const known = (state: State, id: FactId): Fact | Refusal =>
  getRow(state.show.facts, id) ?? refuse('fact_unknown', `There is no fact "${id}" in this show.`);

export const isRefusal = (value: Fact | Refusal): value is Refusal => 'ok' in value;

/** A lock is of the words: who locked a fact wants nobody to edit it. It can still be approved and withdrawn. */
export const lockRefusal = ({ lockedBy }: Fact): Refusal | null =>
  lockedBy === null
    ? null
    : refuse('fact_locked', `${lockedBy} has locked this fact against edits: unlock it first.`);

/** Wrong types, units and ranges. What is missing is no reason: it may come later. */
export function contentRefusal(content: Pick<FactContent, 'kind' | 'subject' | 'values'>): Refusal | null {
  const issues = kindIssues(content);
  const first = issues[0];
  if (!first) return null;
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  return refuse('fact_invalid', `${issueText(content.kind, first)}${more}.`);
}

/** Whoever decides on a fact decides on the words that they saw. Null where they are still there, or not named. */
export const changedRefusal = (
  { revision, statement, author }: Fact,
  seen: number | undefined,
): Refusal | null =>
  seen === undefined || seen === revision
    ? null
    : refuse('fact_changed', `“${statement}” has been changed since by ${author}: look again.`);

/** A quotation that departs from its source's sentence without saying so. */
export function quoteRefusal({ quote, source }: Pick<FactContent, 'quote' | 'source'>): Refusal | null {
  const problem = quote && source.sentence !== '' ? quotationProblem(quote.text, source.sentence) : null;
  return problem === null ? null : refuse('quote_not_verbatim', `The quotation is not verbatim: ${problem}.`);
}

/** Why this person may not approve this fact now; null where they may. */
export function approvalRefusal(state: State, fact: Fact, context: Context): Refusal | null {
  if (fact.approval !== 'draft')
    return refuse('fact_not_draft', `This fact is ${fact.approval}, not a draft.`);
  if (state.show.settings.fourEyes && !context.waiveFourEyes && fact.author === context.actor) {
    return refuse('four_eyes', 'You wrote this revision: another person has to approve it.');
  }
  return quoteRefusal(fact);
}

/** Changes fields of a fact that has passed its check. */
export function change(draft: State, id: FactId, context: Context, changes: Partial<Fact>): void {
  const fact = getRow(draft.show.facts, id);
  if (!fact) throw new Error(`fact ${id} passed its check and is gone`);
  Object.assign(fact, changes, { changedAt: context.now });
}
