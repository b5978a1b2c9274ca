/** A chunk of an import: facts that are created or edited as drafts, as if the person had typed them. */
import { z } from 'zod';
import { manyLabel, shortened } from '../labels.ts';
import { importRefusal, newFields, newIssues } from '../facts/import.ts';
import { issueText } from '../facts/kind-schema.ts';
import { nextRevision } from '../facts/revisions.ts';
import { FactId } from '../ids.ts';
import { sameJson } from '../json.ts';
import { plainShow } from '../playout.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { FactContent } from '../schema/fact.ts';
import { ColumnMap } from '../schema/feed.ts';
import type { Show } from '../schema/show.ts';
import type { State } from '../state.ts';
import { getRow, putRow } from '../table.ts';
import { defineCommand } from './command.ts';

/** More tables than anyone comes back to. */
const REMEMBERED = 50;

function remember(show: Show, header: string, columns: ColumnMap): void {
  if (sameJson(show.columnMaps[header], columns)) return;
  // a header that is a whole number would go to the front of the object's keys; that costs nothing but its turn
  const [oldest] = Object.keys(show.columnMaps);
  if (oldest !== undefined && Object.keys(show.columnMaps).length >= REMEMBERED)
    delete show.columnMaps[oldest];
  show.columnMaps[header] = columns;
}

const Item = z.object({
  factId: FactId,
  content: FactContent,
  /** The revision that it was compared with, null for none: another one is refused instead of written over. */
  base: z.int().nullable().exactOptional(),
});
type Item = z.infer<typeof Item>;

/** As after an edit by hand: what was superseded is a draft again. */
const IN_USE = { supersededBy: null, withdrawnReason: null };

function itemRefusal({ show }: State, { factId, content, base }: Item): Refusal | null {
  const fact = getRow(show.facts, factId);
  if (base !== undefined && base !== (fact?.revision ?? null))
    return refuse('fact_changed', `The fact "${factId}" has been changed since: look again.`);
  const issue = newIssues(fact, content)[0];
  return issue ? refuse('fact_invalid', `“${content.statement}”: ${issueText(content.kind, issue)}.`) : null;
}

export const factImport = defineCommand({
  type: 'fact.import',
  title: 'Import facts',
  schema: z.object({
    /** All chunks of one import share it: they are undone together. */
    group: z.string().min(1).max(80),
    items: z.array(Item).min(1).max(200),
    /** How the columns were matched, to be offered the next time. */
    remember: z.object({ header: z.string().max(10_000), columns: ColumnMap }).exactOptional(),
  }),
  undo: 'record',
  access: 'open',
  describe: (_state, { items }) => manyLabel(items, ({ content }) => shortened(content.statement)),
  group: ({ group }) => group,
  check(state, { items }) {
    for (const item of items) {
      const refusal = importRefusal(state, item.factId) ?? itemRefusal(state, item);
      if (refusal) return refusal;
    }
    return null;
  },
  apply(draft, { items, remember: matched }, context) {
    const plain = plainShow(draft);
    const { show, air } = draft;
    const standing = { approval: 'draft' as const, author: context.actor, approvedBy: null, ...IN_USE };
    const seen = new Set<FactId>();
    let written = 0;
    for (const { factId, content } of items) {
      if (seen.has(factId)) continue;
      seen.add(factId);
      const fact = getRow(plain.facts, factId);
      if (!fact) {
        show.factSeq += 1;
        putRow(show.facts, factId, {
          ...content,
          id: factId,
          seq: show.factSeq,
          revision: nextRevision(plain, factId),
          ...standing,
          changedAt: context.now,
          lockedBy: null,
          via: null,
          origin: air.mode,
        });
        written += 1;
        continue;
      }
      const given = newFields(fact, content);
      const row = getRow(show.facts, factId);
      if (!row || Object.keys(given).length === 0) continue;
      Object.assign(row, given, standing, {
        revision: nextRevision(plain, factId),
        changedAt: context.now,
        via: null,
      });
      written += 1;
    }
    if (matched) remember(show, matched.header, matched.columns);
    return { written };
  },
});
