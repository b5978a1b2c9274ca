/**
 * Keeps a fault in one part of the desk in that part: the rest is drawn on, and the playout keys work. Without it React
 * takes the whole page away, and the keys with it.
 */
import { Component, type ReactNode } from 'react';
import { text } from '../text.ts';
import { Button } from './Button.tsx';
import { cx } from './cx.ts';
import css from './guarded.module.css';

const t = text.broken;

interface GuardedProps {
  /** Where the part stands in a grid. */
  className?: string | undefined;
  /** Hears of the fault and says it: then nothing is drawn in place of the part. */
  onFault?(): void;
  children: ReactNode;
}

interface Fault {
  isBroken: boolean;
}

export class Guarded extends Component<GuardedProps, Fault> {
  override state: Fault = { isBroken: false };

  static getDerivedStateFromError(): Fault {
    return { isBroken: true };
  }

  override componentDidCatch(): void {
    this.props.onFault?.();
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    if (this.props.onFault) return null;
    return (
      <section role="alert" className={cx(css['broken'], this.props.className)}>
        <p className={css['words']}>
          <b>{t.what}</b> {t.still}
        </p>
        <span className={css['ways']}>
          <Button kind="strong" onClick={() => this.setState({ isBroken: false })}>
            {t.again}
          </Button>
          <Button onClick={() => location.reload()}>{t.reload}</Button>
        </span>
      </section>
    );
  }
}
