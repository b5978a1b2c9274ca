// Names and times as feeds write them.
import { describe, expect, it } from 'vitest';
import { repairedName } from '../../../core/feeds/known-names.ts';
import { readCount, readNumber, readPercent } from '../../../core/feeds/numbers.ts';
import { partyNames } from '../../../core/feeds/party-names.ts';
import { personName } from '../../../core/feeds/person-names.ts';
import { withZone } from '../../../core/feeds/zone.ts';
import { shareOfVotes } from '../../../core/feeds/facts-of-results.ts';
import type { PartyId } from '../../../core/ids.ts';
import { demoShow } from '../../support/night-files.ts';

it.each([
  ['KAYE, Nikki', 'Nikki Kaye'],
  ["O'CONNOR, Damien", "Damien O'Connor"],
  ['KANONGATA’A, Anahila', 'Anahila Kanongata’a'],
  ['McCLAY, Todd', 'Todd McClay'],
  ['MCKAY, Ann', 'Ann McKay'],
  ['MACDONALD, Ann', 'Ann Macdonald'],
  ['MacDONALD, Ann', 'Ann MacDonald'],
  ['NGAREWA-PACKER, Debbie', 'Debbie Ngarewa-Packer'],
  ['TE URE O UENUKU, Rāwiri', 'Rāwiri Te Ure O Uenuku'],
  ['TŪTŪ, Ana', 'Ana Tūtū'],
  ['van der Berg, Jan', 'Jan van der Berg'],
  ['Winston Peters', 'Winston Peters'],
])('%s is said %s', (listed, said) => expect(personName(listed)).toBe(said));

describe('a party', () => {
  const parties = partyNames(demoShow('nz-2008'), { 'Family First': null, Nats: 'national' as PartyId });
  it.each([
    ['National Party', 'national'],
    ['New Zealand National Party', 'national'],
    ['MAORI PARTY', 'maori'],
    ['Ma\u0304ori Party', 'maori'],
    ['New Zealand First', 'nzfirst'],
    ['NZ First', 'nzfirst'],
    ['ACT New Zealand', 'act'],
    ['Jim Anderton’s Progressive', 'progressive'],
    ['The Green Party of Aotearoa New Zealand', 'green'],
    ['The Greens, The Green Party of Aotearoa/New Zealand', 'green'],
    ['Nats', 'national'],
  ])('%s is %s', (name, id) => expect([parties.idOf(name), parties.isUnknown(name)]).toEqual([id, false]));

  it('that the show leaves out is known, one that nobody has matched is not', () => {
    expect([parties.idOf('Family First'), parties.isUnknown('Family First')]).toEqual([null, false]);
    expect(parties.isUnknown('Labour, Workers')).toBe(true);
    expect([parties.idOf('First'), parties.isUnknown('Kiwi Party')]).toEqual(['nzfirst', true]);
  });
});

it('names are repaired from the table only', () => {
  expect(['Mäori Party', 'Màori Party', 'Ötaki', 'TE ATATÜ'].map(repairedName)).toEqual([
    'Māori Party',
    'Māori Party',
    'Ōtaki',
    'Te Atatū',
  ]);
  expect(['Sainte-Laguë', 'Māori Party', 'Maori Party', 'Müller'].map(repairedName)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

it.each([
  ['2008-11-08T21:30:00', '2008-11-08T21:30:00+13:00'],
  ['2008-07-08 21:30', '2008-07-08T21:30:00+12:00'],
  ['2023-09-24T01:59:59', '2023-09-24T01:59:59+12:00'],
  ['2023-09-24T03:00:00', '2023-09-24T03:00:00+13:00'],
  // the hour that comes twice is meant the first time
  ['2023-04-02T02:30:00', '2023-04-02T02:30:00+13:00'],
  ['2023-04-02T03:00:00', '2023-04-02T03:00:00+12:00'],
  ['2008-11-08T08:30:00Z', '2008-11-08T08:30:00Z'],
  ['2008-02-30T08:30:00', null],
  ['2008-11-08', null],
  ['soon', null],
])('%s in Auckland is %s', (local, zoned) => expect(withZone(local, 'Pacific/Auckland')).toBe(zoned));

it('numbers are read as they are written, or not at all', () => {
  const value = (read: ReturnType<typeof readCount>) => (read.ok ? read.value : null);
  expect(
    ['12', '1,053,398', '1 053 398', '-1', '1.5', '1.234,5', '', 'x', '12,5'].map((t) => value(readCount(t))),
  ).toEqual([12, 1053398, 1053398, null, null, null, null, null, null]);
  expect(['45.5', '-0.3', '45,5', '1,234', '1,234,567.5'].map((t) => value(readNumber(t)))).toEqual([
    45.5,
    -0.3,
    null,
    null,
    1234567.5,
  ]);
  expect(['85.1%', '100', '100.1', '-1'].map((t) => value(readPercent(t)))).toEqual([85.1, 100, null, null]);
});

it('shares are rounded half up, from whole votes', () => {
  expect([
    shareOfVotes(1053398, 2344566),
    shareOfVotes(1, 2000),
    shareOfVotes(0, 0),
    shareOfVotes(5, 5),
  ]).toEqual([44.9, 0.1, 0, 100]);
});
