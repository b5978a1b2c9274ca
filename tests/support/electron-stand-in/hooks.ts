/**
 * `globalThis.standIn`: what tests do that an operator or the operating system would do. Reached by Playwright's
 * `electronApp.evaluate`; a spec that uses it cannot run in real Electron and says so.
 */
import { app } from './app.ts';
import type { StandInScreen, VirtualDisplay } from './displays.ts';
import { answers, asked, awake, powerMonitor, StandInMenu } from './services.ts';
import { unknownMembers } from './strict.ts';
import { anyPage, StandInWindow } from './window.ts';

export interface StandIn {
  plug(display: VirtualDisplay): Promise<void>;
  unplug(label: string): Promise<void>;
  change(label: string, change: Partial<VirtualDisplay>): Promise<void>;
  /** Dialogs, opened addresses and copied texts, in the order in which they were asked for. */
  asked: typeof asked;
  /** The operator's answer to the next dialog, over the usual one (cancelled, or the first button). */
  answerDialog(answer: object): void;
  clickMenu(id: string): void;
  /** @returns whether the app holds the system back */
  power(event: 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen' | 'shutdown'): boolean;
  /** As on Windows, when its session ends: `query-session-end`, or for sure `session-end`. */
  endSession(windowId: number, sure: boolean): void;
  awake(): string[];
  /** As when the GPU process has crashed. */
  gpuGone(): void;
  /** As when a page no longer answers the mouse. */
  unresponsive(windowId: number): void;
  unknownMembers: readonly string[];
}

function windowOf(windowId: number): StandInWindow {
  const window = StandInWindow.fromId(windowId);
  if (!window) throw new Error(`there is no window ${windowId}`);
  return window;
}

export function hooks(screen: StandInScreen): StandIn {
  // the operating system moves windows before anybody hears of the display
  screen.beforeTelling = async () => {
    await Promise.all(StandInWindow.getAllWindows().map((window) => window.refresh()));
  };
  return {
    plug: async (display) => void (await screen.plug(anyPage(), display)),
    unplug: (label) => screen.unplug(anyPage(), label),
    change: (label, change) => screen.change(anyPage(), label, change),
    asked,
    answerDialog: (answer) => void answers.push(answer),
    clickMenu(id) {
      const menus = [
        StandInMenu.getApplicationMenu(),
        ...StandInWindow.getAllWindows().map(({ menu }) => menu),
      ];
      const item = menus.flatMap((menu) => menu?.getMenuItemById(id) ?? [])[0];
      if (!item) throw new Error(`the menu has no item ${id}`);
      if (!item.enabled || !item.visible) throw new Error(`the menu item ${id} cannot be clicked now`);
      const click = item.click as ((...args: unknown[]) => void) | undefined;
      click?.(item, StandInWindow.getFocusedWindow() ?? undefined, {});
    },
    power: (event) => powerMonitor.ask(event),
    endSession(windowId, sure) {
      windowOf(windowId).ask(sure ? 'session-end' : 'query-session-end', { reasons: ['shutdown'] });
    },
    awake,
    gpuGone: () => void app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 1 }),
    unresponsive(windowId) {
      const window = windowOf(windowId);
      window.webContents.emit('unresponsive');
      window.emit('unresponsive');
    },
    unknownMembers,
  };
}
