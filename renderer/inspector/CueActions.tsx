/** What can be done to a cue as a whole. None of it touches air, and all of it can be undone. */
import { useDesk, useUi } from '../client/desk.ts';
import { capOf } from '../keys/keys.ts';
import { duplicateCues, moveCues, removeCues } from '../rundown/cue-actions.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import css from './inspector.module.css';

export function CueActions() {
  const desk = useDesk();
  const locked = useUi((ui) => ui.locked);

  return (
    <div className={css['actions']}>
      <Button
        kind="quiet"
        aria-label={text.inspector.up}
        title={`${text.inspector.up} (${capOf('moveUp')})`}
        disabled={locked}
        onClick={() => moveCues(desk, -1)}
      >
        ↑
      </Button>
      <Button
        kind="quiet"
        aria-label={text.inspector.down}
        title={`${text.inspector.down} (${capOf('moveDown')})`}
        disabled={locked}
        onClick={() => moveCues(desk, 1)}
      >
        ↓
      </Button>
      <Button kind="quiet" disabled={locked} onClick={() => void duplicateCues(desk)}>
        {text.inspector.duplicate}
      </Button>
      <Button kind="quiet" disabled={locked} onClick={() => void removeCues(desk, text.cueClipboard.deleted)}>
        {text.inspector.delete}
      </Button>
    </div>
  );
}
