/**
 * The lint rules, and the first of the two import fences (the second is .dependency-cruiser.mjs, and tsc is a third
 * where it can be). tests/boundaries plants a violation of each and expects it to be found.
 */
import { posix, relative, sep } from 'node:path';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const ROOT = import.meta.dirname;
const FONTS = '@fontsource-variable/*';
const MAX_LINES = 400;

/**
 * Who may import what, the most specific folder first: `ours` are folders of this repository besides its own,
 * `packages` are installed ones (`*` stands for anything). What is not listed is forbidden: a new library starts here.
 */
const FENCES = [
  { folder: 'core', ours: [], packages: ['zod', 'immer'] },
  // runs in the desk's page: what it imports is bundled into it
  { folder: 'main/desktop/preload*', ours: ['core'], packages: ['electron'] },
  {
    folder: 'main/desktop',
    ours: ['main', 'core'],
    packages: ['node:*', 'electron', 'zod', 'immer', 'write-file-atomic'],
  },
  {
    folder: 'main',
    ours: ['core', 'package.json'],
    packages: [
      ...['node:*', 'zod', 'immer', 'pino', 'write-file-atomic', 'ws', 'hono', 'hono/*', '@hono/node-server'],
      ...['chokidar', 'csv-parse', 'csv-parse/*', 'fast-xml-parser', 'fflate', 'yauzl'],
    ],
  },
  {
    folder: 'renderer',
    ours: ['core', 'overlays/host'],
    packages: [
      'react',
      'react/*',
      'react-dom',
      'react-dom/*',
      'react-aria-components',
      'react-aria-components/*',
      'immer',
      'zod',
      FONTS,
    ],
  },
  { folder: 'overlays/host', ours: ['core'], packages: ['zod'] },
  { folder: 'overlays/render', ours: ['core', 'overlays/host'], packages: ['zod'] },
  { folder: 'overlays/stage', ours: ['core', 'overlays/host'], packages: ['immer', 'zod', FONTS] },
  { folder: 'overlays/graphics/*', ours: ['overlays/kit'], packages: [FONTS] },
  { folder: 'overlays/kit', ours: [], packages: [FONTS] },
  // nothing lies in overlays/ itself
  { folder: 'overlays', ours: [], packages: [] },
];

const matches = (pattern, name) =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
const toPosix = (path) => path.split(sep).join('/');

/** The fence that a path stands in; for `graphics/*` the folder is that of the one graphic. */
function fenceOf(path) {
  for (const fence of FENCES) {
    const depth = fence.folder.split('/').length;
    const folder = path.split('/').slice(0, depth).join('/');
    if (matches(fence.folder, folder)) return { ...fence, folder };
  }
  return null;
}

/** Why this file must not import that, or null. */
function refusal(file, specifier) {
  const fence = fenceOf(file);
  if (fence === null) return null;
  if (!specifier.startsWith('.')) {
    if (fence.packages.some((pattern) => matches(pattern, specifier))) return null;
    return `${fence.folder}/ may import these packages only: ${fence.packages.join(', ') || 'none'}`;
  }
  const target = posix.normalize(posix.join(posix.dirname(file), specifier));
  // main/desktop lies inside main/ on disk only: it has a fence of its own, so the station cannot know its shell
  const into = fenceOf(target)?.folder ?? target;
  const allowed = [fence.folder, ...fence.ours];
  return allowed.includes(into)
    ? null
    : `${fence.folder}/ may import our own files from ${allowed.join(', ')} only`;
}

const imports = {
  meta: { type: 'problem', schema: [], messages: { fence: "'{{specifier}}' crosses a fence: {{why}}." } },
  create(context) {
    const file = toPosix(relative(ROOT, context.filename));
    const check = (node, source) => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
      const why = refusal(file, source.value);
      if (why) context.report({ node, messageId: 'fence', data: { specifier: source.value, why } });
    };
    return {
      ImportDeclaration: (node) => check(node, node.source),
      ExportNamedDeclaration: (node) => check(node, node.source),
      ExportAllDeclaration: (node) => check(node, node.source),
      ImportExpression: (node) => check(node, node.source),
      TSImportType: (node) => check(node, node.source),
      TSExternalModuleReference: (node) => check(node, node.expression),
    };
  },
};

/** A file of re-exports hides who needs what, makes cycles and slows every tool: import the file itself. */
const noBarrel = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { barrel: 'A barrel file: import from the files themselves.' },
  },
  create: (context) => ({
    Program(node) {
      const onlyReexports = node.body.every(
        ({ type, source }) => /^Export(All|Named)Declaration$/.test(type) && source,
      );
      if (node.body.length > 0 && onlyReexports) context.report({ node, messageId: 'barrel' });
    },
  }),
};

const banned = (names, message) => names.map((name) => ({ name, message }));

