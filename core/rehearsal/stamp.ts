/**
 * In rehearsal every fact and cue that a command has put or changed gets the origin `rehearsal`. Done once, for all
 * commands, by comparing the tables before and after: a command that is added tomorrow cannot forget it.
 */
import { sameJson } from '../json.ts';
import type { Mode } from '../layers.ts';
import type { Show } from '../schema/show.ts';
import type { State } from '../state.ts';
import { changedRows, getRow, type Table } from '../table.ts';

type Kept = Table<{ origin: Mode }>;
type TableName = 'facts' | 'cues';

const tablesOf = ({ facts, cues }: Show): [TableName, Kept][] => [
  ['facts', facts],
  ['cues', cues],
];

export interface Stamp {
  table: TableName;
  id: string;
}

/**
 * The rows that still call themselves live and are not what the live show has. An undo in rehearsal that brings a row
 * back to what it is live needs none.
 */
export function unstamped(
  before: Pick<State, 'show'>,
  { show, held }: Pick<State, 'show' | 'held'>,
): Stamp[] {
  if (held === null || (before.show.facts === show.facts && before.show.cues === show.cues)) return [];
  return tablesOf(show).flatMap(([table, rows]) =>
    changedRows<{ origin: Mode }>(before.show[table], rows).flatMap(({ id, after }) =>
      after?.origin === 'live' && !sameJson(after, getRow<unknown>(held[table], id)) ? [{ table, id }] : [],
    ),
  );
}

/** Works on a draft. */
export function stamp({ show }: Pick<State, 'show'>, stamps: readonly Stamp[]): void {
  for (const { table, id } of stamps) {
    const row = getRow<{ origin: Mode }>(show[table], id);
    if (row) row.origin = 'rehearsal';
  }
}
