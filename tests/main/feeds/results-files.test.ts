// Results as tables and JSON: ours, a stored election, and the Common Data Format; good and damaged.
import { describe, expect, it } from 'vitest';
import { factsOfResults } from '../../../core/feeds/facts-of-results.ts';
import type { FeedId } from '../../../core/ids.ts';
import { readNistJson } from '../../../main/feeds/readers/nist-json.ts';
import { readResultsCsv } from '../../../main/feeds/readers/results-csv.ts';
import { readResultsJson } from '../../../main/feeds/readers/results-json.ts';
import { demoShow, electionRecord } from '../../support/night-files.ts';

const file = (name: string, text: string | object) => ({
  name,
  bytes: new TextEncoder().encode(typeof text === 'string' ? text : JSON.stringify(text)),
});

const csv = (text: string) => readResultsCsv(file('night.csv', text), {});

const GOOD = `Electorate;Candidate;Party;Votes;Counted;Enrolled;Final
;;National Party;1200;85.1;;
;;Labour Party;1000;;;
Ötaki;GUY, Nathan;National Party;700;100;2000;yes
Ötaki;HUGHES, Darren;Labour Party;600;;;
Epsom;NOBODY, A;Independent;5;12.5;;
`;

describe('a table of results', () => {
  it('is read row by row', async () => {
    const { results, problems } = await csv(GOOD);
    expect(problems.map(({ weight, detail }) => [weight, detail])).toEqual([
      ['flagged', '“Ötaki” is read as “Ōtaki”.'],
    ]);
    expect(results).toMatchObject({
      countPercent: 85.1,
      electoratesFinal: 1,
      parties: [{ name: 'National Party', votes: 1200 }, { votes: 1000 }],
      electorates: [
        { name: 'Ōtaki', final: true, enrolled: 2000, candidates: [{ votes: 700 }, { votes: 600 }] },
        { name: 'Epsom', final: false, countPercent: 12.5, candidates: [{ party: null }] },
      ],
    });
  });

  it.each([
    ['a decimal comma', GOOD.replace('85.1', '85,1'), 2, 'counted', 'comma'],
    ['negative votes', GOOD.replace('1200', '-1200'), 2, 'votes', 'below zero'],
    ['a party twice', GOOD.replace(';;Labour Party', ';;National Party'), 3, 'party', 'twice'],
    [
      'a candidate twice',
      GOOD.replace('HUGHES, Darren;Labour', 'GUY, Nathan;National'),
      null,
      'electorate',
      'twice',
    ],
    ['a row that is too short', `${GOOD}Epsom;B\n`, 7, null, 'cells'],
    ['no votes', GOOD.replace('Votes', 'Ballots'), 1, 'votes', 'no column'],
  ])('with %s is refused', async (_what, text, line, field, said) => {
    const { results, problems } = await csv(text);
    expect(results).toBeNull();
    const refused = problems.find(({ weight }) => weight === 'refused');
    expect(refused).toMatchObject({ file: 'night.csv', field, ...(line === null ? {} : { line }) });
    expect(refused?.detail).toContain(said);
  });

  it('with more votes than people is flagged, and the fact waits', async () => {
    const { results, problems, places } = await csv(GOOD.replace(';2000;', ';1200;'));
    expect(problems.some(({ detail }) => detail.includes('1200 people are enrolled'))).toBe(true);
    if (!results) throw new Error('no results');
    const feed = { id: 'c' as FeedId, source: 'Count', parties: {} };
    const { items } = factsOfResults(results, demoShow('nz-2008'), feed, places);
    expect(items.find(({ key }) => key === 'electorate/Ōtaki')?.odd.map(({ code }) => code)).toEqual([
      'above_enrolment',
    ]);
  });
});

describe('JSON', () => {
  const houseOf = (record: object) => {
    const { results, places } = readResultsJson(file('e.json', record));
    if (!results) throw new Error('not read');
    const feed = { id: 'r' as FeedId, source: 'Record', parties: {} };
    return factsOfResults(results, demoShow('nz-2023'), feed, places).items.find(
      ({ key }) => key === 'house',
    );
  };

  it('of a stored election with an electorate without a poll is whole, and that one is no seat', () => {
    const house = houseOf(electionRecord('nz-2023'));
    expect(house?.content).toMatchObject({ status: 'unofficial-complete', tally: { house: 122 } });
    expect(house?.odd).toEqual([]);
  });

  it('of a stored election takes electorates of independents off the 120 first', () => {
    const record = {
      ...electionRecord('nz-2023'),
      electorates_filled: 72,
      electorates_vacant: 0,
      independents_elected: 1,
    };
    const seatsOf = (one: ReturnType<typeof houseOf>) =>
      (one?.content.tally?.rows ?? []).reduce((sum, { seats }) => sum + seats, 0);
    const house = houseOf(record);
    expect(seatsOf(house)).toBe((house?.content.tally?.house ?? 0) - 1);
    expect(house?.odd.map(({ detail }) => detail)).toEqual([expect.stringContaining('1 seat')]);
  });

  it('of more than 8 MB is refused', () => {
    const { problems } = readResultsJson(file('big.json', ' '.repeat(8 * 1024 * 1024 + 1)));
    expect(problems[0]?.detail).toContain('8 MB is the most');
  });

  it('of a stored election gives its House', () => {
    const { results, problems, places } = readResultsJson(file('e.json', electionRecord('nz-2008')));
    expect(problems).toEqual([]);
    if (!results) throw new Error('no results');
    const feed = { id: 'c' as FeedId, source: 'Count', parties: {} };
    const house = factsOfResults(results, demoShow('nz-2008'), feed, places).items.find(
      ({ key }) => key === 'house',
    );
    expect(house?.content.tally).toMatchObject({ house: 122, overhang: 2 });
    expect(house?.odd).toEqual([]);
  });

  it.each([
    ['not JSON', '{"parties": [}', 'not JSON'],
    [
      'negative votes',
      { election: 'x', updated: null, countPercent: 1, parties: [{ name: 'A', votes: -1 }], electorates: [] },
      'parties.0.votes',
    ],
    [
      'a party twice',
      {
        election: 'x',
        updated: null,
        countPercent: 1,
        parties: [
          { name: 'A', votes: 1 },
          { name: 'A', votes: 2 },
        ],
        electorates: [],
      },
      'twice',
    ],
    [
      'too much counted',
      { election: 'x', updated: null, countPercent: 101, parties: [], electorates: [] },
      'countPercent',
    ],
  ])('with %s is refused', (_what, text, said) => {
    const { results, problems } = readResultsJson(file('r.json', text));
    expect([results, problems.length]).toEqual([null, 1]);
    expect(problems[0]?.detail).toContain(said);
  });
});

