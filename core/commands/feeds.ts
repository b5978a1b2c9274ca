/** Feeds: set up by people, delivering proposals by themselves; and what people decide on those. */
import { z } from 'zod';
import { FactId, FeedId } from '../ids.ts';
import { FactContent } from '../schema/fact.ts';
import { ColumnMap, FeedContent, Oddity } from '../schema/feed.ts';
import { defineCommand } from './command.ts';

export const feedCreate = defineCommand({
  type: 'feed.create',
  title: 'Add a feed',
  schema: FeedContent.extend({ feedId: FeedId.exactOptional() }),
  undo: 'record',
  access: 'open',
  check: () => null,
  apply() {
    throw new Error('not written yet');
  },
});

/** As in FeedContent, but absent means unchanged. */
const Changes = z.object({
  name: FeedContent.shape.name.exactOptional(),
  format: FeedContent.shape.format.exactOptional(),
  place: FeedContent.shape.place.exactOptional(),
  source: FeedContent.shape.source.exactOptional(),
  pollSeconds: FeedContent.shape.pollSeconds.unwrap().exactOptional(),
  staleSeconds: FeedContent.shape.staleSeconds.unwrap().exactOptional(),
  enabled: FeedContent.shape.enabled.unwrap().exactOptional(),
  record: FeedContent.shape.record.unwrap().exactOptional(),
  rules: FeedContent.shape.rules.unwrap().exactOptional(),
  parties: FeedContent.shape.parties.unwrap().exactOptional(),
  columns: FeedContent.shape.columns.unwrap().exactOptional(),
});

export const feedEdit = defineCommand({
  type: 'feed.edit',
  title: 'Change a feed',
  schema: z.object({ feedId: FeedId, changes: Changes }),
  undo: 'record',
  access: 'open',
  check: () => null,
  apply() {
    throw new Error('not written yet');
  },
});

export const feedDelete = defineCommand({
  type: 'feed.delete',
  title: 'Delete a feed',
  schema: z.object({ feedId: FeedId }),
  undo: 'record',
  access: 'open',
  check: () => null,
  apply() {
    throw new Error('not written yet');
  },
});

export const feedDeliver = defineCommand({
  type: 'feed.deliver',
  title: 'A feed delivers',
  schema: z.object({
    feedId: FeedId,
    items: z.array(
      z.object({ factId: FactId, key: z.string().min(1), content: FactContent, odd: z.array(Oddity) }),
    ),
  }),
  undo: 'never',
  access: 'internal',
  check: () => null,
  apply() {
    throw new Error('not written yet');
  },
});

const OnProposals = z.object({ factIds: z.array(FactId).min(1).max(20_000) });

export const proposalAccept = defineCommand({
  type: 'proposal.accept',
  title: 'Accept what a feed proposes',
  schema: OnProposals,
  undo: 'record',
  access: 'open',
  check: () => null,
  apply() {
    throw new Error('not written yet');
  },
});

export const proposalReject = defineCommand({
  type: 'proposal.reject',
  title: 'Turn down what a feed proposes',
  schema: OnProposals,
  undo: 'record',
  access: 'open',
  check: () => null,
  apply() {
    throw new Error('not written yet');
  },
});

export const factImport = defineCommand({
  type: 'fact.import',
  title: 'Import facts',
  schema: z.object({
    /** All chunks of one import share it: they are undone together. */
    group: z.string().min(1).max(80),
    items: z
      .array(z.object({ factId: FactId, content: FactContent }))
      .min(1)
      .max(200),
    /** How the columns were matched, to be offered the next time. */
    remember: z.object({ header: z.string().max(10_000), columns: ColumnMap }).exactOptional(),
  }),
  undo: 'record',
  access: 'open',
  group: ({ group }) => group,
  check: () => null,
  apply() {
    throw new Error('not written yet');
  },
});
