/**
 * A button that never takes the keyboard away when it is clicked: the next Space must be Take, not a second
 * press. It can still be reached with Tab and pressed with Enter.
 */
import type { ComponentProps } from 'react';
import { cx } from './cx.ts';
import { useLookingOn } from './looking-on.ts';
import { saveTyped } from './save-typed.ts';
import css from './button.module.css';

export type ButtonKind = 'plain' | 'quiet' | 'strong' | 'danger';

/** For a button of another make that looks like these. */
export const buttonLook = (kind: ButtonKind): string => cx(css['button'], css[kind]);

interface ButtonProps extends ComponentProps<'button'> {
  kind?: ButtonKind;
  /** What was typed in a field is saved first. Not for playout: air gets what preview shows, never half a word. */
  savesFields?: boolean;
  /** It changes something, on a locked desk too: greyed where the desk only looks on. */
  acts?: boolean;
}

export function Button({
  kind = 'plain',
  savesFields = true,
  acts = false,
  className,
  ...rest
}: ButtonProps) {
  const lookingOn = useLookingOn();
  const isOff = acts || rest.disabled === true || rest['aria-disabled'] === true;
  const why = isOff && lookingOn !== null ? { title: lookingOn, 'aria-disabled': true } : {};
  return (
    <button
      type="button"
      {...rest}
      {...why}
      className={cx(buttonLook(kind), className)}
      onPointerDown={(event) => {
        rest.onPointerDown?.(event);
        if (savesFields) saveTyped();
      }}
      onMouseDown={(event) => event.preventDefault()}
    />
  );
}
