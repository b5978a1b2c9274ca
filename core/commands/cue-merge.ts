/** An edit of a cue that somebody else has edited since the form showed it: other fields go through, the same is refused. */
import type { z } from 'zod';
import type { History } from '../history.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { cueLabel, shortened } from '../labels.ts';
import { merge } from '../merge.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { Cue, CueContent } from '../schema/cue.ts';
import type { State } from '../state.ts';
import { getRow } from '../table.ts';
import type { Context } from './command.ts';

type Changes = { [K in keyof z.infer<typeof CueContent>]?: z.infer<typeof CueContent>[K] | undefined } & {
  number?: number | undefined;
};

/** What stands in a field, where it was seen; undefined where nobody said. */
const fieldOf = (changes: object, key: string): Json | undefined =>
  Object.hasOwn(changes, key) ? (changes as JsonObject)[key] : undefined;

/** The fields of an edit, put together with what the cue says by now. */
export function mergedChanges(
  cue: Cue,
  changes: Changes,
  was: Changes | undefined,
): { changes: Changes; conflicts: (readonly string[])[] } {
  if (was === undefined) return { changes, conflicts: [] };
  const conflicts: (readonly string[])[] = [];
  const together = Object.keys(changes).map((key) => {
    const mine = fieldOf(changes, key);
    const seen = fieldOf(was, key);
    if (seen === undefined || mine === undefined) return [key, mine] as const;
    const merged = merge(seen, mine, fieldOf(cue, key), [key]);
    conflicts.push(...merged.conflicts);
    return [key, merged.value] as const;
  });
  // each field is one of the two that have been parsed, or rows of both
  return { changes: Object.fromEntries(together) as Changes, conflicts };
}

/** Who changed this field last, as far as the history says. */
function whoChanged({ done }: Pick<History, 'done'>, id: string, [field]: readonly string[]): string | null {
  const entry = done.findLast(({ patches }) =>
    patches.some(({ path }) => path.includes(id) && (path.at(-1) === id || path.includes(field ?? ''))),
  );
  return entry?.by ?? null;
}

const isText = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

/** The field as the form calls it. */
function titleOf({ graphics }: Pick<Context, 'graphics'>, cue: Cue, [field = '', inner]: readonly string[]) {
  if (inner === undefined) return field;
  const properties = graphics.get(cue.graphic)?.schema['properties'];
  const property = isObject(properties) ? properties[inner] : undefined;
  return isObject(property) && typeof property['title'] === 'string' ? property['title'] : inner;
}

/** Names who changed what to what; null where nothing is in the way. */
export function mergeRefusal(
  { show }: State,
  cueId: Cue['id'],
  changes: Changes,
  was: Changes | undefined,
  context: Context,
): Refusal | null {
  const cue = getRow(show.cues, cueId);
  const first = cue && mergedChanges(cue, changes, was).conflicts[0];
  if (!first) return null;
  const who = (context.history && whoChanged(context.history, cueId, first)) ?? 'Somebody';
  const value = first.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), cue);
  const to = isText(value) ? `: it says “${shortened(String(value))}” now` : '';
  return refuse(
    'changed_since',
    `${who} has changed “${titleOf(context, cue, first)}” of cue ${cueLabel(show, cueId)} meanwhile${to}.`,
  );
}
