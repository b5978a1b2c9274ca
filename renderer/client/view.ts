/**
 * A snapshot as the desk checks it: everything but the insides of facts and cues. The station has parsed each of
 * those by its own schema; to do it again for 10,000 facts takes seconds, in which an operator could not take.
 */
import { z } from 'zod';
import { isObject } from '../../core/json.ts';
import { Air } from '../../core/schema/air.ts';
import type { Cue } from '../../core/schema/cue.ts';
import type { Fact } from '../../core/schema/fact.ts';
import { Show } from '../../core/schema/show.ts';
import type { State } from '../../core/state.ts';
import type { Table } from '../../core/table.ts';

const isRow = (value: unknown): boolean => isObject(value) && typeof value['id'] === 'string';

/** Looked through at once: a schema for each of 12,000 rows is felt before the first picture. */
const table = <T>() =>
  z.custom<Table<T>>(
    (value) =>
      isObject(value) &&
      isObject(value['buckets']) &&
      Object.values(value['buckets']).every(
        (bucket) => isObject(bucket) && Object.values(bucket).every(isRow),
      ),
  );

export const View: z.ZodType<State> = z.object({
  show: Show.extend({ facts: table<Fact>(), cues: table<Cue>() }),
  air: Air,
  rehearsal: z.custom<State['rehearsal']>((value) => value === null || isObject(value)),
  held: z.null().default(null),
});
