/** What must hold after any sequence of commands, sensible or not. */
import { applyPatches, setAutoFreeze } from 'immer';
import { afterEach, describe, expect, it } from 'vitest';
import { asRunLines, type AsRunLine } from '../../core/as-run.ts';
import { CHANNELS, LAYERS, type LayerId } from '../../core/layers.ts';
import { isShowing, layerState } from '../../core/playout.ts';
import type { World } from '../../core/reduce.ts';
import type { LayerState } from '../../core/schema/layer-air.ts';
import { State } from '../../core/state.ts';
import { stagePatches, stageView } from '../../core/stage/view.ts';
import { allRows, getRow } from '../../core/table.ts';
import { fakeIds, makeContext, makeWorld, send } from '../support/builders.ts';
import { always, itemsOn, play, same } from '../support/play.ts';
import { randomShow } from '../support/random-commands.ts';

describe.each([true, false])('with immer freezing what it makes: %j', (freezes) => {
  afterEach(() => setAutoFreeze(true));

  it('patches lead to the new state, inverses back, also through JSON; the state keeps its shape', () => {
    setAutoFreeze(freezes);
    always((steps) => {
      const last = play(steps, ({ before, outcome }) => {
        const { patches, inverse, world } = outcome;
        same(applyPatches(before.state, patches), world.state);
        same(applyPatches(world.state, inverse), before.state);
        const sent = JSON.parse(JSON.stringify(patches)) as typeof patches;
        same(applyPatches(before.state, sent), world.state);
      });
      same(State.parse(last.state), last.state);
    });
  });
});

it('undoing everything gives back the first show, and redoing everything the last', () => {
  always((steps) => {
    const noRestart = steps.map((step) => ({ ...step, restart: false }));
    let world = play(noRestart.filter(({ command }) => command.type !== 'mode.set'));
    const newId = fakeIds();
    const run = (type: string) => {
      const outcome = send(world, { type }, makeContext({ newId }));
      if (outcome.ok) world = outcome.world;
      return outcome.ok;
    };
    while (run('show.redo'));
    const end = world.state.show;
    while (run('show.undo'));
    // no undo moves a picture to another wall, or gives a number to other words
    const { outputs } = end;
    const { spentRevisions, factSeq } = world.state.show;
    const kept = { spentRevisions, factSeq };
    expect(world.state.show).toEqual({ ...makeWorld(randomShow()).state.show, outputs, ...kept });
    while (run('show.redo'));
    expect(world.state.show).toEqual({ ...end, ...kept });
  });
});

it('nothing reaches program but what is approved, cleared, past its embargo and made live, but for logged overrides', () => {
  let checked = 0;
  let overridden = 0;
  always((steps) =>
    play(steps, ({ before, outcome, command, now }) => {
      // what a running output shows already is not put there by the station
      if (command.type === 'stage.claims') return;
      const was = new Map(itemsOn(before, 'program').map((item) => [item.instance, item]));
      for (const item of itemsOn(outcome.world, 'program')) {
        expect(item.origin).toBe('live');
        const old = was.get(item.instance);
        const isNews = item.takenAt !== (old?.takenAt ?? null) || item.dataVersion !== old?.dataVersion;
        if (!isNews) continue;
        if (item.override) {
          overridden += 1;
          // only a take has one, and only where the show allows it: with the reason and what the gate had to say
          expect(command).toMatchObject({ type: 'cue.take', override: { reason: item.override.reason } });
          expect(before.state.show.settings.allowOverride).toBe(true);
          expect(item.override.problems.length).toBeGreaterThan(0);
          for (const { code } of item.override.problems)
            expect(code).toMatch(/^(fact_(?!missing)|label_missing)/);
          continue;
        }
        expect(outcome.world.state.air.mode).toBe('live');
        for (const { id, revision } of item.facts) {
          checked += 1;
          const fact = getRow(outcome.world.state.show.facts, id);
          expect(fact).toMatchObject({ approval: 'approved', revision, origin: 'live' });
          expect(fact?.onAir.advice).not.toMatch(/do_not_air|context_only|quote_only/);
          expect(Date.parse(fact?.embargoUntil ?? '1970-01-01')).toBeLessThanOrEqual(now);
          expect(Date.parse(fact?.staleAfter ?? '2999-01-01')).toBeGreaterThan(now);
        }
      }
    }),
  );
  expect(checked).toBeGreaterThan(20);
  expect(overridden).toBeGreaterThan(0);
});

it('what viewers see is never changed by an undo', () => {
  let undone = 0;
  always((steps) =>
    play(steps, ({ before, outcome, command }) => {
      if (command.type !== 'show.undo') return;
      const seen = ({ state: { air } }: World) =>
        (['program', 'rehearsal'] as const).flatMap((channel) =>
          LAYERS.map((id) => {
            const { current, leaving } = air.channels[channel].layers[id];
            return { current, leaving };
          }),
        );
      undone += seen(before).some(({ current }) => current !== null) ? 1 : 0;
      same(seen(outcome.world), seen(before));
    }),
  );
  expect(undone).toBeGreaterThan(0);
});

const running = ({ state: { rehearsal } }: World) => (rehearsal?.phase === 'running' ? rehearsal.id : null);

