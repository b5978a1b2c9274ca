/**
 * `npm run package:dir [-- --runtime DIR] [--to DIR] [--platform win32]`: the packaged app as a folder, made offline from
 * a folder that holds an unpacked Electron; for this system, or with that one's Electron for another (macOS' needs a
 * Mac). `npm run package`: the installers of this system; it may fetch what it needs, Electron for the other
 * processors among it. What is packaged and how stands in electron-builder.yml.
 */
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build as pack, archFromString, Platform } from 'electron-builder';
import { buildIfStale, root } from './build.mjs';
import { electronHome } from './electron-path.mjs';

/** The unpacked Electron that was named, else the one that is installed. */
function findRuntime(named) {
  const folder = resolve(named ?? process.env.TALLYDESK_ELECTRON_DIST ?? join(electronHome, 'dist'));
  return existsSync(folder) && statSync(folder).isDirectory() ? folder : null;
}

function refuse(why) {
  process.stderr.write(`tallydesk: ${why}\n`);
  process.exit(2);
}

const { values } = parseArgs({
  options: {
    dir: { type: 'boolean', default: false },
    runtime: { type: 'string' },
    to: { type: 'string' },
    platform: { type: 'string', default: process.platform },
  },
});
const platform = Platform.fromString(values.platform);
const to = resolve(values.to ?? join(root, 'dist'));

let targets;
let electronDist;
if (values.dir) {
  electronDist = findRuntime(values.runtime);
  if (electronDist === null) {
    refuse(
      'no Electron to package with: npx install-electron, or name a folder with an unpacked one (--runtime DIR).',
    );
  }
  targets = platform.createTarget('dir', archFromString(process.arch));
} else {
  // a folder holds one processor's Electron, and the installers are for two
  if (values.runtime !== undefined) refuse('--runtime is for package:dir only.');
  if (platform !== Platform.current()) refuse('a system’s installers are made on that system.');
  targets = platform.createTarget();
}

await buildIfStale();
await pack({
  projectDir: root,
  targets,
  publish: 'never',
  config: { directories: { output: to }, ...(electronDist ? { electronDist } : {}) },
});
process.stdout.write(`packaged in ${to} for ${platform.name}\n`);
