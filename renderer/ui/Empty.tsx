/** What stands in an empty list: one sentence that teaches, and the buttons that start. */
import type { ReactNode } from 'react';
import css from './empty.module.css';

interface EmptyProps {
  sentence: string;
  /** The first is the usual way. */
  children?: ReactNode;
}

export const Empty = ({ sentence, children }: EmptyProps) => (
  <span className={css['empty']}>
    <span className={css['sentence']}>{sentence}</span>
    <span className={css['buttons']}>{children}</span>
  </span>
);
