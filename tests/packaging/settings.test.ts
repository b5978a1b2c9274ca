/** What cannot be packaged on this machine is read here: each system's settings, the icons, and what must not be there. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { ico, icns, ICNS_TYPES, widthOf } from '../../scripts/icon-containers.mjs';

const root = join(import.meta.dirname, '../..');
const read = (path: string): Buffer => readFileSync(join(root, path));

type Settings = Record<string, unknown>;
const settings = load(read('electron-builder.yml').toString()) as Settings & Record<string, Settings>;
const { win, nsis, mac, linux } = settings as Record<'win' | 'nsis' | 'mac' | 'linux', Settings>;

describe('what is packaged for each system', () => {
  it('on Windows: an installer for each processor that needs no administrator', () => {
    expect(win['target']).toEqual([{ target: 'nsis', arch: ['x64', 'arm64'] }]);
    expect(nsis).toMatchObject({ oneClick: false, perMachine: false });
    expect(nsis['artifactName']).toContain('${arch}');
  });

  it('on macOS: hardened, and allowed to compile JavaScript and nothing more', () => {
    expect(mac['target']).toEqual([
      { target: 'dmg', arch: ['x64', 'arm64'] },
      { target: 'zip', arch: ['x64', 'arm64'] },
    ]);
    expect(mac['hardenedRuntime']).toBe(true);
    for (const key of ['entitlements', 'entitlementsInherit']) {
      const plist = read(mac[key] as string).toString();
      const granted = [...plist.matchAll(/<key>([^<]+)<\/key>\s*<(\w+)\/>/g)].map(([, key, value]) => [
        key,
        value,
      ]);
      expect(granted).toEqual([['com.apple.security.cs.allow-jit', 'true']]);
      expect(plist.match(/<key>/g)).toHaveLength(1);
    }
  });

  it('on Linux: on X11, where an output can be put on its display, and one application with its menu entry', () => {
    expect(linux).toMatchObject({
      target: ['AppImage', 'deb'],
      executableArgs: ['--ozone-platform=x11'],
      category: 'AudioVideo',
      syncDesktopName: true,
    });
    expect(linux['maintainer']).toMatch(/^[^<]+ <[^@>]+@[^>]+>$/);
    expect(settings['extraMetadata']).toEqual({ desktopName: 'tallydesk.desktop' });
  });

  it('in one archive, unpacked nowhere, with its hashes', () => {
    expect(settings['asar']).toBe(true);
    for (const key of ['asarUnpack', 'disableAsarIntegrity', 'extraResources', 'extraFiles']) {
      for (const where of [settings, win, mac, linux]) expect(where).not.toHaveProperty(key);
    }
  });
});

describe('nothing updates by itself', () => {
  it('there is no updater among the dependencies, and none comes with another', () => {
    const own = JSON.parse(read('package.json').toString()) as Record<string, Record<string, string>>;
    const { packages } = JSON.parse(read('package-lock.json').toString()) as { packages: Settings };
    const named = [own['dependencies'], own['devDependencies'], own['optionalDependencies']].flatMap((list) =>
      Object.keys(list ?? {}),
    );
    const installed = Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, ''));
    expect(installed.length).toBeGreaterThan(100);
    const updater = /^(electron-updater|update-electron-app|electron-simple-updater|electron-update.*)$/;
    expect([...named, ...installed].filter((name) => updater.test(name))).toEqual([]);
  });

  it('no source asks Electron’s own', () => {
    const sources = readdirSync(join(root, 'main'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.filter((name) => read(join('main', name)).includes('autoUpdater'))).toEqual([]);
  });

  it('no feed is written, and nothing is published by the packager', () => {
    expect(settings['publish']).toBeNull();
    expect(read('scripts/package.mjs').toString()).toContain("publish: 'never'");
  });
});

/** A PNG of this size that shows something: clear corners, and in it the red and the white of the drawing. */
function checkPicture(png: Buffer, size: number): void {
  const { width, height, data } = PNG.sync.read(png);
  expect([width, height, widthOf(png)]).toEqual([size, size, size]);
  const at = (x: number, y: number) => [...data.subarray(4 * (y * size + x), 4 * (y * size + x) + 4)];
  expect(at(0, 0)[3], `${size}: corner`).toBeLessThan(128);
  let [red, white] = [0, 0];
  for (let i = 0; i < data.length; i += 4) {
    const [r = 0, g = 0, b = 0, alpha = 0] = data.subarray(i, i + 4);
    if (alpha === 255 && r > 190 && g < 80 && b < 90) red++;
    if (alpha === 255 && Math.min(r, g, b) > 190) white++;
  }
  const share = (count: number) => count / (size * size);
  expect(share(red), `${size}: red`).toBeGreaterThan(0.03);
  expect(share(white), `${size}: white`).toBeGreaterThan(0.02);
}

