/**
 * Which language this browser's pages are in. It is read once, when a page loads: another language means another load,
 * so that no half of a page is in each.
 */
export const LANGUAGES = ['en', 'mi'] as const;
export type Language = (typeof LANGUAGES)[number];

const NAME = 'tallydesk.language';

/** Each in its own words, so that whoever reads only that one finds it. */
export const languageNames: Record<Language, string> = { en: 'English', mi: 'Te reo Māori' };

/** For `<html lang>`. */
export const languageTags: Record<Language, string> = { en: 'en-NZ', mi: 'mi-NZ' };

/** English where nothing was chosen, and where there is no browser: in tests. */
export function savedLanguage(): Language {
  if (typeof localStorage === 'undefined') return 'en';
  const saved = localStorage.getItem(NAME);
  return LANGUAGES.find((one) => one === saved) ?? 'en';
}

export const saveLanguage = (language: Language): void => localStorage.setItem(NAME, language);