const words = (Content: string) => ({
  '@type': 'ElectionResults.InternationalizedText',
  Text: [{ '@type': 'ElectionResults.LanguageString', Content, Language: 'en' }],
});
const counts = (Count: number, GpUnitId: string) => [
  { '@type': 'ElectionResults.VoteCounts', Type: 'total', Count, GpUnitId },
];

const NIST = {
  '@type': 'ElectionResults.ElectionReport',
  Format: 'summary-contest',
  GeneratedDate: '2008-11-08T21:30:00+13:00',
  Issuer: 'Test',
  IssuerAbbreviation: 'T',
  SequenceStart: 1,
  SequenceEnd: 1,
  Status: 'unofficial-partial',
  VendorApplicationId: 'x',
  IsTest: true,
  GpUnit: [
    {
      '@type': 'ElectionResults.ReportingUnit',
      '@id': 'nz',
      Type: 'country',
      Name: words('New Zealand'),
      TotalSubUnits: 200,
      SubUnitsReported: 170,
    },
    {
      '@type': 'ElectionResults.ReportingUnit',
      '@id': 'e1',
      Type: 'district',
      Name: words('Ōtaki'),
      VotersRegistered: 2000,
      CountStatus: [{ '@type': 'ElectionResults.CountStatus', Status: 'completed', Type: 'total' }],
    },
  ],
  Party: [
    {
      '@type': 'ElectionResults.Party',
      '@id': 'p1',
      Name: words('National Party'),
      Abbreviation: words('National'),
    },
  ],
  Election: [
    {
      '@type': 'ElectionResults.Election',
      Name: words('General election'),
      Candidate: [
        {
          '@type': 'ElectionResults.Candidate',
          '@id': 'c1',
          BallotName: words('GUY, Nathan'),
          PartyId: 'p1',
        },
      ],
      Contest: [
        {
          '@type': 'ElectionResults.PartyContest',
          '@id': 'k0',
          Name: 'Party vote',
          ElectionDistrictId: 'nz',
          ContestSelection: [
            {
              '@type': 'ElectionResults.PartySelection',
              '@id': 's0',
              PartyIds: ['p1'],
              VoteCounts: counts(1200, 'nz'),
            },
          ],
        },
        {
          '@type': 'ElectionResults.CandidateContest',
          '@id': 'k1',
          Name: 'Ōtaki',
          ElectionDistrictId: 'e1',
          ContestSelection: [
            {
              '@type': 'ElectionResults.CandidateSelection',
              '@id': 's1',
              CandidateIds: ['c1'],
              VoteCounts: [...counts(700, 'e1'), ...counts(300, 'elsewhere')],
            },
          ],
        },
      ],
    },
  ],
};

describe('the Common Data Format', () => {
  it('is read', () => {
    const { results, problems } = readNistJson(file('n.json', NIST));
    expect(problems).toEqual([]);
    expect(results).toMatchObject({
      updated: '2008-11-08T21:30:00+13:00',
      simulated: true,
      countPercent: 85,
      parties: [{ name: 'National Party', short: 'National', votes: 1200 }],
      electorates: [
        {
          name: 'Ōtaki',
          final: true,
          enrolled: 2000,
          candidates: [{ name: 'GUY, Nathan', party: 'National Party', votes: 700 }],
        },
      ],
    });
  });

  it('with a reference that leads nowhere is refused', () => {
    const { results, problems } = readNistJson(
      file('n.json', JSON.stringify(NIST).replace('"CandidateIds":["c1"]', '"CandidateIds":["c9"]')),
    );
    expect(results).toBeNull();
    expect(problems).toMatchObject([{ weight: 'refused', field: 'CandidateIds' }]);
  });

  it('of another type is refused', () => {
    expect(readNistJson(file('n.json', { ...NIST, '@type': 'Other' })).problems).toMatchObject([
      { field: '@type', weight: 'refused' },
    ]);
  });
});