it('a revision of a fact names one wording for ever', () => {
  const wordings = (world: World, seen: Map<string, unknown>) => {
    for (const fact of allRows(world.state.show.facts)) {
      // the numbers of a rehearsal are its own: as-run lines of it say which one it was
      const name = `${running(world) ?? 'live'} ${fact.id}@${fact.revision}`;
      const { statement, note, embargoUntil, staleAfter, onAir } = fact;
      const content = { statement, note, embargoUntil, staleAfter, onAir };
      if (seen.has(name)) same(content, seen.get(name));
      else seen.set(name, content);
    }
  };
  always((steps) => {
    const seen = new Map<string, unknown>();
    play(steps, ({ before, outcome }) => {
      wordings(before, seen);
      wordings(outcome.world, seen);
    });
  });
});

const onProgram = ({ show }: State) => show.outputs.filter(({ channel }) => channel === 'program');

it('a program output never has guides, and a test card only while nothing is on its channel', () => {
  let cards = 0;
  always((steps) =>
    play(steps, ({ outcome, command }) => {
      const { show, air } = outcome.world.state;
      for (const { id, channel } of show.outputs) {
        const own = air.outputs[id];
        if (channel === 'program') expect(own?.guides ?? false).toBe(false);
        if (channel === 'preview' || own?.picture !== 'test') continue;
        cards += 1;
        // what a running output shows already may be claimed under a card that somebody has put up since
        if (command.type !== 'stage.claims') expect(isShowing(air, channel)).toBe(false);
      }
    }),
  );
  expect(cards).toBeGreaterThan(5);
});

it('a rehearsal leaves program and its outputs as they are', () => {
  always((steps) =>
    play(steps, ({ before, outcome, command }) => {
      if (before.state.air.mode === 'live' || command.type === 'mode.set') return;
      const after = outcome.world.state;
      for (const id of LAYERS) expect(after.air.channels.program.layers[id].current).toBeNull();
      same(onProgram(after), onProgram(before.state));
    }),
  );
});

const EDGES: Record<LayerState, readonly LayerState[]> = {
  // to `on` and `going` only by a claim or when an armed or unseen showing is told off
  off: ['armed', 'coming', 'fault'],
  armed: ['off', 'coming', 'fault'],
  coming: ['on', 'going', 'fault', 'off', 'armed'],
  on: ['coming', 'going', 'fault', 'off', 'armed'],
  going: ['off', 'armed', 'fault', 'coming'],
  fault: ['off', 'armed', 'coming', 'on', 'going'],
};

it('a layer only moves along the edges of its state machine', () => {
  always((steps) =>
    play(steps, ({ before, outcome, command }) => {
      if (command.type === 'stage.claims') return;
      for (const channel of ['program', 'rehearsal'] as const) {
        for (const id of LAYERS) {
          const from = layerState(before.state.air.channels[channel].layers[id]);
          const to = layerState(outcome.world.state.air.channels[channel].layers[id]);
          if (from !== to)
            expect([`${from} → ${to}`, EDGES[from].includes(to)]).toEqual([`${from} → ${to}`, true]);
          // "on" is a stage's word alone
          if (from !== 'on' && to === 'on') expect(command.type).toBe('stage.report');
        }
      }
    }),
  );
});

it('as-run: each showing goes in before it changes or goes out, once at a time', () => {
  always((steps) => {
    const up = new Set<string>();
    const check = ({ event, instance, channel }: AsRunLine) => {
      expect(channel).not.toBe('preview');
      expect([event, instance, up.has(instance)]).toEqual([event, instance, event !== 'in']);
      if (event === 'in') up.add(instance);
      if (event === 'out') up.delete(instance);
    };
    const world = play(
      steps,
      ({ before, outcome, now }) =>
        asRunLines(before.state.air, outcome.world.state.air, now, 'olive').forEach(check),
      // what was leaving or had failed when the station stopped has no line of its own
      ({ interrupted }) => {
        const kept = new Set<string>(interrupted.map(({ item }) => item.instance));
        for (const instance of up) if (!kept.has(instance)) up.delete(instance);
      },
    );
    const held = world.state.air.interrupted.map(({ item }) => item);
    const shown = [...itemsOn(world, 'program'), ...itemsOn(world, 'rehearsal'), ...held].filter(
      ({ shownAt }) => shownAt !== null,
    );
    expect([...up].sort()).toEqual(shown.map(({ instance }) => instance).sort());
  });
});

it('a stage that applies its part of the patches sees what a snapshot would show', () => {
  always((steps) =>
    play(steps, ({ before, outcome }) => {
      for (const channel of CHANNELS) {
        const mine = stagePatches(outcome.patches, channel);
        const after = stageView(outcome.world.state, channel);
        if (mine) same(applyPatches(stageView(before.state, channel), mine), after);
      }
    }),
  );
});

it('an instance is on one slot of one channel, on the layer it was made for', () => {
  always((steps) =>
    play(steps, ({ outcome }) => {
      const seen = new Set<string>();
      for (const channel of CHANNELS) {
        for (const [id, layer] of Object.entries(outcome.world.state.air.channels[channel].layers)) {
          for (const item of [layer.current, layer.armed, layer.leaving]) {
            if (!item) continue;
            expect(item.layer).toBe(id as LayerId);
            expect(seen.has(item.instance)).toBe(false);
            seen.add(item.instance);
          }
        }
      }
    }),
  );
});
