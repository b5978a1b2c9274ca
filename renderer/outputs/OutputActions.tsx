/** What can be done to an output at once. A button that is down is the station's word that it happened. */
import type { CommandInput } from '../../core/commands/registry.ts';
import type { Output, OutputAir } from '../../core/schema/output.ts';
import { useDesk } from '../client/desk.ts';
import { text } from '../text.ts';
import { Button, buttonLook } from '../ui/Button.tsx';
import { HoldButton } from '../ui/HoldButton.tsx';
import { isHeld, togglesFor, type Toggle } from './flags.ts';
import css from './outputs.module.css';

const t = text.outputs;

const isDown = (toggle: Toggle, { picture, frozen, guides }: Readonly<OutputAir>): boolean =>
  ({ black: picture === 'black', test: picture === 'test', freeze: frozen !== null, guides })[toggle];

function commandFor(toggle: Toggle, outputId: Output['id'], on: boolean): CommandInput {
  switch (toggle) {
    case 'black':
    case 'test':
      return { type: 'output.picture', outputId, picture: on ? toggle : 'show' };
    case 'freeze':
      return { type: 'output.freeze', outputId, on };
    case 'guides':
      return { type: 'output.guides', outputId, on };
    default:
      return toggle satisfies never;
  }
}

interface OutputActionsProps {
  output: Output;
  air: Readonly<OutputAir>;
  onSetUp(): void;
}

export function OutputActions({ output, air, onSetUp }: OutputActionsProps) {
  const desk = useDesk();
  const { id, name, channel } = output;
  return (
    <span className={css['actions']}>
      {togglesFor(channel).map((toggle) => (
        <HoldButton
          key={toggle}
          label={t.actionOn(t.actions[toggle], name)}
          pressed={isDown(toggle, air)}
          holds={isHeld(toggle, channel, air)}
          className={`${buttonLook('plain')} ${css[toggle] ?? ''}`}
          onHeld={() => void desk.send(commandFor(toggle, id, !isDown(toggle, air)))}
          onSlip={() => desk.say('hold', t.holdTest(name))}
        >
          <span>{t.actions[toggle]}</span>
        </HoldButton>
      ))}
      <Button className={css['setUp']} aria-label={t.actionOn(t.actions.setUp, name)} onClick={onSetUp}>
        {t.actions.setUp}
      </Button>
    </span>
  );
}
