/** A party by its short name beside its colour. */
import { useMemo } from 'react';
import { NO_COLOUR } from '../pictures/arc-words.ts';
import type { Outcome, OutcomeParty } from './outcome.ts';
import css from './results.module.css';

type Named = Pick<OutcomeParty, 'short' | 'colour' | 'ink'>;

export const PartyDot = ({ party: { short, colour } }: { party: Pick<Named, 'short' | 'colour'> }) => (
  <span className={css['partyCell']}>
    <span className={css['swatch']} style={{ background: colour }} />
    <span className={css['partyName']}>{short}</span>
  </span>
);

/** An outcome's parties by id; what it does not have is named by its id. */
export function usePartyOf({ parties }: Outcome): (id: string) => Named {
  return useMemo(() => {
    const byId = new Map(parties.map((party) => [party.id, party]));
    return (id: string): Named => byId.get(id) ?? { short: id, colour: NO_COLOUR, ink: '#000000' };
  }, [parties]);
}
