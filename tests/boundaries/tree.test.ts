/** Promises about the tree itself: no long files, and every dependency at one exact version. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const LIMIT = 400;

const below = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|css)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));

describe('source tree', () => {
  it(`has no file of more than ${LIMIT} lines`, () => {
    const files = ['core', 'main', 'renderer', 'overlays', 'tests', 'scripts'].flatMap(below);
    const lines = (file: string) => readFileSync(join(root, file), 'utf8').split('\n').length - 1;
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((file) => lines(file) > LIMIT)).toEqual([]);
  });

  it('pins every dependency exactly, as the lock file has it', () => {
    const read = (name: string) =>
      JSON.parse(readFileSync(join(root, name), 'utf8')) as Record<string, unknown>;
    const { dependencies = {}, devDependencies = {} } = read('package.json') as Record<
      string,
      Record<string, string>
    >;
    const { packages } = read('package-lock.json') as { packages: Record<string, { version?: string }> };
    const named = Object.entries({ ...dependencies, ...devDependencies });
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
    expect(named.filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)).toEqual(
      [],
    );
  });
});
