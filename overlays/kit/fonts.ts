// The on-air type family, loaded with the FontFace API because @font-face does nothing inside a shadow root.
import { FAMILY } from './tokens.ts';

const FILES = [
  {
    file: 'fonts/archivo-latin.woff2',
    range:
      'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD',
  },
  {
    file: 'fonts/archivo-latin-ext.woff2',
    range:
      'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113',
  },
] as const;

let loading: Promise<void> | null = null;

/** Loads both font files once, from beside the graphic's module. Rejects when one cannot be had. */
export function loadFonts(moduleUrl: string): Promise<void> {
  loading ??= Promise.all(
    FILES.map(async ({ file, range }) => {
      const face = new FontFace(FAMILY, `url("${new URL(file, moduleUrl).href}") format("woff2")`, {
        weight: '100 900',
        stretch: '62% 125%',
        unicodeRange: range,
      });
      await face.load();
      document.fonts.add(face);
    }),
  ).then(
    () => undefined,
    (error: unknown) => {
      loading = null; // a later load may try again
      throw error;
    },
  );
  return loading;
}
