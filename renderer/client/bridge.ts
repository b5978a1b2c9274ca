/** What the desktop app offers to a desk in it (core/desk-verbs.ts). A desk in a browser has none of it. */
import type { DeskBridge, DeskVerb } from '../../core/desk-verbs.ts';
import { text } from '../text.ts';
import type { Desk } from './desk.ts';

declare global {
  interface Window {
    /** Put there by the app's preload script, before the page runs. */
    tallydesk?: DeskBridge;
  }
}

export const bridgeOf = ({ tallydesk }: Window): DeskBridge | null => tallydesk ?? null;

/** Those that an operator may ask for at any time. */
export const PALETTE_VERBS = [
  'identify',
  'openShow',
  'saveShowCopy',
  'exportAsRun',
  'exportFacts',
  'copyDiagnostics',
  'openLogs',
] as const satisfies readonly DeskVerb[];

/** Asks, and puts the answer on the status line. @returns whether it was done; false in a browser */
export async function askApp(desk: Desk, verb: DeskVerb): Promise<boolean> {
  if (!desk.bridge) return false;
  try {
    const answer = await desk.bridge[verb]();
    if (!answer.ok) desk.say(answer.code, answer.detail);
    else if (answer.detail) desk.tell(answer.detail);
    return answer.ok;
  } catch {
    // the app's side of the line broke, which the app has logged: an operator needs to know that nothing was done
    desk.say('app_silent', text.appSilent);
    return false;
  }
}

/** From now on a wish to quit on air is a question on this desk. A second one replaces the first. */
export function hearQuit({ bridge, ui }: Desk): void {
  bridge?.onQuitAsked((what) => ui.set({ quit: { what } }));
}
