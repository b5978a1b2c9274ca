/**
 * A button that acts only after it has been held, with the mouse, a finger or Enter, and shows how far it is. For what must
 * not happen by a slip: panic, the change of mode, a test card on program.
 */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { cx } from './cx.ts';
import { useLookingOn } from './looking-on.ts';
import css from './hold-button.module.css';

/** Long enough for a slip to be over, short enough for an emergency. */
export const HOLD_MS = 800;

interface HoldButtonProps {
  label: string;
  className?: string | undefined;
  title?: string;
  shortcuts?: string;
  /** False: it acts at once. A button may need holding in one state only, and must not lose the keyboard in between. */
  holds?: boolean;
  /** For a button that stays down. */
  pressed?: boolean;
  disabled?: boolean;
  children: ReactNode;
  onHeld(): void;
  /** Let go too early. */
  onSlip?(): void;
}

export function HoldButton({
  label,
  className,
  title,
  shortcuts,
  holds = true,
  pressed,
  disabled = false,
  children,
  onHeld,
  onSlip,
}: HoldButtonProps) {
  const lookingOn = useLookingOn();
  const [held, setHeld] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const start = () => {
    if (disabled || timer.current !== undefined) return;
    if (!holds) return onHeld();
    setHeld(true);
    timer.current = setTimeout(() => {
      timer.current = undefined;
      setHeld(false);
      onHeld();
    }, HOLD_MS);
  };
  const stop = (slipped: boolean) => {
    setHeld(false);
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    if (slipped) onSlip?.();
  };

  return (
    <button
      type="button"
      aria-label={label}
      aria-keyshortcuts={shortcuts}
      aria-pressed={pressed}
      title={lookingOn ?? title}
      aria-disabled={lookingOn !== null}
      disabled={disabled}
      className={cx(css['hold'], held && css['held'], className)}
      onMouseDown={(event) => event.preventDefault()}
      onPointerDown={(event) => event.button === 0 && start()}
      onPointerUp={() => stop(true)}
      onPointerLeave={() => stop(false)}
      onPointerCancel={() => stop(false)}
      onKeyDown={(event) => event.key === 'Enter' && !event.repeat && start()}
      onKeyUp={(event) => event.key === 'Enter' && stop(true)}
      onBlur={() => stop(false)}
      onContextMenu={(event) => event.preventDefault()}
    >
      <span className={css['bar']} aria-hidden="true" />
      {children}
    </button>
  );
}
