/**
 * `npm run check`: what can be said of the code without running it. Format, lint (with the first import fence), types
 * (one project per folder), the graph of modules (the second fence, and cycles). Lint takes longer than the others
 * together and one core: it runs beside them.
 */
import { spawn } from 'node:child_process';
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

/** Runs one tool, not through npx, which may ask the network. Says all it said at once, so that no two are mixed. */
async function passes({ name, cure, bin, args }) {
  const started = performance.now();
  const child = spawn(process.execPath, [join(root, 'node_modules', bin), ...args], { cwd: root });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  child.stderr.on('data', (chunk) => (said += chunk));
  const [ok, why] = await new Promise((done) => {
    child.once('error', (error) => done([false, `${error.message}\n`]));
    child.once('close', (status) => done([status === 0, '']));
  });
  const verdict = ok
    ? `${name}: ok, ${((performance.now() - started) / 1000).toFixed(1)} s`
    : `check: ${name} failed (${cure})`;
  process.stdout.write(`\n── ${name}\n${said}${why}${verdict}\n`);
  return ok;
}

/** @returns {Promise<boolean>} whether all is well; what is not has been printed, its name in the last line of its part */
export async function check() {
  process.stdout.write(`\n── check: ${STEPS.map(({ name }) => name).join(', ')} (some minutes)\n`);
  const inTurn = async (steps) => {
    for (const step of steps) if (!(await passes(step))) return false;
    return true;
  };
  const alone = STEPS.filter(({ name }) => name === 'lint');
  const others = STEPS.filter(({ name }) => name !== 'lint');
  const ok = (await Promise.all([inTurn(alone), inTurn(others)])).every(Boolean);
  if (ok) process.stdout.write(`check: all well (${STEPS.map(({ name }) => name).join(', ')})\n`);
  return ok;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = (await check()) ? 0 : 1;
}
