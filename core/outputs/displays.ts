/** The displays of the machine that the desktop app runs on, and how outputs stand on them: told by the app, never kept. */
import { z } from 'zod';
import type { DisplayRef } from '../schema/output.ts';

const Rect = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
export type Rect = z.infer<typeof Rect>;

export const DisplayInfo = z.object({
  id: z.number(),
  /** May be empty. */
  label: z.string(),
  /** Device-independent pixels. */
  bounds: Rect,
  /** Physical pixels. */
  size: z.object({ width: z.number(), height: z.number() }),
  /** 1 is 100 %. */
  scale: z.number(),
  /** Refreshes a second; 0 where the system does not say. */
  rate: z.number(),
});
export type DisplayInfo = z.infer<typeof DisplayInfo>;

/** What is kept of a display when somebody chooses it. */
export const refOf = ({ id, label, size, bounds }: DisplayInfo, all: readonly DisplayInfo[]): DisplayRef => ({
  id,
  label,
  size,
  origin: { x: bounds.x, y: bounds.y },
  others: all.map((display) => display.id).filter((other) => other !== id),
});

/** Why an output has no window. */
export const ParkedFor = z.enum([
  /** Nobody has chosen a display yet, and there is more than one, or none, to choose from. */
  'unassigned',
  /** More than one display could be the one that was chosen. */
  'unsure',
  /** What was chosen is the desk's own display now. */
  'desk',
  /** Another output is on that display. */
  'taken',
  /** Key and fill: the two displays are not side by side, or differ in size or scale. */
  'not_side_by_side',
  /** Wayland lets no app place its windows: they could land on the operator's display. */
  'wayland',
]);
export type ParkedFor = z.infer<typeof ParkedFor>;

/**
 * `spaces`: macOS draws a window over two displays only where they share their Spaces. `bounds`: the window is not where it
 * should be. `still`: it draws no frames.
 */
export const WarningCode = z.enum(['scale', 'rate', 'size', 'transparent', 'spaces', 'bounds', 'still']);
export type WarningCode = z.infer<typeof WarningCode>;

/**
 * `shown`: its window is there. `opening`: it is being made. `parked`: no window until somebody decides.
 * `lost`: its display is not there. `stopped`: it crashed too often. `closed`: by wish. `elsewhere`: a browser's.
 */
export const PlaceState = z.enum(['shown', 'opening', 'parked', 'lost', 'stopped', 'closed', 'elsewhere']);
export type PlaceState = z.infer<typeof PlaceState>;

/** How one output of the show stands now. */
export const OutputPlace = z.object({
  output: z.string(),
  state: PlaceState,
  parkedFor: ParkedFor.nullable(),
  /** Ids of the displays that it is on; fill first. */
  displays: z.array(z.number()),
  warnings: z.array(WarningCode),
  /** Times that its page crashed or hung and was brought back since the app's start, and the last of them. */
  recoveries: z.int(),
  lastRecovery: z.object({ at: z.number(), reason: z.string() }).nullable(),
});
export type OutputPlace = z.infer<typeof OutputPlace>;

/** What the desktop app tells the station, and the station every desk. */
export const ShellInfo = z.object({
  platform: z.enum(['linux', 'win32', 'darwin']),
  displays: z.array(DisplayInfo),
  /** The display that the desk stands on; null while it has none of its own. */
  home: z.number().nullable(),
  places: z.array(OutputPlace),
});
export type ShellInfo = z.infer<typeof ShellInfo>;
