/** The first import fence and the lint rules that matter on air: each finds what is planted, and no more. */
import { join } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it, vi } from 'vitest';
import { ALLOWED_IMPORTS, FORBIDDEN_IMPORTS, IMPURE, PURE, type Plant } from './plants.ts';

const root = join(import.meta.dirname, '../..');

// loading the linter, and then a project’s types, takes seconds on a busy machine
vi.setConfig({ testTimeout: 60_000 });

/** Without types: planted files stand in no project, and these rules need none. */
const quick = new ESLint({
  cwd: root,
  overrideConfig: [
    { files: ['**/*.{ts,tsx}'], ...tseslint.configs.disableTypeChecked },
    { files: ['**/*.{ts,tsx}'], languageOptions: { parserOptions: { projectService: false } } },
  ],
});

/** With types, for text in place of a file that exists. */
const typed = new ESLint({ cwd: root });

async function rulesBroken(eslint: ESLint, { file, code }: Plant): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: join(root, file) });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

describe('import fence', () => {
  it.each(FORBIDDEN_IMPORTS.filter(({ fences }) => fences.includes('lint')))(
    'refuses $what',
    async (plant) => {
      expect(await rulesBroken(quick, plant)).toContain('fences/imports');
    },
  );

  it.each(ALLOWED_IMPORTS)('lets $file import $code', async (plant) => {
    expect(await rulesBroken(quick, plant)).toEqual([]);
  });

  it('refuses a barrel file', async () => {
    const code = "export { LAYERS } from './layers.ts';\nexport * from './ids.ts';\n";
    expect(await rulesBroken(quick, { file: 'core/index.ts', code })).toEqual(['fences/no-barrel']);
  });
});

describe('a pure core', () => {
  it.each(IMPURE)('refuses $what', async (plant) => {
    const broken = await rulesBroken(quick, plant);
    expect(broken.some((rule) => rule.startsWith('no-restricted-'))).toBe(true);
  });

  it.each(PURE)('allows $code', async (plant) => {
    expect(await rulesBroken(quick, plant)).toEqual([]);
  });
});

describe('rules without types', () => {
  it.each([
    { rule: 'max-lines', code: 'export {};\n'.padEnd(411, '\n') },
    { rule: 'eqeqeq', code: 'export const planted = (a: number) => a == 1;\n' },
    { rule: 'no-empty', code: 'try {\n  throw new Error();\n} catch {}\n' },
    { rule: 'no-console', code: "console.log('planted');\n" },
    { rule: '@typescript-eslint/no-explicit-any', code: 'export const planted: any = 1;\n' },
    { rule: '@typescript-eslint/consistent-type-imports', code: typeOnly() },
    { rule: 'no-warning-comments', code: `// ${'to'}${'do'}: later\nexport {};\n` },
  ])('$rule', async ({ rule, code }) => {
    expect(await rulesBroken(quick, { file: 'main/planted.ts', code })).toEqual([rule]);
  });

  it('Node’s globals in a page', async () => {
    const plant = { file: 'overlays/kit/planted.ts', code: 'export const planted = process.cwd();\n' };
    expect(await rulesBroken(quick, plant)).toEqual(['no-restricted-globals']);
  });

  it.each([
    { rule: 'react-hooks/rules-of-hooks', body: 'if (on) useEffect(() => undefined, []);' },
    { rule: 'react-hooks/exhaustive-deps', body: 'useEffect(() => void on, []);' },
  ])('$rule', async ({ rule, body }) => {
    const code = `import { useEffect } from 'react';\nexport function Planted({ on }: { on: boolean }) {\n  ${body}\n  return null;\n}\n`;
    expect(await rulesBroken(quick, { file: 'renderer/planted.tsx', code })).toEqual([rule]);
  });
});

describe('rules with types', () => {
  const promised = 'const later = (): Promise<number> => Promise.resolve(1);\n';
  it.each([
    { rule: '@typescript-eslint/no-floating-promises', code: `${promised}later();\n` },
    { rule: '@typescript-eslint/no-misused-promises', code: `${promised}[1].forEach(later);\n` },
    { rule: '@typescript-eslint/no-unsafe-assignment', code: "export const a: number = JSON.parse('1');\n" },
    { rule: '@typescript-eslint/no-unsafe-return', code: "export const a = () => JSON.parse('1');\n" },
    {
      rule: '@typescript-eslint/switch-exhaustiveness-check',
      code: "export function a(x: 'on' | 'off'): void {\n  switch (x) {\n    case 'on':\n  }\n}\n",
    },
  ])('$rule', async ({ rule, code }) => {
    expect(await rulesBroken(typed, { file: 'core/layers.ts', code })).toEqual([rule]);
  });

  it('accepts a promise that is waited for', async () => {
    const code = `${promised}export const planted = async () => await later();\n`;
    expect(await rulesBroken(typed, { file: 'core/layers.ts', code })).toEqual([]);
  });
});

function typeOnly(): string {
  return "import { Log } from './world.ts';\nexport const planted = (log: Log) => log;\n";
}
