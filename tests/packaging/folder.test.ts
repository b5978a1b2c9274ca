/** The folder that `npm run package:dir` makes, opened and read: what is in it, and what its executable refuses. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, relative } from 'node:path';
import { extractFile, getRawHeader, listPackage, statFile } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageApp, packagedApp, readFuses } from '../support/packaged.ts';

const root = join(import.meta.dirname, '../..');

/** What the build makes, as electron-builder.yml names it. out/ also has what the tests build there. */
const BUILT = ['out/main', 'out/preload', 'out/pages', 'out/graphics', 'out/demo', 'out/elections'];

const filesBelow = (top: string, folder = top): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(top, join(entry.parentPath, entry.name)))
    .sort();

interface Node {
  files?: Record<string, Node>;
  unpacked?: boolean;
  executable?: boolean;
  link?: string;
  integrity?: { algorithm: string; hash: string };
}

/** What every packaged executable refuses. */
const WANTED = {
  runAsNode: false,
  cookieEncryption: true,
  nodeOptions: false,
  nodeCliInspect: false,
  embeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
  // we do not name it, so it stays as Electron has it
  wasmTrapHandlers: true,
};

const linux = process.platform === 'linux';

describe.skipIf(!linux)('the packaged folder (on Linux only: the stand-in for a runtime is Linux’s)', () => {
  let top: string;
  let folder: string;
  let asar: string;
  let files: string[];

  beforeAll(async () => {
    top = await mkdtemp(join(tmpdir(), 'tallydesk-packaged-'));
    folder = await packagedApp(top);
    asar = join(folder, 'resources/app.asar');
    files = listPackage(asar, { isPack: false })
      .map((path) => path.slice(1))
      .filter((path) => !('files' in statFile(asar, path)))
      .sort();
    // an archive is written: seconds, and more on a busy machine
  }, 120_000);

  afterAll(() => rm(top, { recursive: true, force: true }));

  it('is the runtime under our name with one archive, and nothing beside it', () => {
    expect(filesBelow(folder)).toEqual(['resources/app.asar', 'tallydesk', 'version']);
  });

  it('has every file of the build in the archive, unchanged, and nothing else', () => {
    const built = BUILT.flatMap((name) => filesBelow(root, join(root, name))).filter(
      (file) => !file.endsWith('.map'),
    );
    expect(built.length).toBeGreaterThan(50);
    expect(files).toEqual([...built, 'package.json'].sort());
    const changed = built.filter((file) => !extractFile(asar, file).equals(readFileSync(join(root, file))));
    expect(changed).toEqual([]);
  });

  it('carries no source, map, test, library or lock file', () => {
    const kinds = new Set(files.map((file) => extname(file)));
    expect([...kinds].sort()).toEqual([
      '.cjs',
      '.css',
      '.html',
      '.js',
      '.json',
      '.md',
      '.png',
      '.txt',
      '.woff2',
    ]);
    const foreign =
      /(^|\/)(node_modules|tests?|src|electron-stand-in|package-lock\.json|tsconfig[^/]*)(\/|$)/;
    expect(files.filter((file) => foreign.test(file))).toEqual([]);
    const scripts = files.filter((file) => file.endsWith('.js'));
    expect(scripts.filter((file) => extractFile(asar, file).includes('sourceMappingURL=data:'))).toEqual([]);
  });

  it('starts at a file that is there, and knows neither our scripts nor our tools', () => {
    const { version, type } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    const own = JSON.parse(extractFile(asar, 'package.json').toString()) as Record<string, unknown>;
    expect(own).toMatchObject({ name: 'tallydesk', version, type, desktopName: 'tallydesk.desktop' });
    for (const key of ['scripts', 'devDependencies', 'dependencies']) expect(own).not.toHaveProperty(key);
    expect(files).toContain(own['main']);
  });

  it('can be checked: every file is inside the archive, with the hash of what it holds', () => {
    const { header } = getRawHeader(asar) as unknown as { header: Node };
    const wrong: string[] = [];
    const check = (node: Node, path: string): void => {
      for (const [name, below] of Object.entries(node.files ?? {})) check(below, join(path, name));
      if (node.files) return;
      const hash = createHash('sha256').update(extractFile(asar, path)).digest('hex');
      const { integrity } = node;
      if (node.unpacked || node.link || integrity?.algorithm !== 'SHA256' || integrity.hash !== hash)
        wrong.push(path);
    };
    check(header, '');
    expect(wrong).toEqual([]);
  });

  it('has an executable that refuses to be anything but the app in its archive', () => {
    expect(readFuses(readFileSync(join(top, 'runtime-linux/electron')))).toMatchObject({
      runAsNode: true,
      onlyLoadAppFromAsar: false,
    });
    expect(readFuses(readFileSync(join(folder, 'tallydesk')))).toEqual(WANTED);
  });

  it('for Windows has the same archive and fuses, and an executable that knows the archive by its hash', async () => {
    const windows = await packagedApp(top, 'win32');
    const archive = join(windows, 'resources/app.asar');
    expect(readFileSync(archive).equals(readFileSync(asar))).toBe(true);
    const executable = readFileSync(join(windows, 'Tallydesk.exe'));
    expect(readFuses(executable)).toEqual(WANTED);
    const hash = createHash('sha256').update(getRawHeader(archive).headerString).digest('hex');
    const known = /\[\{"file":[^\]]*\]/.exec(executable.toString('latin1'))?.[0] ?? '[]';
    const expected = { file: 'resources\\app.asar', alg: 'SHA256', value: hash };
    expect(JSON.parse(known)).toEqual([expected]);
    expect(executable.includes(readFileSync(join(root, 'build/icons/256x256.png')))).toBe(true);
  });
});

describe('npm run package:dir', () => {
  it('says in one line what to supply where there is no runtime, and ends with 2', async () => {
    const missing = { TALLYDESK_ELECTRON_DIST: join(tmpdir(), 'no-such-runtime') };
    expect(await packageApp(['--dir'], missing)).toEqual({
      code: 2,
      output:
        'tallydesk: no Electron to package with: npx install-electron, or name a folder with an unpacked one (--runtime DIR).\n',
    });
  });

  it('is what takes a runtime or another system; installers are made on theirs, of what they fetch', async () => {
    expect(await packageApp(['--runtime', tmpdir()])).toEqual({
      code: 2,
      output: 'tallydesk: --runtime is for package:dir only.\n',
    });
    const other = process.platform === 'win32' ? 'linux' : 'win32';
    expect(await packageApp(['--platform', other])).toEqual({
      code: 2,
      output: 'tallydesk: a system’s installers are made on that system.\n',
    });
  });
});
