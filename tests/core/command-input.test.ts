/** The types with which pages and tools write commands: checked by the compiler, so one wrong type fails the build. */
import { expect, test } from 'vitest';
import { COMMANDS, type CommandInput } from '../../core/commands/registry.ts';

test('a command without fields can be written as its type alone', () => {
  const commands = [
    { type: 'air.panic' },
    { type: 'show.undo' },
    { type: 'cue.take' },
    { type: 'layer.out', layer: 'bug' },
  ] satisfies CommandInput[];
  for (const { type } of commands) expect(COMMANDS[type].type).toBe(type);
});

test('a field that a command needs cannot be left out', () => {
  // @ts-expect-error -- layer.continue needs a layer
  const wrong: CommandInput = { type: 'layer.continue' };
  expect(COMMANDS['layer.continue'].schema.safeParse(wrong).success).toBe(false);
});
