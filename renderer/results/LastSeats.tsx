/** Why a seat went where it did: the quotients on both sides of the last one. */
import { useMemo } from 'react';
import { quotientTable, type RankedQuotient } from '../../core/election/quotients.ts';
import { text } from '../text.ts';
import { cx } from '../ui/cx.ts';
import type { Outcome } from './outcome.ts';
import { PartyDot, usePartyOf } from './PartyDot.tsx';
import css from './results.module.css';
import why from './why.module.css';

const t = text.results;

/** Quotients on each side of the last seat: a screen of them. */
const AROUND = 10;

export function LastSeats({ outcome }: { outcome: Outcome }) {
  const partyOf = usePartyOf(outcome);
  const table = useMemo(() => quotientTable(outcome.allocation, AROUND), [outcome.allocation]);
  const last = table.last.at(-1);
  const next = table.next[0];
  if (!last) return <p className={css['nothing']}>{t.noQuotients}</p>;
  const row = (one: RankedQuotient, isLast: boolean) => (
    <tr
      key={`${one.party}-${one.seat}`}
      className={cx(isLast && why['lastSeat'], one.outcome !== 'seat' && why['missed'])}
    >
      <td>{one.rank}</td>
      <th scope="row">
        <PartyDot party={partyOf(one.party)} />
      </th>
      <td>{t.ofParty(one.seat)}</td>
      <td className={why['sum']}>{t.division(one.votes, one.divisor)}</td>
      <td className={css['seats']}>{t.hundredths(one.hundredths)}</td>
      <td>
        <span className={why['outcome']} data-outcome={one.outcome}>
          {t.outcomes[one.outcome]}
        </span>
      </td>
    </tr>
  );
  const isTied = table.tied.length > 0;
  return (
    <>
      <p className={why['intro']}>{t.whyIntro(table.seats)}</p>
      {next && !isTied && (
        <p className={why['headline']}>
          {t.last(
            partyOf(last.party).short,
            t.hundredths(last.hundredths - next.hundredths),
            partyOf(next.party).short,
          )}
        </p>
      )}
      <div className={why['scroll']}>
        <table className={css['table']}>
          <thead>
            <tr>
              <th scope="col">{t.rank}</th>
              <th scope="col" className={css['left']}>
                {t.party}
              </th>
              <th scope="col">{t.seatNo}</th>
              <th scope="col">{t.sum}</th>
              <th scope="col">{t.quotient}</th>
              <th scope="col" aria-label={t.state} />
            </tr>
          </thead>
          <tbody>
            {table.last.map((one) => row(one, one === last))}
            {table.tied.map((one) => row(one, false))}
            {table.next.map((one) => row(one, false))}
          </tbody>
        </table>
      </div>
    </>
  );
}
