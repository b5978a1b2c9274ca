/** What every page of the desk does before it draws: its colours and its language. */
import { languageTags, savedLanguage } from '../text/language.ts';
import { keepTheme } from './theme.ts';

export function startPage(): void {
  document.documentElement.lang = languageTags[savedLanguage()];
  keepTheme();
}
