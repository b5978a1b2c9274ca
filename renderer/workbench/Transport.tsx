/** What one does with the graphic: every call of the standard, each with its key, and its time. */
import type { JsonObject } from '../../core/json.ts';
import type { Graphic } from '../../core/schema/manifest.ts';
import { useStore } from '../client/store.ts';
import { text } from '../text.ts';
import { Button, type ButtonKind } from '../ui/Button.tsx';
import { Chip, type Tone } from '../ui/Chip.tsx';
import { Choices } from '../ui/Choices.tsx';
import type { ShapeName } from '../ui/Shape.tsx';
import { Actions } from './Actions.tsx';
import type { Phase } from './phase.ts';
import type { Session } from './session.ts';
import { settings } from './settings.ts';
import { SHORTCUTS, type Shortcut } from './shortcuts.ts';
import { nextStep, stepChoices } from './steps.ts';
import { TEMPOS } from './target.ts';
import { useSessionState } from './use-session.ts';
import css from './transport.module.css';

const { workbench: words } = text;

export interface Controls {
  load(): void;
  goTo(step: number): void;
  continue(): void;
  update(): void;
  out(): void;
  action(id: string, payload: JsonObject): void;
  /** @param rate 1 as it is, 0 held */
  tempo(rate: number): void;
  /** @param ms after the last call */
  scrub(ms: number): void;
}

const LOOKS: Record<Phase, [Tone, ShapeName]> = {
  empty: ['quiet', 'ring'],
  loading: ['quiet', 'ring'],
  ready: ['pvwQuiet', 'ring'],
  coming: ['pvw', 'up'],
  on: ['pvw', 'dot'],
  going: ['pvw', 'down'],
  fault: ['fault', 'cross'],
};

interface KeyedProps {
  name: Shortcut;
  label: string;
  kind?: ButtonKind;
  pressed?: boolean;
  disabled?: boolean;
  title?: string | undefined;
  onClick(): void;
}

function Keyed({ name, label, kind = 'plain', pressed, disabled = false, title, onClick }: KeyedProps) {
  const { key, cap } = SHORTCUTS[name];
  return (
    <Button
      kind={kind}
      aria-pressed={pressed}
      aria-keyshortcuts={key}
      disabled={disabled}
      title={title}
      onClick={onClick}
    >
      {label}
      <kbd className={css['cap']}>{cap}</kbd>
    </Button>
  );
}

function Moment({ session, controls }: { session: Session | null; controls: Controls }) {
  const at = useSessionState(session, (state) => state.at);
  const span = useSessionState(session, (state) => state.span);
  const rate = useSessionState(session, (state) => state.rate);
  const rateOf = useStore(settings, (now) => now.rate);
  const frame = 1000 / rateOf;
  const none = span === null;
  return (
    <div className={css['line']} title={none ? words.scrubNothing : undefined}>
      <Choices
        label={words.tempo}
        choices={TEMPOS.map((value) => ({ value, label: words.tempos(value) }))}
        value={at === null ? rate : 0}
        onChoose={controls.tempo}
      />
      <Keyed
        name="earlier"
        label="◂"
        disabled={none || at === null || at <= 0}
        title={words.earlier}
        onClick={() => controls.scrub(Math.max(0, (at ?? 0) - frame))}
      />
      <input
        type="range"
        className={css['scrub']}
        aria-label={words.scrub}
        aria-valuetext={at === null ? words.running : words.scrubUnit(at)}
        min={0}
        max={span ?? 1}
        step={frame}
        disabled={none}
        value={at ?? 0}
        onChange={(event) => controls.scrub(Number(event.target.value))}
      />
      <Keyed
        name="later"
        label="▸"
        disabled={none}
        title={words.later}
        onClick={() => controls.scrub((at ?? 0) + frame)}
      />
      <span className={css['at']}>{at === null ? words.running : words.scrubUnit(at)}</span>
    </div>
  );
}

interface TransportProps {
  graphic: Graphic;
  session: Session | null;
  controls: Controls;
  reset(): void;
}

export function Transport({ graphic, session, controls, reset }: TransportProps) {
  const phase = useSessionState(session, (state) => state.phase);
  const step = useSessionState(session, (state) => state.step);
  const problem = useSessionState(session, (state) => state.problem);
  const { skip, live } = useStore(settings, (now) => now);
  const [tone, shape] = LOOKS[phase];
  const hasFrame = phase !== 'empty' && phase !== 'loading' && phase !== 'fault';
  const next = nextStep(step, graphic.stepCount);
  return (
    <div role="group" aria-label={words.transport} className={css['transport']}>
      {problem && (
        <p role="alert" className={css['problem']}>
          {problem}
        </p>
      )}
      <Moment session={session} controls={controls} />
      <div className={css['line']}>
        <span role="status" className={css['phase']}>
          <Chip tone={tone} shape={shape} word={words.phases[phase]} />
          <span className={css['shown']}>{words.shown(step)}</span>
        </span>
        <Keyed name="load" label={words.load} onClick={controls.load} />
        <Keyed
          name="play"
          label={words.play}
          kind="strong"
          disabled={!hasFrame}
          onClick={() => controls.goTo(0)}
        />
        <Keyed
          name="continue"
          label={words.continue}
          disabled={!hasFrame || next === null}
          title={next === null ? words.lastStep : undefined}
          onClick={controls.continue}
        />
        {graphic.stepCount !== 1 && graphic.stepCount !== 0 && (
          <Choices
            label={words.goTo}
            choices={stepChoices(step, graphic.stepCount).map((value) => ({
              value,
              label: words.goToStep(value),
              face: String(value + 1),
            }))}
            value={step}
            onChoose={controls.goTo}
          />
        )}
        <Keyed name="update" label={words.update} disabled={!hasFrame} onClick={controls.update} />
        <Keyed name="out" label={words.out} disabled={!hasFrame} onClick={controls.out} />
        <span className={css['space']} />
        <Keyed
          name="skip"
          label={words.skip}
          kind={skip ? 'strong' : 'plain'}
          pressed={skip}
          onClick={() => settings.set({ skip: !skip })}
        />
        <Button
          kind={live ? 'strong' : 'plain'}
          aria-pressed={live}
          title={words.liveHint}
          onClick={() => settings.set({ live: !live })}
        >
          {words.live}
        </Button>
        <Button title={words.resetHint} onClick={reset}>
          {words.reset}
        </Button>
      </div>
      {graphic.customActions.length > 0 && (
        <Actions graphic={graphic} isDisabled={!hasFrame} send={controls.action} />
      )}
    </div>
  );
}
