/**
 * The compiler as a fence: each folder's tsconfig has only the platform and the references that the folder may use.
 * The planted files exist in memory only.
 */
import { basename, dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { ALLOWED_IMPORTS, FORBIDDEN_IMPORTS, IMPURE, PURE, type Plant } from './plants.ts';

const root = join(import.meta.dirname, '../..');
const PROJECTS = [
  'main/desktop',
  'overlays/host',
  'overlays/render',
  'overlays/stage',
  'overlays/graphics',
  'overlays/kit',
  'core',
  'main',
  'renderer',
];

const projectOf = (file: string): string => {
  const project = PROJECTS.find((folder) => file.startsWith(`${folder}/`));
  if (project === undefined) throw new Error(`${file} stands in no project`);
  return project;
};

/** Parsed once for all projects: most of the time goes into the platform's types. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** What the compiler says of each planted file, in the plants' order. */
function diagnose(project: string, plants: Plant[]): string[][] {
  const { config } = ts.readConfigFile(join(root, project, 'tsconfig.json'), (path) =>
    ts.sys.readFile(path),
  ) as {
    config: object;
  };
  const { options, fileNames, projectReferences } = ts.parseJsonConfigFileContent(
    config,
    ts.sys,
    join(root, project),
  );
  // a plant may have the name of another: give each a name of its own
  const texts = new Map(
    plants.map(({ file, code }, i) => [join(root, dirname(file), `${i}.${basename(file)}`), code]),
  );
  const host: ts.CompilerHost & { useSourceOfProjectReferenceRedirect: () => boolean } = {
    ...ts.createCompilerHost(options),
    fileExists: (path) => texts.has(path) || ts.sys.fileExists(path),
    readFile: (path) => texts.get(path) ?? ts.sys.readFile(path),
    getSourceFile(path, how) {
      const text = texts.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, how);
      if (!parsed.has(path)) {
        const source = ts.sys.readFile(path);
        parsed.set(path, source === undefined ? undefined : ts.createSourceFile(path, source, how));
      }
      return parsed.get(path);
    },
    // the sources of referenced projects, so that nothing has to be built first
    useSourceOfProjectReferenceRedirect: () => true,
  };
  const program = ts.createProgram({
    rootNames: [...fileNames, ...texts.keys()],
    options: { ...options, noEmit: true },
    ...(projectReferences && { projectReferences }),
    host,
  });
  const ofProgram = program.getOptionsDiagnostics();
  return [...texts.keys()].map((path) => {
    const source = program.getSourceFile(path);
    const own = [
      ...ofProgram.filter(({ file }) => file?.fileName === path),
      ...program.getSemanticDiagnostics(source),
    ];
    return own.map(({ code, messageText }) => `${code} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
  });
}

/** What brings in Node's types, as most of the station does, would give a page Node's globals: judged on its own. */
const asksPlatform = ({ code }: Plant) => !/'\.\.?\//.test(code);

const all: { plant: Plant; what: string; refused: boolean }[] = [
  ...[...FORBIDDEN_IMPORTS, ...IMPURE]
    .filter(({ fences }) => fences.includes('types'))
    .map((plant) => ({ plant, what: `refuses ${plant.what}`, refused: true })),
  // tests may import anything, so their project tells nothing
  ...[...ALLOWED_IMPORTS.filter(({ file }) => !file.startsWith('tests/')), ...PURE].map((plant) => ({
    plant,
    what: `lets ${plant.file} have ${plant.code.trimEnd()}`,
    refused: false,
  })),
];

describe.each(PROJECTS)('%s', (project) => {
  const here = all.filter(({ plant }) => projectOf(plant.file) === project);
  const groups = [
    { name: 'platform and packages', group: here.filter(({ plant }) => asksPlatform(plant)) },
    { name: 'forbidden files', group: here.filter(({ plant, refused }) => refused && !asksPlatform(plant)) },
    { name: 'allowed files', group: here.filter(({ plant, refused }) => !refused && !asksPlatform(plant)) },
  ].filter(({ group }) => group.length > 0);

  it.each(groups)('$name', { timeout: 60_000 }, ({ group }) => {
    const said = diagnose(
      project,
      group.map(({ plant }) => plant),
    );
    // one list, so that a failure shows what the compiler said of every plant
    const found = group.map(({ what, refused }, i) => {
      const problem = said[i]?.[0];
      return `${what}: ${refused && problem !== undefined ? 'refused' : (problem ?? 'accepted')}`;
    });
    expect(found).toEqual(group.map(({ what, refused }) => `${what}: ${refused ? 'refused' : 'accepted'}`));
  });
});
