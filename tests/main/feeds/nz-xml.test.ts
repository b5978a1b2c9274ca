// The Commission's files: read whole, and everything that can be wrong with them told with file, line and field.
import { describe, expect, it } from 'vitest';
import { NzXml } from '../../../main/feeds/readers/nz-xml.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const readerOf = (files: Record<string, string | Uint8Array>): NzXml => {
  const reader = new NzXml();
  for (const [name, file] of Object.entries(files))
    reader.take({ name, bytes: typeof file === 'string' ? bytes(file) : file });
  return reader;
};

/** Two parties, two electorates: small enough to break in every way. */
const SMALL: Record<string, string> = {
  'parties.xml': `<?xml version="1.0" encoding="UTF-8"?>
<parties>
 <party p_no="1"><abbrev>NAT</abbrev><short_name>National</short_name><party_name>National Party</party_name><registered>yes</registered></party>
 <party p_no="2"><abbrev>LAB</abbrev><short_name>Labour</short_name><party_name>Labour Party</party_name><registered>yes</registered></party>
 <party p_no="9"><abbrev>IND</abbrev><short_name>Independent</short_name><party_name>Independent</party_name><registered>no</registered></party>
</parties>`,
  'electorates.xml': `<electorates>
 <electorate e_no="1"><electorate_name>Auckland Central</electorate_name></electorate>
 <electorate e_no="2"><electorate_name>Te Tai Hauāuru</electorate_name></electorate>
</electorates>`,
  'candidates.xml': `<candidates>
 <candidate c_no="11"><candidate_name>KAYE, Nikki</candidate_name><electorate>1</electorate><party>1</party><list_no>57</list_no></candidate>
 <candidate c_no="12"><candidate_name>TIZARD, Judith</candidate_name><electorate>1</electorate><party>2</party><list_no>38</list_no></candidate>
 <candidate c_no="21"><candidate_name>O&#39;CONNOR, Damien &amp; Co</candidate_name><electorate>2</electorate><party>9</party><list_no>0</list_no></candidate>
</candidates>`,
  'election.xml': `<election updated="2008-11-08T21:30:00">
 <statistics>
  <percent_voting_places_counted>85.1</percent_voting_places_counted>
  <total_votes_cast>310</total_votes_cast>
  <total_electorates_final>1</total_electorates_final>
 </statistics>
 <partystatus>
  <party p_no="1"><votes>200</votes><percent_votes>66.7</percent_votes><party_seats>0</party_seats><candidate_seats>1</candidate_seats><total_seats>1</total_seats></party>
  <party p_no="2"><votes>100</votes><percent_votes>33.3</percent_votes><party_seats>0</party_seats><candidate_seats>0</candidate_seats><total_seats>0</total_seats></party>
 </partystatus>
</election>`,
  'e01/e01.xml': `<electorate e_no="1" final="true" updated="2008-11-08T21:29:00">
 <statistics><percent_voting_places_counted>100.0</percent_voting_places_counted><total_votes_cast>120</total_votes_cast></statistics>
 <partyvotes><party p_no="1"><votes>60</votes></party><party p_no="2"><votes>50</votes></party></partyvotes>
 <candidatevotes>
  <candidate c_no="11"><votes>70</votes></candidate>
  <candidate c_no="12"><votes>45</votes></candidate>
 </candidatevotes>
</electorate>`,
};

