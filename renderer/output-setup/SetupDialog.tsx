/** “Set up outputs”: which there are, and for each of them what it shows, where and how. */
import { FRAME_RATES, FrameRate } from '../../core/schema/output.ts';
import { useDesk, useStation, useUi } from '../client/desk.ts';
import { ChoiceInput } from '../inspector/ChoiceInputs.tsx';
import { outputLines } from '../outputs/standing.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { OutputDoings } from './OutputDoings.tsx';
import { OutputForm } from './OutputForm.tsx';
import { OutputList } from './OutputList.tsx';
import { useChanges } from './use-changes.ts';
import css from './output-setup.module.css';

const t = text.outputSetup;

const RATES = FRAME_RATES.map((value) => ({ value, label: t.perSecond(value) }));

export function SetupDialog({ onClose }: { onClose(): void }) {
  const desk = useDesk();
  const show = useStation(({ state }) => state?.show ?? null);
  const shell = useStation((station) => station.shell);
  const pages = useStation((station) => station.outputs);
  const chosen = useUi((ui) => ui.output);
  const changes = useChanges();
  if (!show) return null;
  const lines = outputLines(show.outputs, shell, pages);
  const line = lines.find(({ output }) => output.id === chosen) ?? lines[0] ?? null;
  return (
    <Dialog title={t.title} size="large" onClose={onClose}>
      <div className={css['setup']}>
        <div className={css['left']}>
          <OutputList
            lines={lines}
            selected={line?.output.id ?? null}
            changes={changes}
            onSelect={(output) => desk.ui.set({ output })}
          />
          <ChoiceInput
            label={t.frameRate}
            hint={t.frameRateHint}
            options={RATES}
            canBeEmpty={false}
            value={show.settings.frameRate}
            isDisabled={false}
            problem={changes.refusedAt('rate') ?? undefined}
            onChange={(rate) =>
              void changes.send('rate', { type: 'show.edit', frameRate: FrameRate.parse(rate) })
            }
          />
        </div>
        {line ? (
          <OutputForm key={line.output.id} line={line} shell={shell} changes={changes} />
        ) : (
          <p className={css['nothing']}>{t.none}</p>
        )}
      </div>
      <div className={css['foot']}>
        {line && <OutputDoings key={line.output.id} line={line} changes={changes} />}
        <Button onClick={onClose}>{t.close}</Button>
      </div>
    </Dialog>
  );
}
