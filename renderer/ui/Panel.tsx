/** A named part of the desk with its heading. */
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './panel.module.css';

interface PanelProps {
  title: string;
  /** At the right end of the heading. */
  aside?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
}

export const Panel = ({ title, aside, className, children }: PanelProps) => (
  <section aria-label={title} className={cx(css['panel'], className)}>
    <header className={css['head']}>
      <h2 className={css['title']}>{title}</h2>
      {aside}
    </header>
    {children}
  </section>
);
