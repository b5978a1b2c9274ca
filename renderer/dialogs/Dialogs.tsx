/** The dialogs that open over the desk, one at a time, and the question of quitting on air. */
import { useEffect } from 'react';
import { useDesk, useStation, useUi, type Desk } from '../client/desk.ts';
import { FeedDialog } from '../feeds/setup/FeedDialog.tsx';
import { LooksDialog } from '../looks/LooksDialog.tsx';
import { HistoryDialog } from '../history/HistoryDialog.tsx';
import { DesksDialog } from '../seats/DesksDialog.tsx';
import { ImportDialog } from '../imports/ImportDialog.tsx';
import { SetupDialog } from '../output-setup/SetupDialog.tsx';
import { CorrectionDialog } from '../facts/correction/CorrectionDialog.tsx';
import { RundownDialogs } from '../rundown/RundownDialogs.tsx';
import { focusHome } from '../keys/focus.ts';
import { KeysDialog } from '../keys/KeysDialog.tsx';
import { ReportDialog } from '../rehearsal/ReportDialog.tsx';
import { ReviewDialog } from '../rehearsal/ReviewDialog.tsx';
import { KeySheet } from './KeySheet.tsx';
import { NewCue } from './NewCue.tsx';
import { NewFact } from './NewFact.tsx';
import { OverrideDialog } from './OverrideDialog.tsx';
import { Palette } from './Palette.tsx';
import { QuitQuestion } from './QuitQuestion.tsx';
import { ShowsDialog } from '../shows/ShowsDialog.tsx';
import { ShowSettings } from './ShowSettings.tsx';
import { Guarded } from '../ui/Guarded.tsx';
import { text } from '../text.ts';

function Opened() {
  const desk = useDesk();
  const dialog = useUi((ui) => ui.dialog);
  const close = () => desk.ui.set({ dialog: null });
  switch (dialog) {
    case 'keys':
      return <KeySheet onClose={close} />;
    case 'key-map':
      return <KeysDialog onClose={close} />;
    case 'palette':
      return <Palette onClose={close} />;
    case 'new-cue':
      return <NewCue onClose={close} />;
    case 'outputs':
      return <SetupDialog onClose={close} />;
    case 'feed':
      return <FeedDialog onClose={close} />;
    case 'import':
      return <ImportDialog onClose={close} />;
    case 'new-fact':
      return <NewFact onClose={close} />;
    case 'override':
      return <OverrideDialog onClose={close} />;
    case 'shows':
      return <ShowsDialog onClose={close} />;
    case 'desks':
      return <DesksDialog onClose={close} />;
    case 'history':
      return <HistoryDialog onClose={close} />;
    case 'settings':
      return <ShowSettings onClose={close} />;
    case 'looks':
      return <LooksDialog onClose={close} />;
    case 'correction':
      return <CorrectionDialog onClose={close} />;
    case 'report':
      return <ReportDialog onClose={close} />;
    case 'review':
      return <ReviewDialog onClose={close} />;
    case 'rundown-templates':
    case 'rename-segment':
    case 'renumber':
    case 'put-up':
      return <RundownDialogs dialog={dialog} onClose={close} />;
    case null:
      return null;
    default:
      dialog satisfies never;
      return null;
  }
}

/** One at a time: the question takes the place of another dialog, which is there again afterwards. */
export function Dialogs() {
  const desk = useDesk();
  const quit = useUi((ui) => ui.quit);
  const dialog = useUi((ui) => ui.dialog);
  // what was typed in a rehearsal and not sent goes with it: it would be sent into the live show
  const mode = useStation(({ state }) => state?.air.mode ?? 'live');
  const isOpen = dialog !== null;
  useEffect(() => {
    if (!isOpen) return;
    // what had the keyboard before may be gone, such as a menu's line: then it rests where the workspace begins
    return () => void setTimeout(() => document.activeElement === document.body && focusHome(), 0);
  }, [isOpen]);
  return (
    <Guarded key={quit ? 'quit' : `${mode} ${dialog ?? ''}`} onFault={() => closeBroken(desk)}>
      {quit ? <QuitQuestion quit={quit} /> : <Opened />}
    </Guarded>
  );
}

/** What cannot be drawn must not hold the keyboard: it is closed, with a word. */
export function closeBroken(desk: Desk): void {
  desk.ui.set({ dialog: null, quit: null, help: null });
  desk.say('bug', text.broken.dialog);
}