const changed = (file: string, from: string | RegExp, to: string): Record<string, string> => {
  const before = SMALL[file] ?? '';
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${String(from)} is not in ${file}`);
  return { ...SMALL, [file]: after };
};

const problemsOf = (files: Record<string, string | Uint8Array>) => readerOf(files).results().problems;

describe('a good set of files', () => {
  const { results, problems, places } = readerOf(SMALL).results();

  it('is read whole, with names for numbers', () => {
    expect(problems).toEqual([]);
    expect(results).toMatchObject({
      updated: '2008-11-08T21:30:00+13:00',
      simulated: false,
      countPercent: 85.1,
      votesCast: 310,
      electoratesFinal: 1,
      electoratesTotal: 2,
      parties: [
        { name: 'National Party', short: 'National', votes: 200, percent: 66.7, stated: { total: 1 } },
        { name: 'Labour Party', votes: 100 },
      ],
    });
    expect(results?.electorates).toMatchObject([
      {
        name: 'Auckland Central',
        final: true,
        countPercent: 100,
        candidates: [
          { name: 'KAYE, Nikki', party: 'National Party', votes: 70 },
          { name: 'TIZARD, Judith', party: 'Labour Party', votes: 45 },
        ],
      },
    ]);
    expect(places.electorate('Auckland Central')).toBe('e01/e01.xml');
  });

  it('reads the five entities of XML and characters by number, an independent as one', () => {
    const file = `<electorate e_no="2" final="false" updated="2008-11-08T21:29:00"><statistics/><partyvotes/>
<candidatevotes><candidate c_no="21"><votes>5</votes></candidate></candidatevotes></electorate>`;
    const read = readerOf({ ...SMALL, 'e02/e02.xml': file }).results();
    expect(read.results?.electorates[1]?.candidates).toEqual([
      { name: "O'CONNOR, Damien & Co", party: null, votes: 5 },
    ]);
  });

  it('is the same with a byte order mark, in UTF-16 and with decomposed letters', () => {
    const text = SMALL['electorates.xml'] ?? '';
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    for (const file of [bytes(`\ufeff${text}`), utf16, bytes(text.normalize('NFD'))]) {
      const reader = readerOf({ ...SMALL, 'electorates.xml': file });
      expect(reader.results()).toMatchObject({ problems: [], results: { electoratesTotal: 2 } });
      expect(reader.results().results).toEqual(results);
    }
  });

  it('in windows-1252 that says so is read', () => {
    const text = `<?xml version="1.0" encoding="windows-1252"?>${SMALL['parties.xml']?.replace(/<\?xml.*?\?>/, '') ?? ''}`;
    expect(problemsOf({ ...SMALL, 'parties.xml': new Uint8Array(Buffer.from(text, 'latin1')) })).toEqual([]);
  });
});

describe('what is wrong is refused with file, line and field', () => {
  it.each([
    [
      'negative votes',
      changed('e01/e01.xml', '<votes>70<', '<votes>-70<'),
      'e01/e01.xml',
      5,
      'votes',
      'below zero',
    ],
    [
      'half votes',
      changed('e01/e01.xml', '<votes>70<', '<votes>70.5<'),
      'e01/e01.xml',
      5,
      'votes',
      'whole number',
    ],
    [
      'a decimal comma',
      changed('election.xml', '>85.1<', '>85,1<'),
      'election.xml',
      3,
      'percent_voting_places_counted',
      'comma',
    ],
    [
      'more than all counted',
      changed('election.xml', '>85.1<', '>100.1<'),
      'election.xml',
      3,
      'percent_voting_places_counted',
      '0 to 100',
    ],
    [
      'votes that are a word',
      changed('election.xml', '<votes>200<', '<votes>many<'),
      'election.xml',
      8,
      'votes',
      'not a number',
    ],
    ['a party twice', changed('election.xml', 'p_no="2"', 'p_no="1"'), 'election.xml', 9, 'p_no', 'twice'],
    [
      'an unknown electorate',
      changed('e01/e01.xml', 'e_no="1"', 'e_no="7"'),
      'e01/e01.xml',
      1,
      'e_no',
      'its name of 1',
    ],
    [
      'an unknown candidate',
      changed('e01/e01.xml', 'c_no="12"', 'c_no="99"'),
      'e01/e01.xml',
      6,
      'c_no',
      'not in candidates.xml',
    ],
    [
      'a candidate of another electorate',
      changed('e01/e01.xml', 'c_no="12"', 'c_no="21"'),
      'e01/e01.xml',
      6,
      'c_no',
      'another electorate',
    ],
    [
      'more votes than people',
      changed(
        'e01/e01.xml',
        '<total_votes_cast>',
        '<percent_votes_cast>104.0</percent_votes_cast><total_votes_cast>',
      ),
      'e01/e01.xml',
      2,
      'percent_votes_cast',
      '0 to 100',
    ],
    [
      'a time that is none',
      changed('election.xml', '21:30:00', '25:30:00'),
      'election.xml',
      1,
      'updated',
      'not a time',
    ],
    [
      'a closing tag that is lost',
      changed('e01/e01.xml', '</candidatevotes>', ''),
      'e01/e01.xml',
      null,
      null,
      'Malformed XML',
    ],
    [
      'half a file',
      changed('election.xml', /<partystatus>[\s\S]*/, '<partystatus><par'),
      'election.xml',
      null,
      null,
      'Malformed XML',
    ],
    [
      'an entity of its own',
      changed('election.xml', '<election ', '<!DOCTYPE election [<!ENTITY x "y">]>\n<election '),
      'election.xml',
      1,
      'DOCTYPE',
      'entities',
    ],
    [
      'an internal document type',
      changed('election.xml', '<election ', '<!DOCTYPE election [<!ELEMENT election ANY>]>\n<election '),
      'election.xml',
      1,
      'DOCTYPE',
      'document type',
    ],
    [
      'an internal document type behind a comment with a tag',
      changed(
        'election.xml',
        '<election ',
        '<!-- <a> -->\n<!DOCTYPE election [<!ELEMENT a ANY>]>\n<election ',
      ),
      'election.xml',
      2,
      'DOCTYPE',
      'document type',
    ],
    [
      'an entity that nobody defines',
      changed('candidates.xml', 'KAYE', 'M&amacr;HUTA'),
      'candidates.xml',
      2,
      'candidate_name',
      '&amacr;',
    ],
    [
      'another root',
      changed('election.xml', /<election |<\/election>/g, '<results '),
      'election.xml',
      null,
      null,
      '',
    ],
  ] as const)('%s', (_what, files, file, line, field, words) => {
    // what depends on the broken file may complain too
    const refused = problemsOf(files).filter((one) => one.weight === 'refused' && one.file === file);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({
      file,
      ...(line === null ? {} : { line }),
      ...(field === null ? {} : { field }),
    });
    expect(refused[0]?.detail).toContain(words);
  });

  it('bytes that are not what the file says, with the line', () => {
    const text = SMALL['electorates.xml']?.replace('Hauāuru', 'Hau\u00e4uru') ?? '';
    const broken = new Uint8Array(Buffer.from(text, 'latin1'));
    expect(problemsOf({ ...SMALL, 'electorates.xml': broken })[0]).toMatchObject({
      line: 3,
      weight: 'refused',
    });
  });

  it('a file over the limit, and an empty one', () => {
    const big = new Uint8Array(2 * 1024 * 1024 + 1);
    expect(problemsOf({ ...SMALL, 'election.xml': big })[0]?.detail).toContain('2.1 MB: 2 MB is the most');
    const electorate = new Uint8Array(1024 * 1024 + 1);
    expect(problemsOf({ ...SMALL, 'e01/e01.xml': electorate })[0]?.detail).toContain('1 MB is the most');
    expect(problemsOf({ ...SMALL, 'election.xml': '' })[0]?.detail).toContain('empty');
  });

  it('leaves what was read before', () => {
    const reader = readerOf(SMALL);
    const before = reader.results().results;
    reader.take({ name: 'election.xml', bytes: bytes('<election>') });
    reader.take({ name: 'e01/e01.xml', bytes: bytes('<electorate e_no="1">') });
    expect(reader.results().results).toEqual(before);
    expect(reader.results().problems.map(({ file }) => file)).toEqual(['election.xml', 'e01/e01.xml']);
  });
});

describe('what somebody should look at is flagged and used', () => {
  it.each([
    ['a party without a name', changed('election.xml', 'p_no="2"', 'p_no="3"'), 'p_no', 9],
    ['shares that do not add up', changed('election.xml', '66.7', '60.0'), 'percent_votes', 7],
    [
      'seats that do not add up',
      changed('election.xml', '<total_seats>1<', '<total_seats>2<'),
      'total_seats',
      8,
    ],
    ['more votes than were cast', changed('election.xml', '>310<', '>299<'), 'total_votes_cast', 2],
    [
      'a document type elsewhere',
      changed(
        'election.xml',
        '<election ',
        '<!DOCTYPE election SYSTEM "http://192.0.2.1/e.dtd">\n<election ',
      ),
      'DOCTYPE',
      1,
    ],
    [
      'a name with a stand-in for its macron',
      changed('electorates.xml', 'Hauāuru', 'Hauäuru'),
      'electorate_name',
      3,
    ],
  ] as const)('%s', (_what, files, field, line) => {
    const read = readerOf(files).results();
    expect(read.problems).toMatchObject([{ weight: 'flagged', field, line }]);
    expect(read.results).not.toBeNull();
  });

  it('an older file is left alone, and said to be', () => {
    const reader = readerOf(SMALL);
    const older =
      changed('election.xml', '21:30:00', '21:00:00')['election.xml']?.replace('>200<', '>150<') ?? '';
    reader.take({ name: 'election.xml', bytes: bytes(older) });
    const { results, problems } = reader.results();
    expect(results?.parties[0]?.votes).toBe(200);
    expect(problems).toMatchObject([{ weight: 'flagged', field: 'updated' }]);
    expect(problems[0]?.detail).toContain('older');
  });
});
