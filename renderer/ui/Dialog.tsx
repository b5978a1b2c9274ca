/** A dialog over the desk. Air goes on under it, and the numpad keys still reach it. */
import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { cx } from './cx.ts';
import css from './dialog.module.css';

interface DialogProps {
  title: string;
  size: 'small' | 'large';
  /** No heading is drawn: the first field says it all. */
  hidesTitle?: boolean;
  onClose(): void;
  children: ReactNode;
}

export const Dialog = ({ title, size, hidesTitle = false, onClose, children }: DialogProps) => (
  <ModalOverlay
    isOpen
    isDismissable
    onOpenChange={(open) => !open && onClose()}
    className={css['overlay'] ?? ''}
  >
    <Modal className={cx(css['modal'], css[size])}>
      <AriaDialog aria-label={title} className={css['dialog'] ?? ''}>
        {!hidesTitle && <h2 className={css['title']}>{title}</h2>}
        {children}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
);
