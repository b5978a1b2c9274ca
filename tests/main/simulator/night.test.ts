// A simulated night: whatever the seed, it only grows, adds up at every moment and ends exactly at the stored result.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { electoratesOf } from '../../../main/simulator/electorates.ts';
import { countFiles, electoratePath, listFiles } from '../../../main/simulator/files.ts';
import { planNight, type Night } from '../../../main/simulator/night.ts';
import { momentOf, progressOf, stateAt, type ElectorateState } from '../../../main/simulator/state.ts';
import { DECLARED, readDeclared } from '../../core/election/elections.ts';
import {
  Candidates,
  ElectionXml,
  ElectorateXml,
  readFeed,
  readXml,
  StatisticsXml,
  votesByName,
} from './feed.ts';

const IDS = DECLARED.map(({ id }) => id);
const nights = fc
  .tuple(fc.constantFrom(...IDS), fc.nat(1_000_000))
  .map(([id, seed]) => planNight(readDeclared(id).record, seed));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

const filesOf = (night: Night, moment: number): Map<string, string> =>
  new Map([...listFiles(night), ...countFiles(stateAt(night, moment))]);

const leader = ({ electorate, candidateVotes }: ElectorateState): string | undefined =>
  electorate.candidates[candidateVotes.indexOf(Math.max(...candidateVotes))]?.party;

/** What cannot be true of an electorate after it was as it was then. */
function impossible(now: ElectorateState, then: ElectorateState): string[] {
  const fell = (a: readonly number[], b: readonly number[]) => a.some((n, i) => n < (b[i] ?? Infinity));
  const rules: readonly (readonly [boolean, string])[] = [
    [fell(now.partyVotes, then.partyVotes), 'party votes fell'],
    [fell(now.candidateVotes, then.candidateVotes), 'candidates’ votes fell'],
    [now.votesCast < then.votesCast, 'papers fell'],
    [now.at < then.at, 'it went back in time'],
    [sum(now.partyVotes) + now.partyInformals !== now.votesCast, 'party votes and papers differ'],
    [sum(now.candidateVotes) + now.candidateInformals > now.votesCast, 'more candidates’ votes than papers'],
    [now.votesCast > now.electorate.enrolled, 'more papers than enrolled'],
    [now.final !== (now.counted === now.electorate.places), 'final is not when all is counted'],
  ];
  return rules.flatMap(([broken, what]) => (broken ? [`${now.electorate.name}: ${what}`] : []));
}

describe('electorates', () => {
  it.each(IDS)('%s: as many winners of each party as stand in the record', (id) => {
    const { record } = readDeclared(id);
    const electorates = electoratesOf(record);
    expect(electorates).toHaveLength(record.electorates_total ?? NaN);
    expect(new Set(electorates.map(({ name }) => name)).size).toBe(electorates.length);
    expect(electorates.filter(({ maori }) => maori)).toHaveLength(7);
    for (const party of record.parties) {
      expect(electorates.filter(({ winner }) => winner === party.id)).toHaveLength(party.electorate_seats);
    }
    expect(electorates.filter(({ winner }) => winner === null)).toHaveLength(record.electorates_vacant);
    for (const { name } of electorates) expect(name).toBe(name.normalize('NFC'));
  });

  it('an election that we have no list of has numbered ones', () => {
    const record = { ...readDeclared('nz-2017').record, id: 'nz-1899' };
    expect(electoratesOf(record).map(({ name }) => name)).toContain('Electorate 12');
  });
});

