/** The show's outputs, to choose the one that is set up. To look at another one changes nothing, so the arrows choose. */
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { ChannelTag, StandingChip } from '../outputs/OutputChips.tsx';
import { needsDisplay, type OutputLine } from '../outputs/standing.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { freeName } from './free-name.ts';
import { Refused } from './Refused.tsx';
import type { Changes } from './use-changes.ts';
import css from './output-setup.module.css';

const t = text.outputSetup;

interface OutputListProps {
  lines: readonly OutputLine[];
  selected: string | null;
  changes: Changes;
  onSelect(id: string): void;
}

export function OutputList({ lines, selected, changes, onSelect }: OutputListProps) {
  const list = useRef<HTMLUListElement>(null);
  const focus = (index: number) =>
    list.current?.querySelectorAll<HTMLElement>('[role="option"]')[index]?.focus();
  const at = lines.findIndex(({ output }) => output.id === selected);
  useEffect(() => {
    // an output that waits for a display gets the keyboard there (DisplayPicker)
    const line = lines[at];
    if (line && !needsDisplay(line)) focus(at);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- when the dialog opens, and never again
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = lines[at + step];
    if (step === 0 || !next) return;
    event.preventDefault();
    onSelect(next.output.id);
    focus(at + step);
  };
  // closed and without a display: nothing opens before somebody says where
  const add = async () => {
    const name = freeName(lines.map(({ output }) => output.name));
    const made = await changes.send('list', { type: 'output.create', name, channel: 'preview', open: false });
    if (made.ok) onSelect(String(made['outputId']));
  };
  return (
    <>
      <ul ref={list} role="listbox" aria-label={t.outputs} className={css['list']} onKeyDown={onKeyDown}>
        {lines.map(({ output, standing }, i) => (
          <li
            key={output.id}
            role="option"
            aria-selected={i === at}
            tabIndex={i === Math.max(0, at) ? 0 : -1}
            className={cx(css['item'], i === at && css['current'])}
            onClick={() => onSelect(output.id)}
          >
            <ChannelTag channel={output.channel} />
            <span className={css['itemName']}>{output.name}</span>
            <StandingChip standing={standing} />
          </li>
        ))}
      </ul>
      <Refused why={changes.refusedAt('list')} />
      <Button onClick={() => void add()}>{t.add}</Button>
    </>
  );
}
