/** The themes that Tallydesk ships. The first is the one of a new show. */
import type { Theme } from './schema/theme.ts';

const harbour: Theme = {
  id: 'harbour',
  name: 'Harbour',
  colours: { ground: '#0a1630', plate: '#132447', text: '#f4f7fc', muted: '#b9c6de', accent: '#f4f7fc' },
  fonts: { text: 'archivo', figures: 'archivo' },
  logo: { text: 'TALLY', image: '' },
  corner: 0,
  density: 'regular',
  mark: 'bar',
  caps: true,
};

export const THEMES: readonly Theme[] = [harbour];

export const firstTheme = (): Theme => structuredTheme(harbour);

/** A copy, so that nobody edits the shipped one. */
const structuredTheme = (theme: Theme): Theme => ({
  ...theme,
  colours: { ...theme.colours },
  fonts: { ...theme.fonts },
  logo: { ...theme.logo },
});
