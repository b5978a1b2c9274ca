/** Carries a correction out: one command for each fact, each with what becomes of its uses. */
import type { FactId } from '../../../core/ids.ts';
import type { Desk } from '../../client/desk.ts';
import type { Result } from '../../client/pending.ts';
import { usesFor, type PlannedUse } from './plan.ts';
import type { CorrectionRequest } from './request.ts';

export interface Decision {
  request: CorrectionRequest;
  planned: readonly PlannedUse[];
  reason: string;
  replacement: FactId | null;
}

/** @returns what became of each fact, in their order */
export async function sendCorrection(desk: Desk, decision: Decision): Promise<Result[]> {
  const { request, planned, replacement } = decision;
  const reason = decision.reason.trim();
  const results: Result[] = [];
  for (const factId of request.facts) {
    const uses = usesFor(planned, factId);
    if (request.kind === 'edit') {
      const why = reason === '' ? {} : { reason };
      results.push(await desk.send({ type: 'fact.edit', factId, changes: request.changes, uses, ...why }));
    } else if (request.kind === 'supersede' && replacement) {
      results.push(await desk.send({ type: 'fact.supersede', factId, by: replacement, reason, uses }));
    } else if (request.kind === 'withdraw') {
      const by = replacement ? { replacement } : {};
      results.push(await desk.send({ type: 'fact.withdraw', factId, reason, uses, ...by }));
    }
  }
  return results;
}
