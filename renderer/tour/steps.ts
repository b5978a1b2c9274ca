/**
 * The two-minute tour: its steps, and how each knows that it was really done. It watches and points; it never sends a
 * command, so it cannot put anything on air. Pure.
 */
import type { CueId } from '../../core/ids.ts';
import type { Mode } from '../../core/layers.ts';
import type { KeyAction } from '../keys/keys.ts';

export const STEP_IDS = [
  'rehearse',
  'recall',
  'read',
  'take',
  'continue',
  'update',
  'out',
  'preflight',
  'live',
  'finish',
] as const;
export type StepId = (typeof STEP_IDS)[number];

/** What is up, as far as the tour looks. */
export interface Up {
  instance: string;
  step: number;
  dataVersion: number;
}

/** What the tour sees of the desk. */
export interface World {
  mode: Mode;
  cued: CueId | null;
  /** Epoch ms of the last take; null where nothing was taken in this mode. */
  takenAt: number | null;
  /** On the channel that takes go to. */
  up: readonly Up[];
  /** Of the lists on the left. */
  tab: string;
}

export interface Tour {
  step: StepId;
  steps: readonly StepId[];
  /** Numbers of the two cues that are recalled. The second has more than one step, where the show has such a cue. */
  first: number;
  second: number;
  /** When the step began. */
  before: World;
}

const grew = (before: World, now: World, by: (up: Up) => number): boolean =>
  now.up.some((up) => {
    const was = before.up.find(({ instance }) => instance === up.instance);
    return was !== undefined && by(up) > by(was);
  });

/** @param before the world when the step began */
export function isDone(step: StepId, before: World, now: World): boolean {
  switch (step) {
    case 'rehearse':
      return now.mode === 'rehearsal';
    case 'recall':
    case 'read':
      return now.cued !== null && now.cued !== before.cued;
    case 'take':
      return now.takenAt !== null && now.takenAt !== before.takenAt;
    case 'continue':
      return grew(before, now, ({ step: at }) => at);
    case 'update':
      return grew(before, now, ({ dataVersion }) => dataVersion);
    case 'out':
      return before.up.some(({ instance }) => now.up.every((up) => up.instance !== instance));
    case 'preflight':
      return now.tab === 'preflight';
    case 'live':
      return now.mode === 'live';
    case 'finish':
      return false;
    default:
      step satisfies never;
      return false;
  }
}

/** The steps of a show: without a graphic that has steps there is nothing to continue. */
export const stepsFor = (hasSteps: boolean): readonly StepId[] =>
  hasSteps ? STEP_IDS : STEP_IDS.filter((id) => id !== 'continue');

/** Beside the digits, the keys of the last page. */
export const TEN_KEYS: readonly KeyAction[] = [
  'recall',
  'take',
  'continue',
  'update',
  'out',
  'clear',
  'panic',
  'undo',
  'palette',
  'help',
];

/** What this browser remembers of the tour: a step to take up again, or that it need not be offered. */
export type Memory = StepId | 'left' | null;

export const memoryOf = (saved: string | null): Memory =>
  saved === 'left' ? 'left' : (STEP_IDS.find((id) => id === saved) ?? null);
