/** Displays, outputs on them, and what the desktop app would tell of both. */
import type { Memory } from '../../core/outputs/desired-windows.ts';
import { refOf, type DisplayInfo, type OutputPlace, type ShellInfo } from '../../core/outputs/displays.ts';
import type { Output, OutputTarget } from '../../core/schema/output.ts';
import { OutputId } from '../../core/ids.ts';

/** A full-HD display at 50 Hz, right of those before it. */
export const display = (id: number, over: Partial<DisplayInfo> = {}): DisplayInfo => ({
  id,
  label: `Display ${id}`,
  bounds: { x: (id - 1) * 1920, y: 0, width: 1920, height: 1080 },
  size: { width: 1920, height: 1080 },
  scale: 1,
  rate: 50,
  ...over,
});

export const output = (id: string, over: Partial<Output> = {}): Output => ({
  id: OutputId.parse(id),
  name: id,
  channel: 'program',
  open: true,
  target: { kind: 'display', display: null, key: null },
  mode: { kind: 'black' },
  ...over,
});

export const chosen = (all: readonly DisplayInfo[], id: number, key: number | null = null): OutputTarget => {
  const ref = (wanted: number) => {
    const one = all.find((each) => each.id === wanted);
    if (!one) throw new Error(`no display ${wanted}`);
    return refOf(one, all);
  };
  return { kind: 'display', display: ref(id), key: key === null ? null : ref(key) };
};

export const around = (displays: readonly DisplayInfo[], home: number | null = 1, memory: Memory = {}) => ({
  displays,
  home,
  memory,
  frameRate: 50 as const,
  canPlace: true,
  mayChoose: true,
  restarts: () => 0,
});

export const place = (output: string, over: Partial<OutputPlace> = {}): OutputPlace => ({
  output,
  state: 'shown',
  parkedFor: null,
  displays: [],
  warnings: [],
  recoveries: 0,
  lastRecovery: null,
  ...over,
});

/** The desk on the first of three displays; the other two have one name. */
export const shellOf = (places: OutputPlace[], over: Partial<ShellInfo> = {}): ShellInfo => ({
  platform: 'linux',
  displays: [
    display(1, { label: 'BenQ GW2480' }),
    display(2, { label: 'DELL U2720Q' }),
    display(3, { label: 'DELL U2720Q' }),
  ],
  home: 1,
  places,
  ...over,
});
