/**
 * Approving, locking and withdrawing many facts: in pieces, between which the station answers takes, all of them one step
 * of undo.
 */
import { z } from 'zod';
import type { CommandInput } from '../../core/commands/registry.ts';
import type { Fact } from '../../core/schema/fact.ts';
import type { Desk } from '../client/desk.ts';
import type { Result } from '../client/pending.ts';
import { text } from '../text.ts';

/** Facts in one command, and commands under way at a time. */
const PIECE = 200;
const AT_ONCE = 25;

/** Nobody knows what came of these, so that nothing more is sent after them. */
const LOST: ReadonlySet<string> = new Set(['not_connected', 'connection_lost', 'no_answer']);
export const isLost = (result: Result): boolean => !result.ok && LOST.has(result.code);

/** A name for one step of undo. Of the clock and chance: pages from other hosts have no `randomUUID`. */
export const newGroup = (): string =>
  `desk-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;

export const inChunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));

/**
 * Sends one command after another, a few under way at a time, and stops where the line is lost.
 * @param onProgress is told how many are answered
 * @returns the answers, in order; fewer than commands where it stopped
 */
export async function sendMany(
  send: (command: CommandInput) => Promise<Result>,
  commands: readonly CommandInput[],
  onProgress: (done: number) => void,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const some of inChunks(commands, AT_ONCE)) {
    results.push(...(await Promise.all(some.map(send))));
    if (results.some(isLost)) return results;
    onProgress(results.length);
  }
  return results;
}

const Approved = z.object({
  approved: z.array(z.string()),
  refused: z.array(z.object({ code: z.string(), detail: z.string() })),
});

/** Every fact in the revision that this desk shows: what has been written since is refused, as nobody here has read it. */
async function approveAll(desk: Desk, drafts: readonly Fact[]): Promise<void> {
  const group = newGroup();
  let approved = 0;
  const refused: { code: string; detail: string }[] = [];
  for (const some of inChunks(drafts, PIECE)) {
    const revisions = Object.fromEntries(some.map(({ id, revision }) => [id, revision]));
    const factIds = some.map(({ id }) => id);
    const result = await desk.client.send({ type: 'fact.approveMany', factIds, revisions, group });
    const answer = Approved.safeParse(result);
    if (result.ok && answer.success) {
      approved += answer.data.approved.length;
      refused.push(...answer.data.refused);
    } else if (!result.ok) {
      refused.push(...some.map(() => ({ code: result.code, detail: result.detail })));
      if (isLost(result)) break;
    }
    const done = approved + refused.length;
    if (done < drafts.length) desk.tell(text.facts.progress(done, drafts.length));
  }
  const left = drafts.length - approved - refused.length;
  const [first] = refused;
  const sentence = text.facts.approved(approved, refused.length + left);
  if (first) desk.say(first.code, `${sentence} ${first.detail}`);
  else desk.tell(sentence);
}

async function lockAll(desk: Desk, facts: readonly Fact[]): Promise<void> {
  const locked = facts.some(({ lockedBy }) => lockedBy === null);
  const others = facts.filter(({ lockedBy }) => (lockedBy !== null) !== locked);
  const group = others.length > 1 ? { group: newGroup() } : {};
  const results = await sendMany(
    (command) => desk.client.send(command),
    others.map(({ id }) => ({ type: 'fact.lock', factId: id, locked, ...group })),
    (done) => done < others.length && desk.tell(text.facts.progress(done, others.length)),
  );
  const done = results.filter(({ ok }) => ok).length;
  const refused = results.find((result) => !result.ok);
  const sentence = text.facts.lockedMany(done, locked, others.length - done);
  if (refused) desk.say(refused.code, facts.length > 1 ? `${sentence} ${refused.detail}` : refused.detail);
  else if (facts.length > 1) desk.tell(sentence);
}

let isBusy = false;

/** One at a time: what is chosen may still be under way. */
async function alone(desk: Desk, run: () => Promise<unknown>): Promise<void> {
  if (isBusy) return desk.say('busy', text.facts.busy);
  isBusy = true;
  try {
    await run();
  } finally {
    isBusy = false;
  }
}

export async function approve(desk: Desk, facts: readonly Fact[]): Promise<void> {
  const [only] = facts;
  if (facts.length === 1 && only) {
    const { id: factId, revision } = only;
    return alone(desk, () => desk.send({ type: 'fact.approve', factId, revision }));
  }
  const drafts = facts.filter(({ approval }) => approval === 'draft');
  if (drafts.length === 0) return desk.say('nothing_to_approve', text.facts.noDrafts);
  return alone(desk, () => approveAll(desk, drafts));
}

export const lock = (desk: Desk, facts: readonly Fact[]): Promise<void> =>
  alone(desk, () => lockAll(desk, facts));
