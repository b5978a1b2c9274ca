/** What people decide on that feeds propose: taken over, approved by them; or turned down until it changes. */
import { z } from 'zod';
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

const OnProposals = z.object({
  factIds: z.array(FactId).min(1).max(20_000),
  /** The newest `at` of the proposals that the person saw: what a feed has changed since is not decided on unseen. */
  seen: z.number().exactOptional(),
});

const feedOf = ({ feeds }: Show, { feed }: Proposal): Feed | undefined => feeds.find(({ id }) => id === feed);

/** All or nothing: a person decides on what they saw. */
function refusalFor({ show, air }: State, { factIds, seen }: z.infer<typeof OnProposals>): Refusal | null {
  for (const id of factIds) {
    const proposal = getRow(show.proposals, id);
    if (!proposal) return refuse('proposal_unknown', `Nothing is proposed for the fact "${id}" any more.`);
    if (seen !== undefined && proposal.at > seen)
      return refuse(
        'proposal_outdated',
        `“${proposal.content.statement}” is newer than what you saw: look again.`,
      );
    const feed = feedOf(show, proposal);
    if (!feed) return refuse('feed_unknown', `There is no feed "${proposal.feed}" in this show.`);
    if (air.mode === 'rehearsal' && feed.origin === 'live')
      return refuse(
        'live_data_in_rehearsal',
        `“${feed.name}” is a live feed: return to live before deciding.`,
      );
  }
  return null;
}

export const proposalAccept = defineCommand({
  type: 'proposal.accept',
  title: 'Accept what a feed proposes',
  schema: OnProposals,
  undo: 'record',
  access: 'open',
  check(state, command) {
    const refusal = refusalFor(state, command);
    if (refusal) return refusal;
    for (const id of command.factIds) {
      const fact = getRow(state.show.facts, id);
      const base = getRow(state.show.proposals, id)?.base ?? null;
      if ((fact?.revision ?? null) !== base)
        return refuse(
          'proposal_outdated',
          `The fact “${fact?.statement ?? id}” has changed since: look again.`,
        );
      if (fact && fact.lockedBy !== null)
        return refuse('fact_locked', `“${fact.statement}” is locked by ${fact.lockedBy}: unlock it first.`);
    }
    return null;
  },
  apply(draft, { factIds }, context) {
    const plain = plainShow(draft);
    const ids = new Set(factIds);
    for (const id of ids) {
      const proposal = getRow(plain.proposals, id);
      const feed = proposal && feedOf(plain, proposal);
      if (!feed) throw new Error(`the proposal for ${id} passed its check and is gone`);
      const { key, content, at } = proposal;
      const approval = { by: context.actor, at: context.now, readAt: at };
      writeNews(draft, getRow(plain.facts, id), { factId: id, key, content }, feed, approval);
      removeRow(draft.show.proposals, id);
    }
    return { accepted: ids.size };
  },
});

export const proposalReject = defineCommand({
  type: 'proposal.reject',
  title: 'Turn down what a feed proposes',
  schema: OnProposals,
  undo: 'record',
  access: 'open',
  check: refusalFor,
  apply(draft, { factIds }) {
    const plain = plainShow(draft);
    const ids = new Set(factIds);
    for (const id of ids) {
      const proposal = getRow(plain.proposals, id);
      const feed = proposal && draft.show.feeds.find((one) => one.id === proposal.feed);
      if (!feed) throw new Error(`the proposal for ${id} passed its check and is gone`);
      feed.turnedDown[id] = digest(proposal.content);
      removeRow(draft.show.proposals, id);
    }
    return { turnedDown: ids.size };
  },
});
