/**
 * `npm run dev`: the station with everything rebuilt and restarted when a source is saved. Pages reconnect by
 * themselves; an output keeps its last frame meanwhile. A graphic is rebuilt alone, and the station, which watches
 * `out/graphics`, puts it on preview without a restart. Takes the arguments of `serve`.
 */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { build, root } from './build.mjs';
import { buildGraphics } from './build-graphics.mjs';
import { stopWithNpm } from './stop-with-npm.mjs';

const WATCHED = ['core', 'main', 'renderer', 'overlays/host', 'overlays/stage', 'assets/demo'];
/** Editors save in bursts. Milliseconds. */
const SETTLE_MS = 200;

let station = null;
let timer = null;
let busy = Promise.resolve();

function start() {
  const args = [join(root, 'out/main/serve.js'), ...process.argv.slice(2)];
  station = spawn(process.execPath, args, {
    stdio: 'inherit',
    cwd: root,
    env: { ...process.env, TALLYDESK_DEV: '1' },
  });
}

function stop() {
  if (!station || station.exitCode !== null) return Promise.resolve();
  const gone = new Promise((done) => station.once('exit', done));
  station.kill('SIGTERM');
  return gone;
}

async function rebuild() {
  try {
    await build();
  } catch (error) {
    // a half-typed line: the station that runs stays up
    process.stderr.write(`tallydesk: not rebuilt: ${error instanceof Error ? error.message : error}\n`);
    return;
  }
  await stop();
  start();
}

for (const folder of WATCHED) {
  watch(join(root, folder), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => (busy = busy.then(rebuild)), SETTLE_MS);
  });
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void stop().then(() => process.exit(0)));
stopWithNpm();
await rebuild();
await buildGraphics({
  watch: true,
  isBuilt: true,
  onError: (id, error) =>
    process.stderr.write(`tallydesk: ${id} not rebuilt: ${error instanceof Error ? error.message : error}\n`),
});
