/**
 * Entering and leaving a rehearsal. The live show is put aside as it is, and the very same comes back: nothing that a
 * rehearsal does is taken out of the show, because none of it ever gets in.
 */
import { factsOf } from '../bindings.ts';
import type { CueId, FactId } from '../ids.ts';
import { sameJson } from '../json.ts';
import type { Mode } from '../layers.ts';
import { clearStandby } from '../playout.ts';
import type { Fact } from '../schema/fact.ts';
import type { Rehearsal, ReviewItem } from '../schema/rehearsal.ts';
import type { Show } from '../schema/show.ts';
import type { State } from '../state.ts';
import { changedRows, getRow, type RowChange } from '../table.ts';

interface Change<R> {
  what: ReviewItem['what'];
  before: R | null;
  after: R | null;
}

function differences<R>(changes: readonly RowChange<R>[]): (Change<R> & { id: string })[] {
  return changes.flatMap(({ id, before = null, after = null }) =>
    sameJson(before, after)
      ? []
      : [{ id, what: before === null ? 'made' : after === null ? 'removed' : 'changed', before, after }],
  );
}

/** True of what is from a feed of this rehearsal, as long as nobody has edited it. A night may play into a live one. */
function isFedIn(fork: Show): (fact: Fact | null) => boolean {
  const feeds = new Set(fork.feeds.flatMap(({ id, origin }) => (origin === 'rehearsal' ? [id] : [])));
  return (fact) => fact?.via != null && feeds.has(fact.via.feed);
}

/**
 * Cues in the order of their rundowns, after the facts in the order in which they were written. A played night makes
 * facts by the dozen: what its feed wrote is only counted, unless a cue that is left needs it.
 */
export function reviewItems(live: Show, fork: Show): { items: ReviewItem[]; ofFeeds: number } {
  const facts = differences(changedRows(live.facts, fork.facts)).map(
    ({ id, ...change }) => ({ kind: 'fact', id: id as FactId, ...change }) as const,
  );
  const cues = differences(changedRows(live.cues, fork.cues)).map(
    ({ id, ...change }) => ({ kind: 'cue', id: id as CueId, ...change }) as const,
  );
  const place = new Map([...live.rundown, ...fork.rundown].map((id, index) => [id, index]));
  const needed = new Set(cues.flatMap(({ after }) => (after ? factsOf(after) : [])));
  const isFed = isFedIn(fork);
  const left = facts.filter(({ id, before, after }) => needed.has(id) || !isFed(after ?? before));
  return {
    items: [
      ...left.sort((a, b) => ((a.after ?? a.before)?.seq ?? 0) - ((b.after ?? b.before)?.seq ?? 0)),
      ...cues.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0)),
    ],
    ofFeeds: facts.length - left.length,
  };
}

/** What else a fork has otherwise than the live show. Outputs and keys are set-up and go on as they are. */
export function droppedParts(live: Show, fork: Show): string[] {
  const feeds = (show: Show) => show.feeds.map(({ turnedDown: _, ...feed }) => feed);
  const order = (show: Show, other: Show) => show.rundown.filter((id) => getRow(other.cues, id));
  const parts: Record<string, [unknown, unknown]> = {
    title: [live.title, fork.title],
    settings: [live.settings, fork.settings],
    parties: [live.parties, fork.parties],
    rundown: [order(live, fork), order(fork, live)],
    feeds: [feeds(live), feeds(fork)],
    theme: [live.theme, fork.theme],
    media: [live.media, fork.media],
    baseline: [live.baseline, fork.baseline],
  };
  return Object.entries(parts).flatMap(([name, [a, b]]) => (sameJson(a, b) ? [] : [name]));
}

/**
 * Once a night is played, the feeds of the live show put nothing into the fork: a real count and a played one, side by
 * side, are a count that never was. The live show gets all they have read when the rehearsal ends.
 */
export const standsAside = ({ rehearsal, held }: Pick<State, 'rehearsal' | 'held'>, feed: string): boolean =>
  rehearsal?.phase === 'running' && rehearsal.night && held?.feeds.some(({ id }) => id === feed) === true;

/** What there is to look through after a rehearsal; null where nothing was made or changed. */
export function reviewOf(
  begun: Pick<Rehearsal, 'id' | 'startedAt' | 'startedBy'>,
  live: Show,
  fork: Show,
  endedAt: number,
): Rehearsal | null {
  const { id, startedAt, startedBy } = begun;
  const { items, ofFeeds } = reviewItems(live, fork);
  const dropped = droppedParts(live, fork);
  if (items.length + ofFeeds + dropped.length === 0) return null;
  return { id, startedAt, startedBy, phase: 'review', endedAt, items, ofFeeds, dropped };
}

/** The live show again, exactly; only where it is shown and which keys do what stay as they are now. */
export const liveAgain = (live: Show, fork: Show): Show =>
  live.outputs === fork.outputs && live.keys === fork.keys
    ? live
    : { ...live, outputs: fork.outputs, keys: fork.keys };

/** Nothing of what somebody was about to do in one mode is done in the other. Works on a draft. */
function clearIntentions({ air }: State): void {
  clearStandby(air);
  air.lastTake = null;
  air.lastOut = null;
  air.due = [];
  air.missed = null;
}

/** Works on a draft: `show` goes on as the fork. A review that nobody has finished is thrown away. */
export function enter(draft: State, show: Show, begun: { id: string; now: number; by: string }): void {
  const { cued } = draft.air;
  draft.held = show;
  const { id, now: startedAt, by: startedBy } = begun;
  draft.rehearsal = { id, phase: 'running', startedAt, startedBy, cued, night: false };
  change(draft, 'rehearsal', cued, show);
}

/**
 * Works on a draft.
 * @param plain the state that the draft was made of
 */
export function leave(draft: State, plain: State, now: number): void {
  const { held, rehearsal, show: fork } = plain;
  if (held === null || rehearsal?.phase !== 'running') throw new Error('a rehearsal without its live show');
  const show = liveAgain(held, fork);
  draft.show = show;
  draft.held = null;
  draft.rehearsal = reviewOf(rehearsal, held, fork, now);
  change(draft, 'live', rehearsal.cued, show);
}

/** What stands by is loaded after this, as after every change of the show. */
function change(draft: State, mode: Mode, cued: CueId | null, show: Show): void {
  clearIntentions(draft);
  draft.air.mode = mode;
  draft.air.cued = cued !== null && getRow(show.cues, cued) ? cued : null;
}
