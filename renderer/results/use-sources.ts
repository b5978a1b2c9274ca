/** Which elections can be looked at: what feeds of results have read, and the stored ones; and the one that is chosen. */
import { useMemo } from 'react';
import { z } from 'zod';
import { Results } from '../../core/election/results.ts';
import type { Feed, FeedStatus } from '../../core/schema/feed.ts';
import { useStation, useUi } from '../client/desk.ts';
import { useAnswer } from '../client/rest.ts';
import { text } from '../text.ts';
import { idsOf, outcomeOfRecord, outcomeOfResults, StoredElection, type Worked } from './outcome.ts';

const t = text.results;

export type Source =
  | { kind: 'feed'; id: string; feed: Feed; status: FeedStatus | null }
  | { kind: 'stored'; id: string; record: StoredElection; title: string };

const Elections = z.object({ elections: z.array(StoredElection) });
const FeedResults = z.object({ results: Results.nullable() });

const NO_FEEDS: readonly Feed[] = [];
const isOfResults = ({ format }: Feed): boolean => !format.startsWith('facts-');

export function useSources(): { sources: readonly Source[]; why: string | null } {
  const feeds = useStation(({ state }) => state?.show.feeds ?? NO_FEEDS);
  const statuses = useStation((station) => station.feeds);
  const stored = useAnswer('/elections', Elections, null);
  const sources = useMemo(
    () => [
      ...feeds.filter(isOfResults).map((feed): Source => ({
        kind: 'feed',
        id: `feed:${feed.id}`,
        feed,
        status: statuses.find(({ id }) => id === feed.id) ?? null,
      })),
      ...(stored?.ok ? stored.body.elections : []).map((record): Source => ({
        kind: 'stored',
        id: `stored:${record.id}`,
        record,
        title: t.storedTitle(record.year ?? null, record.id),
      })),
    ],
    [feeds, statuses, stored],
  );
  return { sources, why: stored && !stored.ok ? stored.detail : null };
}

export interface Chosen {
  sources: readonly Source[];
  source: Source | null;
  worked: Worked | null;
  record: StoredElection | null;
  /** Why there is nothing to show. */
  why: string | null;
}

export function useChosen(fromShares: boolean): Chosen {
  const { sources, why } = useSources();
  const wanted = useUi((ui) => ui.results.source);
  const show = useStation(({ state }) => state?.show ?? null);
  const source = sources.find(({ id }) => id === wanted) ?? sources[0] ?? null;
  const feedId = source?.kind === 'feed' ? source.feed.id : null;
  const stamp = source?.kind === 'feed' ? (source.status?.lastNews ?? 0) : 0;
  const answer = useAnswer(feedId && `/feeds/${feedId}/results`, FeedResults, stamp);
  const record = source?.kind === 'stored' ? source.record : null;
  const feed = source?.kind === 'feed' ? source.feed : null;
  const results = answer?.ok ? answer.body.results : null;
  const parties = show?.parties;
  const baseline = show?.baseline ?? null;
  const matches = feed?.parties;
  const worked = useMemo((): Worked | null => {
    if (!parties) return null;
    const context = { parties, baseline, fromShares };
    if (record) return outcomeOfRecord(record, context);
    return results ? outcomeOfResults(results, idsOf(parties, matches ?? {}), context) : null;
  }, [parties, baseline, fromShares, record, results, matches]);
  const nothing = feed && answer?.ok && !answer.body.results ? t.nothingYet(feed.name) : null;
  return { sources, source, worked, record, why: nothing ?? (answer && !answer.ok ? answer.detail : why) };
}
