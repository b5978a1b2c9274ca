// `election:allocate` as a process: seats from votes alone, one line for whatever is wrong, nothing else on stdout.
import { writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { whereJsonBreaks } from '../../../main/tools/json-place.ts';
import { DECLARED, electionsFile } from '../../core/election/elections.ts';
import { tempFolder } from '../../support/station.ts';
import { useTool } from '../../support/tool-child.ts';

const tool = useTool('main/tools/allocate.ts');

const SEATS = ['list_seats', 'total_seats', 'overhang_seats', 'house_seats', 'majority', 'overhang_by_party'];

const without = (value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !SEATS.includes(key)));

describe('seats', () => {
  it.each(DECLARED.map((declared) => [declared.id, declared] as const))('%s', async (id, declared) => {
    const folder = await tempFolder();
    const stripped = { ...without(declared), parties: declared.parties.map(without) };
    const falsified = {
      ...declared,
      house_seats: 1,
      majority: 999,
      overhang_seats: 40,
      list_seats: -3,
      parties: declared.parties.map((party) => ({ ...party, list_seats: 99, total_seats: 0 })),
    };
    await writeFile(join(folder, 'stripped.json'), JSON.stringify(stripped));
    await writeFile(join(folder, 'falsified.json'), JSON.stringify(falsified));
    const [one, two] = [
      await tool.run([join(folder, 'stripped.json')]),
      await tool.run([join(folder, 'falsified.json')]),
    ];
    expect(one).toEqual({ code: 0, stdout: two.stdout, stderr: '' });
    expect(two.code).toBe(0);
    const report: unknown = JSON.parse(one.stdout);
    expect(report).toMatchObject({
      election: id,
      house: declared.house_seats,
      majority: declared.majority,
      overhang: declared.overhang_seats,
      undecided: 0,
      ties: [],
      seats: Object.fromEntries(declared.parties.map((party) => [party.id, party.total_seats])),
      listSeats: Object.fromEntries(declared.parties.map((party) => [party.id, party.list_seats])),
      parties: declared.parties.map((party) => ({
        id: party.id,
        list_seats: party.list_seats,
        total_seats: party.total_seats,
      })),
    });
  });

  it('takes one of several by --id, and stdin as "-"', async () => {
    const chosen = await tool.run([electionsFile, '--id', 'nz-2008']);
    expect(JSON.parse(chosen.stdout)).toMatchObject({ election: 'nz-2008', overhangByParty: { maori: 2 } });
    const typed = await tool.run(['-'], JSON.stringify(DECLARED.find(({ id }) => id === 'nz-2008')));
    expect(typed.stdout).toBe(chosen.stdout);
  });

  it('reads a relative path from where the user stands, which npm tells', async () => {
    const folder = dirname(electionsFile);
    const env = { npm_lifecycle_event: 'election:allocate', INIT_CWD: folder };
    const { ended } = tool.start([basename(electionsFile), '--id', 'nz-2017'], { env });
    expect((await ended).code).toBe(0);
  });

  it('prints a tie and the seats that are undecided', async () => {
    const parties = ['a', 'b'].map((id) => ({ id, party_votes: 50, electorate_seats: 0 }));
    const { stdout, stderr } = await tool.run(['-'], JSON.stringify({ id: 'tie', base_seats: 3, parties }));
    expect(JSON.parse(stdout)).toMatchObject({
      ties: [{ seats: 1, parties: ['a', 'b'] }],
      undecided: 1,
      house: 3,
    });
    expect(stderr).toBe('');
  });
});

describe('what is wrong is said in one line, with exit code 2', () => {
  const party = { id: 'a', party_votes: 5, electorate_seats: 0 };

  it.each([
    ['no file', [], '', 'a file is needed'],
    ['two files', ['a', 'b'], '', 'one file at a time'],
    ['an unknown option', ['-', '--what'], '', '--what'],
    ['a file that is not there', ['nowhere.json'], '', 'there is no file nowhere.json'],
    ['a folder', ['.'], '', '. is a folder'],
    ['nothing', ['-'], '', 'stdin is empty'],
    ['no JSON', ['-'], '{"id": "x",\n  "parties": [,]}', 'stdin is not JSON: line 2, column 15'],
    ['half of it', ['-'], '{"id": "x"', 'line 1, column 11'],
    [
      'a wrong field',
      ['-'],
      JSON.stringify({ id: 'x', parties: [{ ...party, party_votes: -5 }] }),
      '"parties.0.party_votes"',
    ],
    ['a list', ['-'], '[]', 'the election: must be an object'],
    ['the whole file', ['-'], '{"elections": [{"id": "nz-1"}]}', 'pass one entry, or --id with one of nz-1'],
    [
      'an id that is not in it',
      ['-', '--id', 'q'],
      '{"elections": [{"id": "nz-1"}]}',
      'it has no election "q"; it has nz-1',
    ],
  ])('%s', async (_what, args, input, sentence) => {
    const { code, stdout, stderr } = await tool.run(args, input);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('bytes that are not UTF-8', async () => {
    const path = join(await tempFolder(), 'latin.json');
    await writeFile(path, Buffer.from('{"id": "Mäori"}', 'latin1'));
    expect(await tool.run([path])).toMatchObject({ code: 2, stderr: `tallydesk: ${path} is not UTF-8\n` });
  });
});

describe('where a text stops being JSON', () => {
  it.each([
    ['{"a": [1, 2, {"b": null}], "c": "\\u0101"}', null],
    [' [] ', null],
    ['-1.5e3', null],
    ['{a', [1, 2]],
    ['abc', [1, 1]],
    ['[1,]', [1, 4]],
    ['{"a":1}x', [1, 8]],
    ['{"a":1,}', [1, 8]],
    ['{\n\n "a" 1}', [3, 6]],
    ['"\n"', [1, 1]],
    ['[1 2]', [1, 4]],
    ['{"a":[1}', [1, 8]],
    ['01', [1, 2]],
  ])('%j', (text, place) => {
    const found = whereJsonBreaks(text);
    expect(found && [found.line, found.column]).toEqual(place);
    const parses = (() => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    })();
    expect(found === null).toBe(parses);
  });
});
