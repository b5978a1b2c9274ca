// `feed:simulate` as a process: one line when it is there, the exact result at the end, gone when it is told to.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../../support/station.ts';
import { useTool } from '../../support/tool-child.ts';
import { readDeclared } from '../../core/election/elections.ts';
import { readFeed, votesByName } from './feed.ts';

const tool = useTool('main/simulator/simulate.ts');

const placeOf = (line: string): Record<string, string> => {
  const found = /^feed ready (\{.*\})$/.exec(line);
  if (!found?.[1]) throw new Error(`not a ready line: ${line}`);
  return JSON.parse(found[1]) as Record<string, string>;
};

const votesOf = (id: string) => votesByName(readDeclared(id).record);

async function readFolder(folder: string): Promise<Map<string, string>> {
  const paths = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('.xml'));
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const)),
  );
}

describe('as a command', () => {
  it('counts a night into a folder, with everything going wrong, and ends exactly', async () => {
    const folder = join(await tempFolder(), 'night');
    const nasty = ['--stale', '--missing', '--backwards', '--malformed', '--encoding', '--entities'];
    const { firstLine, ended } = tool.start(['--minutes', '0.05', '--folder', folder, ...nasty]);
    expect(placeOf(await firstLine)).toEqual({ folder });
    const { code, stdout, stderr } = await ended;
    expect({ code, lines: stdout.split('\n').length }).toEqual({ code: 0, lines: 2 });
    expect(stderr).toContain('100.0% counted · national 58, labour 43');
    const files = await readFolder(folder);
    expect(files.size).toBe(75);
    expect(readFeed(files).votes).toEqual(votesOf('nz-2008'));
  });

  it('serves a night until it is stopped', async () => {
    const { child, firstLine, ended } = tool.start(['--election', 'nz-2023', '--minutes', '0.02']);
    const { url = '' } = placeOf(await firstLine);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const text = async (path: string) => {
      const response = await fetch(url + path);
      return response.ok ? response.text() : '';
    };
    while (!(await text('election.xml')).includes('<percent_electorates_final>100.0<')) await sleep(50);
    const paths = (await text('')).split('\n').filter((path) => path.endsWith('.xml'));
    expect(paths).toHaveLength(77);
    const files = new Map(await Promise.all(paths.map(async (path) => [path, await text(path)] as const)));
    expect(readFeed(files).votes).toEqual(votesOf('nz-2023'));
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
  });

  it('stops at the count it is told to hold', async () => {
    const folder = await tempFolder();
    const { ended } = tool.start(['--minutes', '0.01', '--hold', '50', '--folder', folder]);
    expect((await ended).code).toBe(0);
    const text = await readFile(join(folder, 'election.xml'), 'utf8');
    const percent = Number(/<percent_voting_places_counted>([\d.]+)</.exec(text)?.[1]);
    expect(percent).toBeGreaterThan(48);
    expect(percent).toBeLessThanOrEqual(50);
  });

  it('says in one line what is wrong', async () => {
    const { code, stdout, stderr } = await tool.run(['--election', 'nz-1893']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(
      'feed:simulate: --election: there is no "nz-1893"; there are nz-2008, nz-2017, nz-2023, nz-2008-preliminary, nz-2023-preliminary\n',
    );
  });
});
