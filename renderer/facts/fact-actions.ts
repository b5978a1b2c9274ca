/** What is done to the facts that are selected, from keys, buttons and the palette. */
import { z } from 'zod';
import { cueForFact, cueForFacts } from '../../core/facts/default-cue.ts';
import { CueId, FactId } from '../../core/ids.ts';
import type { CueContent } from '../../core/schema/cue.ts';
import { type Fact, FactContent } from '../../core/schema/fact.ts';
import type { State } from '../../core/state.ts';
import { getRow } from '../../core/table.ts';
import type { Desk } from '../client/desk.ts';
import { focusHome } from '../keys/focus.ts';
import type { FactAction } from '../../core/keys/actions.ts';
import { text } from '../text.ts';
import { saveTyped } from '../ui/save-typed.ts';
import { approve, lock } from './bulk.ts';
import { selectedFacts } from './selection.ts';

/** Selects it, and shows it in full where the desk shows facts. Several: the first, the others chosen with it. */
export function leadTo(desk: Desk, facts: readonly FactId[]): void {
  const [fact] = facts;
  // the form is another one from now on; a search goes on
  if (document.activeElement?.closest('[data-inspector]')) saveTyped();
  if (fact) desk.ui.set({ fact, chosen: new Set(facts), anchor: fact, inspect: 'fact' });
}

/** Selects it and goes where facts are worked on, from a workspace that has no inspector. Nothing for no fact. */
export function openFact(desk: Desk, fact: FactId | undefined): void {
  if (!fact) return;
  leadTo(desk, [fact]);
  if (desk.ui.get().workspace !== 'facts') {
    desk.ui.set({ workspace: 'facts' });
    requestAnimationFrame(focusHome);
  }
}

/** In the facts workspace all that are chosen; elsewhere the one that the inspector shows. */
export function targets(desk: Desk): Fact[] {
  const { workspace, fact, chosen } = desk.ui.get();
  const { state } = desk.client.store.get();
  const ids = workspace === 'facts' ? selectedFacts({ fact, chosen }) : fact ? [fact] : [];
  return state ? ids.flatMap((id) => getRow(state.show.facts, id) ?? []) : [];
}

function withdraw(desk: Desk, facts: readonly Fact[]): void {
  const ids = facts.filter(({ approval }) => approval !== 'withdrawn').map(({ id }) => id);
  if (ids.length === 0) return desk.say('fact_is_withdrawn', text.fact.isWithdrawn);
  desk.ui.set({ dialog: 'correction', correction: { kind: 'withdraw', facts: ids } });
}

export async function duplicate(desk: Desk, fact: Fact): Promise<void> {
  // parsed, so that what belongs to this one fact (id, approval, who wrote it) stays behind
  const made = await desk.send({ type: 'fact.create', ...FactContent.parse(fact) });
  if (made.ok) leadTo(desk, [FactId.parse(made['factId'])]);
}

const Recalled = z.object({ takeable: z.boolean(), problems: z.array(z.object({ detail: z.string() })) });

/**
 * Makes a cue after the selected one, in its segment, and recalls it to preview.
 * @returns whether it is on preview
 */
export async function cueUpNew(desk: Desk, state: State, content: Partial<CueContent>): Promise<boolean> {
  const selected = desk.ui.get().cue;
  const at = selected ? state.show.rundown.indexOf(selected) : -1;
  const segment = (selected && getRow(state.show.cues, selected)?.segment) ?? '';
  const { graphic, layer } = content;
  if (!graphic || !layer) return false;
  const index = at < 0 ? {} : { index: at + 1 };
  const made = await desk.send({ type: 'cue.create', ...content, graphic, layer, segment, ...index });
  if (!made.ok) return false;
  const cueId = CueId.parse(made['cueId']);
  const number = Number(made['number']);
  desk.ui.set({ cue: cueId });
  const recalled = await desk.send({ type: 'cue.recall', cueId });
  if (!recalled.ok) return false;
  const { takeable, problems } = Recalled.parse(recalled);
  const why = problems[0]?.detail;
  if (takeable || why === undefined) desk.tell(text.facts.isUp(number, content.name ?? ''));
  else desk.say('preview_only', text.facts.isUpRefused(number, why));
  return true;
}

async function putUp(desk: Desk, fact: Fact): Promise<void> {
  const { state, graphics } = desk.client.store.get();
  const content = state && cueForFact(state.show, fact, graphics);
  if (state && content) await cueUpNew(desk, state, content);
  else desk.say('graphic_unknown', text.facts.cannotShow);
}

/** Several facts as one graphic. */
async function putUpMany(desk: Desk, facts: readonly Fact[]): Promise<void> {
  const { state, graphics } = desk.client.store.get();
  const content = state && cueForFacts(state.show, facts, graphics);
  if (state && content) await cueUpNew(desk, state, content);
  else desk.say('one_only', text.putUpChoice.noBoard);
}

export function runFactAction(desk: Desk, action: FactAction): void {
  if (action === 'newFact') return desk.ui.set({ dialog: 'new-fact' });
  const facts = targets(desk);
  const { state } = desk.client.store.get();
  const selected = desk.ui.get().fact;
  const fact = (state && selected && getRow(state.show.facts, selected)) ?? facts[0];
  if (!fact) return desk.say('fact_unknown', text.facts.noneSelected);
  if (facts.length > 1 && action === 'putUpFact') return void putUpMany(desk, facts);
  if (facts.length > 1 && action === 'supersedeFact') return desk.say('one_only', text.facts.oneOnly);
  switch (action) {
    case 'approveFact':
      return void approve(desk, facts);
    case 'withdrawFact':
      return withdraw(desk, facts);
    case 'supersedeFact':
      return desk.ui.set({ dialog: 'correction', correction: { kind: 'supersede', facts: [fact.id] } });
    case 'lockFact':
      return void lock(desk, facts);
    case 'putUpFact':
      return void putUp(desk, fact);
    default:
      action satisfies never;
  }
}
