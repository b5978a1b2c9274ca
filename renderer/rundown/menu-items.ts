/** The lines of the rundown's menus: one list for the right click, the keyboard and the toolbar's “More”. */
import type { CueId } from '../../core/ids.ts';
import type { Desk } from '../client/desk.ts';
import { capOf } from '../keys/keys.ts';
import { runAction } from '../keys/run-action.ts';
import { text } from '../text.ts';
import { copyByButton, pasteByButton } from './clipboard.ts';
import { duplicateCues, moveCues, moveSegment, removeCues, toggle } from './cue-actions.ts';
import { foldAll, toggleFold } from './fold.ts';
import { rundownRows, type SegmentRow } from './rows.ts';

export interface MenuItem {
  label: string;
  /** Its key, where it has one. */
  cap: string;
  isOff: boolean;
  run(): void;
}

/** Those that the toolbar shows as buttons as well. */
export function cueTools(desk: Desk): MenuItem[] {
  const { locked } = desk.ui.get();
  const t = text.rundownTools;
  const item = (label: string, cap: string, run: () => void): MenuItem => ({
    label,
    cap,
    isOff: locked,
    run,
  });
  return [
    item(t.up, capOf('moveUp'), () => moveCues(desk, -1)),
    item(t.down, capOf('moveDown'), () => moveCues(desk, 1)),
    item(t.duplicate, capOf('duplicateCues'), () => void duplicateCues(desk)),
    item(t.cut, capOf('cutCues'), () => copyByButton(desk, 'cut')),
    { ...item(t.copy, capOf('copyCues'), () => copyByButton(desk, 'copy')), isOff: false },
    item(t.paste, capOf('pasteCues'), () => void pasteByButton(desk)),
    item(t.delete, capOf('deleteCues'), () => void removeCues(desk, text.cueClipboard.deleted)),
  ];
}

export function cueMenu(desk: Desk): MenuItem[] {
  const { locked } = desk.ui.get();
  const t = text.rundownTools;
  const item = (label: string, run: () => void): MenuItem => ({ label, cap: '', isOff: locked, run });
  return [
    { ...item(t.preview, () => runAction(desk, 'recall')), cap: capOf('recall'), isOff: false },
    ...cueTools(desk),
    item(t.skip, () => toggle(desk, 'skip')),
    item(t.hold, () => toggle(desk, 'hold')),
    item(t.renumber, () => desk.ui.set({ dialog: 'renumber' })),
    ...segmentOfCue(desk),
    item(t.templates, () => desk.ui.set({ dialog: 'rundown-templates' })),
    { ...item(t.foldAll, () => foldAll(desk, true)), isOff: false },
    { ...item(t.unfoldAll, () => foldAll(desk, false)), isOff: false },
  ];
}

const rename = (desk: Desk, title: string, cues: readonly CueId[]): void =>
  desk.ui.set({ renaming: { title, cues }, dialog: 'rename-segment' });

function segmentItems(desk: Desk, { title, cues }: SegmentRow): MenuItem[] {
  const { locked } = desk.ui.get();
  const t = text.rundownTools;
  const item = (label: string, run: () => void): MenuItem => ({ label, cap: '', isOff: locked, run });
  return [
    item(t.renameSegment, () => rename(desk, title, cues)),
    item(t.moveSegmentUp, () => moveSegment(desk, cues, -1)),
    item(t.moveSegmentDown, () => moveSegment(desk, cues, 1)),
  ];
}

/** Of the heading over the selected cue: no key reaches the heading itself. */
function segmentOfCue(desk: Desk): MenuItem[] {
  const { cue } = desk.ui.get();
  const { state } = desk.client.store.get();
  if (!state || !cue) return [];
  const over = rundownRows(state.show).find((row) => row.kind === 'segment' && row.cues.includes(cue));
  return over?.kind === 'segment' ? segmentItems(desk, over) : [];
}

export function segmentMenu(desk: Desk, row: SegmentRow): MenuItem[] {
  const { title, folded } = row;
  const t = text.rundownTools;
  const label = folded ? t.unfold(title) : t.fold(title);
  return [{ label, cap: '', isOff: false, run: () => toggleFold(desk, title) }, ...segmentItems(desk, row)];
}
