/** The big buttons, each with its key, and the recall number. Nothing is greyed out: a refusal says why. */
import type { ReactNode } from 'react';
import { layerOf, targetOf } from '../../core/playout.ts';
import { useCueView, useDesk, useStation, useUi } from '../client/desk.ts';
import { bindingOf, capOf, type KeyAction } from '../keys/keys.ts';
import { runAction } from '../keys/run-action.ts';
import { ReachNote } from '../seats/RightChip.tsx';
import { useReach } from '../seats/reach.ts';
import { text } from '../text.ts';
import { cx } from '../ui/cx.ts';
import { HoldButton } from '../ui/HoldButton.tsx';
import { useLookingOn } from '../ui/looking-on.ts';
import { OverrideButton } from './OverrideButton.tsx';
import css from './transport.module.css';

interface KeyButtonProps {
  action: KeyAction;
  /** What it would act on, in a few words. */
  target: string;
  kind?: string | undefined;
}

const Face = ({ action, target, cap }: { action: KeyAction; target: string; cap: string }): ReactNode => (
  <>
    <span className={css['word']}>{text.actions[action]}</span>
    <span className={css['target']} aria-hidden="true">
      {target}
    </span>
    <kbd className={css['cap']} aria-hidden="true">
      {cap}
    </kbd>
  </>
);

function KeyButton({ action, target, kind }: KeyButtonProps) {
  const desk = useDesk();
  const reach = useReach();
  const lookingOn = useLookingOn();
  // it still says why when it is pressed
  const isOff = reach === 'viewer' || (reach === 'theirs' && action !== 'clear');
  return (
    <button
      type="button"
      aria-disabled={isOff}
      title={lookingOn ?? undefined}
      aria-label={text.actions[action]}
      aria-keyshortcuts={bindingOf(action)?.aria}
      className={cx(css['button'], kind && css[kind])}
      // the keyboard stays where it is, and a half-typed field is not saved by going to air
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => runAction(desk, action)}
    >
      <Face action={action} target={target} cap={capOf(action)} />
    </button>
  );
}

function RecallNumber() {
  const digits = useUi((ui) => ui.digits);
  return (
    <div className={css['recall']}>
      <span className={css['word']} aria-hidden="true">
        {text.transport.recallShort}
      </span>
      <output aria-label={text.transport.recall} className={cx(css['digits'], digits && css['typing'])}>
        {digits || '–'}
      </output>
      <kbd className={css['cap']} aria-hidden="true">
        {capOf('recall')}
      </kbd>
    </div>
  );
}

export function Transport() {
  const desk = useDesk();
  const cued = useStation(({ state }) => state?.air.cued ?? null);
  const view = useCueView(cued);
  const selected = useUi((ui) => ui.layer);
  const last = useStation(({ state }) => state?.air.lastTake?.layer ?? null);
  const mode = useStation(({ state }) => state?.air.mode ?? 'live');
  const layer = selected ?? last;
  const current = useStation(({ state }) =>
    state && layer ? layerOf(state.air, targetOf(state.air.mode), layer).current : null,
  );
  const target = layer ? `${text.layers[layer]}${current ? ` ${current.cue.number}` : ''}` : '–';
  return (
    <section aria-label={text.transport.region} className={css['transport']}>
      <ReachNote />
      <RecallNumber />
      <KeyButton
        action="take"
        target={view ? text.cue(view.cue.number, view.cue.name) : text.transport.nothingCued}
        kind={mode === 'live' ? 'take' : 'takeRehearsal'}
      />
      <OverrideButton className={css['override']} />
      <KeyButton action="continue" target={target} />
      <KeyButton action="update" target={target} />
      <KeyButton action="out" target={target} />
      <KeyButton action="clear" target={text.transport.all} />
      <HoldButton
        label={text.actions.panic}
        title={text.transport.panicHint}
        shortcuts={bindingOf('panic')?.aria ?? ''}
        className={cx(css['button'], css['panic'])}
        onHeld={() => runAction(desk, 'panic')}
        onSlip={() => desk.say('hold', text.transport.panicHint)}
      >
        <Face action="panic" target={text.transport.hold} cap={capOf('panic')} />
      </HoldButton>
    </section>
  );
}
