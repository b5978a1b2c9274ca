/** What the app asks of the operating system: recorded for the tests, and answered as they say. */
import type {
  Clipboard,
  Dialog,
  MenuItemConstructorOptions,
  MessageBoxReturnValue,
  OpenDialogReturnValue,
  PowerMonitor,
  PowerSaveBlocker,
  SaveDialogReturnValue,
  Shell,
} from 'electron';
import { eventsOf, strict, StrictEmitter, strictClass } from './strict.ts';

/** What was asked, in order. */
export const asked = {
  dialogs: [] as { kind: string; options: unknown }[],
  opened: [] as string[],
  copied: [] as string[],
};

/** The operator's next answers. */
export const answers: unknown[] = [];

type Plain = Promise<OpenDialogReturnValue & SaveDialogReturnValue & MessageBoxReturnValue>;

/** Both forms of Electron's dialogs: with the window they belong to, and without. */
const answering =
  (kind: string, usual: object) =>
  (...args: unknown[]): Plain => {
    asked.dialogs.push({ kind, options: args.at(-1) });
    return Promise.resolve({ ...usual, ...(answers.shift() as object | undefined) }) as Plain;
  };

const CANCELLED = { canceled: true, filePaths: [], filePath: '' };

export const dialog = strict('dialog', {
  showOpenDialog: answering('open', CANCELLED),
  showSaveDialog: answering('save', CANCELLED),
  showMessageBox: answering('message', { response: 0, checkboxChecked: false }),
  showErrorBox(title: string, content: string): void {
    asked.dialogs.push({ kind: 'error', options: { title, content } });
    process.stderr.write(`error box: ${title}: ${content}\n`);
  },
} satisfies Pick<Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showErrorBox'>);

export const shell = strict('shell', {
  openExternal(url: string): Promise<void> {
    asked.opened.push(url);
    return Promise.resolve();
  },
  openPath(path: string): Promise<string> {
    asked.opened.push(path);
    return Promise.resolve('');
  },
  showItemInFolder(path: string): void {
    asked.opened.push(path);
  },
} satisfies Pick<Shell, 'openExternal' | 'openPath' | 'showItemInFolder'>);

export const clipboard = strict('clipboard', {
  writeText(text: string): Promise<void> {
    asked.copied.push(text);
    return Promise.resolve();
  },
  readText: () => Promise.resolve(asked.copied.at(-1) ?? ''),
} satisfies Pick<Clipboard, 'writeText' | 'readText'>);

let lastBlocker = 0;
const blockers = new Map<number, Parameters<PowerSaveBlocker['start']>[0]>();

export const powerSaveBlocker = strict('powerSaveBlocker', {
  start(type) {
    blockers.set(++lastBlocker, type);
    return lastBlocker;
  },
  stop: (id) => blockers.delete(id),
  isStarted: (id) => blockers.has(id),
} satisfies Pick<PowerSaveBlocker, 'start' | 'stop' | 'isStarted'>);

/** Why the machine is kept awake now. */
export const awake = (): string[] => [...blockers.values()];

const powerEvents = eventsOf<PowerMonitor>((monitor, heard) =>
  monitor
    .on('suspend', heard)
    .on('resume', heard)
    .on('lock-screen', heard)
    .on('unlock-screen', heard)
    .on('shutdown', heard),
);

export class StandInPowerMonitor extends StrictEmitter {
  constructor() {
    super('powerMonitor', powerEvents);
  }
}

strictClass('powerMonitor', StandInPowerMonitor);

export const powerMonitor = new StandInPowerMonitor();

/** One entry of a menu. What it does on a click, only `clickMenu` in hooks.ts starts. */
export class StandInMenuItem {
  readonly submenu: StandInMenu | null;
  readonly id: string;
  readonly label: string;
  readonly click: MenuItemConstructorOptions['click'];
  readonly role: MenuItemConstructorOptions['role'];
  readonly accelerator: string;
  readonly type: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;

  constructor(options: MenuItemConstructorOptions) {
    const { submenu, label = '', id = '', click, role, accelerator = '', type = 'normal' } = options;
    this.submenu = Array.isArray(submenu) ? StandInMenu.buildFromTemplate(submenu) : null;
    this.id = id;
    this.label = label;
    this.click = click;
    this.role = role;
    this.accelerator = typeof accelerator === 'string' ? accelerator : '';
    this.type = type;
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
  }
}

let applicationMenu: StandInMenu | null = null;

/** Told of each new menu of the app: except on macOS it is every window's from then on. */
export const menuListeners: ((menu: StandInMenu | null) => void)[] = [];

export class StandInMenu {
  readonly items: StandInMenuItem[] = [];

  append(item: StandInMenuItem): void {
    this.items.push(item);
  }

  getMenuItemById(id: string): StandInMenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }

  static buildFromTemplate(template: readonly MenuItemConstructorOptions[]): StandInMenu {
    const menu = new StandInMenu();
    for (const options of template) menu.append(new StandInMenuItem(options));
    return menu;
  }

  static setApplicationMenu(menu: StandInMenu | null): void {
    applicationMenu = menu;
    for (const listener of menuListeners) listener(menu);
  }

  static getApplicationMenu(): StandInMenu | null {
    return applicationMenu;
  }
}

strictClass('Menu', StandInMenu);
strictClass('MenuItem', StandInMenuItem);
