/** Where the graphic is drawn, what is behind and over it, and what it is compared with. */
import { useId, type ChangeEvent } from 'react';
import type { JsonObject } from '../../core/json.ts';
import type { Graphic } from '../../core/schema/manifest.ts';
import { THEMES } from '../../core/themes.ts';
import { useStation } from '../client/desk.ts';
import { useStore } from '../client/store.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { ExportButtons } from './Export.tsx';
import { settings, type Settings } from './settings.ts';
import { SHORTCUTS } from './shortcuts.ts';
import { GROUNDS, RATES, SIZES, VIEWS, type Ground } from './target.ts';
import { readChoice, type Other } from './use-other.ts';
import css from './tools.module.css';

const { workbench: words } = text;

const set = (changes: Partial<Settings>): void => settings.set(changes);

interface PickProps {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange(value: string): void;
}

function Pick({ label, value, options, onChange }: PickProps) {
  const id = useId();
  return (
    <span className={css['pick']}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}

function Grounds() {
  const ground = useStore(settings, (now) => now.ground);
  const id = useId();
  const pick = (event: ChangeEvent<HTMLInputElement>): void => {
    const [file] = event.target.files ?? [];
    const { still } = settings.get();
    if (still) URL.revokeObjectURL(still);
    if (file) set({ ground: 'still', still: URL.createObjectURL(file) });
  };
  return (
    <span className={css['group']}>
      <Choices<Ground>
        label={words.ground}
        choices={GROUNDS.map((value) => ({ value, label: words.grounds[value] }))}
        value={ground}
        onChoose={(value) => set({ ground: value })}
      />
      {ground === 'still' && (
        <input id={id} type="file" accept="image/*" aria-label={words.pickStill} onChange={pick} />
      )}
    </span>
  );
}

function Toggle({ name, label, cap }: { name: 'safe' | 'grid' | 'centre'; label: string; cap?: string }) {
  const on = useStore(settings, (now) => now[name]);
  return (
    <Button
      kind={on ? 'strong' : 'plain'}
      aria-pressed={on}
      aria-keyshortcuts={cap}
      onClick={() => set({ [name]: !on })}
    >
      {label}
      {cap && <kbd className={css['cap']}>{cap}</kbd>}
    </Button>
  );
}

function Compare({ other }: { other: Other }) {
  const { view, opacity } = useStore(settings, (now) => now);
  const choose = (next: (typeof VIEWS)[number]): void => {
    const first = other.chosen === '' ? readChoice(other.choices[0]?.value ?? '') : settings.get().other;
    set({ view: next, other: first });
  };
  return (
    <span className={css['group']}>
      <Choices
        label={words.view}
        choices={VIEWS.map((value) => ({ value, label: words.views[value] }))}
        value={view}
        onChoose={choose}
      />
      {view !== 'one' && (
        <Pick
          label={words.other}
          value={other.chosen}
          options={other.choices}
          onChange={(value) => set({ other: readChoice(value) })}
        />
      )}
      {view === 'onion' && (
        <input
          type="range"
          aria-label={words.opacity}
          min={0}
          max={100}
          value={Math.round(opacity * 100)}
          onChange={(event) => set({ opacity: Number(event.target.value) / 100 })}
        />
      )}
    </span>
  );
}

interface ToolsProps {
  graphic: Graphic;
  other: Other;
  /** What is shown, for stills; null while nothing is. */
  step: number | null;
  data: JsonObject;
}

export function Tools({ graphic, other, step, data }: ToolsProps) {
  const { size, rate, theme } = useStore(settings, (now) => now);
  const own = useStation(({ state }) => state?.show.theme.name ?? '');
  const themes = [
    { value: '', label: words.showTheme(own) },
    ...THEMES.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <div className={css['tools']}>
      <div className={css['line']}>
        <h2 className={css['graphic']}>{graphic.name}</h2>
        <span className={css['about']}>
          {words.version(graphic.version)} · <code>{graphic.hash.slice(0, 8)}</code> ·{' '}
          {words.steps(graphic.stepCount)} · {words.sources[graphic.source]}
        </span>
        <span className={css['space']} />
        <ExportButtons graphic={graphic} step={step} data={data} />
      </div>
      <div className={css['line']}>
        <Pick
          label={words.size}
          value={size}
          options={SIZES.map(({ id, label }) => ({ value: id, label }))}
          onChange={(value) => set({ size: SIZES.find(({ id }) => id === value)?.id ?? '1080' })}
        />
        <Pick
          label={words.frameRate}
          value={String(rate)}
          options={RATES.map((one) => ({ value: String(one), label: String(one) }))}
          onChange={(value) => set({ rate: RATES.find((one) => String(one) === value) ?? 50 })}
        />
        <Pick
          label={words.theme}
          value={theme ?? ''}
          options={themes}
          onChange={(value) => set({ theme: value === '' ? null : value })}
        />
        <Grounds />
        <span role="group" aria-label={words.guides} className={css['group']}>
          <Toggle name="safe" label={words.safe} cap={SHORTCUTS.safe.cap} />
          <Toggle name="grid" label={words.grid} cap={SHORTCUTS.grid.cap} />
          <Toggle name="centre" label={words.centre} />
        </span>
        <Compare other={other} />
      </div>
    </div>
  );
}
