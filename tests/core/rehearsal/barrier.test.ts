/** The reducer asks the barrier after every command, whatever the command did: here is one that should never be written. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineCommand, type CommandDef } from '../../../core/commands/command.ts';
import { run } from '../../../core/reduce.ts';
import type { State } from '../../../core/state.ts';
import { makeBoundCue, makeContext, makeFact, makeStation } from '../../support/builders.ts';

const rogue = (apply: (draft: State) => void): CommandDef =>
  defineCommand({
    type: 'test.rogue',
    title: 'A bug',
    schema: z.object({}),
    undo: 'never',
    access: 'open',
    check: () => null,
    apply(draft) {
      apply(draft);
      return {};
    },
  });

function rehearsing() {
  const station = makeStation({
    facts: [makeFact({ approval: 'approved' })],
    cues: [makeBoundCue('f1', { id: 'c1', number: 1 })],
  });
  station.do({ type: 'mode.set', mode: 'rehearsal' });
  station.do({ type: 'cue.take', cueId: 'c1' });
  return station;
}

test('what a command puts on program in a rehearsal is refused as a whole', () => {
  const { world } = rehearsing();
  const leak = rogue(({ air }) => {
    for (const [id, { current }] of Object.entries(air.channels.rehearsal.layers))
      air.channels.program.layers[id as keyof typeof air.channels.program.layers].current = current;
  });
  expect(run(world, { def: leak, payload: {} }, makeContext())).toMatchObject({
    ok: false,
    code: 'rehearsal_barrier',
  });
});

test('the live show that is put aside is changed by no command', () => {
  const { world } = rehearsing();
  const wash = rogue((draft) => {
    draft.held = { ...draft.show, title: 'Washed' };
  });
  expect(run(world, { def: wash, payload: {} }, makeContext())).toMatchObject({ code: 'rehearsal_barrier' });
});
