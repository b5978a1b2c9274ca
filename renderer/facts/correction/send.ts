/** Carries a correction out: one command for each fact, each with what becomes of its uses; one step of undo. */
import type { CommandInput } from '../../../core/commands/registry.ts';
import type { FactId } from '../../../core/ids.ts';
import type { Fact } from '../../../core/schema/fact.ts';
import type { Desk } from '../../client/desk.ts';
import type { Result } from '../../client/pending.ts';
import { newGroup, sendMany } from '../bulk.ts';
import { usesByFact, type PlannedUse } from './plan.ts';
import type { CorrectionRequest } from './request.ts';

export interface Decision {
  request: CorrectionRequest;
  /** The facts as they are shown. */
  facts: readonly Fact[];
  planned: readonly PlannedUse[];
  reason: string;
  replacement: FactId | null;
}

/** @param group for several */
function commandFor(fact: Fact, decision: Decision, uses: PlannedUses, group: string): CommandInput | string {
  const { request, facts, replacement } = decision;
  const reason = decision.reason.trim();
  const ofFact = { factId: fact.id, uses: [...(uses.get(fact.id) ?? [])] };
  switch (request.kind) {
    case 'edit': {
      const change = request.change(fact);
      const why = reason === '' ? {} : { reason };
      if (!change.ok) return change.detail;
      return { type: 'fact.edit', ...ofFact, changes: change.changes, base: fact.revision, ...why };
    }
    case 'supersede':
      // the button waits for one
      if (!replacement) throw new Error('superseded by nothing');
      return { type: 'fact.supersede', ...ofFact, by: replacement, reason };
    case 'withdraw': {
      const by = replacement ? { replacement } : {};
      return { type: 'fact.withdraw', ...ofFact, reason, ...by, ...(facts.length > 1 ? { group } : {}) };
    }
    default:
      request satisfies never;
      throw new Error('no such correction');
  }
}

type PlannedUses = ReturnType<typeof usesByFact>;

/**
 * @param onProgress is told how many are answered
 * @returns what became of each fact, in their order; fewer where the line was lost
 */
export async function sendCorrection(
  desk: Desk,
  decision: Decision,
  onProgress: (done: number) => void,
): Promise<Result[]> {
  const uses = usesByFact(decision.planned);
  const group = newGroup();
  const commands: CommandInput[] = [];
  for (const fact of decision.facts) {
    const command = commandFor(fact, decision, uses, group);
    if (typeof command === 'string') return [{ ok: false, code: 'fact_invalid', detail: command }];
    commands.push(command);
  }
  const results = await sendMany((command) => desk.client.send(command), commands, onProgress);
  const refused = results.find((result) => !result.ok);
  if (refused && !refused.ok) desk.say(refused.code, refused.detail);
  return results;
}
