/** Preview and air in one line, for workspaces without monitors: playout keys work in them too. */
import { factsOf } from '../../core/bindings.ts';
import { LAYERS, type LayerId } from '../../core/layers.ts';
import { layerOf, targetOf } from '../../core/playout.ts';
import { useCueView, useDesk, useNow, useStation, useUi } from '../client/desk.ts';
import { openFact } from '../facts/fact-actions.ts';
import { countdown, layerLine, span } from '../layers/layer-lines.ts';
import { StateChip } from '../rundown/StateChips.tsx';
import { text } from '../text.ts';
import { OverrideButton } from '../transport/OverrideButton.tsx';
import { cx } from '../ui/cx.ts';
import css from './air-strip.module.css';

const FRONT_TO_BACK: readonly LayerId[] = [...LAYERS].reverse();

function OnLayer({ id }: { id: LayerId }) {
  const desk = useDesk();
  const now = useNow(500);
  const mode = useStation(({ state }) => state?.air.mode ?? 'live');
  const layer = useStation(({ state }) => state && layerOf(state.air, targetOf(state.air.mode), id));
  const line = layer ? layerLine(layer) : null;
  const item = line?.item;
  if (!item || line.state === 'off') return null;
  const name = text.cue(item.cue.number, item.cue.name);
  return (
    <li className={css['layer']} aria-label={text.layers[id]}>
      <StateChip mark={line.state} mode={mode} />
      <span className={css['layerName']}>{text.layers[id]}</span>
      <button
        type="button"
        className={css['cue']}
        aria-label={text.airStrip.leadsTo(name)}
        title={name}
        disabled={item.facts.length === 0}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => openFact(desk, item.facts[0]?.id)}
      >
        {name}
      </button>
      <span className={css['time']}>
        {line.outAt !== null
          ? `${text.layerPanel.outIn} ${countdown(line.outAt - now)}`
          : line.since !== null && span(now - line.since)}
      </span>
    </li>
  );
}

function Preview() {
  const desk = useDesk();
  const view = useCueView(useStation(({ state }) => state?.air.cued ?? null));
  const problem = view?.gated.problems[0]?.detail;
  const name = view ? text.cue(view.cue.number, view.cue.name || view.text) : '';
  return (
    <div className={css['preview']} role="group" aria-label={text.airStrip.preview}>
      <span className={css['pvw']}>{text.airStrip.preview}</span>
      {view ? (
        <button
          type="button"
          className={css['cue']}
          aria-label={text.airStrip.leadsTo(name)}
          title={name}
          disabled={factsOf(view.cue).length === 0}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => openFact(desk, factsOf(view.cue)[0])}
        >
          {name}
        </button>
      ) : (
        <span className={css['nothing']}>{text.airStrip.nothingCued}</span>
      )}
      {problem && (
        <span className={css['problem']} title={problem}>
          {text.airStrip.refused}: {problem}
        </span>
      )}
      <OverrideButton />
    </div>
  );
}

export function AirStrip() {
  const mode = useStation(({ state }) => state?.air.mode ?? 'live');
  const digits = useUi((ui) => ui.digits);
  const isClean = useStation(
    ({ state }) =>
      state !== null &&
      LAYERS.every((id) => {
        const { current, leaving } = layerOf(state.air, targetOf(state.air.mode), id);
        return current === null && leaving === null;
      }),
  );
  const clean = mode === 'live' ? text.airStrip.clean : text.airStrip.cleanRehearsal;
  return (
    <section aria-label={text.airStrip.region} className={cx(css['strip'], css[mode], !isClean && css['up'])}>
      <output aria-label={text.transport.recall} className={cx(css['digits'], digits && css['typing'])}>
        {digits ? text.airStrip.recall(digits) : ''}
      </output>
      <Preview />
      <div className={css['program']}>
        <span className={css['pgm']}>{mode === 'live' ? text.airStrip.onAir : text.airStrip.rehearsing}</span>
        {isClean ? (
          <span className={css['nothing']}>{clean}</span>
        ) : (
          <ul className={css['layers']}>
            {FRONT_TO_BACK.map((id) => (
              <OnLayer key={id} id={id} />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
