/** What a rehearsal has left: item by item kept as something new, which never goes on program, or thrown away. */
import { z } from 'zod';
import { CueId, FactId } from '../ids.ts';
import { plainShow } from '../playout.ts';
import { keepItems } from '../rehearsal/keep.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { ReviewItem } from '../schema/rehearsal.ts';
import type { State } from '../state.ts';
import { defineCommand } from './command.ts';

const Named = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fact'), id: FactId }),
  z.object({ kind: z.literal('cue'), id: CueId }),
]);
const Items = z.array(Named).min(1).max(20_000);
type Items = z.infer<typeof Items>;

const keyOf = ({ kind, id }: Items[number]): string => `${kind} ${id}`;

function nothingLeft({ rehearsal, air }: State): Refusal | null {
  if (rehearsal?.phase === 'review') return null;
  return air.mode === 'rehearsal'
    ? refuse('no_rehearsal', 'The rehearsal is still running: go live, then look through what it has left.')
    : refuse('no_rehearsal', 'No rehearsal has left anything to look through.');
}

function wantedOf({ rehearsal }: State, wanted: Items): ReviewItem[] {
  const keys = new Set(wanted.map(keyOf));
  return rehearsal?.phase === 'review' ? rehearsal.items.filter((item) => keys.has(keyOf(item))) : [];
}

function itemsRefusal(state: State, wanted: Items): Refusal | null {
  const there = new Set(wantedOf(state, wanted).map(keyOf));
  const missing = wanted.find((one) => !there.has(keyOf(one)));
  return missing
    ? refuse(
        'rehearsal_data',
        `The ${missing.kind} "${missing.id}" is not among what the rehearsal has left.`,
      )
    : null;
}

/** Works on a draft: a rehearsal of which nothing is left is over for good. */
function dropItems(draft: State, wanted: Items): void {
  const { rehearsal } = draft;
  if (rehearsal?.phase !== 'review') return;
  const keys = new Set(wanted.map(keyOf));
  const left = rehearsal.items.filter((item) => !keys.has(keyOf(item)));
  if (left.length === 0) draft.rehearsal = null;
  else rehearsal.items = left;
}

const count = (n: number): string => `${n} ${n === 1 ? 'item' : 'items'}`;

export const rehearsalKeep = defineCommand({
  type: 'rehearsal.keep',
  title: 'Keep what was rehearsed',
  schema: z.object({ items: Items }),
  undo: 'record',
  access: 'open',
  describe: (_state, { items }) => count(items.length),
  check(state, { items }) {
    const refusal = nothingLeft(state) ?? itemsRefusal(state, items);
    if (refusal) return refusal;
    const gone = wantedOf(state, items).find(({ after }) => after === null);
    return gone
      ? refuse(
          'rehearsal_data',
          `The ${gone.kind} "${gone.id}" was removed in the rehearsal: there is nothing to keep.`,
        )
      : null;
  },
  apply(draft, { items }, context) {
    const { rehearsal } = draft;
    if (rehearsal?.phase !== 'review') throw new Error('a review that passed its check and is gone');
    const kept = keepItems(
      draft.show,
      plainShow(draft),
      wantedOf(draft, items),
      rehearsal.startedAt,
      context,
    );
    dropItems(draft, items);
    return kept;
  },
});

export const rehearsalDiscard = defineCommand({
  type: 'rehearsal.discard',
  title: 'Throw away what was rehearsed',
  schema: z.object({
    /** All of it where they are left out. */
    items: Items.exactOptional(),
  }),
  undo: 'record',
  access: 'open',
  describe: (_state, { items }) => (items ? count(items.length) : ''),
  check: (state, { items }) => nothingLeft(state) ?? (items ? itemsRefusal(state, items) : null),
  apply(draft, { items }) {
    if (items) dropItems(draft, items);
    else draft.rehearsal = null;
    return {};
  },
});
