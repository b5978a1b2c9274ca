/** The machine's displays as the rest of Tallydesk knows them, and the news of their changes. */
import { app, screen, type Display } from 'electron';
import type { DisplayInfo } from '../../core/outputs/displays.ts';

/** One replug is several events: what is added or changed is looked at when they are over. Milliseconds. */
const SETTLED_MS = 500;

const infoOf = ({ id, label, bounds, scaleFactor, displayFrequency }: Display): DisplayInfo => ({
  id,
  label,
  bounds: { x: bounds.x, y: bounds.y, width: bounds.width, height: bounds.height },
  size: { width: Math.round(bounds.width * scaleFactor), height: Math.round(bounds.height * scaleFactor) },
  scale: scaleFactor,
  rate: displayFrequency,
});

export const readDisplays = (): DisplayInfo[] => screen.getAllDisplays().map(infoOf);

/**
 * @param listener is called at once when a display has gone, because the system has just moved its windows to another
 * @returns stops listening
 */
export function watchDisplays(listener: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(listener, SETTLED_MS);
  };
  screen.on('display-removed', listener);
  screen.on('display-added', later);
  screen.on('display-metrics-changed', later);
  return () => {
    clearTimeout(timer);
    screen.off('display-removed', listener);
    screen.off('display-added', later);
    screen.off('display-metrics-changed', later);
  };
}

/** Under Wayland no app may place its windows. Packages start with `--ozone-platform=x11`; other starts may not. */
export const isWayland = (): boolean =>
  process.platform === 'linux' &&
  Boolean(process.env['WAYLAND_DISPLAY']) &&
  app.commandLine.getSwitchValue('ozone-platform') !== 'x11';
