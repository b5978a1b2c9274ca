/** `npm run election:allocate -- FILE.json`: builds if need be, then works the seats out. Only JSON goes to stdout. */
import { buildIfStale } from './build.mjs';

const here = process.cwd();
await buildIfStale();
process.chdir(here);
await import('../out/main/allocate.js');
