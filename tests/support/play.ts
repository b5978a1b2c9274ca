/** Plays random steps on a station made of the core alone, restarts and all; for the property tests. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect } from 'vitest';
import { LAYERS } from '../../core/layers.ts';
import { afterRestart } from '../../core/playout.ts';
import { secured } from '../../core/rehearsal/load.ts';
import { worldOf, type Applied, type World } from '../../core/reduce.ts';
import type { Air } from '../../core/schema/air.ts';
import type { Item } from '../../core/schema/layer-air.ts';
import { fakeIds, makeContext, makeWorld, send, T0 } from './builders.ts';
import { aim, randomShow, randomSteps, type Step } from './random-commands.ts';

export interface Change {
  before: World;
  outcome: Applied;
  command: Step['command'];
  now: number;
}

/** Plays the steps and hands over every change that was made. */
export function play(
  steps: readonly Step[],
  visit: (change: Change) => void = () => {},
  onRestart: (air: Air) => void = () => {},
): World {
  const newId = fakeIds();
  let world = makeWorld(randomShow());
  let now = T0;
  for (const step of steps) {
    now += step.wait;
    if (step.restart) {
      const { state, notes } = secured(structuredClone(world.state), now);
      // what the station itself has written needs no repair
      expect(notes).toEqual([]);
      world = worldOf({ ...state, air: afterRestart(state.air) });
      onRestart(world.state.air);
    }
    const before = world;
    const command = aim(step, before.state);
    const outcome = send(before, command, makeContext({ now, newId, actor: step.actor }));
    // every command refuses by itself what the barrier would: that it has to is a bug
    if (!outcome.ok) expect(`${command.type}: ${outcome.code}`).not.toContain('rehearsal_barrier');
    if (!outcome.ok) continue;
    world = outcome.world;
    visit({ before, outcome, command, now });
  }
  return world;
}

export const always = (
  check: (steps: Step[]) => unknown,
  steps: fc.Arbitrary<Step[]> = randomSteps,
  numRuns = 200,
) =>
  fc.assert(
    fc.property(steps, (these) => {
      check(these);
    }),
    { numRuns },
  );

/** As `toStrictEqual`, which is slow, but only where there is a difference to print. */
export function same(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toStrictEqual(expected);
}

export const itemsOn = (world: World, channel: 'program' | 'rehearsal'): Item[] =>
  LAYERS.flatMap((id) => {
    const { current, armed, leaving } = world.state.air.channels[channel].layers[id];
    return [current, armed, leaving].flatMap((item) => item ?? []);
  });
