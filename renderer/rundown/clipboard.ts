/**
 * Cues on the real clipboard, as text: so they go between shows, windows and machines. Through the browser's own copy and
 * paste events, which need no permission; the buttons ask the browser instead.
 */
import { useEffect } from 'react';
import { z } from 'zod';
import { clipOf, MAX_CLIP_CUES, readClip, type Clip } from '../../core/clip.ts';
import { CueId } from '../../core/ids.ts';
import { getRow } from '../../core/table.ts';
import type { Desk } from '../client/desk.ts';
import { useDesk } from '../client/desk.ts';
import { postJson } from '../client/rest.ts';
import { focusKindOf } from '../keys/focus.ts';
import { text } from '../text.ts';
import { removeCues } from './cue-actions.ts';
import { chosenCues } from './rundown-ui.ts';

/** What the station's socket takes in one message, with room to spare. Bytes. */
const LARGEST_MESSAGE = 1_000_000;

/** The chosen cues as text; null, with a word said, where that cannot be. */
function chosenText(desk: Desk): { json: string; count: number } | null {
  const { state } = desk.client.store.get();
  const ids = chosenCues(desk.ui.get());
  const clip = state && clipOf(state.show, ids);
  if (!clip) desk.say('cue_unknown', text.rundownTools.none);
  else if (clip.cues.length > MAX_CLIP_CUES) desk.say('clip_wrong', text.cueClipboard.tooMany(MAX_CLIP_CUES));
  else return { json: JSON.stringify(clip, null, 1), count: clip.cues.length };
  return null;
}

const Pasted = z.object({
  cueIds: z.array(CueId),
  draftFacts: z.number(),
  renumbered: z.number(),
  droppedCompanions: z.number(),
  missingGraphics: z.array(z.string()),
});

/** In one line: what came, and what an operator has to know of it. */
export function pastedLine({
  cueIds,
  draftFacts,
  renumbered,
  droppedCompanions,
  missingGraphics,
}: z.infer<typeof Pasted>): string {
  const t = text.cueClipboard;
  return [
    t.pasted(cueIds.length),
    missingGraphics.length > 0 ? t.missing(missingGraphics.join(', ')) : '',
    draftFacts > 0 ? t.drafts(draftFacts) : '',
    droppedCompanions > 0 ? t.dropped(droppedCompanions) : '',
    renumbered > 0 ? t.renumbered(renumbered) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** Where pasted cues go: after the last that is chosen, in its segment where they come from one. */
function placeOf(
  { client, ui }: Desk,
  clip: Clip,
  keepsSegments: boolean,
): { index?: number; segment?: string } {
  const { state } = client.store.get();
  const chosen = new Set(chosenCues(ui.get()));
  const last = state?.show.rundown.findLast((id) => chosen.has(id));
  if (!state || !last) return {};
  const segment = getRow(state.show.cues, last)?.segment;
  const isOne = new Set(clip.cues.map((cue) => cue.segment)).size === 1;
  return {
    index: state.show.rundown.indexOf(last) + 1,
    ...(isOne && !keepsSegments && segment !== undefined ? { segment } : {}),
  };
}

/** @param keepsSegments of a template: its headings come along */
export async function pasteClip(desk: Desk, clip: Clip, keepsSegments = false): Promise<boolean> {
  const command = { type: 'cue.paste' as const, clip, ...placeOf(desk, clip, keepsSegments) };
  const size = JSON.stringify(command).length;
  let answer: unknown;
  if (size <= LARGEST_MESSAGE) answer = await desk.send(command);
  else {
    const { index, segment } = command;
    const sent = await postJson(desk, '/rundown/paste', { clip, index, segment }, z.unknown());
    if (!sent.ok) desk.say(sent.code, sent.detail);
    answer = sent.ok ? sent.body : null;
  }
  const pasted = Pasted.safeParse(answer);
  if (!pasted.success) return false;
  const [first] = pasted.data.cueIds;
  if (first)
    desk.ui.set({ cue: first, inspect: 'cue', chosenCues: new Set(pasted.data.cueIds), cueAnchor: first });
  const line = pastedLine(pasted.data);
  if (pasted.data.missingGraphics.length > 0) desk.say('graphic_missing', line);
  else desk.tell(line);
  return true;
}

/** @param typed what is on the clipboard */
async function pasteText(desk: Desk, typed: string): Promise<void> {
  let value: unknown = null;
  try {
    value = JSON.parse(typed);
  } catch {
    // any text may be on a clipboard: it is said below that it is no cues
    value = null;
  }
  const read = readClip(value);
  if (read.ok) await pasteClip(desk, read.clip);
  else desk.say('clip_wrong', text.cueClipboard[read.why]);
}

/** By button or remapped key. The browser's own event follows, which `useClipboard` hears. */
export function copyByButton(desk: Desk, kind: 'copy' | 'cut'): void {
  // the one way to a copy event of a button's own, and it needs neither a permission nor a secure page
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- every browser has it, and nothing else does it
  const done = asked(() => document.execCommand(kind));
  if (!done) desk.say('clip_wrong', text.cueClipboard.noCopy);
}

export async function pasteByButton(desk: Desk): Promise<void> {
  try {
    await pasteText(desk, await navigator.clipboard.readText());
  } catch {
    // refused by a person or by the browser, or no such thing on a page from another machine
    desk.say('clip_wrong', text.cueClipboard.noAccess);
  }
}

let isAsked = false;

/** True while a button of the desk asks: the keyboard may be anywhere then. */
function asked(run: () => boolean): boolean {
  isAsked = true;
  try {
    return run();
  } finally {
    isAsked = false;
  }
}

/** True where the clipboard is about cues, and not about text that somebody edits or has selected. */
function isOurs({ ui }: Desk): boolean {
  const { workspace, tab, dialog } = ui.get();
  if (isAsked) return true;
  const kind = focusKindOf(document.activeElement);
  const isText = (document.getSelection()?.toString() ?? '') !== '';
  return workspace === 'playout' && tab === 'rundown' && dialog === null && kind === 'free' && !isText;
}

/** Once for the desk. */
export function useClipboard(): void {
  const desk = useDesk();
  useEffect(() => {
    const isLocked = (): boolean => {
      const { locked } = desk.ui.get();
      if (locked) desk.say('locked', text.refusal.locked);
      return locked;
    };
    const onCopy = (event: ClipboardEvent) => {
      if (!isOurs(desk) || !event.clipboardData) return;
      event.preventDefault();
      const isCut = event.type === 'cut';
      if (isCut && isLocked()) return;
      const copied = chosenText(desk);
      if (!copied) return;
      event.clipboardData.setData('text/plain', copied.json);
      if (isCut) void removeCues(desk, text.cueClipboard.cut);
      else desk.tell(text.cueClipboard.copied(copied.count));
    };
    const onPaste = (event: ClipboardEvent) => {
      if (!isOurs(desk) || !event.clipboardData) return;
      event.preventDefault();
      if (!isLocked()) void pasteText(desk, event.clipboardData.getData('text/plain'));
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCopy);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCopy);
      document.removeEventListener('paste', onPaste);
    };
  }, [desk]);
}
