/** Whether what is pressed on this desk reaches air, and if not, who does. Pure. */
import type { Station } from '../client/connection.ts';
import { useStation } from '../client/desk.ts';

export type Reach = 'mine' | 'everyone' | 'theirs' | 'viewer';

export function reachOf({ state, seat, view }: Pick<Station, 'state' | 'seat' | 'view'>): Reach {
  if (view) return 'viewer';
  const right = state?.air.right ?? null;
  if (right === null) return 'everyone';
  return right.seat === seat ? 'mine' : 'theirs';
}

/** Who holds the take right, by the name that they have now; empty where nobody does. */
export function holderOf({ state, seats }: Pick<Station, 'state' | 'seats'>): string {
  const right = state?.air.right;
  if (!right) return '';
  return seats.find(({ seat }) => seat === right.seat)?.user ?? right.user;
}

export const useReach = (): Reach => useStation(reachOf);
export const useHolder = (): string => useStation(holderOf);
