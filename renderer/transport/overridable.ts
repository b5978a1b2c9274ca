/** Whether a cue that is refused could be taken past the gate: only where nothing but its facts is against it. Pure. */
import type { RefusalCode } from '../../core/refusal.ts';
import type { CueView } from '../client/cue-views.ts';

/** What the station lets a written reason outweigh. The station decides; the desk only does not offer the rest. */
const OVERRIDABLE: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'fact_draft',
  'fact_withdrawn',
  'fact_superseded',
  'fact_embargoed',
  'fact_stale',
  'fact_do_not_air',
  'fact_context_only',
  'fact_quote_only',
  'label_missing',
]);

export const canOverride = ({ gated }: Pick<CueView, 'gated'>, allowed: boolean): boolean =>
  allowed && gated.problems.length > 0 && gated.problems.every(({ code }) => OVERRIDABLE.has(code));
