/**
 * The rehearsal barrier: what must hold after any sequence of commands from anybody in any mode, with restarts, feeds,
 * undo, and with what was rehearsed being kept and edited afterwards.
 */
import { expect, it } from 'vitest';
import { LAYERS } from '../../core/layers.ts';
import { breachesIn } from '../../core/rehearsal/barrier.ts';
import { isRehearsed, isRehearsedId } from '../../core/rehearsal/origin.ts';
import { worldOf, type World } from '../../core/reduce.ts';
import type { Item } from '../../core/schema/layer-air.ts';
import type { Show } from '../../core/schema/show.ts';
import { stagePatches } from '../../core/stage/view.ts';
import { allRows, getRow } from '../../core/table.ts';
import { fakeIds, makeContext, makeState, send, T0 } from '../support/builders.ts';
import { always, itemsOn, play, same } from '../support/play.ts';
import { aim, randomShow, rehearsalSteps, type Step } from '../support/random-commands.ts';

const inAndOut = (check: (steps: Step[]) => unknown, runs = 120) => always(check, rehearsalSteps, runs);

/** All that viewers see or could be shown at once: on program, frozen on a program output, waiting to come back. */
const forViewers = (world: World): Item[] => {
  const { show, air } = world.state;
  const frozen = show.outputs
    .filter(({ channel }) => channel === 'program')
    .flatMap(({ id }) => {
      const layers = air.outputs[id]?.frozen?.layers;
      return layers ? LAYERS.flatMap((layer) => [layers[layer].current, layers[layer].leaving]) : [];
    });
  const waiting = air.interrupted.flatMap(({ channel, item }) => (channel === 'program' ? [item] : []));
  return [...itemsOn(world, 'program'), ...frozen.filter((item) => item !== null), ...waiting];
};

it('nothing that a rehearsal has made or changed is ever on program, and nothing unapproved without an override', () => {
  let aired = 0;
  let rehearsed = 0;
  inAndOut((steps) =>
    play(steps, ({ before, outcome, command }) => {
      const { world } = outcome;
      const { show, held } = world.state;
      rehearsed += itemsOn(world, 'rehearsal').length;
      expect(breachesIn(world.state)).toEqual([]);
      const live = held ?? show;
      const was = new Map(forViewers(before).map((item) => [item.instance, item]));
      for (const item of forViewers(world)) {
        aired += 1;
        expect(item.origin).toBe('live');
        expect([item.instance, item.cue.id].filter(isRehearsedId)).toEqual([]);
        const cue = getRow(live.cues, item.cue.id);
        if (cue) expect(isRehearsed(cue)).toBe(false);
        const isNews = item.dataVersion !== was.get(item.instance)?.dataVersion || !was.get(item.instance);
        for (const { id, revision } of item.facts) {
          const fact = getRow(live.facts, id);
          if (fact) expect(isRehearsed(fact)).toBe(false);
          if (isNews && !item.override && command.type !== 'stage.claims')
            expect(fact).toMatchObject({ approval: 'approved', revision });
        }
      }
    }),
  );
  expect(aired).toBeGreaterThan(100);
  expect(rehearsed).toBeGreaterThan(100);
});

/** What a rehearsal may change for good: where it is shown, and which keys do what. */
const withoutSetUp = ({ outputs: _, keys: __, ...show }: Show) => show;

it('the show after a rehearsal is the show before it, and is put aside untouched meanwhile', () => {
  let ended = 0;
  inAndOut((steps) => {
    let live: string | null = null;
    let dataThen = '';
    play(steps, ({ before, outcome }) => {
      const [was, is] = [before.state, outcome.world.state];
      if (was.held === null && is.held !== null) {
        live = JSON.stringify(was.show);
        dataThen = JSON.stringify(withoutSetUp(was.show));
        expect(is.held).toBe(was.show);
      }
      if (was.held !== null && is.held !== null) expect(is.held).toBe(was.held);
      // ids and origin of a restart's copy are the same, so text is compared
      if (is.held !== null) expect(JSON.stringify(is.held)).toBe(live);
      if (was.held !== null && is.held === null) {
        ended += 1;
        expect(JSON.stringify(withoutSetUp(is.show))).toBe(dataThen);
        same(is.show.outputs, was.show.outputs);
        same(is.show.keys, was.show.keys);
        const { lastTake, lastOut, due, missed } = is.air;
        expect({ lastTake, lastOut, due, missed }).toEqual({
          lastTake: null,
          lastOut: null,
          due: [],
          missed: null,
        });
        expect(outcome.world.history.done.every(({ mode }) => mode === 'live')).toBe(true);
      }
    });
  });
  expect(ended).toBeGreaterThan(20);
});

it('in a rehearsal a row that calls itself live is what the live show has; all else is marked', () => {
  let marked = 0;
  inAndOut((steps) =>
    play(steps, ({ outcome }) => {
      const { show, held } = outcome.world.state;
      if (held === null) return;
      for (const [rows, live] of [
        [allRows(show.facts), held.facts],
        [allRows(show.cues), held.cues],
      ] as const)
        for (const row of rows) {
          if (row.origin === 'live') same(row, getRow<unknown>(live, row.id));
          else marked += 1;
        }
    }),
  );
  expect(marked).toBeGreaterThan(50);
});

it('what is of a rehearsal stays that for ever, under every command, undo and restart', () => {
  let kept = 0;
  inAndOut((steps) => {
    const seen = new Set<string>();
    play(steps, ({ outcome, command }) => {
      const { show, held } = outcome.world.state;
      if (held !== null) return;
      if (command.type === 'rehearsal.keep') kept += 1;
      for (const row of [...allRows(show.facts), ...allRows(show.cues)]) {
        if (isRehearsed(row)) seen.add(row.id);
        expect([row.id, isRehearsedId(row.id)]).toEqual([
          row.id,
          row.origin === 'rehearsal' && seen.has(row.id),
        ]);
      }
    });
  });
  expect(kept).toBeGreaterThan(2);
});

it('a program stage is told nothing by a rehearsal but that there is one', () => {
  inAndOut((steps) =>
    play(steps, ({ before, outcome, command }) => {
      if (before.state.air.mode === 'live') return;
      const told = stagePatches(outcome.patches, 'program') ?? [{ op: 'replace', path: ['all'] }];
      // back to live, the cue that stood by before is loaded hidden again
      const isNews = ({ path }: { path: (string | number)[] }) => path[0] !== 'mode' && path[2] !== 'armed';
      expect(command.type === 'mode.set' ? told.filter(isNews) : told).toEqual([]);
    }),
  );
});

it('ten rehearsals in a row leave the show’s text as it was', () => {
  inAndOut((steps) => {
    const newId = fakeIds();
    let world = worldOf(makeState(randomShow()));
    const before = JSON.stringify(world.state.show);
    let now = T0;
    const run = (command: Step['command'], actor = 'olive') => {
      now += 400;
      const outcome = send(world, command, makeContext({ now, newId, actor }));
      if (outcome.ok) world = outcome.world;
      return outcome.ok;
    };
    for (let round = 0; round < 10; round += 1) {
      expect(run({ type: 'mode.set', mode: 'rehearsal' })).toBe(true);
      for (const step of steps.filter(({ command: { type } }) => !/^(mode|output|keys)\./.test(type)))
        run(aim(step, world.state), step.actor);
      run({ type: 'air.panic' });
      run({ type: 'output.freeze', outputId: 'program', on: false });
      expect(run({ type: 'mode.set', mode: 'live' })).toBe(true);
    }
    expect(JSON.stringify(world.state.show)).toBe(before);
  }, 20);
});
