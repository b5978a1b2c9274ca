/** The show's theme: begun with a shipped one, changed to taste, judged on real graphics, and only then used. */
import { useState } from 'react';
import { sameJson } from '../../core/json.ts';
import { FAMILIES, Theme } from '../../core/schema/theme.ts';
import { THEMES } from '../../core/themes.ts';
import { useDesk, useStation, useUi } from '../client/desk.ts';
import { useStore } from '../client/store.ts';
import { CheckInput } from '../inspector/ChoiceInputs.tsx';
import { ColorInput } from '../inspector/ColorInput.tsx';
import { MediaPicker } from '../media/MediaPicker.tsx';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { Shape } from '../ui/Shape.tsx';
import { TextField } from '../ui/TextField.tsx';
import { pairsOf } from './contrast.ts';
import { themeDraft } from './draft.ts';
import { ThemePreview } from './ThemePreview.tsx';
import css from './theme.module.css';

const t = text.theme;
const COLOURS = ['ground', 'plate', 'text', 'muted', 'accent'] as const;
const MAX_CORNER = 28;

const optionsOf = <T extends string>(labels: Record<T, string>) =>
  Object.entries<string>(labels).map(([value, label]) => ({ value, label }));

/** What was edited is nobody's any more. */
const owned = (theme: Theme): Theme => {
  const shipped = THEMES.find((one) =>
    sameJson({ ...one, name: '', id: '' }, { ...theme, name: '', id: '' }),
  );
  return shipped ? { ...theme, id: shipped.id, name: shipped.name } : { ...theme, id: 'own', name: t.own };
};

interface PartProps {
  theme: Theme;
  isDisabled: boolean;
  change(changes: Partial<Theme>): void;
}

const Shipped = ({ theme, isDisabled, change }: PartProps) => (
  <div role="group" aria-label={t.shipped} className={css['shipped']}>
    {THEMES.map((one) => (
      <button
        key={one.id}
        type="button"
        className={css['card']}
        aria-pressed={theme.id === one.id}
        disabled={isDisabled}
        onClick={() => change(one)}
      >
        <span className={css['swatches']} aria-hidden="true">
          {COLOURS.map((name) => (
            <span key={name} style={{ background: one.colours[name] }} />
          ))}
        </span>
        {one.name}
      </button>
    ))}
  </div>
);

const Contrast = ({ theme }: { theme: Theme }) => (
  <ul className={css['pairs']} aria-label={t.contrast}>
    {pairsOf(theme.colours).map(({ name, ratio, least }) => (
      <li key={name} className={cx(css['pair'], ratio < least && css['low'])}>
        <Shape name={ratio < least ? 'up' : 'tick'} />
        <span>{t.pairs[name]}</span>
        <b>{t.ratio(ratio)}</b>
        <span className={css['verdict']}>{ratio < least ? t.fails(least) : t.reaches(least)}</span>
      </li>
    ))}
  </ul>
);

