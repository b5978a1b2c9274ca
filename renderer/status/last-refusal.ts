/** The refusal to show: the station tells every desk of every one, and the desk has its own. The newest counts. Pure. */
import type { DeskRefusal } from '../../core/protocol.ts';
import type { Notice } from '../client/desk-ui.ts';

export interface ShownRefusal extends Notice {
  /** Who was refused, where the station said so. */
  by: string;
}

/** The station's word and the answer to one's own command are the same refusal a few milliseconds apart. */
const SAME_WITHIN_MS = 1000;

export function lastRefusal(theirs: DeskRefusal | null, own: Notice | null): ShownRefusal | null {
  if (!theirs) return own && { ...own, by: '' };
  const isSame =
    own !== null && own.detail === theirs.detail && Math.abs(own.at - theirs.at) < SAME_WITHIN_MS;
  if (!own || isSame || theirs.at > own.at) {
    return { at: theirs.at, code: theirs.code, detail: theirs.detail, by: theirs.by };
  }
  return { ...own, by: '' };
}
