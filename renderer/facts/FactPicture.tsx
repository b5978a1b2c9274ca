/** A picture of what is hard to read as numbers: a House, a share against the threshold, how far the count is. */
import type { Fact } from '../../core/schema/fact.ts';
import type { Show } from '../../core/schema/show.ts';
import { ArcPicture } from '../pictures/ArcPicture.tsx';
import { CountProgress } from '../pictures/CountProgress.tsx';
import { PartyBars, type Bar } from '../pictures/PartyBars.tsx';
import { partyColour, partyName } from '../pictures/arc-words.ts';
import { text } from '../text.ts';
import css from './fact-inspector.module.css';

/** Per cent; the Electoral Act 1993, s 191. A fact about a threshold may state another. */
const THRESHOLD = 5;

const valueOf = ({ values }: Fact, name: string): number | null => {
  const value = values.find((one) => one.name === name)?.value;
  return typeof value === 'number' ? value : null;
};

/** The party's share, where the fact has one within what a share can be. */
export function barOf(fact: Fact, parties: Show['parties'], before: number | null): Bar | null {
  const party = fact.subject['party'];
  const share = valueOf(fact, 'party_vote_share');
  if (typeof party !== 'string' || share === null || share < 0 || share > 100) return null;
  return {
    key: party,
    name: partyName(parties, party),
    colour: partyColour(parties, party),
    share,
    shareText: `${share}%`,
    before,
    isOut: false,
  };
}

export function FactPicture({ fact, parties }: { fact: Fact; parties: Show['parties'] }) {
  const bar = barOf(fact, parties, null);
  const counted = fact.kind === 'count_progress' ? valueOf(fact, 'votes_counted') : null;
  if (!fact.tally && !bar && counted === null) return null;
  return (
    <section aria-label={text.fact.pictures} className={css['picture']}>
      {fact.tally && <ArcPicture tally={fact.tally} parties={parties} size="large" />}
      {bar && <PartyBars bars={[bar]} threshold={valueOf(fact, 'threshold') ?? THRESHOLD} />}
      {counted !== null && (
        <CountProgress percent={counted} electoratesFinal={valueOf(fact, 'electorates_final')} />
      )}
    </section>
  );
}
