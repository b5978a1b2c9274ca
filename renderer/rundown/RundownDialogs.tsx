/** The dialogs of the rundown: templates, another name for a segment, numbers anew, a graphic for a fact. */
import { useState, type SyntheticEvent, type ReactNode } from 'react';
import { MAX_CUE_NUMBER } from '../../core/schema/cue.ts';
import { useDesk, useUi } from '../client/desk.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import { PutUpDialog } from './PutUpDialog.tsx';
import { chosenCues, type RundownDialog } from './rundown-ui.ts';
import { TemplatesDialog } from './TemplatesDialog.tsx';
import css from './dialogs.module.css';

interface FormProps {
  confirm: string;
  cancel: string;
  canSave: boolean;
  onSave(): Promise<boolean>;
  onClose(): void;
  children: ReactNode;
}

/** Closes when it is done, and stays when the station says no: the status line says why. */
function SmallForm({ confirm, cancel, canSave, onSave, onClose, children }: FormProps) {
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (canSave && (await onSave())) onClose();
  };
  return (
    <form className={css['form']} onSubmit={(event) => void submit(event)}>
      {children}
      <div className={css['foot']}>
        <Button onClick={onClose}>{cancel}</Button>
        <Button kind="strong" type="submit" disabled={!canSave}>
          {confirm}
        </Button>
      </div>
    </form>
  );
}

function RenameSegment({ onClose }: { onClose(): void }) {
  const desk = useDesk();
  const renaming = useUi((ui) => ui.renaming);
  const [name, setName] = useState(renaming?.title ?? '');
  const t = text.segmentRename;
  if (!renaming) return null;
  return (
    <Dialog title={t.title} size="small" onClose={onClose}>
      <SmallForm
        confirm={t.confirm}
        cancel={t.cancel}
        canSave
        onClose={onClose}
        onSave={async () => {
          const changes = { segment: name.trim().slice(0, 100) };
          const { ok } = await desk.send({ type: 'cue.editMany', cueIds: [...renaming.cues], changes });
          return ok;
        }}
      >
        <TextField
          autoFocus
          label={t.name}
          value={name}
          hint={t.hint(renaming.cues.length)}
          onChange={setName}
        />
      </SmallForm>
    </Dialog>
  );
}

const wholeNumber = (typed: string, most: number): number | null => {
  const n = Number(typed);
  return Number.isInteger(n) && n >= 1 && n <= most ? n : null;
};

function Renumber({ onClose }: { onClose(): void }) {
  const desk = useDesk();
  const [ids] = useState(() => chosenCues(desk.ui.get()));
  const [from, setFrom] = useState('1');
  const [step, setStep] = useState('1');
  const t = text.renumbering;
  const first = wholeNumber(from, MAX_CUE_NUMBER);
  const by = wholeNumber(step, 1000);
  const wrong = (typed: number | null, most: number) =>
    typed === null ? text.inspector.from(1, most) : undefined;
  return (
    <Dialog title={t.title} size="small" onClose={onClose}>
      <SmallForm
        confirm={t.confirm}
        cancel={t.cancel}
        canSave={first !== null && by !== null && ids.length > 0}
        onClose={onClose}
        onSave={async () => {
          const command = { type: 'cue.renumber' as const, cueIds: ids, from: first ?? 1, step: by ?? 1 };
          return (await desk.send(command)).ok;
        }}
      >
        <p className={css['hint']}>{t.hint(ids.length)}</p>
        <div className={css['pair']}>
          <TextField
            autoFocus
            label={t.from}
            value={from}
            inputMode="numeric"
            problem={wrong(first, MAX_CUE_NUMBER)}
            onChange={setFrom}
          />
          <TextField
            label={t.step}
            value={step}
            inputMode="numeric"
            problem={wrong(by, 1000)}
            onChange={setStep}
          />
        </div>
        <p className={css['hint']}>
          {first !== null && by !== null ? t.to(first, first + by * (ids.length - 1)) : ''}
        </p>
      </SmallForm>
    </Dialog>
  );
}

export function RundownDialogs({ dialog, onClose }: { dialog: RundownDialog; onClose(): void }) {
  switch (dialog) {
    case 'rundown-templates':
      return <TemplatesDialog onClose={onClose} />;
    case 'rename-segment':
      return <RenameSegment onClose={onClose} />;
    case 'renumber':
      return <Renumber onClose={onClose} />;
    case 'put-up':
      return <PutUpDialog onClose={onClose} />;
    default:
      dialog satisfies never;
      return null;
  }
}
