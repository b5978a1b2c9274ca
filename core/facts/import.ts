/** Facts from a table or a file of facts: what may be written over, and what comes of a row. */
import type { FactId } from '../ids.ts';
import { sameJson } from '../json.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { Fact, FactContent } from '../schema/fact.ts';
import type { State } from '../state.ts';
import { getRow } from '../table.ts';
import { kindIssues, type KindIssue } from './kind-schema.ts';

/** Why this fact may not be written over by an import; null where it may, or is not there yet. */
export function importRefusal({ show }: State, id: FactId): Refusal | null {
  const fact = getRow(show.facts, id);
  if (!fact) return null;
  if (fact.approval === 'withdrawn')
    return refuse('fact_is_withdrawn', `The fact "${id}" has been withdrawn: give the row another id.`);
  if (fact.lockedBy !== null) return refuse('fact_locked', `The fact "${id}" is locked by ${fact.lockedBy}.`);
  return null;
}

/** What is wrong with a row's content. What came from an older show may be wrong already, and stays as it is. */
export function newIssues(fact: Fact | undefined, content: FactContent): KindIssue[] {
  const isSame =
    fact !== undefined &&
    (['kind', 'subject', 'values'] as const).every((field) => sameJson(fact[field], content[field]));
  return isSame ? [] : kindIssues(content);
}

/** Only the fields that say something new. */
export const newFields = (fact: Fact, content: FactContent): Partial<FactContent> =>
  Object.fromEntries(
    Object.entries(content).filter(([field, value]) => !sameJson(fact[field as keyof FactContent], value)),
  );
