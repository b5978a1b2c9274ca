/**
 * An expected "no", as a value: a code for programs and a sentence for the operator.
 * Bugs throw; refusals never do.
 */
import { z } from 'zod';

/** `invalid`: the request itself is wrong (HTTP 422). `conflict`: right in itself, not now (HTTP 409). */
const CODES = {
  bad_command: 'invalid',
  unknown_command: 'invalid',
  not_allowed: 'invalid',
  cue_unknown: 'invalid',
  fact_unknown: 'invalid',
  graphic_unknown: 'invalid',
  party_unknown: 'invalid',
  media_unknown: 'invalid',
  media_in_use: 'conflict',
  output_unknown: 'invalid',
  output_name_taken: 'conflict',
  output_open: 'conflict',
  display_taken: 'conflict',
  too_many_outputs: 'conflict',
  guides_on_program: 'conflict',
  number_taken: 'conflict',
  fact_not_draft: 'conflict',
  fact_is_withdrawn: 'conflict',
  four_eyes: 'conflict',
  fact_locked: 'conflict',
  fact_invalid: 'invalid',
  fact_exists: 'conflict',
  quote_not_verbatim: 'conflict',
  replacement_missing: 'invalid',
  nothing_to_approve: 'conflict',
  override_off: 'conflict',
  override_outdated: 'conflict',
  fact_changed: 'conflict',
  override_not_possible: 'conflict',
  feed_unknown: 'invalid',
  feed_exists: 'conflict',
  feed_wrong: 'invalid',
  proposal_unknown: 'conflict',
  proposal_outdated: 'conflict',
  changed_since: 'conflict',
  live_data_in_rehearsal: 'conflict',
  nothing_on_preview: 'conflict',
  nothing_on_layer: 'conflict',
  action_unknown: 'invalid',
  nothing_newer: 'conflict',
  nothing_interrupted: 'conflict',
  no_next_step: 'conflict',
  too_soon: 'conflict',
  on_air: 'conflict',
  nothing_to_undo: 'conflict',
  nothing_to_redo: 'conflict',
  step_unknown: 'conflict',
  companion_wrong: 'invalid',
  clip_wrong: 'invalid',
  nothing_went_out: 'conflict',
  nothing_to_swap: 'conflict',
  nothing_due: 'conflict',
  key_taken: 'conflict',
  key_wrong: 'invalid',
  take_right: 'conflict',
  seat_unknown: 'conflict',
  viewer: 'invalid',
  no_rehearsal: 'conflict',
  rehearsal_barrier: 'conflict',
  rehearsing: 'conflict',
  mode_changed: 'conflict',
  night_unknown: 'invalid',
  show_unknown: 'invalid',
  // the gate
  graphic_missing: 'conflict',
  graphic_fault: 'conflict',
  requirements_unmet: 'conflict',
  fact_missing: 'conflict',
  fact_draft: 'conflict',
  fact_withdrawn: 'conflict',
  fact_superseded: 'conflict',
  fact_embargoed: 'conflict',
  fact_stale: 'conflict',
  fact_do_not_air: 'conflict',
  fact_context_only: 'conflict',
  fact_quote_only: 'conflict',
  label_missing: 'conflict',
  party_missing: 'conflict',
  rehearsal_data: 'conflict',
  media_missing: 'conflict',
  data_invalid: 'invalid',
  house_wrong: 'invalid',
} as const satisfies Record<string, 'invalid' | 'conflict'>;

export type RefusalCode = keyof typeof CODES;
export const RefusalCode = z.enum(Object.keys(CODES) as [RefusalCode, ...RefusalCode[]]);

export const kindOfRefusal = (code: RefusalCode): 'invalid' | 'conflict' => CODES[code];

/** One reason why a cue may not go on air. */
export const Problem = z.object({
  code: RefusalCode,
  /** A sentence an operator understands, naming the thing. */
  detail: z.string(),
  /** Field of the graphic's data, where one is at fault. */
  field: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;

export const Refusal = z.object({
  ok: z.literal(false),
  code: RefusalCode,
  detail: z.string(),
  problems: z.array(Problem).optional(),
});
export type Refusal = z.infer<typeof Refusal>;

export const refuse = (code: RefusalCode, detail: string): Refusal => ({ ok: false, code, detail });

/** Refuses for the first problem and carries them all. */
export function refuseFor(what: string, problems: readonly Problem[]): Refusal | null {
  const first = problems[0];
  if (!first) return null;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  return { ok: false, code: first.code, detail: `${what}: ${first.detail}${more}`, problems: [...problems] };
}
