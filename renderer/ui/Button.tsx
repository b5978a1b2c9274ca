/**
 * A button that never takes the keyboard away when it is clicked: the next Space must be Take, not a second
 * press. It can still be reached with Tab and pressed with Enter.
 */
import type { ComponentProps } from 'react';
import { cx } from './cx.ts';
import { saveTyped } from './save-typed.ts';
import css from './button.module.css';

export type ButtonKind = 'plain' | 'quiet' | 'strong' | 'danger';

/** For a button of another make that looks like these. */
export const buttonLook = (kind: ButtonKind): string => cx(css['button'], css[kind]);

interface ButtonProps extends ComponentProps<'button'> {
  kind?: ButtonKind;
  /** What was typed in a field is saved first. Not for playout: air gets what preview shows, never half a word. */
  savesFields?: boolean;
}

export function Button({ kind = 'plain', savesFields = true, className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={cx(buttonLook(kind), className)}
      onPointerDown={(event) => {
        rest.onPointerDown?.(event);
        if (savesFields) saveTyped();
      }}
      onMouseDown={(event) => event.preventDefault()}
    />
  );
}
