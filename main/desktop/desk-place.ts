/** Where the desk's window goes, as a pure function of the displays: where it was, if it is seen there, and never on an output. */

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What is used of Electron's `Display`. Device-independent pixels. */
export interface DeskDisplay {
  id: number;
  bounds: Rect;
  /** Without task bars and menu bars. */
  workArea: Rect;
}

export interface DeskPlace {
  bounds: Rect;
  /** The display that it is on; null without any display. */
  display: number | null;
}

export const DESK_MINIMUM = { width: 1024, height: 600 };
const DESK_USUAL = { width: 1920, height: 1080 };
/** So much of the window must be on the display to be found and moved by hand. */
const SEEN = { width: 200, height: 100 };

const overlap = (a: Rect, b: Rect): { width: number; height: number } => ({
  width: Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
  height: Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
});

const area = ({ width, height }: { width: number; height: number }): number =>
  width > 0 && height > 0 ? width * height : 0;

/** The display that shows most of a window; null when none shows enough of it. */
function displayOf(window: Rect, displays: readonly DeskDisplay[]): DeskDisplay | null {
  const [best] = displays
    .map((display) => ({ display, seen: overlap(window, display.workArea) }))
    .sort((a, b) => area(b.seen) - area(a.seen));
  if (!best || best.seen.width < SEEN.width || best.seen.height < SEEN.height) return null;
  return best.display;
}

const within = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(value, Math.max(least, most)));

/** The window, no larger than the display and wholly on it. */
function fitted({ x, y, width, height }: Rect, { workArea }: DeskDisplay): Rect {
  const size = {
    width: within(width, Math.min(DESK_MINIMUM.width, workArea.width), workArea.width),
    height: within(height, Math.min(DESK_MINIMUM.height, workArea.height), workArea.height),
  };
  return {
    x: within(x, workArea.x, workArea.x + workArea.width - size.width),
    y: within(y, workArea.y, workArea.y + workArea.height - size.height),
    ...size,
  };
}

export interface DeskWish {
  /** Where it was last; null at the first start. */
  saved: Rect | null;
  displays: readonly DeskDisplay[];
  /** Ids of the displays that outputs are meant for. */
  claimed: readonly number[];
  /** Id of the display that the system calls the main one. */
  primary: number;
}

/**
 * With every display claimed the desk goes to the main one all the same: without a desk nobody could change anything.
 * The output that wanted it has to wait then.
 */
export function placeDesk({ saved, displays, claimed, primary }: DeskWish): DeskPlace {
  const free = displays.filter(({ id }) => !claimed.includes(id));
  // asked of all displays, not of the free ones: a window mostly on an output's is not "seen" by the corner it has elsewhere
  const last = saved && displayOf(saved, displays);
  if (saved && last && free.includes(last)) return { bounds: fitted(saved, last), display: last.id };
  const home =
    free.find(({ id }) => id === primary) ??
    free[0] ??
    displays.find(({ id }) => id === primary) ??
    displays[0];
  if (!home) return { bounds: { x: 0, y: 0, ...DESK_USUAL }, display: null };
  const { x, y } = home.workArea;
  const { width, height } = saved ?? DESK_USUAL;
  return { bounds: fitted({ x, y, width, height }, home), display: home.id };
}
