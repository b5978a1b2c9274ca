/** What actions are called in refusals. The desk has its own words, in its own language. */
import type { MapAction } from './actions.ts';

/** `recallLastOut` → “recall last out”. */
export const actionTitle = (action: MapAction): string =>
  action.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
