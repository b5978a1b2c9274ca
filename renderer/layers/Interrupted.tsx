/** After the station was stopped on air: what was up then, and whether it comes back. Nothing returns by itself. */
import { useDesk, useStation } from '../client/desk.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import css from './layers.module.css';

export function Interrupted() {
  const desk = useDesk();
  const interrupted = useStation(({ state }) => state?.air.interrupted ?? null);
  if (!interrupted || interrupted.length === 0) return null;
  return (
    <div role="alert" className={css['interrupted']}>
      <span className={css['interruptedText']}>
        <b>{text.layerPanel.interrupted}</b>{' '}
        {interrupted
          .map(({ item }) => `${text.cue(item.cue.number, item.cue.name)} (${text.layers[item.layer]})`)
          .join(', ')}
      </span>
      <Button acts kind="strong" onClick={() => void desk.send({ type: 'air.restore' })}>
        {text.layerPanel.putBack}
      </Button>
      <Button acts onClick={() => void desk.send({ type: 'air.discard' })}>
        {text.layerPanel.forget}
      </Button>
    </div>
  );
}
