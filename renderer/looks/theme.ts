/**
 * The colours that this browser's pages are in: dark, light, or studio for dim rooms. Until somebody chooses, the system's
 * own setting decides between the first two. What changes is an attribute of the page; renderer/tokens.css does the rest.
 */
export const THEMES = ['dark', 'light', 'studio'] as const;
export type Theme = (typeof THEMES)[number];
/** `system`: dark or light, as the computer is set. */
export type ThemeChoice = Theme | 'system';
export const THEME_CHOICES: readonly ThemeChoice[] = ['system', ...THEMES];

const NAME = 'tallydesk.theme';

/** @returns `system` where nothing was chosen, or something that this version does not have */
export const themeChoiceOf = (saved: string | null): ThemeChoice =>
  THEME_CHOICES.find((one) => one === saved) ?? 'system';

export const themeOf = (choice: ThemeChoice, systemIsLight: boolean): Theme =>
  choice === 'system' ? (systemIsLight ? 'light' : 'dark') : choice;

const system = () => matchMedia('(prefers-color-scheme: light)');

export const savedTheme = (): ThemeChoice => themeChoiceOf(localStorage.getItem(NAME));

function draw(): void {
  document.documentElement.dataset['theme'] = themeOf(savedTheme(), system().matches);
}

export function chooseTheme(choice: ThemeChoice): void {
  localStorage.setItem(NAME, choice);
  draw();
}

/** Before the page draws anything, and again whenever the system or another page of this browser changes its mind. */
export function keepTheme(): void {
  draw();
  system().addEventListener('change', draw);
  window.addEventListener('storage', (event) => event.key === NAME && draw());
}
