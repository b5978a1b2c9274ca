/** The theme that graphics on the bench are given: the show's, or a shipped one. */
import type { Theme } from '../../core/schema/theme.ts';
import { THEMES } from '../../core/themes.ts';
import { useStation } from '../client/desk.ts';
import { useStore } from '../client/store.ts';
import { settings } from './settings.ts';

export function useTheme(): Theme | null {
  const id = useStore(settings, (now) => now.theme);
  const own = useStation(({ state }) => state?.show.theme ?? null);
  return (id === null ? null : THEMES.find((one) => one.id === id)) ?? own;
}
