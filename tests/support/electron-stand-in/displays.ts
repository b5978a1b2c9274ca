/** Virtual displays: Electron's `screen`, and the hands that plug, unplug, rename and resize them. */
import type { Display, Rectangle, Screen } from 'electron';
import type { CdpSession } from './cdp.ts';
import { eventsOf, StrictEmitter, strictClass } from './strict.ts';

export interface VirtualDisplay {
  label: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** 1 is 100 %. In `screen` only: Chromium draws at 100 %. */
  scale?: number;
  /** Refreshes a second; in `screen` only. */
  rate?: number;
}

/** The operator's display and the output. `STAND_IN_DISPLAYS` (JSON) gives others. */
export function displaysAtStart(): VirtualDisplay[] {
  const given = process.env['STAND_IN_DISPLAYS'];
  if (given) return JSON.parse(given) as VirtualDisplay[];
  return [
    { label: 'Desk', x: 0, y: 0, width: 1920, height: 1080 },
    { label: 'Output', x: 1920, y: 0, width: 1920, height: 1080 },
  ];
}

/** As Chromium's `--screen-info` wants it. */
export const describe = ({ x, y, width, height, label }: VirtualDisplay): string =>
  `{${x},${y} ${width}x${height} label='${label}'}`;

const events = eventsOf<Screen>((screen, heard) =>
  screen.on('display-added', heard).on('display-removed', heard).on('display-metrics-changed', heard),
);

type Members = Pick<
  Screen,
  | 'getAllDisplays'
  | 'getPrimaryDisplay'
  | 'getDisplayMatching'
  | 'getDisplayNearestPoint'
  | 'getCursorScreenPoint'
>;

type ScreenInfos = Awaited<ReturnType<typeof screenInfos>>;
const screenInfos = async (page: CdpSession) => (await page.send('Emulation.getScreenInfos')).screenInfos;

const overlap = (a: Rectangle, b: Rectangle): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

export class StandInScreen extends StrictEmitter implements Members {
  #displays: { info: VirtualDisplay; id: number }[];
  #lastId = 0;
  /** Runs after Chromium has changed and before the app hears of it. */
  beforeTelling: () => Promise<void> = () => Promise.resolve();

  constructor(displays: readonly VirtualDisplay[]) {
    super('screen', events);
    this.#displays = displays.map((info) => ({ info, id: ++this.#lastId }));
  }

  getAllDisplays(): Display[] {
    return this.#displays.map(({ info, id }) => displayOf(info, id));
  }

  getPrimaryDisplay(): Display {
    const [first] = this.getAllDisplays();
    if (!first) throw new Error('the stand-in has no display');
    return first;
  }

  getDisplayMatching(rect: Rectangle): Display {
    return this.getAllDisplays().reduce((best, one) =>
      overlap(one.bounds, rect) > overlap(best.bounds, rect) ? one : best,
    );
  }

  getDisplayNearestPoint({ x, y }: { x: number; y: number }): Display {
    return this.getDisplayMatching({ x, y, width: 1, height: 1 });
  }

  getCursorScreenPoint(): { x: number; y: number } {
    return { x: 0, y: 0 };
  }

  /** Plugs a display in. @param page any page: Chromium takes displays through one */
  async plug(page: CdpSession, info: VirtualDisplay): Promise<Display> {
    const { x, y, width, height, label } = info;
    await page.send('Emulation.addScreen', { left: x, top: y, width, height, label });
    const id = ++this.#lastId;
    this.#displays.push({ info, id });
    const display = displayOf(info, id);
    await this.beforeTelling();
    this.emit('display-added', {}, display);
    return display;
  }

  async unplug(page: CdpSession, label: string): Promise<void> {
    const one = this.#named(label);
    const { id } = await chromiums(page, one.info);
    this.#displays = this.#displays.filter((display) => display !== one);
    await page.send('Emulation.removeScreen', { screenId: id });
    await this.beforeTelling();
    this.emit('display-removed', {}, displayOf(one.info, one.id));
  }

  /** Renames, moves or resizes a display. */
  async change(page: CdpSession, label: string, change: Partial<VirtualDisplay>): Promise<void> {
    const one = this.#named(label);
    const { id } = await chromiums(page, one.info);
    const info = { ...one.info, ...change };
    // Chromium cannot rename a screen; only Electron's view of it takes the new name
    await page.send('Emulation.updateScreen', {
      screenId: id,
      left: info.x,
      top: info.y,
      width: info.width,
      height: info.height,
    });
    one.info = info;
    const moved = 'x' in change || 'y' in change || 'width' in change || 'height' in change;
    await this.beforeTelling();
    this.emit('display-metrics-changed', {}, displayOf(info, one.id), moved ? ['bounds', 'workArea'] : []);
  }

  #named(label: string) {
    const found = this.#displays.find(({ info }) => info.label === label);
    if (!found) throw new Error(`no display is called ${label}`);
    return found;
  }
}

strictClass('screen', StandInScreen);

/** Chromium's own record of a display, by where it is: names can be changed on our side only. */
async function chromiums(page: CdpSession, { x, y }: VirtualDisplay): Promise<ScreenInfos[number]> {
  const infos = await screenInfos(page);
  const found = infos.find(({ left, top }) => left === x && top === y);
  if (!found) throw new Error(`Chromium has no screen at ${x},${y}`);
  return found;
}

function displayOf(
  { label, x, y, width, height, scale = 1, rate = 60 }: VirtualDisplay,
  id: number,
): Display {
  const bounds = { x, y, width, height };
  return {
    id,
    label,
    bounds,
    workArea: { ...bounds },
    size: { width, height },
    workAreaSize: { width, height },
    nativeOrigin: { x, y },
    scaleFactor: scale,
    rotation: 0,
    internal: false,
    detected: true,
    displayFrequency: rate,
    colorDepth: 24,
    colorSpace: '{primaries:BT709, transfer:SRGB, matrix:RGB, range:FULL}',
    depthPerComponent: 8,
    monochrome: false,
    maximumCursorSize: { width: 64, height: 64 },
    accelerometerSupport: 'unknown',
    touchSupport: 'unknown',
  };
}
