/** What a person decides for each use of a fact that is corrected, superseded or withdrawn. */
import { z } from 'zod';
import { CueId } from '../ids.ts';

/**
 * `replace`: the cue takes the replacement (or the corrected revision), and what it shows on air is updated in place,
 * at once or as soon as the replacement is approved. `pull`: off air. `keep`: stays as it is; logged with the name.
 */
export const UseAction = z.enum(['replace', 'pull', 'keep']);
export type UseAction = z.infer<typeof UseAction>;

export const Uses = z.array(z.object({ cueId: CueId, action: UseAction })).max(2000);
export type Uses = z.infer<typeof Uses>;
