/** Taking the cue on preview although the gate says no: the reasons against it, a written reason for it, and a held button. */
import { useRef, useState } from 'react';
import { useCueView, useDesk, useStation } from '../client/desk.ts';
import { text } from '../text.ts';
import { canOverride } from '../transport/overridable.ts';
import { Button, buttonLook } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { HoldButton } from '../ui/HoldButton.tsx';
import css from './facts-dialogs.module.css';

const t = text.override;

export function OverrideDialog({ onClose }: { onClose(): void }) {
  const desk = useDesk();
  // the cue that was on preview when the dialog was opened: another one must not be taken for its reason
  const [cueId] = useState(() => desk.client.store.get().state?.air.cued ?? null);
  const view = useCueView(cueId);
  const allowed = useStation(({ state }) => state?.show.settings.allowOverride ?? false);
  const busy = useRef(false);
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState('');
  if (!view) return null;
  const { cue, gated } = view;
  const isPossible = canOverride(view, allowed);
  const take = async () => {
    if (reason.trim() === '') return setRefused(t.needsReason);
    if (busy.current) return;
    busy.current = true;
    const result = await desk.send({
      type: 'cue.take',
      cueId: cue.id,
      // what was read is what is answered for: the station refuses it if there is a new problem
      override: { reason: reason.trim(), problems: gated.problems.map(({ code }) => code) },
    });
    busy.current = false;
    if (result.ok) onClose();
    else setRefused(result.detail);
  };
  return (
    <Dialog title={t.title} size="small" onClose={onClose}>
      <p>{t.what(text.cue(cue.number, cue.name))}</p>
      <ul className={css['problems']}>
        {gated.problems.map(({ detail }, i) => (
          <li key={i}>{detail}</li>
        ))}
      </ul>
      <label className={css['label']}>
        {t.reason}
        <input
          autoFocus
          type="text"
          className={css['input']}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <p className={css['hint']}>{t.logged}</p>
      {refused && (
        <p role="alert" className={css['refused']}>
          {refused}
        </p>
      )}
      <div className={css['foot']}>
        <Button onClick={onClose}>{t.cancel}</Button>
        {isPossible && (
          <HoldButton
            label={t.hold}
            className={cx(buttonLook('danger'), css['hold'])}
            onHeld={() => void take()}
            onSlip={() => setRefused(t.hold)}
          >
            <span>{t.hold}</span>
          </HoldButton>
        )}
      </div>
    </Dialog>
  );
}
