/** Every layer, front to back: what is on it, for how long, and what can be done to it. */
import { memo } from 'react';
import { LAYERS, type LayerId, type Mode } from '../../core/layers.ts';
import { layerOf, targetOf } from '../../core/playout.ts';
import { changedSinceTake } from '../../core/rundown.ts';
import { seenText } from '../../core/graphic-data.ts';
import type { LayerAir, LayerState } from '../../core/schema/layer-air.ts';
import { useCueView, useDesk, useNow, useStation, useUi } from '../client/desk.ts';
import { leadTo } from '../facts/fact-actions.ts';
import { StateChip } from '../rundown/StateChips.tsx';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { cx } from '../ui/cx.ts';
import { Panel } from '../ui/Panel.tsx';
import { Interrupted } from './Interrupted.tsx';
import { LayerTools } from './LayerTools.tsx';
import { countdown, layerLine, span } from './layer-lines.ts';
import { unanswered } from './unanswered.ts';
import css from './layers.module.css';

const FRONT_TO_BACK: readonly LayerId[] = [...LAYERS].reverse();

const StateOf = ({ state, mode }: { state: LayerState; mode: Mode }) =>
  state === 'off' ? (
    <Chip tone="quiet" shape="bar" word={text.layerStates.off} />
  ) : (
    <StateChip mark={state} mode={mode} />
  );

function Times({ since, outAt }: { since: number | null; outAt: number | null }) {
  const now = useNow(500);
  return (
    <>
      {since !== null && (
        <span title={text.layerPanel.onFor}>
          {text.layerPanel.onFor} <b>{span(now - since)}</b>
        </span>
      )}
      {outAt !== null && (
        <span className={css['countdown']}>
          {text.layerPanel.outIn} <b>{countdown(outAt - now)}</b>
        </span>
      )}
    </>
  );
}

/** No stage has said that it did as it was told: then nobody knows what viewers see. */
function Silence({ layer }: { layer: LayerAir }) {
  const now = useNow(500);
  const silence = unanswered(layer, now);
  if (!silence) return null;
  const seconds = Math.floor((now - silence.since) / 1000);
  return (
    <Chip
      tone="alarm"
      shape="stop"
      word={text.playout.unanswered[silence.what]}
      title={text.playout.unansweredLong(seconds)}
    />
  );
}

const LayerRow = memo(function LayerRow({ id }: { id: LayerId }) {
  const desk = useDesk();
  const mode = useStation(({ state }) => state?.air.mode ?? 'live');
  const layer = useStation(({ state }) => state && layerOf(state.air, targetOf(state.air.mode), id));
  const graphics = useStation((station) => station.graphics);
  const selected = useUi((ui) => ui.layer === id);
  const line = layer ? layerLine(layer) : null;
  const view = useCueView(line?.cueId ?? null);
  const name = text.layers[id];
  const item = line?.item ?? null;
  const changed = layer?.current && view ? changedSinceTake(layer.current, view.gated) : false;
  const seen = item ? seenText(graphics.get(item.graphic.id), item.data) : '';
  const problem = item?.problem ?? line?.armed?.problem ?? null;
  return (
    <li
      className={cx(css['layer'], line && css[line.state], mode === 'rehearsal' && css['rehearsal'])}
      aria-label={name}
    >
      <button
        type="button"
        aria-pressed={selected}
        aria-label={text.layerPanel.select(name)}
        title={text.layerPanel.selectedLong}
        className={cx(css['select'], selected && css['selected'])}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => desk.ui.set({ layer: selected ? null : id })}
      >
        <span className={css['name']}>{name}</span>
        <span className={css['keys']}>{selected ? text.layerPanel.selected : ''}</span>
      </button>
      <span className={css['state']}>{line && <StateOf state={line.state} mode={mode} />}</span>
      <span className={css['what']}>
        <span className={css['seen']} title={problem ?? seen}>
          {item ? `${item.cue.number} ${seen || item.cue.name}` : ''}
        </span>
        <span className={css['about']}>
          {layer && <Silence layer={layer} />}
          {problem && <span className={css['problem']}>{problem}</span>}
          {item?.override && (
            <Chip
              tone="warn"
              shape="differs"
              word={text.override.mark}
              title={text.override.markLong(item.override.by, item.override.reason)}
            />
          )}
          {item?.awaitsCorrection && (
            <Chip
              tone="warn"
              shape="clock"
              word={text.layerPanel.awaitsCorrection}
              title={text.layerPanel.awaitsCorrectionLong}
            />
          )}
          {item && item.facts.length > 0 && (
            <Button
              kind="quiet"
              className={css['facts']}
              aria-label={text.layerPanel.facts(name)}
              onClick={() =>
                leadTo(
                  desk,
                  item.facts.map((fact) => fact.id),
                )
              }
            >
              {text.lists.facts}
            </Button>
          )}
          {layer?.current && <LayerTools key={layer.current.instance} layer={id} item={layer.current} />}
          {item && item.graphic.stepCount !== 1 && item.graphic.stepCount !== 0 && (
            <span>{text.layerPanel.step(item.step, item.graphic.stepCount)}</span>
          )}
          {line && item && <Times since={line.since} outAt={line.outAt} />}
          {line?.armed && (
            <span className={css['armedNext']}>
              {text.layerPanel.next(line.armed.cue.number, line.armed.cue.name)}
            </span>
          )}
        </span>
      </span>
      <span className={css['changed']}>{changed && <StateChip mark="changed" mode={mode} />}</span>
      <span className={css['buttons']}>
        <Button
          savesFields={false}
          aria-label={text.layerPanel.continue(name)}
          onClick={() => void desk.send({ type: 'layer.continue', layer: id })}
        >
          {text.actions.continue}
        </Button>
        <Button
          savesFields={false}
          kind={changed ? 'danger' : 'plain'}
          aria-label={text.layerPanel.update(name)}
          onClick={() => void desk.send({ type: 'layer.update', layer: id })}
        >
          {text.actions.update}
        </Button>
        <Button
          savesFields={false}
          aria-label={text.layerPanel.out(name)}
          onClick={() => void desk.send({ type: 'layer.out', layer: id })}
        >
          {text.actions.out}
        </Button>
      </span>
    </li>
  );
});

export const Layers = () => (
  <Panel title={text.layerPanel.region} className={css['panel']}>
    <Interrupted />
    <ul className={css['list']}>
      {FRONT_TO_BACK.map((id) => (
        <LayerRow key={id} id={id} />
      ))}
    </ul>
  </Panel>
);
