/**
 * What is found among the facts of the show. The search is done in slices between which the page answers keys: in 10,000
 * facts nobody waits for a letter to appear, and a take never waits for a search.
 */
import { startTransition, useEffect, useMemo, useState } from 'react';
import { createFactIndex } from '../../core/facts/fact-index.ts';
import { EVERYTHING, search, type FactFilter, type Found, type MarksOf } from '../../core/facts/filter.ts';
import { orderFacts, type FactOrder } from '../../core/facts/order.ts';
import { factsInOrder } from '../../core/rundown.ts';
import type { Fact } from '../../core/schema/fact.ts';
import type { Show } from '../../core/schema/show.ts';
import { useDerived } from '../client/desk.ts';

/** One for the whole desk: it keeps what it worked out of every fact that there still is. */
export const factIndex = createFactIndex();

/** Half a frame. Milliseconds. */
const SLICE_MS = 8;
/** So often the clock is looked at. */
const STEPS = 64;

const NONE: readonly Fact[] = [];
const noMarks: MarksOf = () => [];
const ordered = (facts: Show['facts']): Fact[] => factsInOrder({ facts } as Show);

/** All facts in the order of their numbers. */
export const useAllFacts = (): readonly Fact[] => useDerived((state) => state.show.facts, ordered) ?? NONE;

export interface Search {
  /** Null until the first search is done; then what was found last, until the next search is done. */
  found: Found | null;
  /** Whoever leaves the search for the list means what is typed: does what is left of the search at once. */
  finish(): Found;
}

export function useSearch(facts: readonly Fact[], filter: FactFilter, marksOf: MarksOf): Search {
  const asked = useMemo(() => ({ facts, filter, marksOf }), [facts, filter, marksOf]);
  const [last, setLast] = useState<{ asked: typeof asked; found: Found } | null>(null);
  useEffect(() => {
    const run = search(asked.facts, asked.filter, factIndex, asked.marksOf);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const slice = () => {
      const until = performance.now() + SLICE_MS;
      do {
        for (let i = 0; i < STEPS; i++) {
          const step = run.next();
          // drawn in slices too, and put aside for the next letter
          if (step.done) return startTransition(() => setLast({ asked, found: step.value }));
        }
      } while (performance.now() < until);
      timer = setTimeout(slice);
    };
    // not at once: the letter that was typed is drawn first
    timer = setTimeout(slice);
    return () => clearTimeout(timer);
  }, [asked]);
  return {
    found: last?.found ?? null,
    finish() {
      if (last?.asked === asked) return last.found;
      const found = searched(search(facts, filter, factIndex, marksOf));
      setLast({ asked, found });
      return found;
    },
  };
}

function searched(run: ReturnType<typeof search>): Found {
  let step = run.next();
  while (!step.done) step = run.next();
  return step.value;
}

/** The facts with all of these words, in the order of their numbers; for lists that have nothing but a search. */
export function useFoundFacts(words: string): {
  all: readonly Fact[];
  found: readonly Fact[];
  finish(): readonly Fact[];
} {
  const all = useAllFacts();
  const filter = useMemo(() => ({ ...EVERYTHING, words }), [words]);
  const { found, finish } = useSearch(all, filter, noMarks);
  return { all, found: found?.facts ?? all, finish: () => finish().facts };
}

/** The facts in that order. Typing does not order them again: a search keeps the order it was given. */
export function useOrdered(facts: readonly Fact[], order: FactOrder): readonly Fact[] {
  return useMemo(
    () => (order.column === 'number' && !order.descending ? facts : orderFacts(facts, order, factIndex)),
    [facts, order],
  );
}
