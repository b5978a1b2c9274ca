/** What each key and button does: the commands it sends, or the state of this desk that it changes. */
import { flushSync } from 'react-dom';
import { z } from 'zod';
import type { CueId } from '../../core/ids.ts';
import { LAYERS, type LayerId } from '../../core/layers.ts';
import { FunctionKey, type FunctionKeyTarget } from '../../core/schema/keys.ts';
import type { Desk } from '../client/desk.ts';
import type { Result } from '../client/pending.ts';
import type { Workspace } from '../client/workspace.ts';
import { runFactAction } from '../facts/fact-actions.ts';
import { copyByButton, pasteByButton } from '../rundown/clipboard.ts';
import { duplicateCues, moveCues, removeCues } from '../rundown/cue-actions.ts';
import { placeOf } from '../help/place.ts';
import { changedLayers } from '../layers/changed.ts';
import { neighbourOf } from '../rundown/rows.ts';
import { text } from '../text.ts';
import { focusHome } from './focus.ts';
import type { KeyAction } from '../../core/keys/actions.ts';
import { eraseDigit, recallNumber, typeDigit } from './recall-number.ts';

/** The layer that Continue and Update act on: the one selected here, else that of the last take. */
export const actedLayer = ({ client, ui }: Desk): LayerId | null =>
  ui.get().layer ?? client.store.get().state?.air.lastTake?.layer ?? null;

/** Brings the selection along to what the operator has put on preview, unless someone is typing in the inspector. */
function follow(desk: Desk): void {
  if (document.activeElement?.closest('[data-inspector]')) return;
  const cued = desk.client.store.get().state?.air.cued;
  if (cued) desk.ui.set({ cue: cued, inspect: 'cue' });
}

async function recall(desk: Desk, cueId?: CueId): Promise<void> {
  const number = cueId ? null : recallNumber(desk.ui.get().digits);
  desk.ui.set({ digits: '' });
  const selected = cueId ?? (number === null ? desk.ui.get().cue : null);
  if (number === null && !selected) return desk.say('cue_unknown', text.refusal.nothingSelected);
  const result = await desk.send(
    number === null && selected
      ? { type: 'cue.recall', cueId: selected }
      : { type: 'cue.recall', number: number ?? 0 },
  );
  sayRecalled(desk, result);
}

/** The selection comes along; a cue that may not go on air says so at once. */
function sayRecalled(desk: Desk, result: Result): void {
  if (!result.ok) return;
  follow(desk);
  const problems = result['problems'];
  const first: unknown = Array.isArray(problems) ? problems[0] : undefined;
  if (result['takeable'] === false && typeof first === 'object' && first !== null && 'detail' in first) {
    desk.say(
      'detail' in first && 'code' in first ? String(first.code) : '',
      text.refusal.previewOnly(String(first.detail)),
    );
  }
}

async function take(desk: Desk): Promise<void> {
  desk.ui.set({ digits: '' });
  const result = await desk.send({ type: 'cue.take' });
  if (result.ok) follow(desk);
}

const Skipped = z.object({ skipped: z.string().min(1) });

/** Says so when the station went past a step that could not be undone. */
async function undo(desk: Desk): Promise<void> {
  const skipped = Skipped.safeParse(await desk.send({ type: 'show.undo' }));
  if (skipped.success) desk.tell(text.refusal.undoSkipped(skipped.data.skipped));
}

function onLayer(desk: Desk, type: 'layer.continue' | 'layer.update'): void {
  const layer = actedLayer(desk);
  if (layer) void desk.send({ type, layer });
  else desk.say('nothing_on_layer', text.refusal.nothingTaken);
}

/** What is on preview goes up, and the selection goes with what came down to preview for it. */
async function swap(desk: Desk): Promise<void> {
  desk.ui.set({ digits: '' });
  const result = await desk.send({ type: 'air.swap' });
  if (result.ok) follow(desk);
}

async function recallLastOut(desk: Desk): Promise<void> {
  sayRecalled(desk, await desk.send({ type: 'air.recallLastOut' }));
}

/** Every layer whose cue says something else by now than what is on air. */
export function updateAll(desk: Desk): void {
  const layers = changedLayers(desk);
  if (layers.length === 0) return desk.tell(text.playout.nothingChanged);
  for (const layer of layers) void desk.send({ type: 'layer.update', layer });
}

const FRONT_TO_BACK: readonly (LayerId | null)[] = [null, ...[...LAYERS].reverse()];

/** The next layer for the keys, front to back as they are listed; none, which is the last taken, is one of them. */
function stepLayer({ ui }: Desk, step: -1 | 1): void {
  const at = FRONT_TO_BACK.indexOf(ui.get().layer);
  ui.set({ layer: FRONT_TO_BACK.at((at + step) % FRONT_TO_BACK.length) ?? null });
}

function functionTarget({ client }: Desk, key: string): FunctionKeyTarget | undefined {
  const known = FunctionKey.safeParse(key);
  return known.success ? client.store.get().state?.show.keys.functions[known.data] : undefined;
}

function select(desk: Desk, step: -1 | 1): void {
  // elsewhere the arrows belong to the list of the workspace, which gets the keyboard
  if (desk.ui.get().workspace !== 'playout') return focusHome();
  const { state } = desk.client.store.get();
  const cue = state && neighbourOf(desk.ui.get().shownCues ?? state.show.rundown, desk.ui.get().cue, step);
  if (cue) desk.ui.set({ cue, inspect: 'cue', tab: 'rundown' });
}

type CueAction = 'duplicateCues' | 'cutCues' | 'copyCues' | 'pasteCues' | 'deleteCues';

