/** When a fact may be shown: not before its embargo lifts, and not once it is stale. */
import type { FactContent } from '../schema/fact.ts';

/** True until the time before which a fact is not for air. @param now epoch milliseconds */
export const isEmbargoed = ({ embargoUntil }: Pick<FactContent, 'embargoUntil'>, now: number): boolean =>
  // asked this way round, a time that cannot be read holds the fact back
  embargoUntil !== null && !(Date.parse(embargoUntil) <= now);

/** True from the time on at which a fact counts as too old for air. @param now epoch milliseconds */
export const isStale = ({ staleAfter }: Pick<FactContent, 'staleAfter'>, now: number): boolean =>
  staleAfter !== null && !(now < Date.parse(staleAfter));

/** When the clock alone changes whether this fact may be shown: epoch milliseconds, past ones too. */
export const turnsOf = ({
  embargoUntil,
  staleAfter,
}: Pick<FactContent, 'embargoUntil' | 'staleAfter'>): number[] =>
  [embargoUntil, staleAfter]
    .flatMap((time) => (time === null ? [] : [Date.parse(time)]))
    .filter(Number.isFinite);
