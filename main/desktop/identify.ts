/** A large number on each display for a few seconds. Never over a picture that viewers see. */
import { BrowserWindow } from 'electron';
import type { VerbAnswer } from '../../core/desk-verbs.ts';
import type { Rect, ShellInfo } from '../../core/outputs/displays.ts';
import { labelsFor, type Label } from '../../core/outputs/identify.ts';
import type { State } from '../../core/state.ts';
import { silence, webPreferences } from './security.ts';

const SHOWN_MS = 4000;

let shown: BrowserWindow[] = [];

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const page = ({ number, text }: Label): string => `<!doctype html><meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Tallydesk identifies this display</title>
<style>
  html, body { margin: 0; height: 100%; overflow: hidden; background: #0d1017; color: #fff; cursor: none }
  body { display: grid; place-content: center; text-align: center; font: 600 min(7vw, 9vh)/1.1 system-ui, sans-serif }
  b { display: block; font-size: min(44vw, 60vh); font-weight: 700; line-height: 1 }
</style><b>${number}</b>${escape(text)}`;

/** In the middle of the display: whoever stands before it sees which one it is, and what it shows around it. */
const middleOf = ({ x, y, width, height }: Rect): Rect => ({
  x: Math.round(x + width / 4),
  y: Math.round(y + height / 4),
  width: Math.round(width / 2),
  height: Math.round(height / 2),
});

function show(label: Label, bounds: Rect): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Tallydesk identifies this display',
    ...middleOf(bounds),
    frame: false,
    roundedCorners: false,
    hasShadow: false,
    skipTaskbar: true,
    focusable: false,
    backgroundColor: '#0d1017',
    show: false,
    webPreferences,
  });
  silence(window);
  window.setAlwaysOnTop(true, 'screen-saver');
  window.once('ready-to-show', () => window.showInactive());
  void window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(page(label))}`);
  return window;
}

const close = (windows: readonly BrowserWindow[]): void => {
  for (const window of windows) if (!window.isDestroyed()) window.destroy();
};

export function identify(state: State, shell: ShellInfo): VerbAnswer {
  close(shown);
  const { labels, onAir } = labelsFor(state, shell);
  const mine = labels.flatMap((label) => {
    const display = shell.displays.find(({ id }) => id === label.display);
    return display ? [show(label, display.bounds)] : [];
  });
  shown = mine;
  setTimeout(() => close(mine), SHOWN_MS);
  if (onAir.length === 0) return { ok: true, detail: null };
  const why = state.air.mode === 'rehearsal' ? 'is on air, or programme’s in a rehearsal' : 'is on air';
  return { ok: true, detail: `Display ${onAir.join(' and ')} ${why}: nothing was drawn over it.` };
}
