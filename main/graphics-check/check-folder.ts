/** What the static checker says of a package on disk, and of one graphic in it. */
import { checkFolder, checkPackage } from '../../core/graphics-check/check.ts';
import type { Finding } from '../../core/graphics-check/finding.ts';
import { manifestsOf, Package, type PackageFile } from '../../core/graphics-check/package.ts';
import { readPackageFiles } from './read-files.ts';

export interface FolderCheck {
  /** What the manifests are called, with the id each gives; null where it has none that can be read. */
  manifests: { file: string; id: string | null }[];
  findings: Finding[];
}

function idOf(file: string, files: readonly PackageFile[]): string | null {
  const id = new Package({ manifestPath: file, files }).manifest?.['id'];
  return typeof id === 'string' ? id : null;
}

export async function checkFolderAt(folder: string): Promise<FolderCheck> {
  const files = await readPackageFiles(folder);
  const manifests = manifestsOf(files).map((file) => ({ file, id: idOf(file, files) }));
  return { manifests, findings: checkFolder(files) };
}

/** Of the graphic with that id only. */
export async function checkGraphicAt(folder: string, id: string): Promise<Finding[]> {
  const files = await readPackageFiles(folder);
  const manifestPath = manifestsOf(files).find((file) => idOf(file, files) === id) ?? null;
  return checkPackage({ manifestPath, files });
}
