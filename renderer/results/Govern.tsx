/** Who can govern: every combination that reaches the majority and can spare nobody; pairs that refuse each other left out. */
import { useMemo, useState } from 'react';
import { coalitionsOf } from '../../core/election/coalitions.ts';
import { useDesk, useUi } from '../client/desk.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import type { Outcome } from './outcome.ts';
import { PartyDot, usePartyOf } from './PartyDot.tsx';
import css from './results.module.css';
import why from './why.module.css';

const t = text.results;

type Pair = readonly [string, string];

const isPair = ([a, b]: Pair, [c, d]: Pair): boolean => (a === c && b === d) || (a === d && b === c);

function Refusals({ outcome, pairs }: { outcome: Outcome; pairs: readonly Pair[] }) {
  const desk = useDesk();
  const partyOf = usePartyOf(outcome);
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const options = outcome.parties
    .filter(({ total }) => total > 0)
    .map(({ id, short }) => ({ value: id, label: short }));
  const set = (refusals: readonly Pair[]) => desk.ui.set({ results: { ...desk.ui.get().results, refusals } });
  const pair: Pair = [first, second];
  const canAdd = first !== '' && second !== '' && first !== second && !pairs.some((one) => isPair(one, pair));
  return (
    <section aria-label={t.exclude} className={why['refusals']}>
      <h3 className={why['subhead']}>{t.exclude}</h3>
      <p className={why['intro']}>{t.excludeHint}</p>
      <div className={why['pairForm']}>
        <SelectField
          label={t.firstParty}
          hidesLabel
          value={first}
          empty={t.firstParty}
          options={options}
          onChange={setFirst}
        />
        <span>{t.with}</span>
        <SelectField
          label={t.secondParty}
          hidesLabel
          value={second}
          empty={t.secondParty}
          options={options}
          onChange={setSecond}
        />
        <Button disabled={!canAdd} onClick={() => set([...pairs, pair])}>
          {t.addPair}
        </Button>
      </div>
      {pairs.length > 0 && (
        <ul className={why['pairs']}>
          {pairs.map((one) => {
            const [a, b] = [partyOf(one[0]).short, partyOf(one[1]).short];
            return (
              <li key={one.join()}>
                {t.pair(a, b)}
                <Button
                  kind="quiet"
                  aria-label={t.removePair(a, b)}
                  onClick={() => set(pairs.filter((other) => !isPair(other, one)))}
                >
                  ×
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

export function Govern({ outcome }: { outcome: Outcome }) {
  const pairs = useUi((ui) => ui.results.refusals);
  const partyOf = usePartyOf(outcome);
  const { parties, allocation, isComplete, projection } = outcome;
  const { majority, house } = allocation;
  const { coalitions, complete } = useMemo(
    () =>
      coalitionsOf(
        parties.map(({ id, total }) => ({ id, seats: total })),
        majority,
        pairs,
      ),
    [parties, majority, pairs],
  );
  return (
    <div className={why['scroll']}>
      <p className={why['intro']}>
        {t.governIntro(majority)}{' '}
        {projection !== null ? <b>{t.onShares}</b> : !isComplete && <b>{t.onNumbers}</b>}
      </p>
      {!complete && <p className={css['projection']}>{t.notAll}</p>}
      {coalitions.length === 0 && <p className={css['nothing']}>{t.noCoalition}</p>}
      <ol className={why['coalitions']}>
        {coalitions.map(({ parties: members, seats, spare }) => (
          <li key={members.join()} className={why['coalition']}>
            <span className={why['members']}>
              {members.map((id) => (
                <PartyDot key={id} party={partyOf(id)} />
              ))}
            </span>
            <span className={why['coalitionBar']} aria-hidden="true">
              {members.map((id) => {
                const total = parties.find((party) => party.id === id)?.total ?? 0;
                const { colour, ink } = partyOf(id);
                return (
                  <span
                    key={id}
                    style={{ width: `${(total / house) * 100}%`, background: colour, color: ink }}
                  >
                    {total}
                  </span>
                );
              })}
              <i style={{ left: `${(majority / house) * 100}%` }} />
            </span>
            <span className={why['coalitionSeats']}>
              <b>{t.seats(seats)}</b> {t.spare(spare)}
            </span>
          </li>
        ))}
      </ol>
      <Refusals outcome={outcome} pairs={pairs} />
    </div>
  );
}
