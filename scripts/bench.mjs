/**
 * `npm run bench [-- NAME…] [--out DIR] [--assert]`: builds if need be and runs the benches of tests/bench one after the
 * other, prints a table of each and writes tests/bench/results/NAME.json. A missed goal is told and fails nothing,
 * unless `--assert` asks for it: machines differ, and so do their moods. `--out` measures another build than out/.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildIfStale, root } from './build.mjs';
import { ensureBrowser } from './find-browser.mjs';

const BENCHES = {
  reduce: 'reduce.bench.ts',
  serve: 'serve.bench.ts',
  take: 'take.bench.ts',
  'take-large': 'take-large.bench.ts',
  allocation: 'allocate.bench.ts',
  'facts-search': 'facts-search.bench.ts',
  'import-facts': 'import.bench.ts',
  'feed-refresh': 'feed-refresh.bench.ts',
  entrances: 'entrances.bench.ts',
  'key-fill': 'key-fill.bench.ts',
  'five-layers': 'five-layers.bench.ts',
  arming: 'arming.bench.ts',
  'arm-memory': 'arm-memory.bench.ts',
  'desk-keys': 'desk-keys.bench.ts',
  'takes-memory': 'takes-memory.bench.ts',
  'update-flood': 'update-flood.bench.ts',
};

const here = join(root, 'tests/bench');

/** Node cannot read TypeScript everywhere we run: the bench is bundled, its packages are not. */
async function load(name) {
  const { build } = await import('vite');
  const folder = join(root, 'node_modules/.cache/tallydesk-bench');
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      ssr: join(here, BENCHES[name]),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20.19',
      rolldownOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  });
  const module = await import(pathToFileURL(join(folder, `${name}.mjs`)).href);
  return module[name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())];
}

const number = (value) =>
  Math.abs(value) >= 100 ? value.toFixed(0) : Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2);

function table(name, { rows, goals, notes }, seconds) {
  const cells = rows.map((row) => {
    const floor = rows.find((one) => one.name === row.floor);
    const ratio = (key) => (floor && floor[key] > 0 ? `${number(row[key] / floor[key])} ×` : '');
    return [
      `${row.name} [${row.unit}]`,
      ...[row.p50, row.p95, row.max].map(number),
      ratio('p50'),
      ratio('p95'),
      String(row.n),
    ];
  });
  const all = [['', 'p50', 'p95', 'max', 'p50/floor', 'p95/floor', 'n'], ...cells];
  const widths = all[0].map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const lines = all.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i] + 2))).join(''),
  );
  const verdicts = goals.map(
    ({ what, value, met }) => `  ${met ? 'met   ' : 'missed'}  ${what}: ${number(value)}`,
  );
  const said = notes.map((note) => `  ${note}`);
  return [`\n── ${name} (${seconds.toFixed(0)} s)`, ...lines, ...verdicts, ...said, ''].join('\n');
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, assert: { type: 'boolean', default: false } },
});
const unknown = positionals.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  process.stderr.write(`no bench ${unknown.join(', ')}; there are: ${Object.keys(BENCHES).join(', ')}\n`);
  process.exit(2);
}
const browser = ensureBrowser();
const out = resolve(values.out ?? join(root, 'out'));
if (!values.out) await buildIfStale();

const results = join(here, 'results');
mkdirSync(results, { recursive: true });
let missed = 0;
for (const name of positionals.length > 0 ? positionals : Object.keys(BENCHES)) {
  const run = await load(name);
  const temp = mkdtempSync(join(tmpdir(), 'tallydesk-bench-'));
  const from = performance.now();
  try {
    const result = await run({ out, browser, temp, here });
    const seconds = (performance.now() - from) / 1000;
    process.stdout.write(table(name, result, seconds));
    missed += result.goals.filter(({ met }) => !met).length;
    const machine = { cores: availableParallelism(), load: loadavg(), node: process.version };
    const written = { name, at: new Date().toISOString(), seconds, machine, ...result };
    writeFileSync(join(results, `${name}.json`), JSON.stringify(written, null, 1) + '\n');
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}
process.stdout.write(`\n${missed === 0 ? 'Every goal met.' : `${missed} goals missed.`}\n`);
process.exit(values.assert && missed > 0 ? 1 : 0);
