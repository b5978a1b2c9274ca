/** Facts from a file. */
import { text } from '../text.ts';
import { Dialog } from '../ui/Dialog.tsx';

export const ImportDialog = ({ onClose }: { onClose(): void }) => (
  <Dialog title={text.imports.open} size="large" onClose={onClose}>
    <p />
  </Dialog>
);
