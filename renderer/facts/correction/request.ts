/** What the correction dialog was opened for. */
import type { CommandInput } from '../../../core/commands/registry.ts';
import type { FactId } from '../../../core/ids.ts';
import type { Result } from '../../client/pending.ts';

export type FactChanges = Extract<CommandInput, { type: 'fact.edit' }>['changes'];

export type CorrectionRequest =
  | { kind: 'withdraw'; facts: readonly FactId[] }
  | { kind: 'supersede'; facts: readonly [FactId] }
  | {
      kind: 'edit';
      facts: readonly [FactId];
      changes: FactChanges;
      /** Told what became of it, so that the field which asked shows it. */
      settle(result: Result): void;
    };
