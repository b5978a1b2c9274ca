/** Quitting on air takes a held button. The app is told as soon as the question is really on screen, or it asks by itself. */
import { useEffect } from 'react';
import { askApp } from '../client/bridge.ts';
import { useDesk } from '../client/desk.ts';
import { text } from '../text.ts';
import { Button, buttonLook } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { HoldButton } from '../ui/HoldButton.tsx';
import css from './dialogs.module.css';

const t = text.quitting;

export function QuitQuestion({ quit }: { quit: { what: string } }) {
  const desk = useDesk();
  useEffect(() => {
    void askApp(desk, 'quitQuestionShown');
  }, [desk, quit]);
  const stay = () => {
    desk.ui.set({ quit: null });
    void askApp(desk, 'stay');
  };
  return (
    <Dialog title={t.title} size="small" onClose={stay}>
      <p role="alert" className={css['question']}>
        {quit.what}
      </p>
      <div className={css['answers']}>
        <HoldButton label={t.quit} className={buttonLook('danger')} onHeld={() => void askApp(desk, 'quit')}>
          <span>{t.quit}</span>
        </HoldButton>
        <Button kind="strong" autoFocus onClick={stay}>
          {t.stay}
        </Button>
      </div>
    </Dialog>
  );
}
