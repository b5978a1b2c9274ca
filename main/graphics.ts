/** Finding OGraf packages on disk: their manifests read, their files hashed, their faults said in one sentence. */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { loneGraphic } from '../core/graphic.ts';
import { schemaProblem } from '../core/graphic-data.ts';
import { firstIssue } from '../core/plain-issue.ts';
import { Manifest, type Graphic } from '../core/schema/manifest.ts';
import { messageOf } from './errors.ts';

export interface Package {
  graphic: Graphic;
  /** Where its files are. */
  folder: string;
}

export interface Found {
  packages: Map<string, Package>;
  /** Packages that cannot be offered, and why: file, field, reason. */
  problems: string[];
}

const SUFFIX = '.ograf.json';

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Of names and contents, so that two versions of a package never share an address. */
async function hashOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const path of await filesBelow(folder)) {
    hash
      .update(relative(folder, path))
      .update('\0')
      .update(await readFile(path))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

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

async function readPackage(path: string, folder: string): Promise<Package | string> {
  const read = await readManifest(path);
  if (!read.ok) return read.why;
  const { manifest } = read;
  if (!manifest.supportsRealTime) return `${path}: supportsRealTime is false, so it cannot be played live`;
  const main = await stat(join(folder, manifest.main)).catch(() => null);
  if (!main?.isFile()) return `${path}: main: the file "${manifest.main}" is missing`;
  const graphic = loneGraphic(manifest, await hashOf(folder));
  const problem = schemaProblem(graphic.schema);
  return problem ? `${path}: schema: ${problem}` : { graphic, folder };
}

/** Every folder that holds a manifest: `root` itself and those one level below. */
async function manifestsIn(root: string): Promise<[string, string][]> {
  const entries = await readdir(root, { withFileTypes: true });
  const here = entries
    .filter((e) => e.isFile() && e.name.endsWith(SUFFIX))
    .map((e): [string, string] => [join(root, e.name), root]);
  const below = await Promise.all(
    entries
      .filter((entry) => entry.isDirectory())
      .map(async (entry) => {
        const folder = join(root, entry.name);
        const names = await readdir(folder);
        return names
          .filter((name) => name.endsWith(SUFFIX))
          .map((name): [string, string] => [join(folder, name), folder]);
      }),
  );
  return [...here, ...below.flat()].sort(([a], [b]) => (a < b ? -1 : 1));
}

const twice = (id: string, root: string): string =>
  `id: another package in ${root} is called "${id}" too, and that one is used`;

/** Later folders win over earlier ones, so that a designer's copy replaces the shipped graphic of that id. */
export async function findGraphics(folders: readonly string[]): Promise<Found> {
  const found: Found = { packages: new Map(), problems: [] };
  for (const root of folders) {
    let manifests: [string, string][];
    try {
      manifests = await manifestsIn(root);
    } catch (error) {
      found.problems.push(`the graphics folder ${root} cannot be read: ${messageOf(error)}`);
      continue;
    }
    if (manifests.length === 0) found.problems.push(`${root} holds no OGraf package (no *${SUFFIX})`);
    const here = new Map<string, Package>();
    for (const [path, folder] of manifests) {
      const result = await readPackage(path, folder).catch(
        (error: unknown) => `${path}: ${messageOf(error)}`,
      );
      if (typeof result === 'string') found.problems.push(result);
      else if (here.has(result.graphic.id)) found.problems.push(`${path}: ${twice(result.graphic.id, root)}`);
      else here.set(result.graphic.id, result);
    }
    for (const [id, one] of here) found.packages.set(id, one);
  }
  return found;
}
