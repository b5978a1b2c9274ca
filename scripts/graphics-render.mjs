/**
 * `npm run graphics:render -- ID|PATH [--fixture NAME | --data FILE] [--step N] [--width PX] [--frame-rate N]
 * [--hold MS] --out FILE.(png|mov|webm)`: a picture or a film of a graphic with its transparency, from a station of its
 * own on a throw-away show. Exit 1 where it cannot be drawn, 2 for wrong arguments, each with a sentence on stderr.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfStale, root } from './build.mjs';

const USAGE =
  'usage: npm run graphics:render -- ID|PATH [--fixture NAME | --data FILE] [--step 0] [--width 1920] ' +
  '[--frame-rate 50] [--hold 3000] --out FILE.(png|mov|webm)';

function stop(code, sentence) {
  process.stderr.write(`graphics:render: ${sentence}\n`);
  process.exit(code);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: Object.fromEntries(
        ['fixture', 'data', 'step', 'width', 'frame-rate', 'hold', 'out'].map((name) => [
          name,
          { type: 'string' },
        ]),
      ),
    });
  } catch (error) {
    return stop(2, `${error.message.split('\n')[0]} (${USAGE})`);
  }
}

const { values, positionals } = readArguments();
const [subject] = positionals;
if (positionals.length !== 1 || !values.out) stop(2, USAGE);
const out = resolve(values.out);
const format = extname(out).slice(1);
if (!['png', 'mov', 'webm'].includes(format)) stop(2, `--out: "${values.out}" is no .png, .mov or .webm`);
if (!existsSync(dirname(out))) stop(2, `--out: there is no folder ${dirname(out)}`);

/** A number of the command line; undefined where it was left out. */
function numberOf(name) {
  const text = values[name];
  if (text === undefined) return undefined;
  const number = Number(text);
  return text !== '' && Number.isFinite(number) ? number : stop(2, `--${name}: "${text}" is not a number`);
}
const step = numberOf('step');
const width = numberOf('width');
const frameRate = numberOf('frame-rate');
const holdMs = numberOf('hold');

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return stop(2, `${path}: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}`);
  }
}

/** The package's folder and the graphic's id, from a path; or the id of a shipped graphic. */
function packageOf(name) {
  const path = resolve(name);
  if (!existsSync(path) || !statSync(path).isDirectory())
    return { id: name, folder: join(root, 'out/graphics', name) };
  const manifests = readdirSync(path).filter((file) => file.endsWith('.ograf.json'));
  if (manifests.length !== 1) {
    stop(
      2,
      `${path} holds ${manifests.length === 0 ? 'no manifest (*.ograf.json)' : 'several graphics: one is needed'}`,
    );
  }
  return { id: readJson(join(path, manifests[0])).id, folder: path, own: true };
}

await buildIfStale();
const { id, folder, own } = packageOf(subject);
const usual = join(folder, 'fixtures/usual.json');
const data = values.data
  ? readJson(resolve(values.data))
  : values.fixture
    ? readJson(join(folder, 'fixtures', `${values.fixture}.json`))
    : existsSync(usual)
      ? readJson(usual)
      : {};

const temp = mkdtempSync(join(tmpdir(), 'tallydesk-render-'));
const args = [
  '--port',
  '0',
  '--data',
  temp,
  '--show',
  'nz-2023',
  '--no-pictures',
  ...(own ? ['--graphics', folder] : []),
];
const station = spawn(process.execPath, [join(root, 'out/main/serve.js'), ...args], {
  stdio: ['ignore', 'pipe', 'pipe'],
});
let complained = '';
station.stderr.on('data', (chunk) => (complained += chunk));
const ended = new Promise((done) => station.once('exit', done));

async function end(code, sentence) {
  station.kill('SIGTERM');
  await ended;
  rmSync(temp, { recursive: true, force: true });
  if (sentence) stop(code, sentence);
}

async function ready() {
  let said = '';
  for await (const chunk of station.stdout) {
    said += chunk;
    const line = /^tallydesk ready (\{.*\})$/m.exec(said)?.[1];
    if (line) {
      station.stdout.resume();
      return JSON.parse(line);
    }
  }
  return stop(1, `the station did not start: ${complained}`);
}

const { api, key } = await ready();
const headers = { authorization: `Bearer ${key}` };
const request = { data, format, step, width, frameRate, holdMs };
const path = `${api}/graphics/${encodeURIComponent(id)}/render`;
const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(request) });
if (!answer.ok) await end(1, (await answer.json()).detail);

if (answer.status === 200) {
  writeFileSync(out, Buffer.from(await answer.arrayBuffer()));
} else {
  let job = await answer.json();
  while (job.state === 'waiting' || job.state === 'running') {
    await new Promise((done) => setTimeout(done, 250));
    job = await (await fetch(`${api}/renders/${job.job}`, { headers })).json();
    if (process.stderr.isTTY) process.stderr.write(`\r${job.done} of ${job.total} frames `);
  }
  if (job.state !== 'done') await end(1, job.detail);
  const film = await fetch(`${api}/renders/${job.job}/file`, { headers });
  writeFileSync(out, Buffer.from(await film.arrayBuffer()));
}
await end(0);
process.stdout.write(`${out}\n`);
