/** Settings of the show that decide who may approve, and whether there is a way past the gate. */
import { useDesk, useStation, useUi } from '../client/desk.ts';
import { CheckInput } from '../inspector/ChoiceInputs.tsx';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import css from './facts-dialogs.module.css';

export function ShowSettings({ onClose }: { onClose(): void }) {
  const desk = useDesk();
  const settings = useStation(({ state }) => state?.show.settings ?? null);
  const locked = useUi((ui) => ui.locked);
  if (!settings) return null;
  return (
    <Dialog title={text.showSettings.title} size="small" onClose={onClose}>
      <CheckInput
        label={text.showSettings.fourEyes}
        hint={text.showSettings.fourEyesHint}
        value={settings.fourEyes}
        isDisabled={locked}
        onChange={(fourEyes) => void desk.send({ type: 'show.edit', fourEyes })}
      />
      <CheckInput
        label={text.showSettings.allowOverride}
        hint={text.showSettings.allowOverrideHint}
        value={settings.allowOverride}
        isDisabled={locked}
        onChange={(allowOverride) => void desk.send({ type: 'show.edit', allowOverride })}
      />
      {locked && <p className={css['hint']}>{text.inspector.locked}</p>}
      <div className={css['foot']}>
        <Button autoFocus onClick={onClose}>
          {text.showSettings.close}
        </Button>
      </div>
    </Dialog>
  );
}