/** For every file, with or without types. */
const everywhere = {
  'max-lines': ['error', { max: MAX_LINES }],
  // `x != null` is the one short way to say "neither null nor undefined"
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  // an error that is caught and dropped is a graphic that silently fails; say at least why it may be ignored
  'no-empty': ['error', { allowEmptyCatch: false }],
  'no-var': 'error',
  'prefer-const': 'error',
  'no-eval': 'error',
  'no-new-func': 'error',
  'no-self-compare': 'error',
  'no-unreachable-loop': 'error',
  // unfinished work belongs in an issue, where somebody sees it
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
  'fences/imports': 'error',
  'fences/no-barrel': 'error',
};

/** For TypeScript: what can go wrong on air and tsc does not see. */
const typed = {
  'no-console': 'error',
  // a rejection that nobody waits for ends the station's process, or hides a failed write
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/await-thenable': 'error',
  // `return promise` inside try leaves the try before the promise fails
  '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/prefer-promise-reject-errors': 'error',
  // a new state, command or channel must be thought about wherever the old ones are told apart
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
  ],
  // what crosses a wire or a disk is parsed, never believed
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-unsafe-argument': 'error',
  '@typescript-eslint/no-unsafe-assignment': 'error',
  '@typescript-eslint/no-unsafe-call': 'error',
  '@typescript-eslint/no-unsafe-member-access': 'error',
  '@typescript-eslint/no-unsafe-return': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/ban-ts-comment': 'error',
  // keeps "[object Object]" out of what viewers read
  '@typescript-eslint/no-base-to-string': 'error',
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowNever: true }],
  // a type import costs nothing at run time, and says so
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  '@typescript-eslint/no-import-type-side-effects': 'error',
  '@typescript-eslint/no-deprecated': 'error',
};

const impure =
  'core/ is pure: take the time and ids from the command’s context, leave effects to the callers.';

export default [
  {
    ignores: [
      'out/',
      'dist/',
      'coverage/',
      '.tsbuild/',
      'test-results/',
      'test-reports/',
      'playwright-report/',
      'data/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx,mjs,cjs}'],
    plugins: {
      fences: { rules: { imports, 'no-barrel': noBarrel } },
      '@typescript-eslint': tseslint.plugin,
    },
    rules: everywhere,
  },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: ROOT },
    },
  },
  { files: ['*/**/*.{ts,tsx}'], rules: typed },
  // what a failing test prints, no viewer reads
  { files: ['tests/**/*.{ts,tsx}'], rules: { '@typescript-eslint/no-base-to-string': 'off' } },
  {
    // the tools' own configuration stands in no tsconfig
    files: ['*.ts'],
    languageOptions: { parserOptions: { projectService: false } },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      // Node's globals are those of the Node that runs this
      globals: Object.fromEntries(Object.getOwnPropertyNames(globalThis).map((name) => [name, 'readonly'])),
    },
    rules: { 'no-undef': 'error', 'no-unused-vars': 'error' },
  },
  {
    // what `graphics:new` hands out runs in a page
    files: ['assets/new-graphic/**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        ['document', 'FontFace', 'HTMLElement', 'getComputedStyle'].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['core/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...banned(['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'performance'], impure),
        ...banned(['process', 'Buffer', 'global', 'globalThis', 'require', 'crypto', 'console'], impure),
        ...banned(['window', 'document', 'navigator', 'self', 'localStorage', 'sessionStorage'], impure),
        ...banned(['fetch', 'WebSocket', 'location', 'requestAnimationFrame'], impure),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: impure },
        { object: 'Math', property: 'random', message: impure },
      ],
      // `new Date(x)` and `Date.parse(x)` of a given value are pure; these two read the clock
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: impure },
        { selector: "CallExpression[callee.name='Date']", message: impure },
      ],
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}', 'overlays/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...banned(['process', 'Buffer', 'global', 'require'], 'Pages have no Node powers.'),
      ],
    },
  },
  {
    // a page that imports English itself stays English in te reo Māori
    files: ['renderer/**/*.{ts,tsx}'],
    ignores: ['renderer/text.ts', 'renderer/text/**', 'renderer/words.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/text/*.ts', '**/words.ts', '!**/text/language.ts'],
              message: 'Take words from `text` (renderer/text.ts), which is in the language that was chosen.',
            },
          ],
        },
      ],
    },
  },
  {
    // what a browser source logs is all that a stage on another machine can say while it has no station
    files: ['overlays/stage/**/*.ts'],
    rules: { 'no-console': ['error', { allow: ['warn', 'error'] }] },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'react-hooks/purity': 'error',
      'react-hooks/refs': 'error',
      'react-hooks/immutability': 'error',
      'react-hooks/set-state-in-render': 'error',
      'react-hooks/static-components': 'error',
    },
  },
];
