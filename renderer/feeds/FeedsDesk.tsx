/** The feeds: where figures come from by themselves, how each fares, and what they propose. */
import { useMemo } from 'react';
import type { Feed } from '../../core/schema/feed.ts';
import { useDesk, useStation, useUi } from '../client/desk.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Panel } from '../ui/Panel.tsx';
import { FeedDetail } from './FeedDetail.tsx';
import { FeedList } from './FeedList.tsx';
import { feedLines } from './feed-standing.ts';
import { waitingBy } from './proposal-rows.ts';
import { Proposals } from './Proposals.tsx';
import { useProposals } from './use-proposals.ts';
import css from './feeds.module.css';

const t = text.feeds;
const NONE: readonly Feed[] = [];

function NoFeeds() {
  const desk = useDesk();
  const locked = useUi((ui) => ui.locked);
  return (
    <main className={css['teach']}>
      <section aria-label={t.emptyTitle} className={css['teachBox']}>
        <h2 className={css['teachTitle']}>{t.emptyTitle}</h2>
        {t.empty.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <div className={css['buttons']}>
          <Button
            kind="strong"
            disabled={locked}
            onClick={() => desk.ui.set({ dialog: 'feed', feedSetup: { kind: 'new' } })}
          >
            {t.add}
          </Button>
          <Button
            disabled={locked}
            onClick={() => desk.ui.set({ dialog: 'feed', feedSetup: { kind: 'simulator' } })}
          >
            {t.simulator}
          </Button>
          <Button disabled={locked} onClick={() => desk.ui.set({ dialog: 'import' })}>
            {t.importFile}
          </Button>
        </div>
      </section>
    </main>
  );
}

export function FeedsDesk() {
  const desk = useDesk();
  const locked = useUi((ui) => ui.locked);
  const feeds = useStation(({ state }) => state?.show.feeds ?? NONE);
  const statuses = useStation((station) => station.feeds);
  const chosen = useUi((ui) => ui.feed);
  const proposals = useProposals();
  const waiting = useMemo(() => waitingBy(proposals), [proposals]);
  const lines = useMemo(() => feedLines(feeds, statuses, waiting), [feeds, statuses, waiting]);
  const line = lines.find(({ feed }) => feed.id === chosen) ?? lines[0] ?? null;
  // proposals of a feed that an undo took away may still be there for a moment
  if (!line && proposals.length === 0) return <NoFeeds />;
  return (
    <main className={css['feedsDesk']}>
      <div className={css['left']}>
        <Panel
          title={t.region}
          className={css['listPanel']}
          aside={
            <span className={css['headButtons']}>
              <Button disabled={locked} onClick={() => desk.ui.set({ dialog: 'import' })}>
                {t.importFile}
              </Button>
              <Button
                disabled={locked}
                onClick={() => desk.ui.set({ dialog: 'feed', feedSetup: { kind: 'new' } })}
              >
                {t.add}
              </Button>
            </span>
          }
        >
          <FeedList lines={lines} selected={line?.feed.id ?? null} />
        </Panel>
        {line && <FeedDetail key={line.feed.id} line={line} />}
      </div>
      <Proposals proposals={proposals} feeds={feeds} />
    </main>
  );
}
