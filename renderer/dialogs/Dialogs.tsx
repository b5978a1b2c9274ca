/** The dialogs that open over the desk: key sheet, command palette, new cue. */
import { useDesk, useUi } from '../client/desk.ts';
import { KeySheet } from './KeySheet.tsx';
import { NewCue } from './NewCue.tsx';
import { Palette } from './Palette.tsx';

export function Dialogs() {
  const desk = useDesk();
  const dialog = useUi((ui) => ui.dialog);
  const close = () => desk.ui.set({ dialog: null });
  switch (dialog) {
    case 'keys':
      return <KeySheet onClose={close} />;
    case 'palette':
      return <Palette onClose={close} />;
    case 'new-cue':
      return <NewCue onClose={close} />;
    case null:
      return null;
    default:
      dialog satisfies never;
      return null;
  }
}
