/**
 * Outputs: where the channels are shown. None of it is undone by Ctrl+Z, because an undo must never move a picture to
 * another wall (docs/decisions/0006).
 */
import { current } from 'immer';
import { z } from 'zod';
import { OutputId } from '../ids.ts';
import { isDrawing } from '../outputs/look.ts';
import { isShowing } from '../playout.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { Output, OutputMode, OutputTarget, Picture, plainOutput, type OutputAir } from '../schema/output.ts';
import type { State } from '../state.ts';
import { defineCommand } from './command.ts';

/** More than a station drives; a script that makes outputs in a loop stops here. */
const MAX_OUTPUTS = 16;

const outputOf = ({ show }: State, id: string): Output | undefined =>
  show.outputs.find((output) => output.id === id);

const unknown = (id: string): Refusal => refuse('output_unknown', `There is no output "${id}" in this show.`);

/** Ids of the displays that an output has been given. */
const displaysOf = ({ target }: Pick<Output, 'target'>): number[] =>
  target.kind === 'display' ? [target.display, target.key].flatMap((ref) => (ref ? [ref.id] : [])) : [];

function unfit(state: State, output: Output): Refusal | null {
  const others = state.show.outputs.filter(({ id }) => id !== output.id);
  if (others.some(({ name }) => name === output.name)) {
    return refuse('output_name_taken', `Another output is called “${output.name}”.`);
  }
  const mine = displaysOf(output);
  if (new Set(mine).size < mine.length) {
    return refuse('display_taken', 'Fill and key need a display each: choose two different ones.');
  }
  const holder = others.find((other) => other.open && displaysOf(other).some((id) => mine.includes(id)));
  if (output.open && holder) {
    return refuse('display_taken', `That display belongs to the output “${holder.name}”.`);
  }
  return null;
}

const isRehearsing = ({ air }: State): boolean => air.mode === 'rehearsal';

const programStays = (): Refusal =>
  refuse('live_data_in_rehearsal', 'Program outputs stay as they are in rehearsal: return to live first.');

/** @returns the output's own row, made where it has none yet */
const airOf = (draft: State, id: OutputId): OutputAir => (draft.air.outputs[id] ??= { ...plainOutput });

const content = {
  name: Output.shape.name,
  channel: Output.shape.channel,
  open: Output.shape.open,
  target: OutputTarget,
  mode: OutputMode,
};

export const outputCreate = defineCommand({
  type: 'output.create',
  title: 'Add an output',
  schema: z.object({
    name: content.name,
    channel: content.channel,
    open: content.open.default(true),
    target: content.target.default({ kind: 'display', display: null, key: null }),
    mode: content.mode.default({ kind: 'black' }),
  }),
  undo: 'never',
  access: 'open',
  check(state, command) {
    if (isRehearsing(state) && command.channel === 'program') return programStays();
    if (state.show.outputs.length >= MAX_OUTPUTS) {
      return refuse('too_many_outputs', `A show has ${MAX_OUTPUTS} outputs at most.`);
    }
    return unfit(state, { ...command, id: OutputId.parse('new') });
  },
  apply({ show }, command, context) {
    const id = OutputId.parse(context.newId('output'));
    show.outputs.push({ id, ...command });
    return { outputId: id };
  },
});

export const outputEdit = defineCommand({
  type: 'output.edit',
  title: 'Change an output',
  schema: z.object({
    outputId: OutputId,
    name: content.name.exactOptional(),
    channel: content.channel.exactOptional(),
    open: content.open.exactOptional(),
    target: content.target.exactOptional(),
    mode: content.mode.exactOptional(),
  }),
  undo: 'never',
  access: 'open',
  check(state, { outputId, ...change }) {
    const output = outputOf(state, outputId);
    if (!output) return unknown(outputId);
    const after = { ...output, ...change };
    if (isRehearsing(state) && [output.channel, after.channel].includes('program')) return programStays();
    return unfit(state, after);
  },
  apply(draft, { outputId, ...change }) {
    const output = outputOf(draft, outputId);
    if (!output) throw new Error('an output that passed its check and is gone');
    const before = output.channel;
    Object.assign(output, change);
    // what was allowed on the other channel may not be on this one, and what was frozen was that one's
    if (output.channel !== before) draft.air.outputs[outputId] = { ...plainOutput };
    return { outputId };
  },
});

export const outputDelete = defineCommand({
  type: 'output.delete',
  title: 'Delete an output',
  schema: z.object({ outputId: OutputId }),
  undo: 'never',
  access: 'open',
  check(state, { outputId }) {
    const output = outputOf(state, outputId);
    if (!output) return unknown(outputId);
    if (!output.open) return null;
    return refuse('output_open', `“${output.name}” is open: close it before deleting it.`);
  },
  apply({ show, air }, { outputId }) {
    show.outputs = show.outputs.filter(({ id }) => id !== outputId);
    delete air.outputs[outputId];
    return {};
  },
});

export const outputPicture = defineCommand({
  type: 'output.picture',
  title: 'Show its channel, black or the test card',
  schema: z.object({ outputId: OutputId, picture: Picture }),
  undo: 'never',
  access: 'open',
  needsRight: true,
  check(state, { outputId, picture }) {
    const output = outputOf(state, outputId);
    if (!output) return unknown(outputId);
    if (picture !== 'test') return null;
    if (output.channel === 'program' && isRehearsing(state)) return programStays();
    // what is on preview, nobody but the operator sees
    if (output.channel === 'preview') return null;
    // frozen while empty it covers nothing now, and would once the picture moves again
    if (!isDrawing(state, output) && !isShowing(state.air, output.channel)) return null;
    return refuse('on_air', `Something is on “${output.name}”: a test card would cover it. Clear it first.`);
  },
  apply(draft, { outputId, picture }) {
    airOf(draft, outputId).picture = picture;
    return {};
  },
});

export const outputGuides = defineCommand({
  type: 'output.guides',
  title: 'Show safe areas and a grid',
  schema: z.object({ outputId: OutputId, on: z.boolean() }),
  undo: 'never',
  access: 'open',
  check(state, { outputId, on }) {
    const output = outputOf(state, outputId);
    if (!output) return unknown(outputId);
    if (!on || output.channel !== 'program') return null;
    return refuse(
      'guides_on_program',
      'Guides are never drawn on a program output. The test card shows the safe areas.',
    );
  },
  apply(draft, { outputId, on }) {
    airOf(draft, outputId).guides = on;
    return {};
  },
});

export const outputFreeze = defineCommand({
  type: 'output.freeze',
  title: 'Freeze an output, or let it follow again',
  schema: z.object({ outputId: OutputId, on: z.boolean() }),
  undo: 'never',
  access: 'open',
  needsRight: true,
  check: (state, { outputId }) => (outputOf(state, outputId) ? null : unknown(outputId)),
  apply(draft, { outputId, on }) {
    const output = outputOf(draft, outputId);
    if (!output) throw new Error('an output that passed its check and is gone');
    const air = airOf(draft, outputId);
    const { mode, channels } = draft.air;
    if (!on) air.frozen = null;
    else air.frozen ??= { mode, layers: current(channels[output.channel].layers) };
    return {};
  },
});

export const outputRestart = defineCommand({
  type: 'output.restart',
  title: 'Restart an output',
  schema: z.object({ outputId: OutputId }),
  undo: 'never',
  access: 'open',
  needsRight: true,
  check: (state, { outputId }) => (outputOf(state, outputId) ? null : unknown(outputId)),
  apply(draft, { outputId }) {
    airOf(draft, outputId).restarts += 1;
    return {};
  },
});
