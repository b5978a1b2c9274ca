/** What lies behind an output's graphics, as a CSS colour. Pure. */
import type { OutputMode } from '../schema/output.ts';

export const NO_GROUND = 'transparent';

/** What `background` in a stage's address asks for: `black` or `#rrggbb`. Anything else is no ground. */
export function groundOf(wish: string | null | undefined): string {
  if (wish === 'black') return '#000000';
  return wish != null && /^#[0-9a-f]{6}$/i.test(wish) ? wish : NO_GROUND;
}

/** Fill and key are both seen over black. */
export function groundOfMode(mode: OutputMode): string {
  if (mode.kind === 'transparent') return NO_GROUND;
  return mode.kind === 'chroma' ? mode.colour : '#000000';
}