const Colours = ({ theme, isDisabled, change }: PartProps) => (
  <section className={css['part']} aria-label={t.colours}>
    <h2>{t.colours}</h2>
    <div className={css['grid']}>
      {COLOURS.map((name) => (
        <ColorInput
          key={name}
          label={t.colour[name]}
          isDisabled={isDisabled}
          value={theme.colours[name]}
          check={(typed) => (/^\s*#[0-9a-f]{6}\s*$/i.test(typed) ? null : '#rrggbb')}
          onCommit={(colour) => {
            change({ colours: { ...theme.colours, [name]: colour } });
            return Promise.resolve({ ok: true, revision: 0 });
          }}
        />
      ))}
    </div>
    <Contrast theme={theme} />
  </section>
);

function Logo({ theme, isDisabled, change }: PartProps) {
  const [isOpen, setOpen] = useState(false);
  const { logo } = theme;
  return (
    <section className={css['part']} aria-label={t.logo}>
      <h2>{t.logo}</h2>
      <div className={css['grid']}>
        <TextField
          label={t.logoText}
          hint={t.logoTextHint}
          value={logo.text}
          onChange={(next) => change({ logo: { ...logo, text: next.slice(0, 12) } })}
        />
        <span className={css['logo']}>
          {logo.image && <img src={logo.image} alt="" className={css['logoImage']} />}
          <Button
            disabled={isDisabled}
            aria-label={text.media.chooseFor(t.logoImage)}
            onClick={() => setOpen(true)}
          >
            {t.logoImage}…
          </Button>
          {logo.image && (
            <Button
              kind="quiet"
              aria-label={text.media.clear(t.logoImage)}
              onClick={() => change({ logo: { ...logo, image: '' } })}
            >
              ✕
            </Button>
          )}
        </span>
      </div>
      {isOpen && (
        <MediaPicker
          title={text.media.title(t.logoImage)}
          extensions={['svg', 'png', 'webp', 'avif', 'jpg', 'jpeg']}
          value={logo.image}
          onChoose={(image) => {
            setOpen(false);
            change({ logo: { ...logo, image } });
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </section>
  );
}

const Form = ({ theme, isDisabled, change }: PartProps) => (
  <>
    <Shipped theme={theme} isDisabled={isDisabled} change={change} />
    <Colours theme={theme} isDisabled={isDisabled} change={change} />
    <section className={css['part']} aria-label={t.type}>
      <h2>{t.type}</h2>
      <div className={css['grid']}>
        {(['text', 'figures'] as const).map((use) => (
          <SelectField
            key={use}
            label={t[use]}
            value={theme.fonts[use]}
            options={optionsOf(t.families)}
            onChange={(next) => {
              const family = FAMILIES.find((one) => one === next);
              if (family) change({ fonts: { ...theme.fonts, [use]: family } });
            }}
          />
        ))}
      </div>
      <CheckInput
        label={t.caps}
        value={theme.caps}
        isDisabled={isDisabled}
        onChange={(caps) => change({ caps })}
      />
    </section>
    <Logo theme={theme} isDisabled={isDisabled} change={change} />
    <section className={css['part']} aria-label={t.shape}>
      <h2>{t.shape}</h2>
      <div className={css['grid']}>
        <SelectField
          label={t.density}
          value={theme.density}
          options={optionsOf(t.densities)}
          onChange={(next) => {
            const density = Theme.shape.density.safeParse(next);
            if (density.success) change({ density: density.data });
          }}
        />
        <SelectField
          label={t.mark}
          value={theme.mark}
          options={optionsOf(t.marks)}
          onChange={(next) => {
            const mark = Theme.shape.mark.safeParse(next);
            if (mark.success) change({ mark: mark.data });
          }}
        />
        <label className={css['corner']}>
          <span>
            {t.corner} <b>{t.cornerValue(theme.corner)}</b>
          </span>
          <input
            type="range"
            min={0}
            max={MAX_CORNER}
            value={theme.corner}
            disabled={isDisabled}
            onChange={(event) => change({ corner: Number(event.target.value) })}
          />
        </label>
      </div>
    </section>
  </>
);

export function ThemeEditor() {
  const desk = useDesk();
  const used = useStation(({ state }) => state?.show.theme ?? null);
  const locked = useUi((ui) => ui.locked);
  const draft = useStore(themeDraft, (now) => now.theme);
  const setDraft = (next: Theme | null) => themeDraft.set({ theme: next });
  const theme = draft ?? used;
  if (!theme) return null;
  const isDisabled = locked;
  const isUsed = sameJson(theme, used);
  const change = (changes: Partial<Theme>) => setDraft(owned({ ...theme, ...changes }));
  const use = async () => {
    const done = await desk.send({ type: 'theme.set', theme });
    if (done.ok) setDraft(null);
  };
  return (
    <div className={css['editor']}>
      <div className={css['form']} data-inspector="">
        <Form theme={theme} isDisabled={isDisabled} change={change} />
        <div className={css['foot']}>
          <span className={css['hint']} role="status">
            {locked ? text.inspector.locked : isUsed ? t.same : t.differs}
          </span>
          <Button disabled={isUsed} onClick={() => setDraft(null)}>
            {t.back}
          </Button>
          <Button kind="strong" disabled={isUsed || isDisabled} onClick={() => void use()}>
            {t.use}
          </Button>
          <span className={css['note']}>{t.airKeeps}</span>
        </div>
      </div>
      <ThemePreview theme={theme} />
    </div>
  );
}
