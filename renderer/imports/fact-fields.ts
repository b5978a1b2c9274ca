/** Our fields that a column may hold, with what the desk calls them. Pure. */
import { FIELDS } from '../../core/facts/table-columns.ts';
import { fieldTitle, KINDS } from '../../core/facts/kinds.ts';

/** Without these a row says nothing. */
export const NEEDED_FIELDS: readonly string[] = ['statement'];

const ofKinds = Object.values(KINDS)
  .flatMap(({ fields }) => fields.map(({ path }) => path))
  .filter((path) => path !== 'tally');

export const FACT_FIELDS: readonly string[] = [...new Set([...FIELDS.map(([field]) => field), ...ofKinds])];

/** "Votes (values.votes)": several fields are called alike, and a file may name any of them. */
export const titleOf = (field: string): string => `${fieldTitle('context', field)} (${field})`;
