/** Puts a feed's news into the show, as its rules have it. Works on a draft. */
import type { Context } from '../commands/command.ts';
import { nextRevision } from '../facts/revisions.ts';
import type { FactId } from '../ids.ts';
import { sameJson } from '../json.ts';
import { plainShow } from '../playout.ts';
import type { Fact, FactContent } from '../schema/fact.ts';
import type { Feed, Proposal } from '../schema/feed.ts';
import type { State } from '../state.ts';
import { getRow, putRow, removeRow } from '../table.ts';
import { digest } from './digest.ts';
import { mergeNews, type News } from './merge.ts';

export interface Delivery extends News {
  factId: FactId;
}

/** A revision that a feed has written and somebody, or a rule, has approved. */
export function writeNews(
  draft: State,
  fact: Fact | undefined,
  { factId, key, content }: Pick<Delivery, 'factId' | 'key' | 'content'>,
  feed: Pick<Feed, 'id' | 'name' | 'origin'>,
  approval: { by: string; at: number; readAt: number },
): void {
  const { show } = draft;
  const standing = {
    revision: nextRevision(plainShow(draft), factId),
    approval: 'approved' as const,
    author: feed.name,
    approvedBy: approval.by,
    changedAt: approval.at,
    supersededBy: null,
    withdrawnReason: null,
    via: { feed: feed.id, key, at: approval.readAt },
  };
  if (fact) {
    const row = getRow(show.facts, factId);
    if (!row) throw new Error(`fact ${factId} passed its check and is gone`);
    Object.assign(row, changesOf(fact, content), standing);
    return;
  }
  show.factSeq += 1;
  putRow(show.facts, factId, {
    ...content,
    id: factId,
    seq: show.factSeq,
    lockedBy: null,
    origin: feed.origin,
    ...standing,
  });
}

/** Only what differs, so that the patch says what changed. */
const changesOf = (fact: FactContent, content: FactContent): Partial<FactContent> =>
  Object.fromEntries(
    Object.entries(content).filter(([field, value]) => !sameJson(fact[field as keyof FactContent], value)),
  );

const isSameProposal = (a: Proposal, b: Proposal): boolean =>
  a.base === b.base &&
  a.feed === b.feed &&
  a.key === b.key &&
  sameJson(a.odd, b.odd) &&
  sameJson(a.content, b.content);

export interface Delivered {
  written: number;
  proposed: number;
}

/**
 * @returns how many facts were written and how many wait now that did not before
 */
export function deliver(draft: State, feed: Feed, items: readonly Delivery[], context: Context): Delivered {
  const plain = plainShow(draft);
  const done: Delivered = { written: 0, proposed: 0 };
  const drop = (id: FactId) => {
    if (getRow(plain.proposals, id)) removeRow(draft.show.proposals, id);
  };
  const forget = (id: FactId) => {
    if (!Object.hasOwn(feed.turnedDown, id)) return;
    const row = draft.show.feeds.find((one) => one.id === feed.id);
    if (row) delete row.turnedDown[id];
  };
  const seen = new Set<FactId>();
  for (const { factId, ...news } of items) {
    if (seen.has(factId)) continue;
    seen.add(factId);
    const fact = getRow(plain.facts, factId);
    // live, what was made in rehearsal is none of a live feed's facts, nor the other way round
    if (fact && draft.air.mode === 'live' && fact.origin !== feed.origin) continue;
    const merged = mergeNews(fact ?? null, news, feed, plain.parties);
    if (merged.kind === 'same') {
      drop(factId);
      forget(factId);
    } else if (merged.kind === 'write') {
      const approval = { by: `${feed.rulesBy} (rule)`, at: context.now, readAt: context.now };
      writeNews(draft, fact, { factId, key: news.key, content: merged.content }, feed, approval);
      drop(factId);
      forget(factId);
      done.written += 1;
    } else {
      if (feed.turnedDown[factId] === digest(merged.content)) continue;
      forget(factId);
      const proposal: Proposal = {
        id: factId,
        feed: feed.id,
        key: news.key,
        base: fact?.revision ?? null,
        content: merged.content,
        odd: merged.odd,
        at: context.now,
      };
      const before = getRow(plain.proposals, factId);
      if (before && isSameProposal(before, proposal)) continue;
      putRow(draft.show.proposals, factId, proposal);
      done.proposed += 1;
    }
  }
  return done;
}
