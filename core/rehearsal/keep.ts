/**
 * What is kept of a rehearsal comes into the show as something new beside what is there: a fact as a draft that says
 * where it is from, a cue in a segment of its own at the end. Both are of the rehearsal for ever.
 */
import { CueId, FactId } from '../ids.ts';
import type { Context } from '../commands/command.ts';
import { numberGiver } from '../cue-numbers.ts';
import type { Bindings, Cue } from '../schema/cue.ts';
import type { Fact } from '../schema/fact.ts';
import type { ReviewItem } from '../schema/rehearsal.ts';
import type { Show } from '../schema/show.ts';
import { allRows, putRow } from '../table.ts';
import { idsFor } from './origin.ts';

/** As FactContent and CueContent have it. */
const LONGEST_NOTE = 2000;
const LONGEST_SEGMENT = 100;

/** `2026-11-07 18:40` on the clock of the show. */
function momentIn(timeZone: string, at: number): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return parts.format(at);
}

const keptNote = (note: string | null, moment: string): string =>
  [`Kept from the rehearsal of ${moment}: never on program.`, note ?? '']
    .join(' ')
    .trim()
    .slice(0, LONGEST_NOTE);

type Ids = ReadonlyMap<string, string>;

const other = <T extends string>(ids: Ids, id: T): T => (ids.get(id) ?? id) as T;

function keptFact(fact: Fact, ids: Ids, moment: string, seq: number, context: Context): Fact {
  return {
    ...fact,
    id: other(ids, fact.id),
    seq,
    revision: 1,
    approval: 'draft',
    author: context.actor,
    approvedBy: null,
    changedAt: context.now,
    supersededBy: null,
    withdrawnReason: null,
    lockedBy: null,
    via: null,
    related: fact.related.map((id) => other(ids, id)),
    note: keptNote(fact.note, moment),
    origin: 'rehearsal',
  };
}

function keptCue(cue: Cue, ids: Ids, segment: string, number: number): Cue {
  const bindings: Bindings = Object.fromEntries(
    Object.entries(cue.bindings).map(([field, binding]) => [
      field,
      'fact' in binding ? { ...binding, fact: other(ids, binding.fact) } : binding,
    ]),
  );
  return {
    ...cue,
    id: other(ids, cue.id),
    number,
    bindings,
    segment,
    // what was not kept along with it is not in the show, or is another cue there
    with: cue.with.flatMap((one) => (ids.has(one.cue) ? [{ ...one, cue: other(ids, one.cue) }] : [])),
    origin: 'rehearsal',
  };
}

export interface Kept {
  [key: string]: FactId[] | CueId[];
  facts: FactId[];
  cues: CueId[];
}

/**
 * Works on a draft.
 * @param plain the show that it was made of
 * @param items whose `after` is there
 * @param startedAt of the rehearsal, epoch ms
 */
export function keepItems(
  show: Show,
  plain: Show,
  items: readonly ReviewItem[],
  startedAt: number,
  context: Context,
): Kept {
  const newId = idsFor('rehearsal', context.newId);
  const ids = new Map(items.map(({ kind, id }): [string, string] => [id, newId(kind)]));
  const moment = momentIn(plain.timeZone, startedAt);
  const segment = `Rehearsal ${moment}`.slice(0, LONGEST_SEGMENT);
  const kept: Kept = { facts: [], cues: [] };
  const numbers = numberGiver(allRows(plain.cues).map(({ number }) => number));
  for (const { kind, after } of items) {
    if (after === null) continue;
    if (kind === 'fact') {
      show.factSeq += 1;
      const fact = keptFact(after, ids, moment, show.factSeq, context);
      putRow(show.facts, fact.id, fact);
      kept.facts.push(FactId.parse(fact.id));
    } else {
      const cue = keptCue(after, ids, segment, numbers.keep(after.number));
      putRow(show.cues, cue.id, cue);
      show.rundown.push(cue.id);
      kept.cues.push(CueId.parse(cue.id));
    }
  }
  return kept;
}
