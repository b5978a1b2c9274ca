/** What the table needs to know of facts beyond the facts: kept for the whole show, made again only when it changes. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { MarksOf } from '../../core/facts/filter.ts';
import { factNotices } from '../../core/facts/notices.ts';
import type { Fact } from '../../core/schema/fact.ts';
import { stationNow, useDerived, useDesk, useNow } from '../client/desk.ts';
import { factsOnAir, marksOf, proposedFacts, usesByFact } from './marks.ts';

/** Embargoes end and facts go stale by the clock. Milliseconds. */
const LOOK_AGAIN_MS = 15_000;

const NOTHING: ReadonlySet<string> = new Set();
const NO_USES: ReadonlyMap<string, number> = new Map();

/** Whether a person should look at a fact that may yet be aired. */
const wantsAPerson = (weights: readonly string[]): boolean => weights.some((weight) => weight === 'wrong');

/**
 * The facts that want a person, found in slices while the page is idle, as there may be 10,000 of them. Each fact is
 * judged once and again only when it changes.
 */
function useAttention(facts: readonly Fact[]): ReadonlySet<string> {
  const { client } = useDesk();
  const [found, setFound] = useState<ReadonlySet<string>>(NOTHING);
  const judged = useRef(new WeakMap<Fact, boolean>());
  useEffect(() => {
    let at = 0;
    let idle = 0;
    const ids = new Set<string>();
    const slice = (deadline: IdleDeadline) => {
      const station = client.store.get();
      if (!station.state) return;
      const { show } = station.state;
      do {
        const fact = facts[at++];
        if (!fact || (fact.approval !== 'draft' && fact.approval !== 'approved')) continue;
        const known =
          judged.current.get(fact) ??
          wantsAPerson(factNotices(fact, show, stationNow(station)).map(({ weight }) => weight));
        judged.current.set(fact, known);
        if (known) ids.add(fact.id);
      } while (at < facts.length && deadline.timeRemaining() > 2);
      if (at < facts.length) idle = requestIdleCallback(slice, { timeout: 500 });
      else setFound(ids);
    };
    idle = requestIdleCallback(slice, { timeout: 500 });
    return () => cancelIdleCallback(idle);
  }, [facts, client]);
  return found;
}

export function useSurroundings(facts: readonly Fact[]): {
  marks: MarksOf;
  uses: ReadonlyMap<string, number>;
} {
  const uses = useDerived((state) => state.show.cues, usesByFact) ?? NO_USES;
  const onAir = useDerived((state) => state.air, factsOnAir) ?? NOTHING;
  const proposed = useDerived((state) => state.show.proposals, proposedFacts) ?? NOTHING;
  const attention = useAttention(facts);
  const now = useNow(LOOK_AGAIN_MS);
  // air changes often and these seldom: the table is searched again only when it matters
  const airKey = [...onAir].sort().join(' ');
  const around = useMemo(
    () => ({ uses, onAir, proposed, attention, now }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- onAir by what is in it
    [uses, airKey, proposed, attention, now],
  );
  const marks = useCallback((fact: Fact) => marksOf(fact, around), [around]);
  return { marks, uses };
}
