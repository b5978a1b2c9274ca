/**
 * Going back to an earlier wording of the show. Row by row, so that the patches name what changed and nothing else; and
 * without giving a fact's revision number to other words than it had (see facts/revisions.ts). Pure but for the draft.
 */
import { nextRevision } from './facts/revisions.ts';
import { sameJson } from './json.ts';
import type { Fact } from './schema/fact.ts';
import type { Show } from './schema/show.ts';
import { allRows, getRow, putRow, removeRow } from './table.ts';

/** Set-up of this place and this show's identity: they stay, whatever show takes the other's place. */
const STAYS: ReadonlySet<string> = new Set(['format', 'id', 'outputs', 'keys']);
/** Tables and counters that are treated by themselves below. */
const BY_ROW: ReadonlySet<string> = new Set(['facts', 'cues', 'factSeq', 'spentRevisions']);

/** Of a fact, all but the number of its revision and when it got it. */
const wordsOf = ({ revision: _revision, changedAt: _changedAt, ...rest }: Fact): object => rest;

/** What has been taken back since must not come back by itself. */
const isOver = ({ approval }: Fact): boolean => approval === 'withdrawn' || approval === 'superseded';

/** The highest number that a fact has had; 0 for one that this show has never had. */
const highest = (show: Show, id: string): number => nextRevision(show, id as Fact['id']) - 1;

export interface Replaced {
  /** Facts that were withdrawn or superseded since and stay so. */
  kept: string[];
}

function replaceCues({ cues }: Show, was: Show, wanted: Show): void {
  for (const { id } of allRows(was.cues)) if (!getRow(wanted.cues, id)) removeRow(cues, id);
  for (const cue of allRows(wanted.cues)) {
    if (!sameJson(getRow(was.cues, cue.id), cue)) putRow(cues, cue.id, cue);
  }
}

function replaceFacts({ facts, spentRevisions }: Show, was: Show, wanted: Show, now: number): Replaced {
  const kept: string[] = [];
  const spend = (id: string, revision: number): void => {
    if (revision > (getRow(was.spentRevisions, id) ?? 0)) putRow(spentRevisions, id, revision);
  };
  for (const { id } of allRows(was.facts)) {
    if (getRow(wanted.facts, id)) continue;
    spend(id, highest(was, id));
    removeRow(facts, id);
  }
  for (const then of allRows(wanted.facts)) {
    const is = getRow(was.facts, then.id);
    if (is && isOver(is) && !isOver(then)) kept.push(then.id);
    else if (!is || !sameJson(wordsOf(is), wordsOf(then))) {
      const known = Math.max(highest(was, then.id), getRow(wanted.spentRevisions, then.id) ?? 0);
      // of a fact that this show has never had, its own number is free
      const revision = highest(was, then.id) === 0 ? then.revision : known + 1;
      putRow(facts, then.id, { ...then, revision, changedAt: now });
    }
  }
  for (const [id, revision] of spentIn(wanted)) if (revision > highest(was, id)) spend(id, revision);
  return { kept };
}

const spentIn = ({ spentRevisions }: Show): [string, number][] =>
  Object.values(spentRevisions.buckets).flatMap((bucket) => Object.entries(bucket));

/**
 * Makes the draft say what `wanted` says.
 * @param was the show that the draft is of: reading it costs nothing
 * @param now epoch ms: when the facts that differ got their new revision
 */
export function replaceShow(draft: Show, was: Show, wanted: Show, now: number): Replaced {
  const fields = draft as unknown as Record<string, unknown>;
  const before = was as unknown as Record<string, unknown>;
  for (const [key, value] of Object.entries(wanted)) {
    if (!STAYS.has(key) && !BY_ROW.has(key) && !sameJson(before[key], value)) fields[key] = value;
  }
  draft.factSeq = Math.max(was.factSeq, wanted.factSeq);
  replaceCues(draft, was, wanted);
  return replaceFacts(draft, was, wanted, now);
}
