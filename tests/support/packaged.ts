/**
 * The packaged app without Electron: a folder that looks like an unpacked runtime to the packager (an executable with
 * the fuses that Electron's has, a version, resources), and `npm run package:dir` run with it.
 */
import { spawn } from 'node:child_process';
import { chmod, copyFile, appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './serve-process.ts';

/** Electron's fuses in their order, with the state in which an executable comes that nobody has packaged. */
const FUSES = {
  runAsNode: true,
  cookieEncryption: false,
  nodeOptions: true,
  nodeCliInspect: true,
  embeddedAsarIntegrityValidation: false,
  onlyLoadAppFromAsar: false,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: true,
  wasmTrapHandlers: true,
};

export type Fuses = Record<keyof typeof FUSES, boolean>;

/** What Electron's own tools look for in the executable; after it one byte for the version, one for the count. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** @returns the state of each fuse, read from the bytes and not by the library that writes them */
export function readFuses(executable: Buffer): Fuses {
  const at = executable.indexOf(SENTINEL) + SENTINEL.length;
  const [version, count] = [executable[at], executable[at + 1]];
  const names = Object.keys(FUSES);
  if (version !== 1 || count !== names.length) throw new Error(`fuses: version ${version}, count ${count}`);
  const states = executable.subarray(at + 2, at + 2 + names.length).toString('latin1');
  if (!/^[01]+$/.test(states)) throw new Error(`fuses: ${states}`);
  return Object.fromEntries(names.map((name, i) => [name, states[i] === '1'])) as Fuses;
}

/** Makes the folder of a runtime; its executable is a system's own small one, which runs and does nothing. */
export async function fakeRuntime(folder: string, version: string): Promise<string> {
  await mkdir(join(folder, 'resources'), { recursive: true });
  const executable = join(folder, 'electron');
  await copyFile('/bin/true', executable);
  await chmod(executable, 0o755);
  const states = Object.values(FUSES).map((on) => (on ? '1' : '0'));
  await appendFile(
    executable,
    Buffer.concat([
      Buffer.from(SENTINEL, 'latin1'),
      Buffer.from([1, states.length]),
      Buffer.from(states.join(''), 'latin1'),
    ]),
  );
  await writeFile(join(folder, 'version'), version);
  return folder;
}

export interface Packaging {
  code: number | null;
  output: string;
}

/** Nothing listens there: whoever would fetch something fails. */
const NOWHERE = 'http://127.0.0.1:9/';

/** `npm run package:dir` with these arguments, cut off from where Electron and the packager's tools are fetched. */
export async function packageApp(args: string[], env: Record<string, string> = {}): Promise<Packaging> {
  const child = spawn(process.execPath, [join(root, 'scripts/package.mjs'), ...args], {
    cwd: root,
    env: {
      ...process.env,
      ELECTRON_MIRROR: NOWHERE,
      ELECTRON_BUILDER_BINARIES_MIRROR: NOWHERE,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  }
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done({ code, output }));
  });
}

/** Packages the built app below a temporary folder. @returns the folder that an installer would put on a machine */
export async function packagedApp(top: string): Promise<string> {
  const runtime = await fakeRuntime(join(top, 'runtime'), '45.4.1');
  const to = join(top, 'packaged');
  const { code, output } = await packageApp(['--dir', '--runtime', runtime, '--to', to]);
  if (code !== 0) throw new Error(`package:dir ended with ${code}: ${output}`);
  return join(to, process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`);
}
