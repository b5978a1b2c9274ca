/** Going back to a version of the show: one step that can be undone, off air only. */
import { z } from 'zod';
import { whatIsOnAir } from '../on-air.ts';
import { plainShow } from '../playout.ts';
import { refuse } from '../refusal.ts';
import { replaceShow } from '../replace-show.ts';
import { Show } from '../schema/show.ts';
import { defineCommand } from './command.ts';

export const showReplace = defineCommand({
  type: 'show.replace',
  title: 'Go back to a version',
  schema: z.object({
    show: Show,
    /** Which version, in words, for histories and logs. */
    from: z.string().max(200).default(''),
  }),
  undo: 'record',
  access: 'internal',
  describe: (_state, { from }) => from,
  check(state) {
    if (state.air.mode !== 'live') {
      return refuse(
        'rehearsing',
        'A version is one of the live show: return to live before going back to it.',
      );
    }
    const onAir = whatIsOnAir(state);
    return onAir === null
      ? null
      : refuse('on_air', `The show is not replaced now. ${onAir} Take it off first.`);
  },
  apply(draft, { show }, { now }) {
    return { kept: replaceShow(draft.show, plainShow(draft), show, now).kept };
  },
});