describe('the end', () => {
  it.each(IDS)('%s is exactly the stored result, through the files', (id) => {
    const { record } = readDeclared(id);
    const declared = DECLARED.find((one) => one.id === id);
    const result = readFeed(filesOf(planNight(record, 1), 1));
    const votes = votesByName(record);
    expect(result.votes).toEqual(votes);
    expect(result.electorateVotes).toEqual(votes);
    expect(result.percentCounted).toBe(100);
    expect(result.electoratesFinal).toBe(record.electorates_total);
    for (const party of record.parties) {
      const seats = declared?.parties.find((row) => row.id === party.id);
      expect(result.seats[party.name ?? '']).toEqual([
        party.electorate_seats,
        seats?.list_seats,
        seats?.total_seats,
      ]);
      const won = Object.values(result.winners).filter((winner) => winner === party.name);
      expect(won).toHaveLength(party.electorate_seats);
    }
  });

  it('2008 has the candidates and official margins of the demo show’s facts, and nobody else’s names', () => {
    const night = planNight(readDeclared('nz-2008').record, 7);
    const ranked = (name: string) =>
      [...(night.electorates.find((one) => one.name === name)?.candidates ?? [])].sort(
        (a, b) => b.votes - a.votes,
      );
    const margin = (name: string) => {
      const [first, second] = ranked(name);
      return (first?.votes ?? 0) - (second?.votes ?? 0);
    };
    expect(
      ranked('Auckland Central')
        .slice(0, 2)
        .map(({ name }) => name),
    ).toEqual(['KAYE, Nikki', 'TIZARD, Judith']);
    expect(
      ranked('New Plymouth')
        .slice(0, 2)
        .map(({ name }) => name),
    ).toEqual(['YOUNG, Jonathan', 'DUYNHOVEN, Harry']);
    expect(
      ranked('Tauranga')
        .slice(0, 2)
        .map(({ name }) => name),
    ).toEqual(['BRIDGES, Simon', 'PETERS, Winston']);
    expect(['Auckland Central', 'New Plymouth', 'Tauranga', 'Te Tai Tonga'].map(margin)).toEqual([
      1497, 105, 11742, 1049,
    ]);
    const named = night.electorates
      .flatMap(({ candidates }) => candidates)
      .filter(({ name }) => !name.startsWith('CANDIDATE, '));
    expect(named).toHaveLength(18);
    const other = planNight(readDeclared('nz-2023').record, 7);
    for (const { candidates } of other.electorates) {
      for (const { name } of candidates) expect(name.startsWith('CANDIDATE, ')).toBe(true);
    }
  });

  it('2023: no candidate and no seat in Port Waikato, but party votes', () => {
    const night = planNight(readDeclared('nz-2023').record, 1);
    const place = night.electorates.find(({ name }) => name === 'Port Waikato');
    const { electorate } = readXml(ElectorateXml, filesOf(night, 1).get(electoratePath(place?.number ?? 0)));
    expect(electorate.candidatevotes.candidate).toEqual([]);
    expect(electorate.statistics.total_candidates).toBe(0);
    expect(sum(electorate.partyvotes.party.map(({ votes }) => votes))).toBeGreaterThan(10_000);
  });
});

