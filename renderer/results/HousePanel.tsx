/** The House: the arc, its figures, the parties' seats and votes, and what has to be looked at. */
import { useDesk, useStation, useUi } from '../client/desk.ts';
import { sameJson } from '../../core/json.ts';
import { swingOf } from '../../core/election/compare.ts';
import { ArcPicture } from '../pictures/ArcPicture.tsx';
import { CountProgress } from '../pictures/CountProgress.tsx';
import { PartyBars } from '../pictures/PartyBars.tsx';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Choices } from '../ui/Choices.tsx';
import { Panel } from '../ui/Panel.tsx';
import { baselineOf, factOf } from './from-record.ts';
import type { Outcome, StoredElection } from './outcome.ts';
import { PartyTable } from './PartyTable.tsx';
import css from './results.module.css';

const t = text.results;

/** As many bars as are read at a glance; every party is in the table. */
const MOST_BARS = 9;
const BASES = (['votes', 'shares'] as const).map((value) => ({ value, label: t.bases[value] }));

const Figure = ({ title, value }: { title: string; value: string }) => (
  <div className={css['figure']}>
    <dt>{title}</dt>
    <dd>{value}</dd>
  </div>
);

function Figures({ outcome: { allocation } }: { outcome: Outcome }) {
  const { house, majority, overhang, vacancies, undecided, independents, validVotes } = allocation;
  const some = [
    { title: t.overhang, n: overhang },
    { title: t.vacant, n: vacancies },
    { title: t.independents, n: independents },
    { title: t.undecided, n: undecided },
  ].filter(({ n }) => n > 0);
  return (
    <dl className={css['figures']}>
      <Figure title={t.houseOf} value={t.number(house)} />
      <Figure title={t.majority} value={t.number(majority)} />
      {some.map(({ title, n }) => (
        <Figure key={title} title={title} value={t.number(n)} />
      ))}
      <Figure title={t.validVotes} value={t.number(validVotes)} />
    </dl>
  );
}

function StateChips({ outcome }: { outcome: Outcome }) {
  return (
    <span className={css['chips']}>
      {outcome.isSimulated && <Chip tone="warn" shape="frame" word={t.simulated} />}
      {outcome.projection !== null && <Chip tone="warn" shape="ring" word={t.projection} />}
      <Chip
        tone={outcome.isComplete ? 'good' : 'pvwQuiet'}
        shape={outcome.isComplete ? 'tick' : 'clock'}
        word={outcome.word}
        title={outcome.isComplete ? undefined : t.countingLong}
      />
    </span>
  );
}

function Actions({ outcome, record }: { outcome: Outcome; record: StoredElection | null }) {
  const desk = useDesk();
  const parties = useStation(({ state }) => state?.show.parties ?? null);
  const baseline = useStation(({ state }) => state?.show.baseline ?? null);
  const fromShares = useUi((ui) => ui.results.fromShares);
  const locked = useUi((ui) => ui.locked);
  const own = record && parties ? baselineOf(record, outcome, parties) : null;
  const isOwn = own !== null && sameJson(own, baseline);
  const makeFact = async () => {
    if (!record || !parties) return;
    const fact = factOf(record, outcome, parties);
    const made = await desk.send({ type: 'fact.create', ...fact });
    if (made.ok) desk.tell(t.factMade(fact.statement));
  };
  return (
    <div className={css['actions']}>
      <span className={css['basis']}>
        <span className={css['label']}>{t.basis}</span>
        <Choices
          label={t.basis}
          choices={BASES}
          value={fromShares ? 'shares' : 'votes'}
          onChoose={(basis) =>
            desk.ui.set({ results: { ...desk.ui.get().results, fromShares: basis === 'shares' } })
          }
        />
      </span>
      <span className={css['against']}>{baseline ? t.against(baseline.label) : t.noBaseline}</span>
      {own && outcome.projection === null && (
        <Button
          disabled={locked}
          aria-disabled={isOwn}
          title={isOwn ? t.isBaseline : undefined}
          onClick={() => !isOwn && void desk.send({ type: 'show.edit', baseline: own })}
        >
          {isOwn ? t.isBaseline : t.setBaseline}
        </Button>
      )}
      {baseline && (
        <Button disabled={locked} onClick={() => void desk.send({ type: 'show.edit', baseline: null })}>
          {t.clearBaseline}
        </Button>
      )}
      {record && outcome.projection === null && (
        <Button disabled={locked} onClick={() => void makeFact()}>
          {t.makeFact}
        </Button>
      )}
    </div>
  );
}

function Swing({ outcome }: { outcome: Outcome }) {
  const baseline = useStation(({ state }) => state?.show.baseline ?? null);
  const [first, second] = outcome.parties;
  if (!baseline || !first || !second) return null;
  const swing = swingOf(baseline, outcome.contest.parties, second.id, first.id);
  if (swing === null || swing === 0) return null;
  const [from, to] = swing > 0 ? [second, first] : [first, second];
  return <p className={css['swing']}>{t.swing((Math.abs(swing) / 100).toFixed(2), from.short, to.short)}</p>;
}

function Remarks({ outcome }: { outcome: Outcome }) {
  const { problems, notes, projection } = outcome;
  return (
    <>
      {projection !== null && (
        <p role="status" className={css['projection']}>
          {projection}
        </p>
      )}
      {problems.length > 0 && (
        <ul className={css['problems']} aria-label={t.problems}>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      {notes.length > 0 && (
        <ul className={css['notes']} aria-label={t.notes}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </>
  );
}

interface HousePanelProps {
  outcome: Outcome;
  record: StoredElection | null;
  updated: string;
}

export function HousePanel({ outcome, record, updated }: HousePanelProps) {
  const { countPercent, electoratesFinal, electoratesTotal, votesCast, contest } = outcome;
  return (
    <Panel
      title={t.house}
      className={css['housePanel']}
      notice={
        <span className={css['headNotice']}>
          <b>{outcome.title}</b> {updated} <StateChips outcome={outcome} />
        </span>
      }
    >
      <div className={css['houseBody']}>
        <Actions outcome={outcome} record={record} />
        <Remarks outcome={{ ...outcome, notes: [] }} />
        <div className={css['top']}>
          <ArcPicture tally={outcome.tally} parties={outcome.shown} size="large" className={css['arc']} />
          <div className={css['beside']}>
            <Figures outcome={outcome} />
            {countPercent !== null && (
              <CountProgress
                percent={countPercent}
                electoratesFinal={electoratesFinal}
                electoratesTotal={electoratesTotal}
                votes={votesCast}
              />
            )}
            <Swing outcome={outcome} />
            <PartyBars
              threshold={contest.threshold.percent}
              bars={outcome.parties.slice(0, MOST_BARS).map((party) => ({
                key: party.id,
                name: party.short,
                colour: party.colour,
                share: (party.share ?? 0) / 100,
                shareText: t.percent(party.share),
                before: party.change?.before?.share == null ? null : party.change.before.share / 100,
                beforeText: t.percent(party.change?.before?.share ?? null),
                isOut: party.qualifies === null,
              }))}
            />
          </div>
        </div>
        <PartyTable outcome={outcome} />
        <Remarks outcome={{ ...outcome, problems: [], projection: null }} />
      </div>
    </Panel>
  );
}
