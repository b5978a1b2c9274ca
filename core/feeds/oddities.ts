/** What in a feed's news waits for a person whatever the rules say, because counts do not do that by themselves. */
import { issueText, kindIssues } from '../facts/kind-schema.ts';
import { quotationProblem } from '../facts/quotation.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { Fact, FactContent } from '../schema/fact.ts';
import type { Feed, Oddity } from '../schema/feed.ts';

const oddity = (code: Oddity['code'], detail: string, field: string | null = null): Oddity => ({
  code,
  detail,
  field,
});

const grouped = (n: number): string => n.toLocaleString('en-NZ', { maximumFractionDigits: 6 });

/** Totals that only ever grow; a lead may shrink and a share may fall. */
const TOTALS: Record<string, Oddity['code']> = {
  votes: 'votes_fell',
  party_votes: 'votes_fell',
  votes_cast: 'votes_fell',
  trailing_votes: 'votes_fell',
  votes_counted: 'count_fell',
  counted: 'count_fell',
  electorates_final: 'count_fell',
};

const nameIn = (subject: JsonObject, role: string): string | null => {
  const person = subject[role];
  return isObject(person) && typeof person['name'] === 'string' ? person['name'] : null;
};

/** Which total belongs to whom: a leader's votes are compared only with that leader's. */
const holderOf = (content: FactContent, value: string): string | null =>
  nameIn(content.subject, value === 'trailing_votes' ? 'trailing' : 'leader');

function fallen(before: FactContent, after: FactContent): Oddity[] {
  const odd = after.values.flatMap(({ name, value, year }) => {
    const code = TOTALS[name];
    const was = before.values.find((old) => old.name === name && old.year === year)?.value;
    if (!code || typeof value !== 'number' || typeof was !== 'number' || value >= was) return [];
    if ((name === 'votes' || name === 'trailing_votes') && holderOf(before, name) !== holderOf(after, name))
      return [];
    return [oddity(code, `It falls from ${grouped(was)} to ${grouped(value)}.`, `values.${name}`)];
  });
  const [from, to] = [before.asOf.countPercent, after.asOf.countPercent];
  if (from !== null && to !== null && to < from)
    odd.push(
      oddity('count_fell', `The count goes back from ${from}% to ${to}% counted.`, 'asOf.countPercent'),
    );
  return odd;
}

/** A declared winner who is no longer the winner. */
function changedWinner(before: FactContent, after: FactContent): Oddity[] {
  const was = nameIn(before.subject, 'winner');
  if (was === null) return [];
  const is = nameIn(after.subject, 'winner');
  if (is === was) return [];
  const now = is ?? nameIn(after.subject, 'leader');
  const detail =
    now === was
      ? `${was} was declared the winner and is now only leading.`
      : `${was} was the winner; now it is ${now ?? 'nobody'}.`;
  return [oddity('winner_changed', detail, 'subject.winner')];
}

/** The present fact is not as this feed left it. */
function standing(fact: Fact, feed: Pick<Feed, 'id' | 'name'>): Oddity[] {
  const odd: Oddity[] = [];
  if (fact.lockedBy !== null) odd.push(oddity('locked', `The fact is locked by ${fact.lockedBy}.`));
  if (fact.approval === 'withdrawn') odd.push(oddity('withdrawn', 'The fact has been withdrawn here.'));
  if (fact.approval === 'superseded') odd.push(oddity('withdrawn', 'The fact has been superseded here.'));
  if (fact.via?.feed !== feed.id)
    odd.push(
      oddity('edited_here', `${fact.author} has edited the fact here since “${feed.name}” was taken over.`),
    );
  else if (fact.approval === 'draft')
    odd.push(oddity('edited_here', `The fact is a draft of ${fact.author} here.`));
  return odd;
}

/** What nobody could type in, or approve: no rule lets it in. */
export function invalid(content: FactContent): Oddity[] {
  const issues = kindIssues(content).map((issue) =>
    oddity('not_valid', `${issueText(content.kind, issue)}.`, issue.field),
  );
  const { quote, source } = content;
  const problem = quote && source.sentence !== '' ? quotationProblem(quote.text, source.sentence) : null;
  if (problem !== null)
    issues.push(oddity('not_valid', `The quotation is not verbatim: ${problem}.`, 'quote.text'));
  return issues;
}

/** What is odd about this news, seen from the fact as it is now. */
export const odditiesAgainst = (
  fact: Fact,
  content: FactContent,
  feed: Pick<Feed, 'id' | 'name'>,
): Oddity[] => [...fallen(fact, content), ...changedWinner(fact, content), ...standing(fact, feed)];
