/** A named part of the desk with its heading. */
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './panel.module.css';

interface PanelProps {
  title: string;
  /** Beside the title, in the place that is always there: what comes and goes must not move what is below. */
  notice?: ReactNode;
  /** At the right end of the heading. */
  aside?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
}

export const Panel = ({ title, notice, aside, className, children }: PanelProps) => (
  <section aria-label={title} className={cx(css['panel'], className)}>
    <header className={css['head']}>
      <h2 className={css['title']}>{title}</h2>
      {notice}
      {aside}
    </header>
    {children}
  </section>
);
