/** Seats and votes of every party, and their change against the show's baseline. */
import { useState } from 'react';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import type { Outcome, OutcomeParty } from './outcome.ts';
import css from './results.module.css';

const t = text.results;

const count = (n: number): string => (n === 0 ? '–' : t.number(n));

function Row({ party, hasBaseline }: { party: OutcomeParty; hasBaseline: boolean }) {
  return (
    <tr data-party={party.id} className={party.total === 0 ? css['noSeats'] : undefined}>
      <th scope="row" title={party.isInShow ? party.name : `${party.name}. ${t.notInShow}`}>
        <span className={css['partyCell']}>
          <span className={css['swatch']} style={{ background: party.colour }} />
          <span className={css['partyName']}>{party.name}</span>
          {!party.isInShow && party.total > 0 && <span className={css['lacking']}>!</span>}
        </span>
      </th>
      <td>{t.number(party.votes)}</td>
      <td title={t.qualifies(party.qualifies)}>{t.percent(party.share)}</td>
      {hasBaseline && <td className={css['change']}>{t.points(party.change?.shareChange ?? null)}</td>}
      <td>{count(party.electorates)}</td>
      <td>{count(party.list)}</td>
      <td>{count(party.overhang)}</td>
      <td className={css['seats']}>{t.number(party.total)}</td>
      {hasBaseline && <td className={css['change']}>{t.seatChange(party.change?.seatsChange ?? null)}</td>}
    </tr>
  );
}

export function PartyTable({ outcome: { parties } }: { outcome: Outcome }) {
  const [showsAll, setShowsAll] = useState(false);
  const hasBaseline = parties.some(({ change }) => change !== null);
  const seated = parties.filter(({ total }) => total > 0);
  const rows = showsAll || seated.length === 0 ? parties : seated;
  const hidden = parties.length - seated.length;
  return (
    <section aria-label={t.table} className={css['tableBox']}>
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col">{t.party}</th>
            <th scope="col">{t.votes}</th>
            <th scope="col">{t.share}</th>
            {hasBaseline && <th scope="col">{t.shareChange}</th>}
            <th scope="col">{t.electorates}</th>
            <th scope="col">{t.listSeats}</th>
            <th scope="col">{t.overhangShort}</th>
            <th scope="col">{t.total}</th>
            {hasBaseline && <th scope="col">{t.seatsChange}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((party) => (
            <Row key={party.id} party={party} hasBaseline={hasBaseline} />
          ))}
        </tbody>
      </table>
      {hidden > 0 && seated.length > 0 && (
        <p className={css['others']}>
          {t.others(hidden)}{' '}
          <Button kind="quiet" onClick={() => setShowsAll(!showsAll)}>
            {showsAll ? t.hideOthers : t.showOthers}
          </Button>
        </p>
      )}
    </section>
  );
}
