/** What the desktop app would tell of displays and windows, for tests of those who are told. */
import type { DisplayInfo, OutputPlace, ShellInfo } from '../../core/outputs/displays.ts';

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
