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
  /** A click beside it does not close it: what was typed would be lost. */
  keepsTyped?: boolean;
  onClose(): void;
  children: ReactNode;
}

export const Dialog = ({
  title,
  size,
  hidesTitle = false,
  keepsTyped = false,
  onClose,
  children,
}: DialogProps) => (
  <ModalOverlay
    isOpen
    isDismissable={!keepsTyped}
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
