/** All that waits, and what decides on it. */
import { useMemo, useState } from 'react';
import type { Proposal } from '../../core/schema/feed.ts';
import { allRows } from '../../core/table.ts';
import { useDerived, useDesk } from '../client/desk.ts';

const NONE: readonly Proposal[] = [];

export const useProposals = (): readonly Proposal[] =>
  useDerived((state) => state.show.proposals, allRows<Proposal>) ?? NONE;

export interface Deciding {
  /** How many are on their way to the station; 0 when none. */
  busy: number;
  /** Why the last decision was refused. */
  refused: string | null;
  /** @returns whether the station did it */
  decide(type: 'proposal.accept' | 'proposal.reject', which: readonly Proposal[]): Promise<boolean>;
}

export function useDeciding(): Deciding {
  const desk = useDesk();
  const [busy, setBusy] = useState(0);
  const [refused, setRefused] = useState<string | null>(null);
  return useMemo(
    () => ({
      busy,
      refused,
      async decide(type, which) {
        if (which.length === 0) return false;
        setBusy(which.length);
        // what a feed has said since is not decided on unseen
        const seen = which.reduce((newest, { at }) => Math.max(newest, at), 0);
        const result = await desk.send({ type, factIds: which.map(({ id }) => id), seen });
        setBusy(0);
        setRefused(result.ok ? null : result.detail);
        return result.ok;
      },
    }),
    [desk, busy, refused],
  );
}
