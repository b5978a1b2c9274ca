/** Every electorate: who leads, by how much, how much of it is counted, and whether it is final. */
import { useDeferredValue, useMemo, useState } from 'react';
import { personName } from '../../core/feeds/person-names.ts';
import type { ResultsCandidate } from '../../core/election/results.ts';
import { text } from '../text.ts';
import { Chip, type Tone } from '../ui/Chip.tsx';
import type { ShapeName } from '../ui/Shape.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import {
  electorateRows,
  findElectorates,
  stateOfElectorate,
  type ElectorateRow,
  type ElectorateState,
} from './electorate-rows.ts';
import type { Outcome } from './outcome.ts';
import { usePartyOf } from './PartyDot.tsx';
import css from './results.module.css';
import why from './why.module.css';

const t = text.results;

const LOOKS: Record<ElectorateState, [Tone, ShapeName]> = {
  declared: ['good', 'tick'],
  leads: ['pvwQuiet', 'clock'],
  tied: ['warn', 'up'],
  vacantWord: ['quiet', 'cross'],
  noVotes: ['quiet', 'bar'],
};

const idOf = ({ id }: ElectorateRow): string => id;
const heightOf = (): number => 44;

export function Electorates({ outcome }: { outcome: Outcome }) {
  const [query, setQuery] = useState('');
  const [selected, setSelected] = useState<string | null>(null);
  const asked = useDeferredValue(query);
  const rows = useMemo(() => electorateRows(outcome), [outcome]);
  const found = useMemo(() => findElectorates(rows, asked), [rows, asked]);
  const partyOf = usePartyOf(outcome);
  const nameOf = ({ name }: ResultsCandidate): string => personName(name);
  const party = (candidate: ResultsCandidate): string => outcome.shortOf(candidate.party);
  if (rows.length === 0) return <p className={css['nothing']}>{t.noElectorates}</p>;
  return (
    <>
      <div className={why['search']}>
        <input
          type="search"
          aria-label={t.search}
          placeholder={t.searchHint}
          className={why['searchInput']}
          value={query}
          spellCheck={false}
          onChange={(event) => setQuery(event.target.value)}
        />
        <span role="status">{t.found(found.length, rows.length)}</span>
      </div>
      <VirtualList
        label={t.electorateList}
        rows={found}
        idOf={idOf}
        heightOf={heightOf}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        empty={t.nothingFound}
        className={why['electorates']}
        render={({ standing, countPercent }) => {
          const state = stateOfElectorate(standing);
          const [tone, shape] = LOOKS[state];
          const { leader, trailing, lead, tied, holder } = standing;
          return (
            <div className={why['electorate']} role="presentation">
              <span role="gridcell" className={why['electorateName']}>
                {standing.electorate}
              </span>
              <span role="gridcell" className={why['leader']}>
                {leader && (
                  <span className={css['partyCell']}>
                    <span
                      className={css['swatch']}
                      style={{ background: holder ? partyOf(holder).colour : undefined }}
                    />
                    <b>{t.ahead(nameOf(leader), party(leader))}</b>
                  </span>
                )}
                <span className={css['itemMore']}>
                  {trailing && t.aheadOf(nameOf(trailing), party(trailing))}
                  {tied.length > 0 && t.between(tied.map(nameOf))}
                </span>
              </span>
              <span role="gridcell" className={why['lead']}>
                {lead !== null && t.number(lead)}
              </span>
              <span role="gridcell" className={why['countedCell']}>
                {countPercent !== null && text.feeds.percent(countPercent)}
              </span>
              <span role="gridcell" className={why['stateCell']}>
                <Chip tone={tone} shape={shape} word={t[state]} />
              </span>
            </div>
          );
        }}
      />
    </>
  );
}
