/** All that waits, and what decides on it. */
import { useMemo, useRef, useState } from 'react';
import { z } from 'zod';
import type { Proposal } from '../../core/schema/feed.ts';
import { allRows } from '../../core/table.ts';
import { useDerived, useDesk } from '../client/desk.ts';
import { text } from '../text.ts';

/** How many had changed on the way: they still wait. */
const Answer = z.object({ newer: z.number().default(0) });

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
  // a held key comes again before the page is drawn again
  const isBusy = useRef(false);
  return useMemo(
    () => ({
      busy,
      refused,
      async decide(type, which) {
        if (which.length === 0 || isBusy.current) return false;
        isBusy.current = true;
        setBusy(which.length);
        // what a feed has said since is not decided on unseen
        const seen = which.reduce((newest, { at }) => Math.max(newest, at), 0);
        const result = await desk.send({ type, factIds: which.map(({ id }) => id), seen });
        isBusy.current = false;
        setBusy(0);
        setRefused(result.ok ? null : result.detail);
        const newer = Answer.safeParse(result).data?.newer ?? 0;
        if (result.ok && newer > 0) desk.tell(text.proposals.newer(newer));
        return result.ok;
      },
    }),
    [desk, busy, refused],
  );
}
