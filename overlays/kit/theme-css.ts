// A theme as the custom properties and attributes that the style sheets of all graphics draw with.
import { FAMILY } from './families.ts';
import type { Theme } from './theme.ts';

const SPACE = { compact: 0.7, regular: 1, airy: 1.3 } as const;

/** Custom properties by name; README of a graphic and docs/decisions/0018 say what each is for. */
export function themeProperties({ colours, fonts, corner, density, caps }: Theme): Record<string, string> {
  const [text, figures] = [FAMILY[fonts.text], FAMILY[fonts.figures]];
  return {
    '--ground': colours.ground,
    '--plate': colours.plate,
    '--text': colours.text,
    '--muted': colours.muted,
    '--accent': colours.accent,
    '--on-accent': colours.onAccent,
    '--deep': colours.deep,
    '--quiet': colours.quiet,
    '--hollow': colours.hollow,
    '--corner': `${corner}px`,
    '--d': String(SPACE[density]),
    '--caps': caps ? 'uppercase' : 'none',
    '--track': caps ? '0.03em' : '0',
    '--family': `'${text.name}', sans-serif`,
    '--figures': `'${figures.name}', sans-serif`,
    '--shift': String(text.shift),
    '--figures-shift': String(figures.shift),
    '--shrink': text.wide ? '1' : '0',
    '--figures-shrink': figures.wide ? '1' : '0',
    '--display': String(text.weights.display),
    '--strong': String(text.weights.strong),
    '--body': String(text.weights.body),
  };
}

/** Dresses a scene: everything built into it is drawn in this theme. */
export function dress(scene: HTMLElement, theme: Theme): void {
  for (const [name, value] of Object.entries(themeProperties(theme))) scene.style.setProperty(name, value);
  scene.dataset['mark'] = theme.mark;
  scene.dataset['theme'] = JSON.stringify(theme);
}
