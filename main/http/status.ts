/** How the outcome of a command is answered over HTTP. */
import { kindOfRefusal } from '../../core/refusal.ts';
import type { Dispatched } from '../store/store.ts';

/** 400 for what is no command, 422 for what is wrong in itself, 409 for what cannot be now. */
export function statusOf(result: Dispatched): 200 | 400 | 409 | 422 | 500 {
  if (result.ok) return 200;
  if (result.code === 'bug') return 500;
  if (result.code === 'bad_command' || result.code === 'unknown_command') return 400;
  return kindOfRefusal(result.code) === 'invalid' ? 422 : 409;
}
