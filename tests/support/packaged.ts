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

/** What a runtime is called on each system, and a small executable of that system to stand in for it. */
const SYSTEMS = {
  linux: { name: 'electron', executable: '/bin/true' },
  // any Windows program would do: this one comes with the packager
  win32: {
    name: 'electron.exe',
    executable: join(root, 'node_modules/electron-winstaller/vendor/7z-x64.exe'),
  },
};

type System = keyof typeof SYSTEMS;

/** Makes the folder of a runtime. */
async function fakeRuntime(folder: string, system: System): Promise<string> {
  const { name, executable } = SYSTEMS[system];
  await mkdir(join(folder, 'resources'), { recursive: true });
  const file = join(folder, name);
  await copyFile(executable, file);
  await chmod(file, 0o755);
  const states = Object.values(FUSES).map((on) => (on ? '1' : '0'));
  await appendFile(
    file,
    Buffer.concat([
      Buffer.from(SENTINEL, 'latin1'),
      Buffer.from([1, states.length]),
      Buffer.from(states.join(''), 'latin1'),
    ]),
  );
  await writeFile(join(folder, 'version'), '45.4.1');
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
export async function packagedApp(top: string, system: System = 'linux'): Promise<string> {
  const runtime = await fakeRuntime(join(top, `runtime-${system}`), system);
  const to = join(top, `packaged-${system}`);
  const { code, output } = await packageApp([
    '--dir',
    ...['--runtime', runtime],
    ...['--to', to],
    ...['--platform', system],
  ]);
  if (code !== 0) throw new Error(`package:dir ended with ${code}: ${output}`);
  const arch = process.arch === 'x64' ? '' : `-${process.arch}`;
  return join(to, `${system === 'linux' ? 'linux' : 'win'}${arch}-unpacked`);
}
