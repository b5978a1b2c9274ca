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

/** Light and rounded: cards on a warm white, words as they are written. */
const kereru: Theme = {
  id: 'kereru',
  name: 'Kererū',
  colours: { ground: '#f7f4ee', plate: '#e9e3d8', text: '#1d1930', muted: '#544d66', accent: '#5b2c83' },
  fonts: { text: 'encode-sans', figures: 'encode-sans' },
  logo: { text: 'Kererū', image: '' },
  corner: 20,
  density: 'airy',
  mark: 'block',
  caps: false,
};

/** Deep and sharp: serif headlines under a rule, narrow figures, little space. */
const southern: Theme = {
  id: 'southern',
  name: 'Southern',
  colours: { ground: '#14110f', plate: '#26211d', text: '#f6efe3', muted: '#c3b6a3', accent: '#d08a4e' },
  fonts: { text: 'roboto-serif', figures: 'archivo' },
  logo: { text: 'SOUTHERN', image: '' },
  corner: 0,
  density: 'compact',
  mark: 'rule',
  caps: true,
};

export const THEMES: readonly Theme[] = [harbour, kereru, southern];

export const firstTheme = (): Theme => structuredTheme(harbour);

/** A copy, so that nobody edits the shipped one. */
const structuredTheme = (theme: Theme): Theme => ({
  ...theme,
  colours: { ...theme.colours },
  fonts: { ...theme.fonts },
  logo: { ...theme.logo },
});
