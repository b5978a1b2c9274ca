/** Settings of the show itself, and stepping back and forth through its edits. */
import { z } from 'zod';
import { sameJson } from '../json.ts';
import { Baseline } from '../schema/baseline.ts';
import { FrameRate } from '../schema/output.ts';
import { defineCommand } from './command.ts';

export const showEdit = defineCommand({
  type: 'show.edit',
  title: 'Change the show’s settings',
  schema: z.object({
    title: z.string().min(1).max(200).optional(),
    fourEyes: z.boolean().optional(),
    frameRate: FrameRate.optional(),
    allowOverride: z.boolean().exactOptional(),
    baseline: Baseline.nullable().exactOptional(),
  }),
  undo: 'record',
  access: 'open',
  describe: ({ show }, { title }) => (title === undefined || title === show.title ? '' : title),
  check: () => null,
  apply({ show }, { title, fourEyes, frameRate, allowOverride, baseline }) {
    if (title !== undefined) show.title = title;
    if (fourEyes !== undefined) show.settings.fourEyes = fourEyes;
    if (frameRate !== undefined) show.settings.frameRate = frameRate;
    if (allowOverride !== undefined) show.settings.allowOverride = allowOverride;
    if (baseline !== undefined && !sameJson(show.baseline, baseline)) show.baseline = baseline;
    return {};
  },
});

/** Undo and redo are applied by the history (history.ts); they stand here for their names and schemas. */
export const Step = z.object({
  /** The step that is meant, where it has a group: another one on top is refused. */
  group: z.string().exactOptional(),
});

const step = (type: 'show.undo' | 'show.redo', title: string) =>
  defineCommand({
    type,
    title,
    schema: Step,
    undo: 'never',
    access: 'open',
    check: () => null,
    apply: () => ({}),
  });

export const showUndo = step('show.undo', 'Undo');
export const showRedo = step('show.redo', 'Redo');

/** Undo or redo, in one revision, until the step with that id is the last one done. */
export const StepTo = z.object({
  /** As in `GET /history`; 0 is before the first step. */
  id: z.int().min(0),
});

export const showStepTo = defineCommand({
  type: 'show.stepTo',
  title: 'Go to a step of the history',
  schema: StepTo,
  undo: 'never',
  access: 'open',
  check: () => null,
  apply: () => ({}),
});
