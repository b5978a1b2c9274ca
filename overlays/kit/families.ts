// The three type families, made alike: the same cap height and the same baseline, so that lines keep their place.
import type { Family, Theme } from './theme.ts';

export interface FamilyFacts {
  /** The name it is loaded under. */
  name: string;
  /** The start of its files' names. */
  file: string;
  /** Its width axis, percent. */
  stretch: readonly [number, number];
  /** Letters are drawn at this share of the size asked for. */
  size: number;
  /** Added to a width of the fit rules, which are written for Archivo, percent. */
  shift: number;
  /** Weights: large words, names, running text. */
  weights: { display: number; strong: number; body: number };
  /** Cannot be as narrow as Archivo: a text that must may be set smaller instead. */
  wide: boolean;
}

export const FAMILY: Readonly<Record<Family, FamilyFacts>> = {
  archivo: {
    name: 'Tallydesk Archivo',
    file: 'archivo',
    stretch: [62, 125],
    size: 1,
    shift: 0,
    weights: { display: 800, strong: 750, body: 450 },
    wide: false,
  },
  'encode-sans': {
    name: 'Tallydesk Encode Sans',
    file: 'encode-sans',
    stretch: [75, 125],
    size: 0.93,
    shift: 0,
    weights: { display: 750, strong: 700, body: 450 },
    wide: true,
  },
  'roboto-serif': {
    name: 'Tallydesk Roboto Serif',
    file: 'roboto-serif',
    stretch: [50, 150],
    size: 0.94,
    shift: -14,
    weights: { display: 600, strong: 560, body: 420 },
    wide: true,
  },
};

/** The families that a theme draws with. */
export const familiesOf = ({ fonts }: Theme): Family[] => [...new Set([fonts.text, fonts.figures])];
