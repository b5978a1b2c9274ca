/** What the checker has to say of a package: the same shape for what was read and for what was seen live. */
import { z } from 'zod';

/** `error`: it is not offered, or it would do harm on air. `warning`: it plays, and should be mended. */
export const Severity = z.enum(['error', 'warning']);
export type Severity = z.infer<typeof Severity>;

export const Finding = z.object({
  severity: Severity,
  /** The rule's name, which never changes: see `rules.ts` and `live-rules.ts`. */
  rule: z.string(),
  /** Path below the package's folder. */
  file: z.string(),
  /** Path of the field in that file, with dots; null where none is at fault. */
  field: z.string().nullable(),
  /** From 1; null where it is not known. */
  line: z.int().nullable(),
  /** The call during which it was seen, such as `playAction`; null for what was read. */
  call: z.string().nullable(),
  /** A sentence for the designer. */
  message: z.string(),
});
export type Finding = z.infer<typeof Finding>;

export const hasErrors = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity }) => severity === 'error');
