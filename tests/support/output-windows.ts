/** What the output specs ask of the desktop app and its station, and what must hold of every window at any time. */
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import {
  refOf,
  type DisplayInfo,
  type OutputPlace,
  type Rect,
  type ShellInfo,
} from '../../core/outputs/displays.ts';
import type { Show } from '../../core/schema/show.ts';

export interface OutputView {
  output: string;
  window: number;
  bounds: Rect;
  visible: boolean;
}

/** The desktop app as its station's REST tells of it. */
export class DesktopStation {
  readonly #desk: Page;
  readonly #origin: string;
  readonly #key: string;

  constructor(desk: Page) {
    const { origin, searchParams } = new URL(desk.url());
    this.#desk = desk;
    this.#origin = origin;
    this.#key = searchParams.get('key') ?? '';
  }

  async get<T>(path: string): Promise<T> {
    const headers = { authorization: `Bearer ${this.#key}` };
    const response = await this.#desk.request.get(`${this.#origin}/api/v1${path}`, { headers });
    return (await response.json()) as T;
  }

  /** @returns the answer, or the refusal's code */
  async send(command: { type: string } & Record<string, unknown>): Promise<Record<string, unknown>> {
    const headers = { authorization: `Bearer ${this.#key}`, 'x-tallydesk-user': 'olive' };
    const url = `${this.#origin}/api/v1/commands`;
    return (await (await this.#desk.request.post(url, { headers, data: command })).json()) as Record<
      string,
      unknown
    >;
  }

  /** What the app has told the station of itself: one that has just opened a show hears it in a moment. */
  async shell(): Promise<ShellInfo> {
    const told = async () => (await this.get<{ shell: ShellInfo | null }>('/health')).shell;
    await expect.poll(async () => (await told()) !== null).toBe(true);
    const shell = await told();
    if (!shell) throw new Error('the station knows of no desktop app');
    return shell;
  }

  async place(output = 'program'): Promise<OutputPlace> {
    const place = (await this.shell()).places.find((one) => one.output === output);
    if (!place) throw new Error(`the station has no output ${output}`);
    return place;
  }

  async display(label: string): Promise<DisplayInfo> {
    const found = (await this.shell()).displays.find((one) => one.label === label);
    if (!found) throw new Error(`there is no display ${label}`);
    return found;
  }

  /** Gives an output displays by their names, as the desk's picker does. */
  async choose(output: string, label: string, key?: string): Promise<Record<string, unknown>> {
    // a display that has just been plugged in is told of when it has settled
    for (const name of key === undefined ? [label] : [label, key]) {
      await expect.poll(async () => (await this.shell()).displays.map((one) => one.label)).toContain(name);
    }
    const { displays } = await this.shell();
    const ref = (name: string) => {
      const found = displays.find((one) => one.label === name);
      return found ? refOf(found, displays) : null;
    };
    const target = { kind: 'display', display: ref(label), key: key === undefined ? null : ref(key) };
    return this.send({ type: 'output.edit', outputId: output, target });
  }

  outputs(): Promise<Show['outputs']> {
    return this.get<{ outputs: Show['outputs'] }>('/show').then(({ outputs }) => outputs);
  }

  /** Cues that are on program now, by layer. */
  async onAir(): Promise<Record<string, number>> {
    interface Layers {
      channels: { program: { layers: Record<string, { current: { cue: { number: number } } | null }> } };
    }
    const { channels } = await this.get<Layers>('/air');
    const all = Object.entries(channels.program.layers);
    return Object.fromEntries(
      all.flatMap(([id, { current }]) => (current ? [[id, current.cue.number]] : [])),
    );
  }
}

/** The output windows that are there, hidden ones among them. */
export function outputWindows(app: ElectronApplication): Promise<OutputView[]> {
  return app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().flatMap((window) => {
      const url = window.isDestroyed() ? '' : window.webContents.getURL();
      if (!url.includes('/output/')) return [];
      const query = new URL(url).searchParams;
      return {
        output: query.get('output') ?? '',
        window: Number(query.get('window')),
        bounds: window.getBounds(),
        visible: window.isVisible(),
      };
    }),
  );
}

/** The page that an output shows now; it is another one after each replacement. */
export async function outputPage(app: ElectronApplication, output = 'program'): Promise<Page> {
  let page: Page | undefined;
  await expect
    .poll(async () => {
      const seen = (await outputWindows(app)).filter((one) => one.output === output && one.visible);
      const last = seen.at(-1)?.window;
      page = app.windows().find((one) => one.url().includes(`output=${output}&window=${last}&`));
      return page !== undefined && !page.isClosed();
    })
    .toBe(true);
  if (!page) throw new Error(`the output ${output} shows nothing`);
  return page;
}
