// Quotation marks by language. The words between them are never touched.
import { Refusal } from '../../kit/refusal.ts';

export const LANGUAGES = ['en', 'mi', 'fr', 'de', 'es', 'ar', 'he'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The opening and the closing mark; French ones keep their thin no-break space. */
const MARKS: Record<Language, readonly [open: string, close: string]> = {
  en: ['“', '”'],
  mi: ['“', '”'],
  fr: ['«\u202f', '\u202f»'],
  de: ['„', '“'],
  es: ['«', '»'],
  ar: ['«', '»'],
  he: ['”', '“'],
};

/** Pairs of outer marks that a text may bring along. */
const BROUGHT = /^(?:“[^“”]*”|"[^"]*"|«[^«»]*»|„[^„“]*“)$/u;

/** Whether words run from right to left: their first letter does. */
export const runsLeftwards = (words: string): boolean =>
  /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(words);

/** The words in the marks of their language; outer marks that they bring along are not drawn twice. */
export function quoted(words: string, language: Language): string {
  const bare = BROUGHT.test(words) ? words.slice(1, -1).trim() : words;
  if (bare === '') throw new Refusal('quote: is required and is empty.');
  const [open, close] = MARKS[language];
  return `${open}${bare}${close}`;
}
