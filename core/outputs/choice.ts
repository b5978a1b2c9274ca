/** What the show keeps of the displays that an output stands on, so that they are found again tomorrow. Pure. */
import type { DisplayRef, Output, OutputTarget } from '../schema/output.ts';
import { refOf, type DisplayInfo } from './displays.ts';

type OnDisplay = Extract<OutputTarget, { kind: 'display' }>;

/** Displays that come and go beside one are no news of it. */
const essence = ({ display, key }: OnDisplay): string =>
  JSON.stringify([display, key].map((ref: DisplayRef | null) => ref && { ...ref, others: [] }));

/**
 * @param on ids of the displays that it stands on; fill first
 * @returns the target as it should be kept now; null where the show knows all of it already
 */
export function choiceNow(
  { target }: Pick<Output, 'target'>,
  on: readonly number[],
  displays: readonly DisplayInfo[],
): OnDisplay | null {
  const [display, key] = on.flatMap((id) => displays.find((one) => one.id === id) ?? []);
  if (target.kind !== 'display' || !display) return null;
  const now: OnDisplay = {
    kind: 'display',
    display: refOf(display, displays),
    key: key ? refOf(key, displays) : target.key,
  };
  return essence(now) === essence(target) ? null : now;
}
