/** Output windows after any sequence of plugs, unplugs, renames, moves and choices. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { desiredWindows, type Memory, type WindowWish } from '../../core/outputs/desired-windows.ts';
import type { DisplayInfo } from '../../core/outputs/displays.ts';
import { homeAfter } from '../../core/outputs/home.ts';
import { diffWindows } from '../../core/outputs/window-diff.ts';
import { firstOutputs, type Output, type OutputMode } from '../../core/schema/output.ts';
import { around, chosen, display, output } from '../support/displays.ts';

/** A real monitor, under whatever id and name the system gives it. */
interface Monitor {
  serial: number;
  info: DisplayInfo;
  plugged: boolean;
}

type Event =
  | { do: 'plug' | 'unplug' | 'rename' | 'deskTo'; monitor: number; keepsId: boolean }
  | { do: 'move'; monitor: number; x: number; y: number }
  | { do: 'choose'; output: number; monitor: number; key: number | null }
  | { do: 'open'; output: number; open: boolean }
  | { do: 'mode'; output: number; mode: OutputMode };

const monitorAt = fc.nat(4);
const outputAt = fc.nat(2);
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    do: fc.constantFrom(
      'plug' as const,
      'plug' as const,
      'unplug' as const,
      'rename' as const,
      'deskTo' as const,
    ),
    monitor: monitorAt,
    keepsId: fc.boolean(),
  }),
  fc.record({ do: fc.constant('move' as const), monitor: monitorAt, x: fc.nat(4), y: fc.nat(1) }),
  fc.record({
    do: fc.constant('choose' as const),
    output: outputAt,
    monitor: monitorAt,
    key: fc.option(monitorAt),
  }),
  fc.record({ do: fc.constant('open' as const), output: outputAt, open: fc.boolean() }),
  fc.record({
    do: fc.constant('mode' as const),
    output: outputAt,
    mode: fc.constantFrom<OutputMode>({ kind: 'black' }, { kind: 'key-fill' }, { kind: 'key' }),
  }),
);

interface World {
  monitors: Monitor[];
  outputs: Output[];
  home: number | null;
  memory: Memory;
  current: WindowWish[];
}

/** @param twins monitors 2, 3 and 4 are of one make and size */
function newWorld(twins: boolean): World {
  const monitors = [0, 1, 2, 3, 4].map((serial) => ({
    serial,
    info: display(serial + 1, twins && serial > 1 ? { label: 'Same' } : {}),
    plugged: serial < 4,
  }));
  return {
    monitors,
    outputs: [...firstOutputs(), output('b'), output('c')],
    home: 1,
    memory: {},
    current: [],
  };
}

const there = ({ monitors }: World): DisplayInfo[] =>
  monitors.filter(({ plugged }) => plugged).map(({ info }) => info);

/** What was chosen for each output, as monitors; undefined where nothing was. */
type Choices = Map<string, number[]>;

function happen(world: World, one: Event, choices: Choices, nextId: () => number): void {
  const monitor = 'monitor' in one ? world.monitors[one.monitor] : undefined;
  const target = 'output' in one ? world.outputs[one.output] : undefined;
  const displays = there(world);
  if (one.do === 'plug' && monitor && !monitor.plugged) {
    monitor.plugged = true;
    if (!one.keepsId) monitor.info = { ...monitor.info, id: nextId() };
  } else if (one.do === 'unplug' && monitor && displays.length > 1) monitor.plugged = false;
  else if (one.do === 'rename' && monitor?.plugged)
    monitor.info = { ...monitor.info, label: `New ${nextId()}` };
  else if (one.do === 'move' && monitor) {
    const bounds = { ...monitor.info.bounds, x: one.x * 1920, y: one.y * 1080 };
    // the system lets no two displays cover each other
    const isFree = displays.every(({ bounds: other }) => other.x !== bounds.x || other.y !== bounds.y);
    if (isFree) monitor.info = { ...monitor.info, bounds };
  } else if (one.do === 'deskTo' && monitor?.plugged) {
    const taken = world.current.flatMap((window) => window.displays);
    world.home = homeAfter(world.home, monitor.info.id, taken, displays);
  } else if (one.do === 'choose' && target && monitor?.plugged) {
    const key = one.key === null ? undefined : world.monitors[one.key];
    if (key && !key.plugged) return;
    target.target = chosen(displays, monitor.info.id, key?.info.id ?? null);
    choices.set(target.id, [monitor.serial, ...(key ? [key.serial] : [])]);
  } else if (one.do === 'open' && target) target.open = one.open;
  else if (one.do === 'mode' && target) target.mode = one.mode;
}

function settle(world: World): ReturnType<typeof desiredWindows> {
  const displays = there(world);
  const taken = world.current.flatMap((window) => window.displays);
  world.home = homeAfter(world.home, world.home, taken, displays);
  const desired = desiredWindows(world.outputs, around(displays, world.home, world.memory));
  world.memory = desired.memory;
  world.current = desired.windows;
  return desired;
}

function check(
  twins: boolean,
  visit: (world: World, desired: ReturnType<typeof settle>, choices: Choices) => void,
) {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 25 }), (events) => {
      const world = newWorld(twins);
      const choices: Choices = new Map();
      let last = 100;
      settle(world);
      for (const one of events) {
        happen(world, one, choices, () => (last += 1));
        const before = world.current;
        const desired = settle(world);
        visit(world, desired, choices);
        for (const step of diffWindows(before, desired.windows, there(world))) {
          if (step.do !== 'close') expect(desired.windows).toContain(step.wish);
        }
      }
    }),
    { numRuns: 500 },
  );
}

describe.each([false, true])('after any sequence of events, with identical monitors: %j', (twins) => {
  it('no display has two windows, the desk’s none, and each output is shown, parked, lost or closed', () => {
    let shown = 0;
    check(twins, (world, { windows, standings }) => {
      const displays = there(world);
      const covered = windows.flatMap((window) => window.displays);
      expect(new Set(covered).size).toBe(covered.length);
      if (world.home !== null) expect(covered).not.toContain(world.home);
      for (const { id, open } of world.outputs) {
        const window = windows.find((one) => one.output === id);
        const standing = standings[id];
        expect(['window', 'parked', 'lost', 'closed']).toContain(standing?.state);
        expect(standing?.state === 'window').toBe(window !== undefined);
        expect(standing?.state === 'closed').toBe(!open);
        expect(standing?.parkedFor !== null).toBe(standing?.state === 'parked');
        if (!window) continue;
        shown += 1;
        const rects = window.displays.map((on) => displays.find((one) => one.id === on)?.bounds);
        const [fill, key] = rects;
        expect(window.bounds).toEqual(
          key ? { ...fill, x: Math.min(fill?.x ?? 0, key.x), width: 3840 } : fill,
        );
      }
    });
    expect(shown).toBeGreaterThan(500);
  });

  it('a window never moves to a display by itself, unless that display is the chosen one under another id', () => {
    check(twins, (world, { windows }, choices) => {
      for (const { output: id, displays } of windows) {
        const serials = displays.map((on) => world.monitors.find(({ info }) => info.id === on)?.serial);
        const wanted = choices.get(id);
        // of monitors that look alike, one that nobody has seen beside the other cannot be told from it
        const kin = (serial: number | undefined) => (twins && (serial ?? 0) > 1 ? 2 : serial);
        if (wanted) expect(serials.map(kin)).toEqual(wanted.slice(0, serials.length).map(kin));
      }
    });
  });
});
