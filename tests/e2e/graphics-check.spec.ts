/** The checker on our own set and on what `graphics:new` makes, as CI runs it; and its exit status. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, skipInDesktop, test } from '../support/app.ts';
import { CheckReport, graphicsCheck, graphicsNew } from '../support/graphics-tools.ts';
import { root } from '../support/serve-process.ts';
import { QUIRKS } from '../corpus/quirks.ts';
import { writeQuirks } from '../corpus/write.ts';

skipInDesktop('runs processes of its own');
// every graphic is played many times over
test.describe.configure({ timeout: 10 * 60_000 });

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tallydesk-check-spec-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

const read = (stdout: string) => CheckReport.parse(JSON.parse(stdout));

const quirks = (...names: string[]) => QUIRKS.filter(({ name }) => names.includes(name));

test('our own set has no errors, and no warnings but of a slow machine', async () => {
  const { code, stdout, stderr } = await graphicsCheck(join(root, 'out/graphics'), '--json');
  const report = read(stdout);
  const findings = report.packages.flatMap((one) => one.findings);
  expect(findings.filter(({ rule }) => rule !== 'slower-than-said')).toEqual([]);
  expect(report.packages.length).toBeGreaterThanOrEqual(7);
  expect(report.packages.every(({ live }) => live)).toBe(true);
  expect(code, stderr).toBe(0);
});

test('what graphics:new makes passes, and is never written over', async () => {
  const made = await graphicsNew('my-lower-third', '--dir', folder);
  expect(made).toMatchObject({ code: 0, stderr: '' });
  const [, look, check] = made.stdout.split('\n');
  expect(look).toContain('npm run serve');
  expect(check).toContain('npm run graphics:check');
  const text = await readFile(join(folder, 'my-lower-third/my-lower-third.ograf.json'), 'utf8');
  expect(text).not.toContain('__');
  const { code, stdout } = await graphicsCheck(join(folder, 'my-lower-third'), '--json');
  const { packages } = read(stdout);
  expect(packages[0]?.findings.filter(({ rule }) => rule !== 'slower-than-said')).toEqual([]);
  expect(code).toBe(0);

  const again = await graphicsNew('my-lower-third', '--dir', folder);
  expect(again.code).toBe(2);
  expect(again.stderr.trim().split('\n')).toHaveLength(1);
  expect((await graphicsNew('My_Third', '--dir', folder)).code).toBe(2);
  expect((await graphicsNew()).code).toBe(2);
});

test('errors end with 1, bad arguments with 2, warnings with 0 but for --strict', async () => {
  await writeQuirks(folder, quirks('unknown-field', 'colour-in-capitals', 'throws-in-play'));
  const bad = await graphicsCheck(join(folder, 'unknown-field'), '--json');
  expect(bad.code).toBe(1);
  expect(read(bad.stdout)).toMatchObject({ ok: false, errors: 1, packages: [{ live: false }] });
  const thrown = await graphicsCheck(join(folder, 'throws-in-play'));
  expect(thrown.code).toBe(1);
  expect(thrown.stdout).toContain('playAction(): failed with 500: forgotten  [call-fails]');
  const warned = [join(folder, 'colour-in-capitals'), '--static'];
  expect((await graphicsCheck(...warned)).code).toBe(0);
  expect((await graphicsCheck(...warned, '--strict')).code).toBe(1);
  for (const args of [[], ['--colour'], [join(folder, 'nothing')], ['a', 'b'], ['a', '--limit', 'x']]) {
    const { code, stdout, stderr } = await graphicsCheck(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.trim().split('\n')).toHaveLength(1);
  }
});

test('a zip is checked like a folder', async () => {
  const [plain] = quirks('plain');
  const files = Object.entries(plain?.files ?? {}).map(([path, content]): [string, Uint8Array] => [
    `plain/${path}`,
    strToU8(typeof content === 'string' ? content : JSON.stringify(content)),
  ]);
  const zip = join(folder, 'plain.zip');
  await writeFile(zip, zipSync(Object.fromEntries(files)));
  const { code, stdout } = await graphicsCheck(zip, '--json');
  expect(read(stdout)).toMatchObject({ ok: true, packages: [{ graphics: ['plain'], live: true }] });
  expect(code).toBe(0);
});