describe('on the way', () => {
  it('the same seed makes the same night, another makes another', () => {
    const { record } = readDeclared('nz-2008');
    expect(planNight(record, 3)).toEqual(planNight(record, 3));
    expect(planNight(record, 3)).not.toEqual(planNight(record, 4));
  });

  it('whatever the seed: electorates add up to the stored votes, and each is won by who won it', () => {
    fc.assert(
      fc.property(nights, (night) => {
        night.parties.forEach(({ id }, i) => {
          const stored = night.record.parties.find((party) => party.id === id)?.party_votes;
          expect(sum(night.electorates.map(({ parties }) => parties[i]?.votes ?? NaN))).toBe(stored);
        });
        const winners = electoratesOf(night.record);
        stateAt(night, 1).electorates.forEach((state, i) => {
          expect(leader(state) ?? null).toBe(winners[i]?.winner);
          expect(state.final).toBe(true);
        });
      }),
      { numRuns: 25 },
    );
  });

  it('counts only grow, and never exceed the ballot papers or the enrolled', () => {
    fc.assert(
      fc.property(nights, (night) => {
        let before = stateAt(night, 0);
        expect(before.at).toBeNull();
        for (let step = 1; step <= 30; step += 1) {
          const state = stateAt(night, step / 30);
          // one expectation for all: there are half a million of them
          const wrong = state.electorates.flatMap((now, i) => {
            const then = before.electorates[i];
            return then ? impossible(now, then) : ['an electorate is missing'];
          });
          expect(wrong).toEqual([]);
          expect(progressOf(state).counted).toBeGreaterThanOrEqual(progressOf(before).counted);
          before = state;
        }
      }),
      { numRuns: 12 },
    );
  });

  it('is believable: some report before others, electorates end at different times, leads change hands', () => {
    fc.assert(
      fc.property(nights, (night) => {
        const early = stateAt(night, 0.06).electorates;
        expect(early.some(({ counted }) => counted > 0)).toBe(true);
        expect(early.some(({ counted }) => counted === 0)).toBe(true);
        const halfway = stateAt(night, 0.75).electorates;
        expect(halfway.some(({ final }) => final)).toBe(true);
        expect(halfway.some(({ final }) => !final)).toBe(true);
        const end = stateAt(night, 1).electorates.map(leader);
        const changed = [0.15, 0.25, 0.4].some((moment) =>
          stateAt(night, moment).electorates.some(
            (state, i) => state.counted > 0 && leader(state) !== end[i],
          ),
        );
        expect(changed).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it('every file parses at every moment, is marked, and its figures agree with each other', () => {
    const night = planNight(readDeclared('nz-2008').record, 5);
    for (const moment of [0.1, 0.3, 0.61, 0.97, 1]) {
      const state = stateAt(night, moment);
      const files = filesOf(night, moment);
      const { election } = readXml(ElectionXml, files.get('election.xml'));
      const { statistics } = readXml(StatisticsXml, files.get('statistics.xml'));
      expect(statistics.total_votes_cast).toBe(election.statistics.total_votes_cast);
      expect(sum(election.partystatus.party.map(({ percent_votes }) => percent_votes))).toBeCloseTo(100, 0);
      for (const row of election.partystatus.party) {
        expect(row.party_seats + row.candidate_seats).toBe(row.total_seats);
      }
      const electorates = state.electorates.filter(({ counted }) => counted > 0);
      const read = electorates.map(
        ({ electorate }) => readXml(ElectorateXml, files.get(electoratePath(electorate.number))).electorate,
      );
      expect(sum(read.map((one) => one.statistics.total_votes_cast))).toBe(
        election.statistics.total_votes_cast,
      );
      expect(read.filter(({ final }) => final === 'true')).toHaveLength(
        election.statistics.total_electorates_final,
      );
      expect(
        read
          .map(({ updated }) => updated)
          .sort()
          .at(-1),
      ).toBe(election.updated);
      for (const { candidates } of night.electorates) expect(candidates.length).toBeGreaterThan(1);
      for (const text of files.values()) expect(text).toContain('<!-- Simulated by Tallydesk');
    }
    expect(
      readXml(Candidates, listFiles(night).get('candidates.xml')).candidates.candidate.length,
    ).toBeGreaterThan(300);
  });

  it('before the first result there are only the lists; an electorate’s file comes with its first place', () => {
    const night = planNight(readDeclared('nz-2008').record, 5);
    expect([...filesOf(night, 0).keys()]).toEqual(['parties.xml', 'electorates.xml', 'candidates.xml']);
    const electorates = [...filesOf(night, 0.08).keys()].filter((path) => path.startsWith('e0'));
    expect(electorates.length).toBeGreaterThan(0);
    expect(electorates.length).toBeLessThan(70);
  });

  it('a file changes only when its count does', () => {
    const night = planNight(readDeclared('nz-2008').record, 5);
    const [a, b] = [filesOf(night, 0.5), filesOf(night, 0.5001)];
    const changed = [...b].filter(([path, text]) => a.get(path) !== text);
    expect(changed.length).toBeLessThan(15);
  });

  it('finds the moment at which so much is counted', () => {
    const night = planNight(readDeclared('nz-2023').record, 2);
    for (const percent of [0, 25, 85.1, 99.9]) {
      const { counted, places } = progressOf(stateAt(night, momentOf(night, percent)));
      expect(counted * 100).toBeLessThanOrEqual(percent * places);
      expect((counted + 72) * 100).toBeGreaterThan(percent * places);
    }
    expect(momentOf(night, 100)).toBe(1);
  });
});
