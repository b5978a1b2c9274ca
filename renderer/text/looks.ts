/** The desk's words for how it looks and speaks in this browser. A part of text.ts. */
import type { ThemeChoice } from '../looks/theme.ts';

export const looks = {
  open: 'Settings',
  title: 'Settings of this desk',
  intro: 'Of this browser alone: the show and other desks stay as they are.',
  theme: 'Colours',
  themes: {
    system: 'As the system',
    dark: 'Dark',
    light: 'Light',
    studio: 'Studio',
  } satisfies Record<ThemeChoice, string>,
  themeHints: {
    system: 'Dark or light, as this computer is set.',
    dark: 'For a control room.',
    light: 'For a room with daylight.',
    studio: 'For a dark studio: dim, little blue, nothing bright but air and alarms.',
  } satisfies Record<ThemeChoice, string>,
  language: 'Language',
  languageHint: 'The page loads again. Air does not notice.',
  languageUnsaved:
    'A field holds what is not saved, and would lose it: close this, save the field or leave it with Esc, and choose again.',
  show: 'Show settings…',
  close: 'Close',
};
