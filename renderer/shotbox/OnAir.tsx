/** What is on air, layer by layer, each with its way off; what else a finger plays out with; clear and panic. */
import { LAYERS, type LayerId } from '../../core/layers.ts';
import { layerOf, targetOf } from '../../core/playout.ts';
import { useDesk, useNow, useStation } from '../client/desk.ts';
import { countdown, layerLine, span } from '../layers/layer-lines.ts';
import { StateChip } from '../rundown/StateChips.tsx';
import { text } from '../text.ts';
import { Chip } from '../ui/Chip.tsx';
import { cx } from '../ui/cx.ts';
import { HoldButton } from '../ui/HoldButton.tsx';
import air from './on-air.module.css';
import css from './shotbox.module.css';
import { Tools } from './Tools.tsx';

const t = text.shotbox;
const FRONT_TO_BACK: readonly LayerId[] = [...LAYERS].reverse();

function Layer({ id, isDead }: { id: LayerId; isDead: boolean }) {
  const desk = useDesk();
  const now = useNow(500);
  const mode = useStation(({ state }) => state?.air.mode ?? 'live');
  const layer = useStation(({ state }) => state && layerOf(state.air, targetOf(state.air.mode), id));
  const line = layer ? layerLine(layer) : null;
  const item = line?.item ?? null;
  return (
    <li className={air['onLayer']} aria-label={text.layers[id]}>
      <span className={air['layerName']}>{text.layers[id]}</span>
      <span className={air['layerState']}>
        {!line || line.state === 'off' ? (
          <Chip tone="quiet" shape="bar" word={text.layerStates.off} />
        ) : (
          <StateChip mark={line.state} mode={mode} />
        )}
      </span>
      <span className={air['layerCue']}>{item ? text.cue(item.cue.number, item.cue.name) : ''}</span>
      <span className={air['layerTime']}>
        {line?.outAt != null
          ? `${text.layerPanel.outIn} ${countdown(line.outAt - now)}`
          : line?.since != null
            ? span(now - line.since)
            : ''}
      </span>
      <button
        type="button"
        className={cx(css['off'], air['off'])}
        aria-label={t.out(text.layers[id])}
        aria-disabled={isDead}
        onClick={() => !isDead && void desk.send({ type: 'layer.out', layer: id })}
      >
        {text.actions.out}
      </button>
    </li>
  );
}

/** @param mayClear also where the take right is another's */
export function OnAir({ isDead, mayClear }: { isDead: boolean; mayClear: boolean }) {
  const desk = useDesk();
  return (
    <section aria-label={t.onAir} className={air['air']}>
      <ul className={air['onLayers']}>
        {FRONT_TO_BACK.map((id) => (
          <Layer key={id} id={id} isDead={isDead} />
        ))}
      </ul>
      <Tools isDead={isDead} />
      <div className={air['away']}>
        <button
          type="button"
          className={css['clear']}
          aria-disabled={!mayClear}
          onClick={() => mayClear && void desk.send({ type: 'air.clear' })}
        >
          {t.clear}
        </button>
        <HoldButton
          label={t.panic}
          title={t.panicHint}
          disabled={!mayClear}
          className={air['panic']}
          onHeld={() => void desk.send({ type: 'air.panic' })}
          onSlip={() => desk.say('hold', t.panicHint)}
        >
          <span>
            {t.panic} · {t.hold}
          </span>
        </HoldButton>
      </div>
    </section>
  );
}
