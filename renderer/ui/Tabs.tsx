/** Tabs. A click hands the keyboard on to what the tab shows, so that → stays Continue; Tab and arrows work as usual. */
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { cx } from './cx.ts';
import { saveTyped } from './save-typed.ts';
import css from './tabs.module.css';

interface TabsProps<T extends string> {
  label: string;
  tabs: readonly { id: T; title: string; badge?: ReactNode }[];
  current: T;
  onChange(id: T): void;
  /** The element to get the keyboard after a click. */
  onClicked(): void;
  aside?: ReactNode;
}

export const panelId = (id: string): string => `panel-${id}`;
const tabId = (id: string): string => `tab-${id}`;

export function Tabs<T extends string>({ label, tabs, current, onChange, onClicked, aside }: TabsProps<T>) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const at = tabs.findIndex((tab) => tab.id === current) + step;
    const next = tabs[(at + tabs.length) % tabs.length];
    if (step === 0 || !next) return;
    event.preventDefault();
    onChange(next.id);
    list.current?.querySelector<HTMLElement>(`#${tabId(next.id)}`)?.focus();
  };
  return (
    <div className={css['bar']}>
      <div role="tablist" aria-label={label} ref={list} className={css['list']} onKeyDown={onKeyDown}>
        {tabs.map(({ id, title, badge }) => (
          <button
            key={id}
            id={tabId(id)}
            type="button"
            role="tab"
            aria-selected={id === current}
            aria-controls={id === current ? panelId(id) : undefined}
            tabIndex={id === current ? 0 : -1}
            className={cx(css['tab'], id === current && css['current'])}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              saveTyped();
              onChange(id);
              requestAnimationFrame(onClicked);
            }}
          >
            {title}
            {badge}
          </button>
        ))}
      </div>
      {aside}
    </div>
  );
}

export const TabPanel = ({
  id,
  className,
  children,
}: {
  id: string;
  className?: string | undefined;
  children: ReactNode;
}) => (
  <div role="tabpanel" id={panelId(id)} aria-labelledby={tabId(id)} className={className}>
    {children}
  </div>
);
