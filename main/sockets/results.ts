/** What a desk is told of its command. */
import type { FromStation } from '../../core/protocol.ts';
import type { Dispatched } from '../store/store.ts';

export const LOOKING_ON = {
  ok: false,
  code: 'viewer',
  detail: 'This desk only looks on: nothing was changed.',
} as const;

/** As the wire has it. */
export function plainResult(result: Dispatched): Extract<FromStation, { type: 'result' }>['result'] {
  return result.ok ? { ok: true, revision: result.revision, ...result.answer } : { ...result };
}
