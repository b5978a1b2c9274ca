/** `npm run serve -- --port 4400 --data DIR --show nz-2023`: builds if need be, then becomes the station. */
import { buildIfStale } from './build.mjs';

/**
 * npm runs scripts in a shell that dies of SIGTERM without passing it on. A station whose shell is gone has been
 * told to stop, and would otherwise keep its port for ever.
 */
function stopWithNpm() {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}

const here = process.cwd();
if (process.env.npm_lifecycle_event === 'serve') stopWithNpm();
await buildIfStale();
process.chdir(here);
await import('../out/main/serve.js');
