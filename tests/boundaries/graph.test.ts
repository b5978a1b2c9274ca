/**
 * The second import fence, dependency-cruiser: over the real code, which must be clean and really read, and over a
 * copy of its shape in a temporary folder with one violation planted per rule.
 */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  cruise,
  type ICruiseOptions,
  type ICruiseResult,
  type IForbiddenRuleType,
  type IViolation,
} from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ALLOWED_IMPORTS, FORBIDDEN_IMPORTS, type Plant } from './plants.ts';

/** Without a slash at the end, which dependency-cruiser does not expect. */
const root = join(import.meta.dirname, '../..');
const FOLDERS = ['core', 'main', 'renderer', 'overlays', 'tests', 'scripts'];

/** Files besides the planted ones that make cycles and a barrel. */
const SHAPES: Plant[] = [
  { file: 'core/ring/a.ts', code: "import { b } from './b.ts';\nexport const a = () => b;\n" },
  { file: 'core/ring/b.ts', code: "import { a } from './a.ts';\nexport const b = () => a;\n" },
  { file: 'core/types/a.ts', code: "import type { B } from './b.ts';\nexport type A = B[];\n" },
  { file: 'core/types/b.ts', code: "import type { A } from './a.ts';\nexport type B = A[];\n" },
  { file: 'core/barrel/index.ts', code: "export { LAYERS } from '../layers.ts';\n" },
  { file: 'core/barrel/user.ts', code: "import { LAYERS } from './index.ts';\nvoid LAYERS;\n" },
  { file: 'core/lost.ts', code: "import './nowhere.ts';\n" },
];

interface Cruised extends Pick<ICruiseResult, 'modules'> {
  found: string[];
  list: IViolation[];
}

async function violations(baseDir: string): Promise<Cruised> {
  const { default: config } = (await import(join(root, '.dependency-cruiser.mjs'))) as {
    default: { forbidden: IForbiddenRuleType[]; options: ICruiseOptions };
  };
  const { enhancedResolveOptions, ...options } = config.options as ICruiseOptions & {
    enhancedResolveOptions: object;
  };
  const { output } = await cruise(
    FOLDERS,
    { ...options, baseDir, validate: true, ruleSet: { forbidden: config.forbidden } },
    enhancedResolveOptions,
  );
  if (typeof output === 'string') throw new Error(output);
  const { violations: list } = output.summary;
  return { modules: output.modules, found: list.map(({ rule, from }) => `${rule.name}: ${from}`), list };
}

/** The file that a relative import leads to has to exist, empty, in the temporary folder. */
const targetsOf = ({ file, code }: Plant): Plant[] =>
  [...code.matchAll(/'(\.[^']+)'/g)].map(([, to = '']) => ({
    file: join(dirname(file), to),
    code: 'export {};\n',
  }));

/** One name per planted file, so that all of them are read in one run. */
const apart = <P extends Plant>(plants: P[], mark: string): P[] =>
  plants.map((plant, i) => ({ ...plant, file: plant.file.replace('planted', `${mark}-${i}`) }));

describe('module graph', () => {
  const refused = apart(FORBIDDEN_IMPORTS, 'refused');
  const allowed = apart(ALLOWED_IMPORTS, 'allowed');
  let folder = '';
  let found: string[] = [];
  let modules: string[] = [];

  // reading a graph takes seconds on a busy machine
  vi.setConfig({ hookTimeout: 60_000, testTimeout: 60_000 });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tallydesk-fences-'));
    const plants = [...refused, ...allowed];
    for (const { file, code } of [...plants.flatMap(targetsOf), ...plants, ...SHAPES]) {
      mkdirSync(join(folder, dirname(file)), { recursive: true });
      writeFileSync(join(folder, file), code);
    }
    for (const name of FOLDERS) mkdirSync(join(folder, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
    const cruised = await violations(folder);
    found = cruised.found;
    modules = cruised.modules.map(({ source }) => source);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(refused)('refuses $what', ({ file }) => {
    const rules = found.filter((violation) => violation.endsWith(`: ${file}`));
    expect(rules.filter((rule) => !/^no-(cycle|index|unresolvable)/.test(rule))).not.toEqual([]);
  });

  it.each(allowed)('lets $file import $code', ({ file }) => {
    expect(modules).toContain(file);
    expect(found.filter((violation) => violation.endsWith(`: ${file}`))).toEqual([]);
  });

  it('refuses cycles, of types too, barrels and imports that lead nowhere', () => {
    expect(found).toEqual(
      expect.arrayContaining([
        'no-cycle: core/ring/a.ts',
        'no-cycle: core/types/a.ts',
        'no-index: core/barrel/user.ts',
        'no-unresolvable: core/lost.ts',
      ]),
    );
  });

  it('is clean in the real code, all of which was read', async () => {
    const real = await violations(root);
    // with a TypeScript that it does not know, dependency-cruiser reads nothing and reports no violation
    expect(real.modules.filter(({ source }) => /\.tsx?$/.test(source)).length).toBeGreaterThan(100);
    const told = real.list.map(({ rule, from, to, cycle = [] }) =>
      [`${rule.name}: ${from}`, ...(cycle.length > 0 ? cycle.map(({ name }) => name) : [to])].join(' → '),
    );
    expect(told).toEqual([]);
  });
});
