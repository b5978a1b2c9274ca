/** What changed between the last that a desk saw before its line broke and the first that it sees again. Pure. */
import { cueLabel } from '../../core/labels.ts';
import { sameJson } from '../../core/json.ts';
import { isShowing, targetOf } from '../../core/playout.ts';
import type { Show } from '../../core/schema/show.ts';
import type { State } from '../../core/state.ts';
import { allRows, getRow } from '../../core/table.ts';
import { text } from '../text.ts';

const t = text.seats.away;

function cueWords(before: Show, after: Show): string[] {
  const now = allRows(after.cues);
  const made = now.filter(({ id }) => !getRow(before.cues, id)).length;
  const gone = allRows(before.cues).filter(({ id }) => !getRow(after.cues, id)).length;
  const changed = now.filter((cue) => {
    const was = getRow(before.cues, cue.id);
    return was !== undefined && !sameJson(was, cue);
  }).length;
  const order = made + gone === 0 && !sameJson(before.rundown, after.rundown);
  return [
    ...(made > 0 ? [t.cuesMade(made)] : []),
    ...(gone > 0 ? [t.cuesGone(gone)] : []),
    ...(changed > 0 ? [t.cuesChanged(changed)] : []),
    ...(order ? [t.order] : []),
  ];
}

/** A fact's revision and approval say all that matters here; comparing 10,000 whole ones would be felt. */
function factsChanged(before: Show, after: Show): number {
  const differs = allRows(after.facts).filter((fact) => {
    const was = getRow(before.facts, fact.id);
    return was?.revision !== fact.revision || was.approval !== fact.approval;
  }).length;
  return differs + allRows(before.facts).filter(({ id }) => !getRow(after.facts, id)).length;
}

/** In a sentence, what most matters first. */
export function awayWords(before: State, after: State): string {
  const words: string[] = [];
  const take = after.air.lastTake;
  if (after.air.mode !== before.air.mode) words.push(t.mode(text.top.mode[after.air.mode]));
  if (take && !sameJson(take, before.air.lastTake))
    words.push(t.taken(cueLabel(after.show, take.cue) || take.cue, take.by));
  const wasShowing = isShowing(before.air, targetOf(before.air.mode));
  if (wasShowing && !isShowing(after.air, targetOf(after.air.mode))) words.push(t.cleared);
  if (after.air.right && after.air.right.seat !== before.air.right?.seat)
    words.push(t.right(after.air.right.user));
  words.push(...cueWords(before.show, after.show));
  const facts = factsChanged(before.show, after.show);
  if (facts > 0) words.push(t.facts(facts));
  return `${t.lead}${words.length > 0 ? words.join(', ') : t.nothing}.`;
}
