/** Take what is on preview, swap, retake, and what went out last back to preview: as on the desk, for a finger. */
import { useRef } from 'react';
import type { CommandInput } from '../../core/commands/registry.ts';
import type { CueId } from '../../core/ids.ts';
import type { State } from '../../core/state.ts';
import { getRow } from '../../core/table.ts';
import { useDesk, useStation } from '../client/desk.ts';
import { text } from '../text.ts';
import { cx } from '../ui/cx.ts';
import { SAME_PRESS_MS } from './press.ts';
import air from './on-air.module.css';
import css from './shotbox.module.css';

const nameOf = (state: State | null, of: (state: State) => CueId | null | undefined): string => {
  const id = state && of(state);
  const cue = id && getRow(state.show.cues, id);
  return cue ? text.cue(cue.number, cue.name) : '';
};

type Tool = Extract<CommandInput, { type: 'cue.take' | 'air.swap' | 'air.retake' | 'air.recallLastOut' }>;

export function Tools({ isDead }: { isDead: boolean }) {
  const desk = useDesk();
  const cued = useStation(({ state }) => nameOf(state, ({ air }) => air.cued));
  const taken = useStation(({ state }) => nameOf(state, ({ air }) => air.lastTake?.cue));
  const out = useStation(({ state }) => nameOf(state, ({ air }) => air.lastOut?.cue));
  const last = useRef<{ type: Tool['type']; at: number } | null>(null);
  const tool = (type: Tool['type'], action: 'take' | 'swap' | 'retake' | 'recallLastOut', target: string) => (
    <button
      type="button"
      className={cx(css['tool'], air['tool'])}
      aria-label={target ? `${text.actions[action]}: ${target}` : text.actions[action]}
      aria-disabled={isDead}
      onClick={() => {
        // a finger that bounces must not swap back what it has swapped
        const at = Date.now();
        const since = last.current?.type === type ? at - last.current.at : Infinity;
        last.current = { type, at };
        const isBounced = since >= 0 && since < SAME_PRESS_MS;
        if (!isDead && !isBounced) void desk.send({ type });
      }}
    >
      <b>{text.actions[action]}</b>
      <span className={air['target']}>{target || text.playout.nothingYet}</span>
    </button>
  );
  return (
    <div role="group" aria-label={text.playout.tools} className={air['tools']}>
      {tool('cue.take', 'take', cued)}
      {tool('air.swap', 'swap', cued)}
      {tool('air.retake', 'retake', taken)}
      {tool('air.recallLastOut', 'recallLastOut', out)}
    </div>
  );
}