/** Only where the rundown is seen: what is not seen is not deleted. */
function onCues(desk: Desk, action: CueAction): void {
  const { workspace, tab } = desk.ui.get();
  if (workspace !== 'playout' || tab !== 'rundown') return;
  if (action === 'duplicateCues') void duplicateCues(desk);
  else if (action === 'deleteCues') void removeCues(desk, text.cueClipboard.deleted);
  else if (action === 'pasteCues') void pasteByButton(desk);
  else copyByButton(desk, action === 'cutCues' ? 'cut' : 'copy');
}

/** Into the search of the facts. At once where it is there: the letters that follow must not be taken for keys. */
function search({ ui }: Desk): void {
  if (ui.get().workspace === 'playout') flushSync(() => ui.set({ tab: 'facts' }));
  else flushSync(() => ui.set({ workspace: 'facts' }));
  document.querySelector<HTMLInputElement>('[data-fact-search]')?.focus();
}

const WORKSPACES = {
  toPlayout: 'playout',
  toFacts: 'facts',
  toFeeds: 'feeds',
  toResults: 'results',
  toTemplates: 'templates',
  toAsRun: 'asRun',
} as const satisfies Partial<Record<KeyAction, Workspace>>;

/** What was being typed is saved, as when one leaves a field; the keyboard then rests where the workspace begins. */
export function goTo(desk: Desk, workspace: Workspace): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  flushSync(() => desk.ui.set({ workspace }));
  focusHome();
}

function escape(desk: Desk): void {
  const active = document.activeElement;
  const inField =
    active instanceof HTMLElement && active.matches('input, textarea, select, button, [role="tab"]');
  if (inField) {
    // the field drops what was typed instead of saving it (see DraftInput)
    active.dataset['discard'] = '';
    return focusHome();
  }
  desk.ui.set({ digits: '', layer: null });
}

const FIELDS = 'input, textarea, select';

/** Puts the keyboard into the first field of the inspector, its text selected; else onto its first button. */
function edit({ ui }: Desk): void {
  // the form may still be that of a cue which was only passed by: what is typed next must not go there
  const { cue, fact, inspect } = ui.get();
  flushSync(() => ui.set({ atOnce: inspect === 'fact' && fact !== null ? fact : cue }));
  const find = (selector: string) => document.querySelector<HTMLElement>(`[data-inspector] ${selector}`);
  const field = find(`[data-first-field] :is(${FIELDS})`) ?? find(`:is(${FIELDS}, button)`);
  field?.focus();
  if (field instanceof HTMLInputElement && field.type === 'text') field.select();
}

/** @param detail the digit or the function key */
export function runAction(desk: Desk, action: KeyAction, detail = ''): void {
  const { ui } = desk;
  switch (action) {
    case 'digit':
      return ui.set({ digits: typeDigit(ui.get().digits, detail) });
    case 'erase':
      return ui.set({ digits: eraseDigit(ui.get().digits) });
    case 'recall':
      return void recall(desk);
    case 'take':
      return void take(desk);
    case 'continue':
      return onLayer(desk, 'layer.continue');
    case 'update':
      return onLayer(desk, 'layer.update');
    case 'out': {
      const { layer } = ui.get();
      return void desk.send(layer ? { type: 'layer.out', layer } : { type: 'layer.out' });
    }
    case 'updateAll':
      return updateAll(desk);
    case 'swap':
      return void swap(desk);
    case 'retake':
      return void desk.send({ type: 'air.retake' });
    case 'recallLastOut':
      return void recallLastOut(desk);
    case 'calloff':
      return void desk.send({ type: 'air.calloff' });
    case 'nextLayer':
      return stepLayer(desk, 1);
    case 'previousLayer':
      return stepLayer(desk, -1);
    case 'clear':
      return void desk.send({ type: 'air.clear' });
    case 'panic':
      return void desk.send({ type: 'air.panic' });
    case 'escape':
      return escape(desk);
    case 'selectUp':
      return select(desk, -1);
    case 'selectDown':
      return select(desk, 1);
    case 'moveUp':
      return moveCues(desk, -1);
    case 'moveDown':
      return moveCues(desk, 1);
    case 'duplicateCues':
    case 'cutCues':
    case 'copyCues':
    case 'pasteCues':
    case 'deleteCues':
      return onCues(desk, action);
    case 'edit':
      return edit(desk);
    case 'undo':
      return void undo(desk);
    case 'redo':
      return void desk.send({ type: 'show.redo' });
    case 'palette':
      return ui.set({ dialog: ui.get().dialog === 'palette' ? null : 'palette' });
    case 'search':
      return search(desk);
    case 'lock':
      return ui.set({ locked: !ui.get().locked });
    case 'help':
      return ui.set({ dialog: ui.get().dialog === 'keys' ? null : 'keys' });
    case 'functionKey': {
      const target = functionTarget(desk, detail);
      return target && 'cue' in target ? void recall(desk, target.cue) : undefined;
    }
    case 'goHelp':
      return ui.set({ help: ui.get().help ? null : placeOf(document.activeElement, ui.get()) });
    case 'toPlayout':
    case 'toFacts':
    case 'toFeeds':
    case 'toResults':
    case 'toTemplates':
    case 'toAsRun':
      return goTo(desk, WORKSPACES[action]);
    case 'approveFact':
    case 'withdrawFact':
    case 'supersedeFact':
    case 'lockFact':
    case 'newFact':
    case 'putUpFact':
      return runFactAction(desk, action);
    default:
      action satisfies never;
  }
}
