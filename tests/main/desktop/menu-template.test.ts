// The desk's menu: what is in it, and above all that it takes no key away from the desk.
import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { menuTemplate, type MenuActions } from '../../../main/desktop/menu-template.ts';
import type { Workspace } from '../../../renderer/client/workspace.ts';
import { actionFor, type FocusKind } from '../../../core/keys/action-for.ts';
import { MAP_ACTIONS } from '../../../core/keys/actions.ts';
import type { KeyPress } from '../../../core/keys/chord.ts';
import { FUNCTION_KEYS } from '../../../core/keys/map.ts';
import type { KeyMap } from '../../../core/schema/keys.ts';

const actions = (): MenuActions => ({
  openShow: vi.fn(),
  openRecent: vi.fn(),
  saveShowCopy: vi.fn(),
  exportAsRun: vi.fn(),
  exportFacts: vi.fn(),
  quit: vi.fn(),
  zoom: vi.fn(),
  fullscreen: vi.fn(),
  identify: vi.fn(),
  workbench: vi.fn(),
  copyDiagnostics: vi.fn(),
  openLogs: vi.fn(),
  about: vi.fn(),
});

const PLATFORMS = ['linux', 'win32', 'darwin'] as const;
const templateOf = (platform: (typeof PLATFORMS)[number], recent: string[] = [], devTools = true) =>
  menuTemplate(actions(), { platform, recent, devTools });

const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);

/** Roles that bring an accelerator of their own where the template gives none. */
const HARMLESS_ROLES = ['cut', 'copy', 'paste', 'selectAll', 'toggleDevTools'];

const FOCUS: FocusKind[] = ['free', 'button', 'list', 'check', 'tabs', 'typing', 'dialog'];

/** The key press that Electron would take for this accelerator, as the page would have seen it. */
function pressOf(accelerator: string, platform: string): KeyPress {
  const parts = accelerator.split('+');
  const name = parts.pop() ?? '';
  const has = (...names: string[]) => parts.some((part) => names.includes(part));
  const command = platform === 'darwin' && has('CmdOrCtrl', 'CommandOrControl');
  const KEY_NAMES: Record<string, string> = { Plus: '+', Esc: 'Escape', Space: ' ' };
  const key = KEY_NAMES[name] ?? (name.length === 1 ? name.toLowerCase() : name);
  return {
    key,
    code: '',
    ctrlKey: has('Ctrl', 'Control') || (!command && has('CmdOrCtrl', 'CommandOrControl')),
    metaKey: has('Cmd', 'Command') || command,
    altKey: has('Alt', 'Option'),
    shiftKey: has('Shift'),
    repeat: false,
  };
}

/** Every function key has been given to something. */
const ALL_GIVEN: KeyMap = {
  map: {},
  functions: Object.fromEntries(FUNCTION_KEYS.map((key) => [key, { action: 'take' }])),
};

const WORKSPACES: Workspace[] = ['playout', 'facts', 'feeds', 'results'];

const isDesks = (press: KeyPress): boolean =>
  FOCUS.some((focus) =>
    WORKSPACES.some((workspace) =>
      ['', '12'].some(
        (digits) =>
          actionFor(press, { focus, workspace, digits, locked: false, map: ALL_GIVEN }).kind !== 'leave',
      ),
    ),
  );

describe.each(PLATFORMS)('accelerators on %s', (platform) => {
  const items = flat(templateOf(platform));
  const accelerators = items.flatMap(({ accelerator }) => (accelerator === undefined ? [] : [accelerator]));

  it('are none of the desk’s keys', () => {
    expect(accelerators.length).toBeGreaterThan(8);
    expect(accelerators.filter((one) => isDesks(pressOf(one, platform)))).toEqual([]);
  });

  it('come from no role unseen', () => {
    const roles = items.flatMap(({ role }) => (role === undefined ? [] : [role]));
    expect(roles.filter((role) => !HARMLESS_ROLES.includes(role))).toEqual([]);
    expect(items.filter(({ role, accelerator }) => role && !accelerator)).toEqual([]);
  });
});

it('the comparison finds a key that is the desk’s', () => {
  for (const taken of [
    'Space',
    'CmdOrCtrl+Z',
    'CmdOrCtrl+K',
    'F11',
    'Shift+Esc',
    'U',
    'CmdOrCtrl+Shift+Esc',
  ]) {
    expect([taken, isDesks(pressOf(taken, 'linux'))]).toEqual([taken, true]);
  }
  expect(isDesks(pressOf('CmdOrCtrl+Z', 'darwin'))).toBe(true);
  expect(MAP_ACTIONS.length).toBeGreaterThan(10);
});

it('lists shows that were open before', () => {
  const recent = flat(templateOf('linux', ['/shows/night', '/shows/rehearsal']));
  expect(recent.filter(({ id }) => id?.startsWith('recent-')).map(({ label }) => label)).toEqual([
    'night (/shows)',
    'rehearsal (/shows)',
  ]);
  expect(flat(templateOf('linux')).find(({ label }) => label === 'No other show yet')).toMatchObject({
    enabled: false,
  });
});

it('has an application menu on macOS, and quits from it', () => {
  const [first, second] = templateOf('darwin');
  expect([first?.label, second?.label]).toEqual(['Tallydesk', 'File']);
  expect(flat(templateOf('darwin')).filter(({ id }) => id === 'quit')).toHaveLength(1);
  expect(templateOf('linux')[0]?.label).toBe('File');
});

it('offers developer tools only in development', () => {
  const roles = (devTools: boolean) => flat(templateOf('linux', [], devTools)).map(({ role }) => role);
  expect(roles(true)).toContain('toggleDevTools');
  expect(roles(false)).not.toContain('toggleDevTools');
});
