/** Electron's `app`: paths, the start, the lock of the single instance, and leaving in Electron's order of events. */
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { App, GPUFeatureStatus } from 'electron';
import { SingleInstance } from './single-instance.ts';
import { eventsOf, strict, StrictEmitter, strictClass } from './strict.ts';

const events = eventsOf<App>((app, heard) =>
  app
    .on('will-finish-launching', heard)
    .on('ready', heard)
    .on('activate', heard)
    .on('before-quit', heard)
    .on('will-quit', heard)
    .on('quit', heard)
    .on('window-all-closed', heard)
    .on('second-instance', heard)
    .on('web-contents-created', heard)
    .on('browser-window-created', heard)
    .on('session-created', heard)
    .on('browser-window-focus', heard)
    .on('browser-window-blur', heard)
    .on('render-process-gone', heard)
    .on('child-process-gone', heard),
);

type Members = Pick<
  App,
  | 'name'
  | 'isPackaged'
  | 'commandLine'
  | 'quit'
  | 'exit'
  | 'whenReady'
  | 'isReady'
  | 'getPath'
  | 'setPath'
  | 'getVersion'
  | 'getName'
  | 'setName'
  | 'getAppPath'
  | 'getLocale'
  | 'getGPUFeatureStatus'
  | 'enableSandbox'
  | 'setAppUserModelId'
  | 'focus'
  | 'requestSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'releaseSingleInstanceLock'
>;

/** What leaving needs to know of a window. */
export interface Closable {
  close(): void;
  destroy(): void;
  isDestroyed(): boolean;
}

interface Package {
  name: string;
  productName?: string;
  version: string;
  main: string;
}

type CommandLine = Pick<App['commandLine'], 'appendSwitch' | 'appendArgument' | 'hasSwitch'> &
  Pick<App['commandLine'], 'getSwitchValue' | 'removeSwitch'>;

export class StandInApp extends StrictEmitter implements Members {
  readonly isPackaged = false;
  readonly commandLine: CommandLine;
  readonly #switches = new Map<string, string>();
  readonly #windows = new Set<Closable>();
  readonly #ready: Promise<void>;
  #becomeReady: () => void = () => undefined;
  #isReady = false;
  #paths = new Map<string, string>();
  #package: Package = { name: 'app', version: '0.0.0', main: 'index.js' };
  #root = process.cwd();
  #instance: SingleInstance | null = null;
  /** True once nothing can keep the app from leaving. */
  leaving = false;
  #quitting = false;
  /** Chromium's own words, once there is one. */
  gpu: Record<string, string> = {};
  /** Closes the browser; set once there is one. */
  shutDown: () => Promise<void> = () => Promise.resolve();

  constructor() {
    super('app', events);
    this.#ready = new Promise((done) => (this.#becomeReady = done));
    this.commandLine = strict('app.commandLine', {
      appendSwitch: (name: string, value = '') => void this.#switches.set(name, value),
      appendArgument: () => undefined,
      hasSwitch: (name: string) => this.#switches.has(name),
      getSwitchValue: (name: string) => this.#switches.get(name) ?? '',
      removeSwitch: (name: string) => void this.#switches.delete(name),
    }) satisfies Members['commandLine'];
  }

  /** Reads the app's package.json. @returns its main script */
  load(root: string, userData: string | null): string {
    this.#root = resolve(root);
    this.#package = JSON.parse(readFileSync(join(this.#root, 'package.json'), 'utf8')) as Package;
    if (userData !== null) this.#paths.set('userData', resolve(userData));
    return resolve(this.#root, this.#package.main);
  }

  ready(): void {
    this.#isReady = true;
    this.emit('ready', {}, {});
    this.#becomeReady();
  }

  /** What the app asked of Chromium. */
  switches(): string[] {
    return [...this.#switches].map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`));
  }

  opened(window: Closable): void {
    this.#windows.add(window);
  }

  closed(window: Closable): void {
    this.#windows.delete(window);
    if (this.#windows.size > 0) return;
    if (this.#quitting) void this.#leave(0);
    else if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }

  get name(): string {
    return this.#package.productName ?? this.#package.name;
  }

  getName(): string {
    return this.name;
  }

  setName(name: string): void {
    this.#package.productName = name;
  }

  getVersion(): string {
    return this.#package.version;
  }

  getAppPath(): string {
    return this.#root;
  }

  getLocale(): string {
    return 'en-GB';
  }

  getPath(name: Parameters<App['getPath']>[0]): string {
    if (name === 'home') return homedir();
    if (name === 'exe' || name === 'module') return process.execPath;
    const known = this.#paths.get(name);
    if (known !== undefined) return known;
    // where no folder was asked for: a throw-away one, so that a test never writes into a user's
    const path = name === 'userData' ? mkdtempSync(join(tmpdir(), 'stand-in-')) : this.#pathOf(name);
    mkdirSync(path, { recursive: true });
    this.#paths.set(name, path);
    return path;
  }

  /** The logs are where Electron has them on Linux and Windows; the rest is thrown away. */
  #pathOf(name: string): string {
    return join(this.getPath('userData'), ...(name === 'logs' ? [name] : ['paths', name]));
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }

  getGPUFeatureStatus(): GPUFeatureStatus {
    // the same names and words as Electron's, from the same place in Chromium
    return { ...this.gpu } as unknown as GPUFeatureStatus;
  }

  isReady(): boolean {
    return this.#isReady;
  }

  whenReady(): Promise<void> {
    return this.#ready;
  }

  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
  }

  setAppUserModelId(): void {
    // means something to Windows only
  }

  focus(): void {
    // there is no other app to take the focus from
  }

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    this.#instance ??= new SingleInstance(this.getPath('userData'));
    return this.#instance.request(additionalData, ({ argv, cwd, data }) =>
      this.emit('second-instance', {}, argv, cwd, data),
    );
  }

  hasSingleInstanceLock(): boolean {
    return this.#instance?.has() ?? false;
  }

  releaseSingleInstanceLock(): void {
    this.#instance?.release();
  }

  quit(): void {
    if (this.#quitting || this.ask('before-quit')) return;
    this.#quitting = true;
    if (this.#windows.size === 0) {
      void this.#leave(0);
      return;
    }
    for (const window of [...this.#windows]) window.close();
    // a window that would not close keeps the app
    this.#quitting = [...this.#windows].every((window) => window.isDestroyed());
  }

  exit(code = 0): void {
    this.#quitting = true;
    this.leaving = true;
    void this.#end(code);
  }

  async #leave(code: number): Promise<void> {
    if (this.leaving) return;
    if (this.ask('will-quit')) {
      this.#quitting = false;
      return;
    }
    this.leaving = true;
    await this.#end(code);
  }

  async #end(code: number): Promise<void> {
    this.emit('quit', {}, code);
    await this.#instance?.told;
    await this.shutDown();
    process.exit(code);
  }
}

strictClass('app', StandInApp);

export const app = new StandInApp();
