/**
 * The fact log: one line for every change of a fact, with the words as they were from then on. It answers who wrote,
 * approved or withdrew what, when, and from which source; what was shown is in the as-run log. Pure: read off the
 * state before and after a command, at the places that its patches name.
 */
import type { Patch } from 'immer';
import { z } from 'zod';
import { FactId } from '../ids.ts';
import type { Answer } from '../commands/command.ts';
import { sameJson } from '../json.ts';
import { Uses } from '../schema/fact-use.ts';
import { Approval, Fact, FactContent } from '../schema/fact.ts';
import type { State } from '../state.ts';
import { getRow } from '../table.ts';
import { factsIn } from './revisions.ts';

export const FactEvent = z.enum([
  'written',
  'edited',
  'approved',
  'superseded',
  'withdrawn',
  'locked',
  'unlocked',
  'undone',
  'redone',
  'delivered',
  'accepted',
  'imported',
  'deleted',
  'restored',
]);
export type FactEvent = z.infer<typeof FactEvent>;

export const FactLine = z.object({
  /** First in the line, so that a log can be indexed without reading the rest. */
  factId: FactId,
  /** Epoch milliseconds. */
  at: z.number(),
  /** Who did it. */
  by: z.string(),
  event: FactEvent,
  revision: z.int(),
  approval: Approval,
  /** Who wrote this revision. */
  author: z.string(),
  approvedBy: z.string().nullable(),
  /** Why, where somebody said. */
  reason: z.string().exactOptional(),
  /** The feed that this revision came from. */
  via: Fact.shape.via,
  /** What was decided for each cue that used it. */
  decisions: Uses.exactOptional(),
  /** As it is from now on; as it was, where it has been deleted. */
  content: FactContent,
});
export type FactLine = z.infer<typeof FactLine>;

/** What a command does to the facts that it changes. Commands that are not here edit them. */
const EVENTS: Readonly<Record<string, FactEvent>> = {
  'fact.create': 'written',
  'fact.approve': 'approved',
  'fact.approveMany': 'approved',
  'fact.supersede': 'superseded',
  'fact.withdraw': 'withdrawn',
  'show.undo': 'undone',
  'show.redo': 'redone',
  'feed.deliver': 'delivered',
  'proposal.accept': 'accepted',
  'fact.import': 'imported',
  'show.replace': 'restored',
};

function eventOf(type: string, before: Fact | undefined, after: Fact | undefined): FactEvent {
  if (!after) return 'deleted';
  if (type === 'fact.lock') return after.lockedBy === null ? 'unlocked' : 'locked';
  const event = EVENTS[type];
  return event ?? (before ? 'edited' : 'written');
}

const CONTENT = Object.keys(FactContent.shape);

/** The part of a fact that a person writes, in the very same objects. */
export const contentOf = (fact: Fact): FactContent =>
  Object.fromEntries(Object.entries(fact).filter(([key]) => CONTENT.includes(key))) as unknown as FactContent;

function lineOf(fact: Fact, event: FactEvent, by: string, at: number): FactLine {
  const { id: factId, revision, approval, author, approvedBy, via } = fact;
  return { factId, at, by, event, revision, approval, author, approvedBy, via, content: contentOf(fact) };
}

/** What a command says of why, and of the uses; others say nothing of them. */
const Said = z.object({
  reason: z.string().min(1).optional().catch(undefined),
  uses: Uses.min(1).optional().catch(undefined),
});

/** A jump in the history as the undo, or the redo, that it is. @param answer what the command answered */
export const asStep = (command: { type: string }, { direction }: Answer): { type: string } =>
  command.type === 'show.stepTo' ? { type: direction === 'redo' ? 'show.redo' : 'show.undo' } : command;

/**
 * One line for each fact that a commit changed.
 * @param command as it was sent; see `asStep`
 * @param by who sent it
 * @param at epoch milliseconds
 */
export function factLines(
  before: State,
  after: State,
  patches: readonly Patch[],
  command: { type: string },
  by: string,
  at: number,
): FactLine[] {
  // the log is of the live show: a rehearsal's facts are in no history, and coming back from it changes none
  if (before.held !== null || after.held !== null || before.show.facts === after.show.facts) return [];
  const { reason, uses } = Said.parse(command);
  const said = { ...(reason ? { reason } : {}), ...(uses ? { decisions: uses } : {}) };
  return factsIn(patches, before, after).flatMap((id): FactLine[] => {
    const [was, is] = [getRow(before.show.facts, id), getRow(after.show.facts, id)];
    const fact = is ?? was;
    if (!fact || (was && is && sameJson(was, is))) return [];
    return [{ ...lineOf(fact, eventOf(command.type, was, is), by, at), ...said }];
  });
}

/** Where a log begins: the facts that a show has already, each as it was written last. */
export const firstLines = (facts: readonly Fact[]): FactLine[] =>
  facts.map((fact) => lineOf(fact, 'written', fact.author, fact.changedAt));
