/** What can be done to a cue as a whole. None of it touches air, and all of it can be undone. */
import { CueId } from '../../core/ids.ts';
import { CueContent } from '../../core/schema/cue.ts';
import { getRow } from '../../core/table.ts';
import { useDesk, useUi } from '../client/desk.ts';
import { capOf } from '../keys/keys.ts';
import { moveCue } from '../keys/run-action.ts';
import { neighbourOf } from '../rundown/rows.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import css from './inspector.module.css';

export function CueActions({ cueId }: { cueId: CueId }) {
  const desk = useDesk();
  const locked = useUi((ui) => ui.locked);

  const duplicate = async () => {
    const { state } = desk.client.store.get();
    const cue = state && getRow(state.show.cues, cueId);
    if (!state || !cue) return;
    // parsed, so that what belongs to this one cue (id, number, origin) stays behind
    const content = CueContent.parse(cue);
    const index = state.show.rundown.indexOf(cueId) + 1;
    const made = await desk.send({ type: 'cue.create', ...content, index });
    if (made.ok) desk.ui.set({ cue: CueId.parse(made['cueId']), inspect: 'cue' });
  };
  const remove = async () => {
    const { state } = desk.client.store.get();
    if (!state) return;
    const next = neighbourOf(state.show.rundown, cueId, 1);
    const other = next === cueId ? neighbourOf(state.show.rundown, cueId, -1) : next;
    const removed = await desk.send({ type: 'cue.delete', cueId });
    if (removed.ok) desk.ui.set({ cue: other === cueId ? null : other });
  };
  return (
    <div className={css['actions']}>
      <Button
        kind="quiet"
        aria-label={text.inspector.up}
        title={`${text.inspector.up} (${capOf('moveUp')})`}
        disabled={locked}
        onClick={() => moveCue(desk, -1)}
      >
        ↑
      </Button>
      <Button
        kind="quiet"
        aria-label={text.inspector.down}
        title={`${text.inspector.down} (${capOf('moveDown')})`}
        disabled={locked}
        onClick={() => moveCue(desk, 1)}
      >
        ↓
      </Button>
      <Button kind="quiet" disabled={locked} onClick={() => void duplicate()}>
        {text.inspector.duplicate}
      </Button>
      <Button kind="quiet" disabled={locked} onClick={() => void remove()}>
        {text.inspector.delete}
      </Button>
    </div>
  );
}
