/** A package's files as the checker wants them: names, sizes, texts, and how large its images are. */
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { PackageFile } from '../../core/graphics-check/package.ts';

const TEXTS = /\.(json|ograf|html?|css|m?js|svg|txt|md)$/i;
/** A longer text is not read for addresses. Bytes. */
const LONG_TEXT = 5 * 1024 * 1024;
/** More than any package needs; a folder that was meant for something else would take for ever. */
const MOST_FILES = 5_000;

/** Not part of a package, though they lie in its folder. */
const ASIDE = new Set(['node_modules', '.git']);

const PNG_HEAD = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Width and height stand at a fixed place behind the head of a PNG. */
async function pngSize(path: string): Promise<{ width: number; height: number } | null> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(24), 0, 24, 0);
    if (bytesRead < 24 || !buffer.subarray(0, 8).equals(PNG_HEAD)) return null;
    return { width: buffer.readUInt32BE(16), height: buffer.readUInt32BE(20) };
  } finally {
    await file.close();
  }
}

async function readOne(folder: string, path: string): Promise<PackageFile> {
  const { size } = await stat(path);
  const name = relative(folder, path).split(sep).join('/');
  const image = /\.png$/i.test(name) ? await pngSize(path) : null;
  const text = TEXTS.test(name) && size <= LONG_TEXT ? await readFile(path, 'utf8') : undefined;
  return { path: name, size, ...(text === undefined ? {} : { text }), ...(image ? { image } : {}) };
}

async function pathsBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isFile()) found.push(path);
    else if (entry.isDirectory() && !ASIDE.has(entry.name)) found.push(...(await pathsBelow(path)));
    if (found.length > MOST_FILES) return found.slice(0, MOST_FILES);
  }
  return found;
}

/** Links are left out, as they are when a package is imported. Sorted by name. */
export async function readPackageFiles(folder: string): Promise<PackageFile[]> {
  const files: PackageFile[] = [];
  for (const path of (await pathsBelow(folder)).sort()) files.push(await readOne(folder, path));
  return files;
}
