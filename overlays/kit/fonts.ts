// The on-air type families, loaded with the FontFace API because @font-face does nothing inside a shadow root.
import { FAMILY } from './families.ts';
import type { Family } from './theme.ts';

const RANGES = {
  latin:
    'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD',
  'latin-ext':
    'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113',
} as const;

/** Ascent and descent of every family, as shares of the size asked for: Archivo's, so that baselines agree. */
const LINE = { ascent: 0.878, descent: 0.21 };

const loading = new Map<Family, Promise<void>>();

const loaded = new Set<Family>();

/** Whether these families can be drawn with now. */
export const hasFonts = (families: readonly Family[]): boolean =>
  families.every((family) => loaded.has(family));

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

async function loadFamily(family: Family, moduleUrl: string): Promise<void> {
  const { name, file, stretch, size } = FAMILY[family];
  const faces = Object.entries(RANGES).map(([part, unicodeRange]) => {
    const address = new URL(`fonts/${file}-${part}.woff2`, moduleUrl).href;
    const descriptors: FontFaceDescriptors & { sizeAdjust: string } = {
      weight: '100 900',
      stretch: `${stretch[0]}% ${stretch[1]}%`,
      unicodeRange,
      sizeAdjust: percent(size),
      // both are scaled with the letters
      ascentOverride: percent(LINE.ascent / size),
      descentOverride: percent(LINE.descent / size),
      lineGapOverride: '0%',
    };
    return new FontFace(name, `url("${address}") format("woff2")`, descriptors);
  });
  await Promise.all(faces.map((face) => face.load()));
  for (const face of faces) document.fonts.add(face);
  loaded.add(family);
}

/** Loads the files of these families once, from beside the graphic's module. Rejects when one cannot be had. */
export async function loadFonts(moduleUrl: string, families: readonly Family[]): Promise<void> {
  await Promise.all(
    families.map((family) => {
      const known = loading.get(family);
      if (known) return known;
      const started = loadFamily(family, moduleUrl).catch((error: unknown) => {
        loading.delete(family); // a later load may try again
        throw error;
      });
      loading.set(family, started);
      return started;
    }),
  );
}
