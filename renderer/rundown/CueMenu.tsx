/** All that can be done to the chosen cues, where the pointer or the selected row is. A dialog, so that Space is its own. */
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { CueColour } from '../../core/schema/cue.ts';
import { useDesk, useUi } from '../client/desk.ts';
import { text } from '../text.ts';
import { cx } from '../ui/cx.ts';
import { editCues } from './cue-actions.ts';
import type { MenuItem } from './menu-items.ts';
import css from './menu.module.css';
import marks from './row-marks.module.css';

export interface MenuPlace {
  x: number;
  y: number;
  items: readonly MenuItem[];
  title: string;
  /** Offers the colours as well. */
  colours: boolean;
}

const STEPS: Record<string, number> = { ArrowUp: -1, ArrowDown: 1, Home: -1000, End: 1000 };

function Colours({ onChosen }: { onChosen(): void }) {
  const desk = useDesk();
  const locked = useUi((ui) => ui.locked);
  return (
    <div role="group" aria-label={text.rundownTools.colour} className={css['colours']}>
      {CueColour.options.map((colour) => (
        <button
          key={colour}
          type="button"
          role="menuitem"
          disabled={locked}
          className={css['colour']}
          onClick={() => {
            onChosen();
            editCues(desk, { colour });
          }}
        >
          <span className={cx(marks['swatch'], colour === 'none' ? css['noColour'] : marks[colour])} />
          {text.colours[colour]}
        </button>
      ))}
    </div>
  );
}

export function CueMenu({ place, onClose }: { place: MenuPlace; onClose(): void }) {
  const anchor = useRef<HTMLSpanElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('button:not(:disabled)')?.focus();
  }, [place]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const items = [...(list.current?.querySelectorAll<HTMLElement>('button:not(:disabled)') ?? [])];
    const at = items.findIndex((item) => item === document.activeElement);
    if (step === undefined || items.length === 0) return;
    event.preventDefault();
    items[Math.max(0, Math.min(items.length - 1, at + step))]?.focus();
  };
  return (
    <>
      <span ref={anchor} className={css['anchor']} style={{ left: place.x, top: place.y }} />
      <Popover
        triggerRef={anchor}
        isOpen
        onOpenChange={(open) => !open && onClose()}
        placement="bottom start"
        offset={2}
        className={css['popover'] ?? ''}
      >
        <Dialog aria-label={place.title} className={css['dialog'] ?? ''}>
          <div ref={list} role="menu" aria-label={place.title} className={css['menu']} onKeyDown={onKeyDown}>
            {place.items.map((item) => (
              <button
                key={item.label}
                type="button"
                role="menuitem"
                className={css['item']}
                disabled={item.isOff}
                onClick={() => {
                  onClose();
                  item.run();
                }}
              >
                <span>{item.label}</span>
                {item.cap && <kbd className={css['cap']}>{item.cap}</kbd>}
              </button>
            ))}
            {place.colours && <Colours onChosen={onClose} />}
          </div>
        </Dialog>
      </Popover>
    </>
  );
}
