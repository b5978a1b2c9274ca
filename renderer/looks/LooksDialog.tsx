/** How this browser's desk looks and speaks, and the way to the settings of the show. */
import { useState } from 'react';
import { useDesk } from '../client/desk.ts';
import { text } from '../text.ts';
import { LANGUAGES, languageNames, languageTags, savedLanguage, saveLanguage } from '../text/language.ts';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { chooseTheme, savedTheme, THEME_CHOICES } from './theme.ts';
import css from './looks.module.css';

const t = text.looks;

export function LooksDialog({ onClose }: { onClose(): void }) {
  const desk = useDesk();
  const [theme, setTheme] = useState(savedTheme);
  const [isHeld, setHeld] = useState(false);
  const language = savedLanguage();
  return (
    <Dialog title={t.title} size="small" onClose={onClose}>
      <p className={css['hint']}>{t.intro}</p>
      <h3 className={css['heading']}>{t.theme}</h3>
      <Choices
        label={t.theme}
        choices={THEME_CHOICES.map((value) => ({ value, label: t.themes[value] }))}
        value={theme}
        onChoose={(choice) => {
          chooseTheme(choice);
          setTheme(choice);
        }}
        autoFocus
      />
      <p className={css['hint']}>{t.themeHints[theme]}</p>
      <h3 className={css['heading']}>{t.language}</h3>
      <Choices
        label={t.language}
        choices={LANGUAGES.map((value) => ({
          value,
          label: languageNames[value],
          face: <span lang={languageTags[value]}>{languageNames[value]}</span>,
        }))}
        value={language}
        onChoose={(choice) => {
          // what is half written behind this dialog would be gone with the page
          if (document.querySelector('[data-unsaved]')) return setHeld(true);
          saveLanguage(choice);
          location.reload();
        }}
      />
      <p className={css['hint']} role={isHeld ? 'alert' : undefined}>
        {isHeld ? t.languageUnsaved : t.languageHint}
      </p>
      <div className={css['foot']}>
        <Button onClick={() => desk.ui.set({ dialog: 'settings' })}>{t.show}</Button>
        <span className={css['space']} />
        <Button onClick={onClose}>{t.close}</Button>
      </div>
    </Dialog>
  );
}
