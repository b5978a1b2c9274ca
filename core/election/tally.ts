/** From an allocation to the House that a fact holds and an arc draws, and what can be wrong with such a House. */
import type { Tally } from '../schema/fact.ts';
import type { Party } from '../schema/show.ts';
import type { Allocation } from './allocate.ts';
import { INDEPENDENT } from './counting.ts';

export interface TallyInput {
  allocation: Allocation;
  /** Electorates declared final, by party id; independents under `independent`. */
  declared: Readonly<Record<string, number>>;
  /** The show's, left to right. Independents have seats in the arc where one has the id `independent`. */
  parties: readonly Party[];
  /** Every electorate is declared and the count is over: all seats are known. */
  complete: boolean;
  /** What to call a party that the show lacks; its id where absent. */
  nameOf?: (id: string) => string;
}

export interface TallyReading {
  tally: Tally;
  /** Seats that could not be placed, one sentence each. They stay hollow in the arc: it must not be read as whole. */
  problems: string[];
}

interface Holding {
  id: string;
  total: number;
  entitlement: number;
  electorates: number;
  list: number;
}

/**
 * While counting, declared electorates are `seats` and the rest of what the count gives a party is `leading`; of its
 * overhang only what its declared electorates make is stated, because overhang is drawn on seats that are won. When
 * complete, every seat is known. Undecided seats and those of parties that the show lacks are nobody's. An electorate
 * without a poll is no seat of the House until its by-election (2023: 122 at the declaration, 123 after), so it is not
 * counted as `vacant` here; `allocation.vacancies` has it for the note.
 */
export function tallyOf(input: TallyInput): TallyReading {
  const { allocation, declared, parties, complete, nameOf = itself } = input;
  const { independents, undecided, house } = allocation;
  const held: Holding[] = allocation.parties.filter(({ total }) => total > 0);
  if (independents > 0) {
    const alone = { entitlement: independents, electorates: independents, list: 0, total: independents };
    held.push({ id: INDEPENDENT, ...alone });
  }
  const rows = parties.flatMap(({ id, side }): Tally['rows'] => {
    const found = held.find((one) => one.id === id);
    if (!found) return [];
    const won = complete ? found.total : Math.min(declared[id] ?? 0, found.electorates);
    return [
      {
        party: id,
        seats: won,
        electorate: complete ? found.electorates : won,
        list: complete ? found.list : null,
        leading: found.total - won,
        projected: 0,
        overhang: Math.max(0, Math.min(won, found.electorates) - found.entitlement),
        side,
      },
    ];
  });
  const placed = new Set<string>(rows.map(({ party }) => party));
  const problems = held
    .filter(({ id }) => !placed.has(id))
    .map(
      ({ id, total }) =>
        `the show has no party "${nameOf(id)}", which has ${many(total, 'seat')} of the ${house}`,
    );
  if (undecided > 0) problems.push(`${many(undecided, 'seat')} of the ${house}: tied, or nobody's yet`);
  return {
    tally: { house, vacant: 0, overhang: rows.reduce((n, row) => n + row.overhang, 0), rows },
    problems,
  };
}

const itself = (id: string): string => id;

const many = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/**
 * What is wrong with a House, one sentence each; empty where it adds up. Seats that nobody holds yet are allowed.
 * @param nameOf what to call a party
 */
export function tallyProblems(tally: Tally, nameOf: (party: string) => string = itself): string[] {
  const { house, vacant, overhang, rows } = tally;
  const problems: string[] = [];
  const held = rows.reduce((n, row) => n + row.seats + row.leading + row.projected, 0);
  if (held + vacant > house) {
    problems.push(`the parties and vacancies come to ${held + vacant} seats, but the House has ${house}`);
  }
  const over = rows.reduce((n, row) => n + row.overhang, 0);
  if (over !== overhang) {
    problems.push(`the House's overhang is given as ${overhang}, but the parties' comes to ${over}`);
  }
  const seen = new Set<string>();
  for (const { party, seats, electorate, list, overhang: extra } of rows) {
    const name = nameOf(party);
    if (seen.has(party)) problems.push(`${name} is listed twice`);
    seen.add(party);
    if (electorate !== null && list !== null && electorate + list !== seats) {
      const sum = `${many(electorate, 'electorate seat')} and ${many(list, 'list seat')}`;
      problems.push(`${name}: ${sum} do not come to ${seats}`);
    }
    if (electorate !== null && list === null && electorate > seats) {
      problems.push(`${name}: ${many(electorate, 'electorate seat')}, but ${many(seats, 'seat')} in all`);
    }
    if (extra > (electorate ?? seats)) {
      const held = many(electorate ?? seats, electorate === null ? 'seat' : 'electorate seat');
      problems.push(`${name}: an overhang of ${extra}, but only ${held}`);
    }
    if (extra > 0 && list !== null && list > 0) {
      problems.push(`${name}: a party with an overhang has no list seats, but ${list} are given`);
    }
  }
  return problems;
}
