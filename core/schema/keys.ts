/**
 * The key map of a show: what differs from the keys that Tallydesk comes with. A chord is written as modifiers and one
 * key: `Ctrl+Shift+Escape`, `u`, `Space`, `NumpadEnter`.
 */
import { z } from 'zod';
import { CueId } from '../ids.ts';

export const Chord = z
  .string()
  .regex(/^((Ctrl|Shift|Alt)\+)*\S{1,20}$/, 'a key is like "u" or "Ctrl+Shift+z"');
export type Chord = z.infer<typeof Chord>;

export const FunctionKey = z.enum([
  'F1',
  'F2',
  'F3',
  'F4',
  'F5',
  'F6',
  'F7',
  'F8',
  'F9',
  'F10',
  'F11',
  'F12',
]);
export type FunctionKey = z.infer<typeof FunctionKey>;

/** What a function key does: it takes nothing but brings a cue to preview, or it is another key for an action. */
export const FunctionKeyTarget = z.union([
  z.object({ cue: CueId }),
  z.object({ action: z.string().min(1).max(40) }),
]);
export type FunctionKeyTarget = z.infer<typeof FunctionKeyTarget>;

export const KeyMap = z.object({
  /** By action: its chords, the first printed on its button. An action that is not here has its usual ones. */
  map: z.record(z.string().min(1).max(40), z.array(Chord).max(4)).default({}),
  functions: z.partialRecord(FunctionKey, FunctionKeyTarget).default({}),
});
export type KeyMap = z.infer<typeof KeyMap>;

export const firstKeyMap = (): KeyMap => ({ map: {}, functions: {} });
