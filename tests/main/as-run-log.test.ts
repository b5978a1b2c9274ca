// The as-run log on disk: a record that may be asked for in court, so no line is lost and none is glued to another.
import { appendFile, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { AsRunLine } from '../../core/as-run.ts';
import { asRunCsv, AsRunLog } from '../../main/store/as-run-log.ts';
import { captureLog, errorsIn, tempFolder } from '../support/station.ts';

const line = (instance: string, over: object = {}): AsRunLine =>
  AsRunLine.parse({
    event: 'in',
    at: Date.UTC(2023, 9, 14, 7),
    channel: 'program',
    layer: 'bug',
    instance,
    cue: { id: 'c1', number: 1, name: 'First' },
    graphic: { id: 'strap', version: '1', hash: 'h' },
    data: { headline: 'x' },
    step: 0,
    facts: [],
    by: 'olive',
    ...over,
  });

async function reopen(path: string) {
  const { log, lines } = captureLog();
  const asRun = await AsRunLog.open(path, log);
  return { instances: asRun.entries().map(({ instance }) => instance), errors: errorsIn(lines), asRun };
}

it('reads back what it wrote', async () => {
  const path = join(await tempFolder(), 'as-run.jsonl');
  const { asRun } = await reopen(path);
  asRun.append([line('i-1')]);
  asRun.append([line('i-2'), line('i-1', { event: 'out' })]);
  await asRun.close();
  expect(await reopen(path)).toMatchObject({ instances: ['i-1', 'i-2'], errors: [] });
});

it('does not glue a line to the half that a kill left', async () => {
  const path = join(await tempFolder(), 'as-run.jsonl');
  await appendFile(path, `${JSON.stringify(line('i-1'))}\n{"event":"in","at":17`);
  const first = await reopen(path);
  expect(first.errors).toEqual(['an as-run line is damaged; it stays in the file, unread']);
  first.asRun.append([line('i-2')]);
  await first.asRun.close();
  expect((await reopen(path)).instances).toEqual(['i-1', 'i-2']);
  expect(await readFile(path, 'utf8')).toContain('"at":17\n');
});

it('keeps what the disk refuses and writes it with the next line', async () => {
  const path = join(await tempFolder(), 'as-run.jsonl');
  const { log, lines } = captureLog();
  const asRun = await AsRunLog.open(path, log);
  await mkdir(path);
  asRun.append([line('i-1')]);
  await asRun.close();
  expect(errorsIn(lines)).not.toEqual([]);
  expect(asRun.entries()).toHaveLength(1);
  await rm(path, { recursive: true });
  asRun.append([line('i-2')]);
  await asRun.close();
  expect((await reopen(path)).instances).toEqual(['i-1', 'i-2']);
});

it.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['a,b', '"a,b"'],
  ['say "x"', '"say ""x"""'],
  ['two\nlines', '"two\nlines"'],
  ['=a,"b"', '"\'=a,""b"""'],
  ['Māori – 1', 'Māori – 1'],
])('writes the cell %j as %s', async (name, cell) => {
  const { asRun } = await reopen(join(await tempFolder(), 'as-run.jsonl'));
  asRun.append([line('i-1', { cue: { id: 'c1', number: 1, name } })]);
  await asRun.close();
  expect(asRunCsv(asRun.entries())).toContain(`,bug,1,${cell},strap,1,h,olive,0,,`);
});
