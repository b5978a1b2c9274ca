/** `npm run feed:simulate -- --election nz-2008 --minutes 5`: builds if need be, then counts a night. */
import { buildIfStale } from './build.mjs';
import { stopWithNpm } from './stop-with-npm.mjs';

const here = process.cwd();
stopWithNpm();
await buildIfStale();
process.chdir(here);
await import('../out/main/simulate.js');
