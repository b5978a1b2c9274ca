// The look of one broadcaster, read from the data. Whatever is missing or wrong falls back to Harbour: a theme is
// never a reason not to be on air. What is said about contrast is made true here. Pure.
import { contrast, inkOn, isHex, keylineOn, mix, pole, towards } from './contrast.ts';

export const FAMILIES = ['archivo', 'encode-sans', 'roboto-serif'] as const;
export type Family = (typeof FAMILIES)[number];
const DENSITIES = ['compact', 'regular', 'airy'] as const;
/** How a plate carries its accent: an upright bar, a rule along its edge, or a filled block. */
export const MARKS = ['bar', 'rule', 'block'] as const;
export type Mark = (typeof MARKS)[number];

/** Colours as they are drawn. */
export interface Palette {
  ground: string;
  plate: string;
  /** At least 7:1 on ground and plate, 4.5:1 on deep and quiet. */
  text: string;
  /** At least 4.5:1 on ground, plate and deep. */
  muted: string;
  accent: string;
  onAccent: string;
  /** Under the source and between the strokes of a hatch. */
  deep: string;
  /** Tabs that say something minor. */
  quiet: string;
  /** Outlines of what is empty: at least 3:1 on the ground. */
  hollow: string;
}

export interface Theme {
  colours: Palette;
  fonts: { text: Family; figures: Family };
  logo: { text: string; image: string };
  /** px at 1920x1080. */
  corner: number;
  density: (typeof DENSITIES)[number];
  mark: Mark;
  caps: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

const HARBOUR = {
  colours: { ground: '#0a1630', plate: '#132447', text: '#f4f7fc', muted: '#b9c6de', accent: '#f4f7fc' },
  logo: 'TALLY',
} as const;

const fields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

const oneOf = <T extends string>(choices: readonly T[], value: unknown, fallback: T): T =>
  choices.find((one) => one === value) ?? fallback;

const textOf = (value: unknown, fallback: string, most: number): string =>
  typeof value === 'string' ? value.normalize('NFC').trim().slice(0, most) : fallback;

const reaches = (ratio: number, ...grounds: string[]) =>
  function good(colour: string): boolean {
    return grounds.every((ground) => contrast(colour, ground) >= ratio);
  };

function paletteOf(given: Fields): Palette {
  const wanted = (name: keyof typeof HARBOUR.colours): string => {
    const value = given[name];
    return isHex(value) ? value.toLowerCase() : HARBOUR.colours[name];
  };
  // On a middling ground neither black nor white reaches 7:1, so the ground itself has to go lighter or darker.
  const readable = wanted('ground');
  const far = pole(readable);
  const ground = towards(readable, far === '#ffffff' ? '#000000' : '#ffffff', reaches(7.5, far));
  const text = towards(wanted('text'), far, reaches(7, ground));
  const plate = towards(wanted('plate'), ground, reaches(7, text));
  const muted = towards(wanted('muted'), text, reaches(4.5, ground, plate));
  const deep = towards(mix(ground, '#000000', far === '#ffffff' ? 0.4 : 0.06), ground, reaches(4.5, muted));
  const quiet = towards(mix(ground, text, 0.18), ground, reaches(4.5, text));
  const hollow = towards(mix(ground, muted, 0.7), text, reaches(3, ground));
  const accent = wanted('accent');
  return { ground, plate, text, muted, accent, onAccent: inkOn(accent, ground), deep, quiet, hollow };
}

/** The theme in the field of the data that is marked for it; Harbour where there is none. Never throws. */
export function readTheme(value: unknown): Theme {
  const given = fields(value);
  const fonts = fields(given['fonts']);
  const logo = fields(given['logo']);
  const { corner } = given;
  const inRange = typeof corner === 'number' && corner >= 0 && corner <= 28;
  return {
    colours: paletteOf(fields(given['colours'])),
    fonts: {
      text: oneOf(FAMILIES, fonts['text'], 'archivo'),
      figures: oneOf(FAMILIES, fonts['figures'], 'archivo'),
    },
    logo: { text: textOf(logo['text'], HARBOUR.logo, 12), image: textOf(logo['image'], '', 400) },
    corner: inRange ? corner : 0,
    density: oneOf(DENSITIES, given['density'], 'regular'),
    mark: oneOf(MARKS, given['mark'], 'bar'),
    caps: typeof given['caps'] === 'boolean' ? given['caps'] : true,
  };
}

/** A colour that carries no party: the accent. */
export const neutral = ({ colours }: Theme) => ({
  colour: colours.accent,
  ink: colours.onAccent,
  keyline: keylineOn(colours.accent, colours.ground),
});
