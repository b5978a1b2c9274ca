/** One feed in full: how it fares, what it complains of, and what can be done with it. */
import { useState } from 'react';
import { z } from 'zod';
import { useDesk, useNow, useStation, useUi } from '../client/desk.ts';
import { postJson } from '../client/rest.ts';
import { timeText } from '../facts/fact-text.ts';
import { CountProgress } from '../pictures/CountProgress.tsx';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Panel } from '../ui/Panel.tsx';
import { FeedChips } from './FeedList.tsx';
import { ProblemLine } from './ProblemLine.tsx';
import { placeText, problemsInOrder, stateOf, type FeedLine } from './feed-standing.ts';
import { agoText, nextText } from './feed-time.ts';
import css from './feeds.module.css';

const t = text.feeds;

const Pair = ({ title, value }: { title: string; value: string }) => (
  <div className={css['pair']}>
    <dt>{title}</dt>
    <dd title={value}>{value}</dd>
  </div>
);

function Problems({ line: { status } }: { line: FeedLine }) {
  if (!status) return null;
  const problems = problemsInOrder(status);
  return (
    <section aria-label={t.problemList} className={css['problems']}>
      <h3 className={css['subhead']}>
        {t.problemList} {problems.length > 0 && <b>{problems.length}</b>}
      </h3>
      {problems.length === 0 ? (
        <p className={css['hint']}>{t.noProblems}</p>
      ) : (
        <ul>
          {problems.map((problem, i) => (
            <ProblemLine key={i} problem={problem} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Unmatched({ line: { feed, status } }: { line: FeedLine }) {
  const desk = useDesk();
  if (!status || status.unknownParties.length === 0) return null;
  return (
    <section aria-label={t.unmatched} className={css['unmatched']}>
      <h3 className={css['subhead']}>
        {t.unmatched} <b>{status.unknownParties.length}</b>
      </h3>
      <p>{status.unknownParties.join(', ')}</p>
      <Button onClick={() => desk.ui.set({ dialog: 'feed', feedSetup: { kind: 'edit', feed: feed.id } })}>
        {t.match}
      </Button>
    </section>
  );
}

function Buttons({ line: { feed, waiting } }: { line: FeedLine }) {
  const desk = useDesk();
  const locked = useUi((ui) => ui.locked);
  const [asks, setAsks] = useState(false);
  const edit = (changes: { enabled?: boolean; record?: boolean }) =>
    void desk.send({ type: 'feed.edit', feedId: feed.id, changes });
  const look = async () => {
    const answer = await postJson(desk, `/feeds/${feed.id}/poll`, {}, z.object({ ok: z.literal(true) }));
    if (!answer.ok) desk.say(answer.code, answer.detail);
  };
  if (asks) {
    return (
      <div className={css['question']} role="group" aria-label={t.on(t.delete, feed.name)}>
        <p>{t.deleteQuestion(feed.name, waiting)}</p>
        <div className={css['buttons']}>
          <Button
            kind="danger"
            disabled={locked}
            onClick={() => {
              setAsks(false);
              void desk.send({ type: 'feed.delete', feedId: feed.id });
            }}
          >
            {t.deleteReally}
          </Button>
          <Button autoFocus onClick={() => setAsks(false)}>
            {t.keep}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className={css['buttons']}>
      <Button kind="strong" disabled={!feed.enabled} onClick={() => void look()}>
        {t.look}
      </Button>
      <Button disabled={locked} onClick={() => edit({ enabled: !feed.enabled })}>
        {feed.enabled ? t.turnOff : t.turnOn}
      </Button>
      <Button disabled={locked} aria-pressed={feed.record} onClick={() => edit({ record: !feed.record })}>
        {feed.record ? t.stopRecording : t.record}
      </Button>
      <Button onClick={() => desk.ui.set({ dialog: 'feed', feedSetup: { kind: 'edit', feed: feed.id } })}>
        {t.setUp}
      </Button>
      <Button
        disabled={locked}
        onClick={() => desk.ui.set({ dialog: 'feed', feedSetup: { kind: 'copy', feed: feed.id } })}
      >
        {t.duplicate}
      </Button>
      <Button disabled={locked} onClick={() => setAsks(true)}>
        {t.delete}
      </Button>
    </div>
  );
}

export function FeedDetail({ line }: { line: FeedLine }) {
  const { feed, status } = line;
  const now = useNow(1000);
  const zone = useStation(({ state }) => state?.show.timeZone ?? 'Pacific/Auckland');
  const state = stateOf(line);
  return (
    <Panel title={feed.name} notice={<FeedChips line={line} />} className={css['detail']}>
      <div className={css['detailBody']}>
        <p className={css['stateLong']} data-state={state} role="status">
          {t.statesLong[state]}
        </p>
        <Buttons line={line} />
        {status && status.countPercent !== null && <CountProgress percent={status.countPercent} />}
        <dl className={css['pairs']}>
          <Pair title={t.lastSuccess} value={agoText(status?.lastSuccess ?? null, now)} />
          <Pair title={t.lastNews} value={agoText(status?.lastNews ?? null, now)} />
          <Pair title={t.lastTry} value={agoText(status?.lastTry ?? null, now)} />
          <Pair title={t.nextLook} value={status ? nextText(status, now) || '–' : '–'} />
          <Pair title={t.sourceTime} value={status?.updated ? timeText(status.updated, zone) : t.notSaid} />
          <Pair title={t.from} value={placeText(feed.place)} />
          {status && status.progress !== null && (
            <Pair title={t.progress} value={t.percent(Math.round(status.progress * 100))} />
          )}
        </dl>
        <Unmatched line={line} />
        <Problems line={line} />
      </div>
    </Panel>
  );
}
