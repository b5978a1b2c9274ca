/** Elections worked out for the desk: the stored ones come out as they were, and nothing is more certain than it is. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Results } from '../../core/election/results.ts';
import { PartyId } from '../../core/ids.ts';
import type { Show } from '../../core/schema/show.ts';
import {
  electorateRows,
  findElectorates,
  stateOfElectorate,
} from '../../renderer/results/electorate-rows.ts';
import { baselineOf, factOf } from '../../renderer/results/from-record.ts';
import {
  idsOf,
  outcomeOfRecord,
  outcomeOfResults,
  StoredElection,
  type Context,
  type Outcome,
  type Worked,
} from '../../renderer/results/outcome.ts';
import { FactContent } from '../../core/schema/fact.ts';
import { makeParty } from '../support/builders.ts';

const stored = JSON.parse(readFileSync('assets/elections/nz-elections.json', 'utf8')) as {
  elections: unknown[];
  preliminary: unknown[];
};
const records = [...stored.elections, ...stored.preliminary].map((one) => StoredElection.parse(one));
const record = (id: string): StoredElection => {
  const found = records.find((one) => one.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

const partiesOf = (...ids: string[]): Show['parties'] => ({
  byId: Object.fromEntries(ids.map((id) => [id, makeParty(id)])),
  order: ids.map((id) => PartyId.parse(id)),
});
const parties = partiesOf('green', 'labour', 'progressive', 'maori', 'unitedfuture', 'national', 'act');
const plain: Context = { parties, baseline: null, fromShares: false };

const worked = (result: Worked): Outcome => {
  if (!result.ok) throw new Error(result.problem);
  return result.outcome;
};
const seats = ({ parties: rows }: Outcome) =>
  Object.fromEntries(rows.filter(({ total }) => total > 0).map(({ id, total }) => [id, total]));

describe('a stored election', () => {
  it('comes out as it was declared, most votes first', () => {
    const outcome = worked(outcomeOfRecord(record('nz-2008'), plain));
    expect(seats(outcome)).toEqual({
      ...{ national: 58, labour: 43, green: 9, act: 5, maori: 5, progressive: 1, unitedfuture: 1 },
    });
    expect(outcome.allocation).toMatchObject({ house: 122, majority: 62, overhang: 2 });
    expect(outcome.parties.map(({ id }) => id).slice(0, 4)).toEqual([
      'national',
      'labour',
      'green',
      'nzfirst',
    ]);
    expect(outcome.problems).toEqual([]);
  });

  it('from rounded shares is a projection, says so, and gives 57 to 44 instead of 58 to 43', () => {
    const outcome = worked(outcomeOfRecord(record('nz-2008'), { ...plain, fromShares: true }));
    expect(seats(outcome)).toMatchObject({ national: 57, labour: 44 });
    expect(outcome.projection).toMatch(/rounded/);
    expect(outcome.tally.rows.every((row) => row.seats === 0 && row.leading === 0)).toBe(true);
    // votes are shown as votes even then
    expect(outcome.parties[0]).toMatchObject({ id: 'national', votes: 1_053_398, share: 4493 });
  });

  it('draws the seats of parties that the show lacks, and says that it lacks them', () => {
    const outcome = worked(outcomeOfRecord(record('nz-2023'), { ...plain, parties: partiesOf('national') }));
    expect(outcome.tally.rows.reduce((n, row) => n + row.seats, 0)).toBe(122);
    expect(outcome.parties.find(({ id }) => id === 'labour')?.isInShow).toBe(false);
  });

  it('becomes the baseline of another, and changes are reckoned from it', () => {
    const before = worked(outcomeOfRecord(record('nz-2008-preliminary'), plain));
    const baseline = baselineOf(record('nz-2008-preliminary'), before, parties);
    expect(baseline).toMatchObject({ label: 'election night 2008', validVotes: 2_092_787, house: 122 });
    const after = worked(outcomeOfRecord(record('nz-2008'), { ...plain, baseline }));
    const change = (id: string) => after.parties.find((one) => one.id === id)?.change?.seatsChange;
    expect([change('national'), change('green')]).toEqual([-1, 1]);
  });

  it('becomes a fact that its schema takes, under its own source', () => {
    for (const id of ['nz-2008', 'nz-2008-preliminary']) {
      const outcome = worked(outcomeOfRecord(record(id), plain));
      const fact = FactContent.parse(factOf(record(id), outcome, parties));
      expect(fact.tally?.rows.reduce((n, row) => n + row.seats, 0)).toBe(122);
      expect(fact.status).toBe(id === 'nz-2008' ? 'certified' : 'unofficial-complete');
      expect(fact.onAir.label).toBe(id === 'nz-2008' ? 'OFFICIAL RESULT' : 'ELECTION NIGHT');
    }
  });
});

const electorate = (name: string, candidates: [string, string | null, number][], final = false) => ({
  name,
  final,
  countPercent: final ? 100 : 40,
  parties: [],
  candidates: candidates.map(([who, party, votes]) => ({ name: who, party, votes })),
});

const counting = Results.parse({
  election: 'A night',
  updated: null,
  countPercent: 40,
  electoratesTotal: 4,
  parties: [
    { name: 'National', votes: 600, stated: { electorates: 1, list: 60, total: 61 } },
    { name: 'Labour', votes: 400 },
    { name: 'The Teapot Party', votes: 10 },
  ],
  electorates: [
    electorate(
      'Tāmaki',
      [
        ['Ana', 'National', 12],
        ['Ben', 'Labour', 4],
      ],
      true,
    ),
    electorate('Ōhāriu', [
      ['Cy', 'Labour', 9],
      ['Di', 'National', 9],
    ]),
    electorate('Epsom', [['Eve', null, 7]]),
    electorate('Ilam', []),
  ],
});

describe('a count', () => {
  const idOf = idsOf(partiesOf('national', 'labour'), {});
  const context = { ...plain, parties: partiesOf('national', 'labour') };
  const outcome = worked(outcomeOfResults(counting, idOf, context));

  it('keeps what is declared apart from what leads', () => {
    const national = outcome.tally.rows.find(({ party }) => party === 'national');
    expect(national).toMatchObject({ seats: 1 });
    expect(national?.leading).toBeGreaterThan(0);
    expect(outcome.isComplete).toBe(false);
  });

  it('reports a tie, seats that the source states otherwise, and electorates without votes', () => {
    const said = outcome.problems.join('\n');
    expect(said).toContain('Ōhāriu');
    expect(said).toContain('National: the source says 61');
    expect(said).toContain('1 electorate has no votes yet');
  });

  it('lets parties that nobody knows take part', () => {
    expect(outcome.parties.map(({ name }) => name)).toContain('The Teapot Party');
    expect(outcome.allocation.validVotes).toBe(1010);
    expect(outcome.allocation.independents).toBe(1);
  });

  it('finds electorates without macrons, by candidate and by party', () => {
    const rows = electorateRows(outcome);
    expect(findElectorates(rows, 'ohariu').map(({ id }) => id)).toEqual(['Ōhāriu']);
    expect(findElectorates(rows, 'ana nat').map(({ id }) => id)).toEqual(['Tāmaki']);
    expect(findElectorates(rows, 'eve labour')).toEqual([]);
    expect(rows.map(({ standing }) => stateOfElectorate(standing)).sort()).toEqual([
      ...['declared', 'leads', 'noVotes', 'tied'],
    ]);
  });

  it('is refused in words where it cannot be reckoned', () => {
    const wrong = { ...record('nz-2008'), base_seats: 5000 };
    const refused = outcomeOfRecord(wrong, plain);
    expect(refused.ok ? '' : refused.problem).toMatch(/1000/);
  });
});
