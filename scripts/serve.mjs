/** `npm run serve -- --port 4400 --data DIR --show nz-2023`: builds if need be, then becomes the station. */
import { buildIfStale } from './build.mjs';
import { stopWithNpm } from './stop-with-npm.mjs';

const here = process.cwd();
stopWithNpm();
await buildIfStale();
process.chdir(here);
await import('../out/main/serve.js');
