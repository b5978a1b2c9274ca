/**
 * `npm run check`: what can be said of the code without running it. Format, lint (with the first import fence), types
 * (one project per folder), the graph of modules (the second fence, and cycles), in turn; stops at the first failure.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The folders that the fences stand around, for dependency-cruiser. */
const FOLDERS = ['core', 'main', 'renderer', 'overlays', 'tests', 'scripts'];

const STEPS = [
  {
    name: 'format',
    cure: 'npx prettier --write .',
    bin: 'prettier/bin/prettier.cjs',
    args: ['--check', '.'],
  },
  { name: 'lint', cure: 'npx eslint --fix .', bin: 'eslint/bin/eslint.js', args: ['--max-warnings=0', '.'] },
  { name: 'types', cure: 'npx tsc -b', bin: 'typescript/bin/tsc', args: ['-b'] },
  {
    name: 'module graph',
    cure: 'see .dependency-cruiser.mjs',
    bin: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['--config', '.dependency-cruiser.mjs', ...FOLDERS],
  },
];

/** Runs one tool with its output shown. Not through npx, which may ask the network. */
function passes({ bin, args }) {
  const { status, error } = spawnSync(process.execPath, [join(root, 'node_modules', bin), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (error) process.stderr.write(`${error.message}\n`);
  return status === 0;
}

/** @returns {Promise<boolean>} whether all is well; what is not has been printed, its name in the last line */
export async function check() {
  for (const step of STEPS) {
    process.stdout.write(`\n── ${step.name}\n`);
    const started = performance.now();
    if (!passes(step)) {
      process.stdout.write(`check: ${step.name} failed (${step.cure})\n`);
      return false;
    }
    process.stdout.write(`${step.name}: ok, ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  }
  process.stdout.write(`check: all well (${STEPS.map(({ name }) => name).join(', ')})\n`);
  return true;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = (await check()) ? 0 : 1;
}
