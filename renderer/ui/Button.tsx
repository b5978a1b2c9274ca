/**
 * A button that never takes the keyboard away when it is clicked: the next Space must be Take, not a second
 * press. It can still be reached with Tab and pressed with Enter.
 */
import type { ComponentProps } from 'react';
import { cx } from './cx.ts';
import css from './button.module.css';

interface ButtonProps extends ComponentProps<'button'> {
  kind?: 'plain' | 'quiet' | 'strong' | 'danger';
  /** What was typed in a field is saved first. Not for playout: air gets what preview shows, never half a word. */
  savesFields?: boolean;
}

export function Button({ kind = 'plain', savesFields = true, className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={cx(css['button'], css[kind], className)}
      onPointerDown={(event) => {
        rest.onPointerDown?.(event);
        const active = document.activeElement;
        if (savesFields && active instanceof HTMLElement && active.matches('input, textarea')) active.blur();
      }}
      onMouseDown={(event) => event.preventDefault()}
    />
  );
}
