/**
 * What the fences must refuse and what they must let through: one line of code each, and the folder it is planted in.
 * `fences` says who must find it; an allowed one must pass all three.
 */
export type FenceName = 'lint' | 'graph' | 'types';

export interface Plant {
  /** The file it is planted as; none of these names exists. */
  file: string;
  code: string;
}

export interface Forbidden extends Plant {
  /** What it breaks, for the test's name. */
  what: string;
  fences: FenceName[];
}

const use = (specifier: string) => `import * as planted from '${specifier}';\nvoid planted;\n`;
const BOTH: FenceName[] = ['lint', 'graph'];
const ALL: FenceName[] = ['lint', 'graph', 'types'];
/** Packages lie in one node_modules for all folders, so the compiler lets any of them in. */
const forbidden = (what: string, file: string, code: string, fences: FenceName[] = ALL): Forbidden => ({
  what,
  file,
  code,
  fences,
});

/** Within a folder each plant has a target of its own: the compiler complains of a file once, where it is first met. */
export const FORBIDDEN_IMPORTS: Forbidden[] = [
  forbidden('core → main', 'core/planted.ts', use('../main/errors.ts')),
  forbidden('core → overlays', 'core/planted.ts', use('../overlays/kit/fit.ts')),
  forbidden('core → tests', 'core/planted.ts', use('../tests/support/builders.ts')),
  forbidden('core → node', 'core/planted.ts', use('node:fs')),
  forbidden('core → electron', 'core/planted.ts', use('electron'), BOTH),
  forbidden('core → a package', 'core/planted.ts', use('react-dom'), BOTH),
  forbidden(
    'core → main, its type',
    'core/planted.ts',
    "import type { Args } from '../main/args.ts';\nexport type Planted = Args;\n",
  ),
  forbidden('core → main, on demand', 'core/planted.ts', "void import('../main/version.ts');\n"),
  forbidden(
    'core → main, inline',
    'core/planted.ts',
    "export type Planted = typeof import('../main/demo.ts');\n",
  ),
  forbidden('main → renderer', 'main/store/planted.ts', use('../../renderer/client/mirror.ts')),
  forbidden('main → overlays', 'main/store/planted.ts', use('../../overlays/kit/fit.ts')),
  forbidden('main → its shell', 'main/store/planted.ts', use('../desktop/main.ts')),
  forbidden('main → electron', 'main/store/planted.ts', use('electron'), BOTH),
  forbidden('main → a page’s library', 'main/store/planted.ts', use('react'), BOTH),
  forbidden('desktop → renderer', 'main/desktop/planted.ts', use('../../renderer/client/mirror.ts')),
  forbidden('desktop → a page’s library', 'main/desktop/planted.ts', use('react'), BOTH),
  forbidden('preload → the station', 'main/desktop/preload-planted.ts', use('../errors.ts'), BOTH),
  forbidden('preload → the shell', 'main/desktop/preload-planted.ts', use('./verbs.ts'), BOTH),
  forbidden('preload → node', 'main/desktop/preload-planted.ts', use('node:fs'), BOTH),
  // the linter sees whence, the graph also sees that it is more than types
  forbidden('preload → core’s code', 'main/desktop/preload-planted.ts', use('../../core/layers.ts'), [
    'graph',
  ]),
  forbidden('desktop → the preload', 'main/desktop/planted.ts', use('./preload.ts'), BOTH),
  forbidden('renderer → main', 'renderer/ui/planted.ts', use('../../main/errors.ts')),
  forbidden('renderer → overlays', 'renderer/ui/planted.ts', use('../../overlays/kit/fit.ts')),
  forbidden('renderer → node', 'renderer/ui/planted.ts', use('node:path')),
  forbidden('renderer → electron', 'renderer/ui/planted.ts', use('electron'), BOTH),
  forbidden('renderer → a server’s library', 'renderer/ui/planted.ts', use('hono'), BOTH),
  forbidden('host → stage', 'overlays/host/planted.ts', use('../stage/scale.ts')),
  forbidden('host → react', 'overlays/host/planted.ts', use('react'), BOTH),
  forbidden('render → stage', 'overlays/render/planted.ts', use('../stage/scale.ts')),
  forbidden('stage → main', 'overlays/stage/planted.ts', use('../../main/errors.ts')),
  forbidden('stage → kit', 'overlays/stage/planted.ts', use('../kit/fit.ts')),
  forbidden('stage → renderer', 'overlays/stage/planted.ts', use('../../renderer/client/mirror.ts')),
  forbidden('stage → react', 'overlays/stage/planted.ts', use('react'), BOTH),
  forbidden('stage → node', 'overlays/stage/planted.ts', use('node:path')),
  forbidden('graphic → core', 'overlays/graphics/seat-arc/planted.ts', use('../../../core/layers.ts')),
  forbidden('graphic → stage', 'overlays/graphics/seat-arc/planted.ts', use('../../stage/scale.ts')),
  // all graphics are one project for the compiler
  forbidden(
    'graphic → graphic',
    'overlays/graphics/seat-arc/planted.ts',
    use('../count-bug/graphic.ts'),
    BOTH,
  ),
  forbidden('graphic → a package', 'overlays/graphics/seat-arc/planted.ts', use('zod'), BOTH),
  // scripts stand in no fence but this
  forbidden('scripts → electron', 'scripts/planted.ts', use('electron'), ['graph']),
  forbidden('kit → core', 'overlays/kit/planted.ts', use('../../core/layers.ts')),
  forbidden('kit → graphic', 'overlays/kit/planted.ts', use('../graphics/count-bug/graphic.ts')),
  forbidden('kit → a package', 'overlays/kit/planted.ts', use('immer'), BOTH),
];

