/** What the correction dialog was opened for. */
import type { CommandInput } from '../../../core/commands/registry.ts';
import type { FactId } from '../../../core/ids.ts';
import type { Fact } from '../../../core/schema/fact.ts';
import type { Result } from '../../client/pending.ts';

export type FactChanges = Extract<CommandInput, { type: 'fact.edit' }>['changes'];

/** A change of a fact, or what cannot be right about it. */
export type Change = { ok: true; changes: FactChanges } | { ok: false; detail: string };

export type CorrectionRequest =
  | { kind: 'withdraw'; facts: readonly FactId[] }
  | { kind: 'supersede'; facts: readonly [FactId] }
  | {
      kind: 'edit';
      facts: readonly [FactId];
      /** What is to change, made from the fact as it is when that is confirmed. */
      change(fact: Fact): Change;
      /** Told what became of it, so that the field which asked shows it. */
      settle(result: Result): void;
    };
