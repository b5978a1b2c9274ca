// One election from a file: votes and electorates are read, seats never, and what is wrong is named by its field.
import { describe, expect, it } from 'vitest';
import { allocate } from '../../../core/election/allocate.ts';
import { readRecord } from '../../../core/election/record.ts';
import { DECLARED } from './elections.ts';

const party = (over: object = {}) => ({ id: 'a', party_votes: 10, electorate_seats: 1, ...over });
const record = (over: object = {}) => ({ id: 'x', parties: [party()], ...over });

const problemOf = (value: unknown): string => {
  const reading = readRecord(value);
  if (reading.ok) throw new Error('it was accepted');
  return reading.problem;
};

describe('an election in a file', () => {
  it.each(DECLARED.map((declared) => [declared.id, declared] as const))(
    '%s: seats that are false or missing change nothing',
    (_id, declared) => {
      const honest = readRecord(declared);
      const liar = readRecord({
        ...declared,
        list_seats: 1,
        overhang_seats: 77,
        house_seats: 999,
        majority: 3,
        parties: declared.parties.map((row) => ({ ...row, list_seats: 50, total_seats: -4 })),
      });
      if (!honest.ok || !liar.ok) throw new Error('refused');
      expect(honest.warnings).toEqual([]);
      expect(allocate(liar.contest)).toEqual(allocate(honest.contest));
    },
  );

  it.each([
    ['no object', [], 'the election: must be an object'],
    ['no parties', { id: 'x' }, '"parties": is needed'],
    [
      'negative votes',
      record({ parties: [party({ party_votes: -1 })] }),
      '"parties.0.party_votes": must be 0 at least',
    ],
    [
      'half a vote',
      record({ parties: [party({ party_votes: 1.5 })] }),
      '"parties.0.party_votes": must be a whole number',
    ],
    [
      'votes in text',
      record({ parties: [party({ party_votes: '1.234' })] }),
      '"parties.0.party_votes": must be a number',
    ],
    [
      'a party twice',
      record({ parties: [party(), party()] }),
      '"parties.1.id": the party "a" is there already',
    ],
    [
      'too many electorates',
      record({ electorates_total: 0 }),
      '"parties": the electorates won come to 1, but "electorates_total" is 0',
    ],
    [
      'electorates and vacancies',
      record({ electorates_total: 1, electorates_vacant: 1 }),
      '"parties": the electorates won come to 1, the vacant ones to 1, but "electorates_total" is 1',
    ],
    [
      'independents',
      record({ independents_elected: 121 }),
      '"independents_elected": 121 are more than the 120',
    ],
  ])('%s is refused, naming the field', (_what, value, sentence) => {
    expect(problemOf(value)).toContain(sentence);
  });

  it('says where stated sums differ, and goes by the parties', () => {
    const reading = readRecord(record({ valid_party_votes: 11, electorates_filled: 2 }));
    expect(reading.ok && reading.warnings).toEqual([
      '"valid_party_votes" says 11, but the parties\' votes come to 10, which is what counts',
      '"electorates_filled" says 2, but the parties and independents have 1',
    ]);
  });
});