describe('the icons', () => {
  it('for Linux are one PNG a size, named by it', () => {
    const names = readdirSync(join(root, linux['icon'] as string)).sort();
    expect(names).toEqual([16, 24, 32, 48, 64, 128, 256, 512].map((size) => `${size}x${size}.png`).sort());
    for (const name of names) checkPicture(read(join(linux['icon'] as string, name)), parseInt(name, 10));
  });

  it('for Windows are one file of the same pictures, up to 256 pixels', () => {
    const file = read(win['icon'] as string);
    expect([file.readUInt16LE(0), file.readUInt16LE(2), file.readUInt16LE(4)]).toEqual([0, 1, 7]);
    const pictures = Array.from({ length: 7 }, (_, i) => {
      const entry = 6 + 16 * i;
      const [length, at] = [file.readUInt32LE(entry + 8), file.readUInt32LE(entry + 12)];
      return { size: file[entry] || 256, png: file.subarray(at, at + length) };
    });
    expect(pictures.map(({ size }) => size)).toEqual([16, 24, 32, 48, 64, 128, 256]);
    for (const { size, png } of pictures) {
      expect(png.equals(read(join(linux['icon'] as string, `${size}x${size}.png`)))).toBe(true);
    }
    expect(ico(pictures).equals(file)).toBe(true);
  });

  it('for macOS are one file up to 1024 pixels', () => {
    const file = read(mac['icon'] as string);
    expect([file.toString('latin1', 0, 4), file.readUInt32BE(4)]).toEqual(['icns', file.length]);
    const found = new Map<number, Buffer>();
    const types: Record<string, number> = {};
    for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
      const png = file.subarray(at + 8, at + file.readUInt32BE(at + 4));
      types[file.toString('latin1', at, at + 4)] = widthOf(png);
      found.set(widthOf(png), png);
    }
    expect(types).toEqual(ICNS_TYPES);
    for (const [size, png] of found) checkPicture(png, size);
    expect(icns((size) => found.get(size) ?? Buffer.alloc(0)).equals(file)).toBe(true);
  });
});

describe('the release workflow', () => {
  const workflow = read('.github/workflows/release.yml').toString();
  const used = (text: string) => [...text.matchAll(/uses: (\S+) # (v[\d.]+)$/gm)].map(([, action]) => action);

  it('uses actions by commit only, and those of the checks where they are the same', () => {
    expect(workflow.match(/uses:/g)).toHaveLength(used(workflow).length);
    for (const action of used(workflow)) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
    const checks = new Map(
      used(read('.github/workflows/check.yml').toString()).map(
        (action = '') => action.split('@') as [string, string],
      ),
    );
    for (const action of used(workflow)) {
      const [name = '', commit] = action?.split('@') ?? [];
      if (checks.has(name)) expect([name, commit]).toEqual([name, checks.get(name)]);
    }
  });

  it('may read only, but for the job that drafts the release, and names the step that a person does', () => {
    expect(workflow).toMatch(/^permissions:\n {2}contents: read$/m);
    expect(workflow.match(/contents: write/g)).toHaveLength(1);
    expect(workflow).toContain('--draft');
    expect(workflow).toContain('docs/real-machine-check.md');
  });

  it('makes what each system’s settings name', () => {
    for (const system of ['ubuntu', 'windows', 'macos']) expect(workflow).toContain(`${system}-`);
    expect(existsSync(join(root, 'electron-builder.yml'))).toBe(true);
  });
});
