/** Open, close, restart, delete. What would take a picture from viewers has to be held. */
import { isDrawing } from '../../core/outputs/look.ts';
import { useDesk, useStation } from '../client/desk.ts';
import type { OutputLine } from '../outputs/standing.ts';
import { text } from '../text.ts';
import { Button, buttonLook } from '../ui/Button.tsx';
import { HoldButton } from '../ui/HoldButton.tsx';
import { Refused } from './Refused.tsx';
import type { Changes } from './use-changes.ts';
import css from './output-setup.module.css';

const t = text.outputSetup;

export function OutputDoings({ line, changes }: { line: OutputLine; changes: Changes }) {
  const desk = useDesk();
  const { output, standing } = line;
  const { id: outputId, name, channel, open } = output;
  const onAir = useStation(
    ({ state }) => state !== null && channel === 'program' && isDrawing(state, output),
  );
  const holdsShut = open && onAir;
  const holdsRestart = onAir && standing !== 'stopped';
  const shut = t.actionOn(open ? (holdsShut ? t.holdToShut : t.shut) : t.open, name);
  const restart = t.actionOn(holdsRestart ? t.holdToRestart : t.restart, name);
  const remove = t.actionOn(t.delete, name);
  return (
    <div className={css['doings']}>
      <HoldButton
        label={shut}
        holds={holdsShut}
        className={buttonLook(open ? 'plain' : 'strong')}
        onHeld={() => void changes.send('foot', { type: 'output.edit', outputId, open: !open })}
        onSlip={() => desk.say('hold', shut)}
      >
        <span>{shut}</span>
      </HoldButton>
      <HoldButton
        label={restart}
        holds={holdsRestart}
        className={buttonLook('plain')}
        onHeld={() => void changes.send('foot', { type: 'output.restart', outputId })}
        onSlip={() => desk.say('hold', restart)}
      >
        <span>{restart}</span>
      </HoldButton>
      <Button
        aria-disabled={open}
        aria-description={open ? t.deleteOpen : undefined}
        title={open ? t.deleteOpen : undefined}
        onClick={() => !open && void changes.send('foot', { type: 'output.delete', outputId })}
      >
        {remove}
      </Button>
      <Refused why={changes.refusedAt('foot')} />
    </div>
  );
}
