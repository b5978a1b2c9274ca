/** The desktop app's half of `window.tallydesk`, for desks in a browser: it answers, and keeps what it was asked. */
import type { Page } from '@playwright/test';
import { DESK_VERBS, type DeskBridge, type DeskVerb, type VerbAnswer } from '../../core/desk-verbs.ts';

interface Faked {
  tallydesk?: DeskBridge;
  bridgeCalls: DeskVerb[];
  askQuit(what: string): void;
}

/** Before the page is opened. `openShow` is refused, `copyDiagnostics` has a sentence, the rest is silently done. */
export async function fakeBridge(page: Page): Promise<void> {
  await page.addInitScript((verbs) => {
    const faked = window as unknown as Faked;
    faked.bridgeCalls = [];
    const answerTo = (verb: DeskVerb): VerbAnswer =>
      verb === 'openShow'
        ? { ok: false, code: 'on_air', detail: 'Something is on air.' }
        : { ok: true, detail: verb === 'copyDiagnostics' ? `${verb} is done.` : null };
    const ask = (verb: DeskVerb) => () => {
      faked.bridgeCalls.push(verb);
      return Promise.resolve(answerTo(verb));
    };
    const listeners = new Set<(what: string) => void>();
    faked.askQuit = (what) => listeners.forEach((listener) => listener(what));
    faked.tallydesk = {
      ...(Object.fromEntries(verbs.map((verb) => [verb, ask(verb)])) as Record<
        DeskVerb,
        () => Promise<VerbAnswer>
      >),
      onQuitAsked(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    };
  }, DESK_VERBS);
}

export const bridgeCalls = (page: Page): Promise<DeskVerb[]> =>
  page.evaluate(() => (window as unknown as Faked).bridgeCalls);

/** As when somebody closes the app while something is on air. */
export const askQuit = (page: Page, what: string): Promise<void> =>
  page.evaluate((sentence) => (window as unknown as Faked).askQuit(sentence), what);
