/** One group of filters: a button that opens its choices, each with how many facts it would show. */
import { useRef, type KeyboardEvent } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import type { FilterGroup } from '../../core/facts/filter.ts';
import { text } from '../text.ts';
import { buttonLook } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import css from './filters.module.css';

export interface FilterChoice {
  value: string;
  label: string;
  count: number;
  isChosen: boolean;
}

interface FilterMenuProps {
  group: FilterGroup;
  /** How many are chosen. */
  chosen: number;
  /** Worked out while the menu is open. */
  choices(): readonly FilterChoice[];
  onToggle(value: string): void;
}

const STEPS: Record<string, number> = { ArrowUp: -1, ArrowDown: 1, Home: -1000, End: 1000 };

function Choices({
  title,
  choices,
  onToggle,
}: Pick<FilterMenuProps, 'choices' | 'onToggle'> & { title: string }) {
  const list = useRef<HTMLDivElement>(null);
  const all = choices();
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const boxes = [...(list.current?.querySelectorAll('input') ?? [])];
    const at = boxes.findIndex((box) => box === document.activeElement);
    if (step === undefined || boxes.length === 0) return;
    event.preventDefault();
    boxes[Math.max(0, Math.min(boxes.length - 1, at + step))]?.focus();
  };
  return (
    <div ref={list} role="group" aria-label={title} className={css['choices']} onKeyDown={onKeyDown}>
      {all.map((choice, i) => (
        <label key={choice.value} className={css['choice']}>
          <input
            type="checkbox"
            autoFocus={i === 0}
            checked={choice.isChosen}
            onChange={() => onToggle(choice.value)}
          />
          <span className={css['label']}>{choice.label}</span>
          <span className={css['count']}>{choice.count.toLocaleString('en-NZ')}</span>
        </label>
      ))}
      {all.length === 0 && <p className={css['none']}>{text.facts.noChoices}</p>}
    </div>
  );
}

export function FilterMenu({ group, chosen, choices, onToggle }: FilterMenuProps) {
  const title = text.facts.groups[group];
  return (
    <DialogTrigger>
      <AriaButton className={cx(buttonLook('plain'), css['open'], chosen > 0 && css['on'])}>
        {title}
        {chosen > 0 && <b className={css['number']}>{chosen}</b>}
        <span aria-hidden="true">▾</span>
      </AriaButton>
      <Popover placement="bottom start" offset={4} className={css['popover'] ?? ''}>
        <Dialog aria-label={title} className={css['menu'] ?? ''}>
          <Choices title={title} choices={choices} onToggle={onToggle} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
