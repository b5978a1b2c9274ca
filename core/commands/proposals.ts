/** What people decide on that feeds propose: taken over, approved by them; or turned down until it changes. */
import { z } from 'zod';
import { factLabel, manyLabel } from '../labels.ts';
import { writeNews } from '../feeds/deliver.ts';
import { digest } from '../feeds/digest.ts';
import { FactId } from '../ids.ts';
import { plainShow } from '../playout.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { Feed, Proposal } from '../schema/feed.ts';
import type { Show } from '../schema/show.ts';
import type { State } from '../state.ts';
import { getRow, removeRow } from '../table.ts';
import { defineCommand } from './command.ts';
import { contentRefusal, quoteRefusal } from './fact-checks.ts';

const OnProposals = z.object({
  factIds: z.array(FactId).min(1).max(20_000),
  /** The newest `at` of the proposals that the person saw: what a feed has changed since is not decided on unseen. */
  seen: z.number().exactOptional(),
});

const feedOf = ({ feeds }: Show, { feed }: Proposal): Feed | undefined => feeds.find(({ id }) => id === feed);

interface Chosen {
  proposals: Proposal[];
  /** How many the feed has changed, or taken back, since the person looked. */
  newer: number;
}

/** A person decides on what they saw. During a running count the rest must not wait for what has moved on since. */
function chosen(show: Show, { factIds, seen }: z.infer<typeof OnProposals>): Chosen {
  const ids = new Set(factIds);
  const proposals = [...ids].flatMap((id) => getRow(show.proposals, id) ?? []);
  if (seen === undefined) return { proposals, newer: 0 };
  const known = proposals.filter(({ at }) => at <= seen);
  return { proposals: known, newer: ids.size - known.length };
}

/** All or nothing of what the person saw. */
function refusalFor({ show }: State, command: z.infer<typeof OnProposals>): Refusal | null {
  const { proposals } = chosen(show, command);
  if (command.seen === undefined || proposals.length === 0) {
    for (const id of command.factIds) {
      const proposal = getRow(show.proposals, id);
      if (!proposal) return refuse('proposal_unknown', `Nothing is proposed for the fact "${id}" any more.`);
      if (proposals.length === 0)
        return refuse(
          'proposal_outdated',
          `“${proposal.content.statement}” is newer than what you saw: look again.`,
        );
    }
  }
  for (const proposal of proposals) {
    const feed = feedOf(show, proposal);
    if (!feed) return refuse('feed_unknown', `There is no feed "${proposal.feed}" in this show.`);
  }
  return null;
}

export const proposalAccept = defineCommand({
  type: 'proposal.accept',
  title: 'Accept what a feed proposes',
  schema: OnProposals,
  undo: 'record',
  access: 'open',
  describe: ({ show }, { factIds }) => manyLabel(factIds, (id) => factLabel(show, id) || id),
  check(state, command) {
    const refusal = refusalFor(state, command);
    if (refusal) return refusal;
    for (const { id, base, content, odd } of chosen(state.show, command).proposals) {
      const fact = getRow(state.show.facts, id);
      const isRetired = fact?.approval === 'withdrawn' || fact?.approval === 'superseded';
      // to retire a fact makes no revision: only a proposal that says so was made after it
      if ((fact?.revision ?? null) !== base || (isRetired && !odd.some(({ code }) => code === 'withdrawn')))
        return refuse(
          'proposal_outdated',
          `The fact “${fact?.statement ?? id}” has changed since: look again.`,
        );
      const wrong = contentRefusal(content) ?? quoteRefusal(content);
      if (wrong) return wrong;
      if (fact && fact.lockedBy !== null)
        return refuse('fact_locked', `“${fact.statement}” is locked by ${fact.lockedBy}: unlock it first.`);
    }
    return null;
  },
  apply(draft, command, context) {
    const plain = plainShow(draft);
    const { proposals, newer } = chosen(plain, command);
    for (const proposal of proposals) {
      const feed = feedOf(plain, proposal);
      const { id, key, content, at } = proposal;
      if (!feed) throw new Error(`the proposal for ${id} passed its check and is gone`);
      const approval = { by: context.actor, at: context.now, readAt: at };
      writeNews(draft, getRow(plain.facts, id), { factId: id, key, content }, feed, approval);
      removeRow(draft.show.proposals, id);
    }
    return { accepted: proposals.length, newer };
  },
});

export const proposalReject = defineCommand({
  type: 'proposal.reject',
  title: 'Turn down what a feed proposes',
  schema: OnProposals,
  undo: 'record',
  access: 'open',
  describe: ({ show }, { factIds }) => manyLabel(factIds, (id) => factLabel(show, id) || id),
  check: refusalFor,
  apply(draft, command) {
    const { proposals, newer } = chosen(plainShow(draft), command);
    for (const { id, feed: from, content } of proposals) {
      const feed = draft.show.feeds.find((one) => one.id === from);
      if (!feed) throw new Error(`the proposal for ${id} passed its check and is gone`);
      feed.turnedDown[id] = digest(content);
      removeRow(draft.show.proposals, id);
    }
    return { turnedDown: proposals.length, newer };
  },
});
