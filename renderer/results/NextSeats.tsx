/** How many votes each party lacks for one more seat, and how safe its last one is. */
import { useDeferredValue, useMemo } from 'react';
import { gapsOf, type Gap } from '../../core/election/gaps.ts';
import { text } from '../text.ts';
import type { Outcome, OutcomeParty } from './outcome.ts';
import { PartyDot } from './PartyDot.tsx';
import css from './results.module.css';
import why from './why.module.css';

const t = text.results;

function safeWords({ safeBy }: Gap, { total, electorates }: OutcomeParty): string {
  if (safeBy !== null) return t.votesLess(safeBy);
  return total > 0 && electorates > 0 ? t.byElectorates : t.none;
}

export function NextSeats({ outcome }: { outcome: Outcome }) {
  // a count that comes in while one types elsewhere must not wait for a thousand allocations
  const { contest, parties } = useDeferredValue(outcome);
  const gaps = useMemo(() => new Map(gapsOf(contest).map((gap) => [gap.id, gap])), [contest]);
  return (
    <>
      <p className={why['intro']}>{t.nextIntro}</p>
      <div className={why['scroll']}>
        <table className={css['table']}>
          <thead>
            <tr>
              <th scope="col">{t.party}</th>
              <th scope="col">{t.total}</th>
              <th scope="col">{t.toNext}</th>
              <th scope="col">{t.safeBy}</th>
              <th scope="col">{t.toThreshold}</th>
            </tr>
          </thead>
          <tbody>
            {parties.map((party) => {
              const gap = gaps.get(party.id);
              if (!gap) return null;
              const { toNext, toThreshold } = gap;
              return (
                <tr key={party.id}>
                  <th scope="row">
                    <PartyDot party={party} />
                  </th>
                  <td>{t.number(party.total)}</td>
                  <td className={css['seats']}>{toNext === null ? t.noNumber : t.votesMore(toNext)}</td>
                  <td>{safeWords(gap, party)}</td>
                  <td>
                    {toThreshold === null
                      ? t.noNumber
                      : toThreshold === 0
                        ? t.over
                        : t.votesMore(toThreshold)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}
