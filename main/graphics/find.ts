/** Finding OGraf packages on disk: their manifests read, their files hashed, their faults said in one sentence. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { loneGraphic } from '../../core/graphic.ts';
import { defaultProblems, schemaProblem } from '../../core/graphic-data.ts';
import { firstIssue } from '../../core/plain-issue.ts';
import { Manifest, type Graphic, type GraphicVersion } from '../../core/schema/manifest.ts';
import { messageOf } from '../errors.ts';
import { Inventories, PackageFault, type Inventory } from './inventory.ts';
import { draftPackages } from './legacy.ts';

/** One version of a template, as it lies on disk. */
export interface Package {
  /** As if it were the only one installed. */
  graphic: Graphic;
  /** Where its files are. */
  folder: string;
  manifest: string;
  source: GraphicVersion['source'];
  /** Epoch ms of its newest file. */
  at: number;
}

/** Why something that looks like a package is not offered. */
export interface Fault {
  /** The file at fault. */
  path: string;
  /** File, field, reason. */
  text: string;
}

export interface Scanned {
  packages: Package[];
  faults: Fault[];
}

export interface Found {
  packages: Map<string, Package>;
  /** Packages that cannot be offered, and why: file, field, reason. */
  problems: string[];
}

const SUFFIX = '.ograf.json';
/** Folders below folders: a repository with its examples in `v1/examples/<name>`. */
const DEPTH = 3;

type ReadManifest = { ok: true; manifest: Manifest } | { ok: false; why: string };

async function readManifest(path: string): Promise<ReadManifest> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    const why = error instanceof SyntaxError ? `is not JSON (${error.message})` : messageOf(error);
    return { ok: false, why: `${path}: ${why}` };
  }
  const parsed = Manifest.safeParse(json);
  if (parsed.success) return { ok: true, manifest: parsed.data };
  return { ok: false, why: `${path}: ${firstIssue(parsed.error, 'the manifest')}` };
}

/** Sample data: of several packages in one folder each has its own folder, else they share what is there. */
function fixturesOf(id: string, { files }: Inventory): Graphic['fixtures'] {
  const names = files.map(({ name }) => name.replaceAll('\\', '/'));
  const below = (folder: string) =>
    names.flatMap((file) => {
      const name = file.startsWith(folder) ? file.slice(folder.length) : '';
      return /^[^/]+\.json$/.test(name) ? [{ name: name.slice(0, -'.json'.length), file }] : [];
    });
  const own = below(`fixtures/${id}/`);
  return own.length > 0 ? own : below('fixtures/');
}

/** What is wrong with it and keeps it from nothing (hosting rule 9). */
function warningsOf({ thumbnails = [], schema = {} }: Manifest, { files }: Inventory): string[] {
  const there = new Set(files.map(({ name }) => name.replaceAll('\\', '/')));
  const missing = thumbnails.flatMap(({ file }, index) =>
    there.has(file.replace(/^\.\//, '')) ? [] : [`thumbnails.${index}.file: the file "${file}" is missing`],
  );
  return [...missing, ...defaultProblems(schema)];
}

async function readPackage(
  manifestPath: string,
  folder: string,
  source: Package['source'],
  inventories: Inventories,
): Promise<Package | string> {
  const read = await readManifest(manifestPath);
  if (!read.ok) return read.why;
  const { manifest } = read;
  if (!manifest.supportsRealTime) {
    return `${manifestPath}: supportsRealTime is false, so it cannot be played live`;
  }
  const main = await stat(join(folder, manifest.main)).catch(() => null);
  if (!main?.isFile()) return `${manifestPath}: main: the file "${manifest.main}" is missing`;
  const inventory = await inventories.of(folder);
  const { hash, at } = inventory;
  const graphic = loneGraphic(manifest, hash, fixturesOf(manifest.id, inventory));
  const problem = schemaProblem(graphic.schema);
  if (problem) return `${manifestPath}: schema: ${problem}`;
  for (const [index, { schema }] of graphic.customActions.entries()) {
    const wrong = schema && schemaProblem(schema);
    if (wrong) return `${manifestPath}: customActions.${index}.schema: ${wrong}`;
  }
  const warnings = warningsOf(manifest, inventory);
  return { graphic: { ...graphic, source, warnings }, folder, manifest: manifestPath, source, at };
}

export interface PackageFolder {
  folder: string;
  manifests: string[];
  drafts: Fault[];
}

/** The folder itself and those below it. A package's own folders are not looked into, but for the first's. */
export async function packageFolders(folder: string, depth = DEPTH): Promise<PackageFolder[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const manifests = names.filter((name) => name.endsWith(SUFFIX)).sort();
  const drafts = manifests.length > 0 ? [] : await draftPackages(folder, names);
  const here = manifests.length > 0 || drafts.length > 0 ? [{ folder, manifests, drafts }] : [];
  if (depth === 0 || (here.length > 0 && depth < DEPTH)) return here;
  const folders = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map(({ name }) => name)
    .sort();
  const below: PackageFolder[] = [];
  for (const name of folders) below.push(...(await packageFolders(join(folder, name), depth - 1)));
  return [...here, ...below];
}

/** All packages of a folder. @throws where the folder itself cannot be read */
export async function scanFolder(
  root: string,
  source: Package['source'],
  inventories = new Inventories(),
): Promise<Scanned> {
  const scanned: Scanned = { packages: [], faults: [] };
  for (const { folder, manifests, drafts } of await packageFolders(root)) {
    scanned.faults.push(...drafts);
    for (const name of manifests) {
      const path = join(folder, name);
      const result = await readPackage(path, folder, source, inventories).catch((error: unknown) =>
        error instanceof PackageFault ? `${folder}: ${error.message}` : `${path}: ${messageOf(error)}`,
      );
      if (typeof result === 'string') scanned.faults.push({ path, text: result });
      else scanned.packages.push(result);
    }
  }
  return scanned;
}

/** As `scanFolder`, for a folder that somebody named: each id once, and a reason where nothing is found. */
export async function scanNamedFolder(
  root: string,
  source: Package['source'],
  inventories = new Inventories(),
): Promise<Scanned> {
  let scanned: Scanned;
  try {
    scanned = await scanFolder(root, source, inventories);
  } catch (error) {
    const text = `the graphics folder ${root} cannot be read: ${messageOf(error)}`;
    return { packages: [], faults: [{ path: root, text }] };
  }
  const { packages, faults } = scanned;
  if (packages.length === 0 && faults.length === 0) {
    return { packages, faults: [{ path: root, text: `${root} holds no OGraf package (no *${SUFFIX})` }] };
  }
  const first = new Map<string, Package>();
  for (const one of packages) {
    const { id } = one.graphic;
    if (!first.has(id)) first.set(id, one);
    else {
      const text = `${one.manifest}: id: another package in ${root} is called "${id}" too, and that one is used`;
      faults.push({ path: one.manifest, text });
    }
  }
  return { packages: [...first.values()], faults };
}

/** Later folders win over earlier ones, so that a designer's copy replaces the shipped graphic of that id. */
export async function findGraphics(folders: readonly string[]): Promise<Found> {
  const found: Found = { packages: new Map(), problems: [] };
  for (const root of folders) {
    const { packages, faults } = await scanNamedFolder(root, 'folder');
    for (const one of packages) found.packages.set(one.graphic.id, one);
    found.problems.push(...faults.map(({ text }) => text));
  }
  return found;
}
