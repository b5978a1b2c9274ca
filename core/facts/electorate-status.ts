/** What a graphic may say of an electorate, by what is known of it: never more. Pure. */
import type { Fact } from '../schema/fact.ts';

/** In the words of the electorate strap. */
export function electorateStatus({ status, certainty }: Fact): string {
  switch (status) {
    case 'leading':
    case 'projected':
    case 'conceded':
    case 'recount':
    case 'historical':
      return status;
    case 'too_close':
      return 'too-close';
    case 'certified':
    case 'declared_by_source':
    case 'unofficial-complete':
    case 'correction':
      return certainty === 'leading' || certainty === 'projected' ? certainty : 'declared';
    default:
      // a count that goes on, a candidate's word, a possibility: no more than is known
      if (certainty === 'projected') return certainty;
      return certainty === 'declared' || certainty === 'called' ? 'declared' : 'leading';
  }
}

/** For graphics that have fewer words than a strap, none of which may say more than is known. */
export function fewerWords(fact: Fact, words: ReadonlySet<string>): string {
  const status = electorateStatus(fact);
  if (words.has(status)) return status;
  return status === 'historical' ? 'declared' : 'leading';
}
