/**
 * The kinds of facts: which fields each has, in which units, what the form asks for, and which templates show it.
 * One table, from which the validation, the form and the default cue are made.
 */
import type { FactKind } from '../schema/fact.ts';

export interface KindField {
  /** Path in the fact: `subject.electorate`, `values.margin_votes`, `quote.text`, `tally`. */
  path: string;
  title: string;
  input:
    | 'text'
    | 'long'
    | 'party'
    | 'person'
    | 'electorate'
    | 'votes'
    | 'percent'
    | 'seats'
    | 'year'
    | 'tally'
    | 'flag';
  /** Without it the fact of this kind says nothing; it may be a draft, but the desk says what is missing. */
  needed: boolean;
}

export interface Kind {
  kind: FactKind;
  title: string;
  /** One sentence: what such a fact says. */
  hint: string;
  fields: readonly KindField[];
  /** Ids of templates that suit it, the best first. */
  graphics: readonly string[];
}
