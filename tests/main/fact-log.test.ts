// The fact log on disk and over REST: no line is lost, none is glued to another, and what was said is read back.
import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstLines, type FactLine } from '../../core/facts/log.ts';
import type { JsonObject } from '../../core/json.ts';
import { FactLog } from '../../main/store/fact-log.ts';
import { makeFact } from '../support/builders.ts';
import { Page, stageHello } from '../support/page.ts';
import { captureLog, errorsIn, tempFolder, testStation } from '../support/station.ts';

const line = (id: string, over: Record<string, unknown> = {}): FactLine => {
  const [made] = firstLines([makeFact({ id, ...over })]);
  if (!made) throw new Error('no line');
  return made;
};

async function openLog(path: string) {
  const { log, lines } = captureLog();
  const opened = await FactLog.open(path, log);
  return { ...opened, errors: () => errorsIn(lines) };
}

const file = async () => join(await tempFolder(), 'facts.jsonl');

describe('the file', () => {
  it('is read back by fact, in its order, before and after it is opened again', async () => {
    const path = await file();
    const first = await openLog(path);
    expect(first.isNew).toBe(true);
    first.log.append([line('f1', { statement: 'Māori Party' }), line('f2')]);
    first.log.append([line('f1', { statement: 'Te Pāti Māori', revision: 2 })]);
    const statements = async (log: FactLog, id: string) =>
      (await log.linesOf(id)).map(({ content }) => content.statement);
    expect(await statements(first.log, 'f1')).toEqual(['Māori Party', 'Te Pāti Māori']);
    await first.log.close();

    const again = await openLog(path);
    expect(again.isNew).toBe(false);
    expect(await statements(again.log, 'f1')).toEqual(['Māori Party', 'Te Pāti Māori']);
    again.log.append([line('f1', { statement: 'Third' })]);
    expect(await statements(again.log, 'f1')).toEqual(['Māori Party', 'Te Pāti Māori', 'Third']);
    expect(await statements(again.log, 'f404')).toEqual([]);
    expect([first.errors(), again.errors()]).toEqual([[], []]);
    await again.log.close();
  });

  it('longer than what is read at once is indexed whole, and answers wait for that', async () => {
    const path = await file();
    const long = 'ā'.repeat(1900);
    const rows = Array.from({ length: 500 }, (_, i) =>
      JSON.stringify(line(`f${i % 7}`, { statement: `${i} ${long}` })),
    );
    await writeFile(path, rows.map((row) => `${row}\n`).join(''));
    const { log } = await openLog(path);
    const lines = await log.linesOf('f3');
    expect(lines.map(({ content }) => parseInt(content.statement, 10))).toEqual(
      Array.from({ length: 500 }, (_, i) => i).filter((i) => i % 7 === 3),
    );
    await log.close();
  });

  it('does not glue a line to the half that a kill left', async () => {
    const path = await file();
    await appendFile(path, `${JSON.stringify(line('f1'))}\n{"factId":"f1","at":17`);
    const first = await openLog(path);
    first.log.append([line('f1', { statement: 'After' })]);
    await first.log.close();
    const { log, errors } = await openLog(path);
    expect((await log.linesOf('f1')).map(({ content }) => content.statement)).toEqual([
      makeFact().statement,
      'After',
    ]);
    expect(errors()).toEqual(['a line of the fact log is damaged; it stays in the file']);
    expect(await readFile(path, 'utf8')).toContain('"at":17\n');
    await log.close();
  });

  it('keeps what the disk refuses, answers from it, and writes it later', async () => {
    const path = await file();
    const { log, errors } = await openLog(path);
    await mkdir(path);
    log.append([line('f1')]);
    expect(await log.linesOf('f1')).toHaveLength(1);
    expect(errors()).not.toEqual([]);
    await rm(path, { recursive: true });
    log.append([line('f1', { statement: 'Second' })]);
    expect(await log.linesOf('f1')).toHaveLength(2);
    await log.close();
    const again = await openLog(path);
    expect(await again.log.linesOf('f1')).toHaveLength(2);
    await again.log.close();
  });

  it('writes a bulk in portions, all of it', async () => {
    const path = await file();
    const { log } = await openLog(path);
    log.append(Array.from({ length: 1001 }, (_, i) => line(`f${i}`)));
    await log.close();
    expect((await readFile(path, 'utf8')).split('\n')).toHaveLength(1002);
    expect(await log.linesOf('f1000')).toHaveLength(1);
  });
});

describe('over REST', () => {
  it('one fact: with who uses it and what an editor should see', async () => {
    const { ask } = await testStation();
    const { json } = await ask('/api/v1/facts/f1');
    expect(json).toMatchObject({
      fact: { id: 'f1', approval: 'approved' },
      uses: [{ cueId: 'c2', bound: true, air: [] }],
      notices: expect.arrayContaining([
        { field: 'source.name', detail: 'No source is named.', weight: 'missing' },
      ]) as unknown,
    });
  });

  it('its history: the newest first, with what changed, from the facts of the demo show on', async () => {
    const { ask, command, close, ...rest } = await testStation();
    await command(
      { type: 'fact.edit', factId: 'f1', changes: { statement: 'New.' }, reason: 'Misheard' },
      'ana',
    );
    await command({ type: 'fact.approve', factId: 'f1' }, 'ben');
    const { json } = await ask('/api/v1/facts/f1/history');
    const entries = json['entries'] as JsonObject[];
    expect(entries.map(({ event, by, revision }) => [event, by, revision])).toEqual([
      ['approved', 'ben', 2],
      ['edited', 'ana', 2],
      ['written', 'ana', 1],
    ]);
    expect(entries[0]).toMatchObject({ changes: [], approvedBy: 'ben' });
    expect(entries[1]).toMatchObject({
      reason: 'Misheard',
      changes: [{ path: 'statement', title: 'Statement', to: 'New.' }],
    });
    await close();
    // a station that comes back does not write the beginning again
    const again = await testStation({ data: rest.data, build: rest.build });
    const later = await again.ask('/api/v1/facts/f1/history');
    expect(later.json['entries']).toHaveLength(3);
    expect(errorsIn(again.lines)).toEqual([]);
  });

  it('where it was shown, in which revision', async () => {
    const station = await testStation();
    const stage = await Page.open(station, stageHello());
    const { json } = await station.command({ type: 'cue.take', cueId: 'c2' });
    stage.report(String(json['instance']), 'on');
    await stage.settle();
    const shown = await station.ask('/api/v1/facts/f1/shown');
    expect(shown.json['entries']).toMatchObject([
      { instance: json['instance'], cue: { id: 'c2' }, outAt: null, revisions: [{ revision: 1 }] },
    ]);
  });

  it('a fact that there is not: 404; one that an undo took away still has its history', async () => {
    const { ask, command } = await testStation();
    for (const path of ['', '/history', '/shown']) {
      const { status, json } = await ask(`/api/v1/facts/f404${path}`);
      expect([status, json['code']]).toEqual([404, 'fact_unknown']);
    }
    await command({ type: 'fact.create', factId: 'n1', kind: 'headline', statement: 'x' });
    await command({ type: 'show.undo' });
    expect((await ask('/api/v1/facts/n1')).status).toBe(404);
    const { json } = await ask('/api/v1/facts/n1/history');
    expect((json['entries'] as JsonObject[]).map(({ event }) => event)).toEqual(['deleted', 'written']);
  });
});
