/**
 * `npm test`: everything that CI runs, with its own set-up. Builds, checks (format, lint, types, import fences),
 * then unit, contract and station tests, then the browser tests; ends with one line that counts them all.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, root } from './build.mjs';
import { check } from './check.mjs';
import { ensureBrowser } from './find-browser.mjs';

/** Not in Playwright's own folder, which it empties. */
const results = join(root, 'test-reports');

function run(name, args) {
  process.stdout.write(`\n── ${name}\n`);
  const bin = join(root, 'node_modules', args[0]);
  const { status } = spawnSync(process.execPath, [bin, ...args.slice(1)], { stdio: 'inherit', cwd: root });
  return status === 0;
}

const readJson = (name) => {
  try {
    return JSON.parse(readFileSync(join(results, name), 'utf8'));
  } catch {
    // the runner died before it could write its report: its own output says why
    return null;
  }
};

function count() {
  const unit = readJson('vitest.json');
  const browser = readJson('playwright.json')?.stats;
  return {
    passed: (unit?.numPassedTests ?? 0) + (browser?.expected ?? 0) + (browser?.flaky ?? 0),
    again: browser?.flaky ?? 0,
    failed: (unit?.numFailedTests ?? 0) + (browser?.unexpected ?? 0),
    skipped: (unit?.numPendingTests ?? 0) + (browser?.skipped ?? 0),
  };
}

process.chdir(root);
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
ensureBrowser();
await build();
const checked = await check();
const unit = run('unit, contract and station tests', [
  'vitest/vitest.mjs',
  'run',
  '--reporter=default',
  '--reporter=json',
  '--outputFile.json=test-reports/vitest.json',
]);
const browser = run('browser tests', ['@playwright/test/cli.js', 'test']);
const ok = checked && unit && browser;
const { passed, again, failed, skipped } = count();
process.stdout.write(`\n${ok ? 'All checks passed.' : 'Something failed: see above.'}\n`);
if (again > 0) process.stdout.write(`${again} of them passed only when tried again: see “flaky” above\n`);
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
process.exit(ok ? 0 : 1);
