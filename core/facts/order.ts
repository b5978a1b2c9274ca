/** The orders that a table of facts can have. */
import type { Fact } from '../schema/fact.ts';
import { fold } from '../rundown.ts';
import type { FactIndex } from './fact-index.ts';

export const FACT_COLUMNS = [
  'number',
  'approval',
  'kind',
  'statement',
  'subject',
  'figures',
  'asOf',
  'source',
  'changed',
] as const;
export type FactColumn = (typeof FACT_COLUMNS)[number];

export interface FactOrder {
  readonly column: FactColumn;
  readonly descending: boolean;
}

/** What waits for a person comes first. */
const APPROVALS = ['draft', 'approved', 'superseded', 'withdrawn'];

/** What a fact is ordered by; null has nothing to be ordered by and comes last either way. */
function keyOf(fact: Fact, column: FactColumn, index: FactIndex): number | string | null {
  switch (column) {
    case 'number':
      return fact.seq;
    case 'approval':
      return APPROVALS.indexOf(fact.approval);
    case 'kind':
      return fact.kind;
    case 'statement':
      return fold(fact.statement);
    case 'subject': {
      const { electorates, parties } = index(fact);
      return fold([...electorates, ...parties].join(' ')) || null;
    }
    case 'figures': {
      const number = fact.values.find(({ value }) => typeof value === 'number')?.value;
      return typeof number === 'number' ? number : (fact.tally?.house ?? null);
    }
    case 'asOf':
      return fact.asOf.countPercent;
    case 'source':
      return fold(fact.source.name) || null;
    case 'changed':
      return fact.changedAt;
    default:
      column satisfies never;
      return null;
  }
}

/** Equal ones stay in the order of their numbers, in either direction. */
export function orderFacts(facts: readonly Fact[], order: FactOrder, index: FactIndex): Fact[] {
  const turn = order.descending ? -1 : 1;
  return facts
    .map((fact) => ({ fact, key: keyOf(fact, order.column, index) }))
    .sort((a, b) => {
      if (a.key === b.key) return a.fact.seq - b.fact.seq;
      if (a.key === null) return 1;
      if (b.key === null) return -1;
      return (a.key < b.key ? -1 : 1) * turn;
    })
    .map(({ fact }) => fact);
}
