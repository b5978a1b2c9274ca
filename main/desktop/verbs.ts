/** The one door from a page into the app: every verb of the desk, each checked, answered with a value and never a throw. */
import { ipcMain, type WebContents } from 'electron';
import { DESK_VERBS, type DeskVerb, type VerbAnswer } from '../../core/desk-verbs.ts';
import { messageOf, StartError, systemCode } from '../errors.ts';
import type { Log } from '../world.ts';
import { no } from '../verb-answer.ts';
import { whyUnheard } from './verb-guard.ts';

export type Verbs = Record<DeskVerb, () => VerbAnswer | Promise<VerbAnswer>>;

export interface VerbsDeps {
  isDesk: (sender: WebContents) => boolean;
  /** The station's address now. */
  station: () => string;
  verbs: Verbs;
  log: Log;
}

/** What the disk or the user did is said; anything else is a bug, which the log has. */
export async function answered(
  verb: DeskVerb,
  act: () => VerbAnswer | Promise<VerbAnswer>,
  log: Log,
): Promise<VerbAnswer> {
  try {
    return await act();
  } catch (error) {
    const code = systemCode(error);
    // Node's own complaints of how it was called begin with ERR_
    if (error instanceof StartError || (code !== null && !code.startsWith('ERR_'))) {
      log.warn({ verb, err: error }, 'a verb was refused');
      return no('refused', messageOf(error));
    }
    log.error({ verb, err: error }, 'a verb failed: this is a bug in Tallydesk');
    return no('bug', 'Tallydesk failed to do that; air is as it was. The log has the details.');
  }
}

export function answerVerbs({ isDesk, station, verbs, log }: VerbsDeps): void {
  for (const verb of DESK_VERBS) {
    ipcMain.handle(`desk:${verb}`, (event): VerbAnswer | Promise<VerbAnswer> => {
      const why = whyUnheard<WebContents>(event, { isDesk, station: station() });
      if (why === null) return answered(verb, verbs[verb], log);
      log.error({ verb, page: event.senderFrame?.url.replace(/\?.*/, '') }, `a verb is not heard: ${why}`);
      return no('not_allowed', 'Only the desk may do this.');
    });
  }
}
