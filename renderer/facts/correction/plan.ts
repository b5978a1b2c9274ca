/** What is to become of each use of a fact that is corrected, superseded or withdrawn. Pure. */
import type { FactUse } from '../../../core/facts/uses.ts';
import type { FactId } from '../../../core/ids.ts';
import type { UseAction, Uses } from '../../../core/schema/fact-use.ts';

export interface PlannedUse {
  fact: FactId;
  use: FactUse;
  /** Seen by viewers, or it would be again if the operator put back what was interrupted. */
  isOnAir: boolean;
  /** Those that are possible, for this use. */
  possible: readonly UseAction[];
  action: UseAction;
}

/** One key for a use in a plan about several facts. */
export const keyOf = (fact: FactId, { cueId }: Pick<FactUse, 'cueId'>): string => `${fact} ${cueId}`;

const isOnAir = ({ air, interrupted }: FactUse): boolean =>
  interrupted || air.some(({ leaving }) => !leaving);

function possibleFor(use: FactUse, hasReplacement: boolean): UseAction[] {
  return [
    // a showing whose cue draws on something else by now has no binding that could be replaced
    ...(hasReplacement && use.bound ? (['replace'] as const) : []),
    ...(isOnAir(use) ? (['pull'] as const) : []),
    'keep',
  ];
}

/** What is safest: what is wrong leaves air, or changes to what is right; a cue takes what is right. */
const usual = (possible: readonly UseAction[]): UseAction => possible[0] ?? 'keep';

/**
 * @param chosen by `keyOf`; what is not possible any more is as if it had not been chosen
 * @param hasReplacement whether there is something right to show instead
 */
export function plan(
  uses: readonly { fact: FactId; uses: readonly FactUse[] }[],
  chosen: ReadonlyMap<string, UseAction>,
  hasReplacement: boolean,
): PlannedUse[] {
  return uses.flatMap(({ fact, uses: ofFact }) =>
    ofFact.map((use) => {
      const possible = possibleFor(use, hasReplacement);
      const wanted = chosen.get(keyOf(fact, use));
      const action = wanted !== undefined && possible.includes(wanted) ? wanted : usual(possible);
      return { fact, use, isOnAir: isOnAir(use), possible, action };
    }),
  );
}

/** What becomes of the uses of each fact. Facts without uses are not in it. */
export function usesByFact(planned: readonly PlannedUse[]): ReadonlyMap<FactId, Uses> {
  const uses = new Map<FactId, Uses[number][]>();
  for (const { fact, use, action } of planned) {
    const ofFact = uses.get(fact) ?? [];
    ofFact.push({ cueId: use.cueId, action });
    uses.set(fact, ofFact);
  }
  return uses;
}

export const countOf = (planned: readonly PlannedUse[], action: UseAction): number =>
  planned.filter((one) => one.action === action).length;
