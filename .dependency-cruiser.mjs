/**
 * The second import fence (the first is in eslint.config.mjs): it reads the resolved graph of modules, so it also sees
 * cycles and what an import really leads to. Written on its own, so that a slip in one fence does not open both.
 */
/** Matches the packages of these names, wherever they are installed. */
const packages = (...names) => `(^|/)node_modules/(${names.join('|')})/`;

/** A rule: modules below `from` may depend only on what matches one of `may`. */
const only = (name, from, may, comment, besides = {}) => ({
  name,
  severity: 'error',
  comment,
  from: typeof from === 'string' ? { path: from } : from,
  to: { pathNot: may, ...besides },
});

const FONTS = '@fontsource-variable/[^/]+';
/** With this, Node's own modules are allowed besides. */
const NODE = { dependencyTypesNot: ['core'] };

export default {
  forbidden: [
    {
      name: 'no-cycle',
      severity: 'error',
      comment: 'A cycle, of types too, means that none of its files can be understood or moved alone.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-index',
      severity: 'error',
      comment: 'Barrel files hide who needs what: import the file itself.',
      from: {},
      to: { path: '(^|/)index\\.(ts|tsx|mjs)$', pathNot: '(^|/)node_modules/' },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      comment: 'An import that leads nowhere, or a package that package.json does not name.',
      from: {},
      to: { couldNotResolve: true },
    },
    only('core', '^core/', ['^core/', packages('zod', 'immer')], 'The show is pure functions.'),
    only(
      'main',
      { path: '^main/', pathNot: '^main/desktop/' },
      [
        '^main/(?!desktop/)',
        '^core/',
        '^package\\.json$',
        packages('zod', 'immer', 'pino', 'write-file-atomic', 'ws', 'hono', '@hono/node-server'),
        packages('@types/ws', '@types/write-file-atomic', 'chokidar', 'csv-parse', 'fast-xml-parser'),
        packages('fflate', 'yauzl', '@types/yauzl'),
      ],
      'The station runs in plain Node, without Electron and without any page.',
      NODE,
    ),
    only(
      'preload',
      '^main/desktop/preload[^/]*\\.ts$',
      ['^core/', packages('electron')],
      'The preload runs in the desk’s page: it has verbs, and nothing of the station.',
    ),
    {
      name: 'preload-types',
      severity: 'error',
      comment: 'Code of ours that the preload imports would be bundled into it: it needs types only.',
      from: { path: '^main/desktop/preload[^/]*\\.ts$' },
      to: { path: '^core/', dependencyTypesNot: ['type-only'] },
    },
    only(
      'desktop',
      '^main/desktop/',
      [
        '^main/(?!desktop/preload)',
        '^core/',
        packages('electron', 'zod', 'immer', 'write-file-atomic', '@types/write-file-atomic'),
      ],
      'The shell places windows; what it knows, it knows from the station.',
      NODE,
    ),
    {
      name: 'electron',
      severity: 'error',
      comment: 'One folder knows Electron, so that everything else runs and is tested without it.',
      // the tests' stand-in for Electron has its types
      from: { pathNot: '^(main/desktop|tests)/' },
      to: { path: ['^electron$', packages('electron')] },
    },
    only(
      'renderer',
      '^renderer/',
      [
        '^renderer/',
        '^core/',
        '^overlays/host/',
        packages('react', 'react-dom', 'react-aria-components', 'immer', 'zod', FONTS),
        packages('@types/react', '@types/react-dom'),
      ],
      'The desk is a page: it may be open in any browser.',
    ),
    only(
      'host',
      '^overlays/host/',
      ['^overlays/host/', '^core/', packages('zod')],
      'How a page hosts a graphic in a frame: the same for the stage, the desk and the workbench.',
    ),
    only(
      'render',
      '^overlays/render/',
      ['^overlays/render/', '^overlays/host/', '^core/', packages('zod')],
      'The page in which pictures for files are drawn: a graphic in its frame, and nothing else.',
    ),
    only(
      'stage',
      '^overlays/stage/',
      ['^overlays/stage/', '^overlays/host/', '^core/', packages('immer', 'zod', FONTS)],
      'The stage runs on air: nothing but the contract, the diff, the test card’s font and itself.',
    ),
    only(
      'graphic',
      '^overlays/graphics/([^/]+)/',
      ['^overlays/graphics/$1/', '^overlays/kit/', packages(FONTS)],
      'A graphic must run in any OGraf renderer, so it knows nothing of ours but the kit.',
    ),
    only(
      'kit',
      '^overlays/kit/',
      ['^overlays/kit/', packages(FONTS)],
      'The kit is bundled into each graphic.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^out/', '^\\.tsbuild/'] },
    // type-only imports count: they disappear from the bundle, not from what a reader must know
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