export const ALLOWED_IMPORTS: Plant[] = [
  { file: 'core/planted.ts', code: use('./layers.ts') + use('zod').replaceAll('planted', 'z') },
  { file: 'core/stage/planted.ts', code: use('../layers.ts') },
  { file: 'main/store/planted.ts', code: use('../../core/layers.ts') },
  { file: 'main/http/planted.ts', code: use('../errors.ts') },
  { file: 'main/sockets/planted.ts', code: use('node:fs/promises') },
  { file: 'main/planted.ts', code: use('hono/body-limit') },
  { file: 'main/desktop/planted.ts', code: use('../errors.ts') },
  { file: 'main/desktop/shell.planted.ts', code: use('electron') },
  { file: 'main/desktop/core.planted.ts', code: use('../../core/layers.ts') },
  {
    file: 'main/desktop/preload-planted.ts',
    code: "import type { DeskVerb } from '../../core/desk-verbs.ts';\nexport type Planted = DeskVerb;\n",
  },
  { file: 'renderer/ui/planted.ts', code: use('react') },
  { file: 'renderer/ui/part.planted.ts', code: use('react-aria-components/Dialog') },
  { file: 'renderer/keys/planted.ts', code: use('../../core/layers.ts') },
  { file: 'renderer/client/planted.ts', code: use('../keys/keys.ts') },
  { file: 'overlays/stage/planted.ts', code: use('../../core/stage/diff.ts') },
  { file: 'overlays/stage/font.planted.ts', code: "import '@fontsource-variable/archivo/wdth.css';\n" },
  { file: 'overlays/graphics/seat-arc/planted.ts', code: use('../../kit/fit.ts') },
  { file: 'overlays/graphics/seat-arc/own.planted.ts', code: use('./arc.ts') },
  { file: 'overlays/kit/planted.ts', code: use('./fit.ts') },
  { file: 'tests/core/planted.ts', code: use('../../main/errors.ts') },
  { file: 'tests/support/planted.ts', code: use('electron') },
];

const global = (what: string, code: string, fences: FenceName[] = ['lint', 'types']): Forbidden =>
  forbidden(what, 'core/planted.ts', `export const planted = () => ${code};\n`, fences);

/** The clock and chance are part of the language, so only lint can refuse them. */
export const IMPURE: Forbidden[] = [
  global('Date.now', 'Date.now()', ['lint']),
  global('new Date()', 'new Date()', ['lint']),
  global('Date()', 'Date()', ['lint']),
  global('Math.random', 'Math.random()', ['lint']),
  global('setTimeout', 'setTimeout(() => undefined, 1)'),
  global('performance', 'performance.now()'),
  global('crypto', 'crypto.randomUUID()'),
  global('console', "console.log('planted')"),
  global('process', 'process.cwd()'),
  global('document', 'document.title'),
];

export const PURE: Plant[] = [
  { file: 'core/planted.ts', code: 'export const planted = (at: number) => new Date(at).toISOString();\n' },
  { file: 'core/planted.ts', code: 'export const planted = (text: string) => Date.parse(text);\n' },
];
