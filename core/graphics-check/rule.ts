/** A rule of the checker: what it looks for, and how bad it is. */
import type { Json, JsonObject } from '../json.ts';
import type { Severity } from './finding.ts';
import type { Path } from './json-lines.ts';
import type { Package } from './package.ts';

/** One place where a rule is broken. */
export interface Hit {
  message: string;
  /** The manifest, where left out. */
  file?: string;
  /** In the manifest. */
  path?: Path;
  line?: number;
}

export interface Rule {
  slug: string;
  severity: Severity;
  /** What is asked for, as a sentence for the guide and the workbench. */
  says: string;
  find(pkg: Package): Hit[];
}

export const rule = (
  slug: string,
  severity: Severity,
  says: string,
  find: (pkg: Package) => Hit[],
): Rule => ({ slug, severity, says, find });

/** A rule about a manifest that could be read. */
export const manifestRule = (
  slug: string,
  severity: Severity,
  says: string,
  find: (manifest: JsonObject, pkg: Package) => Hit[],
): Rule => rule(slug, severity, says, (pkg) => (pkg.manifest ? find(pkg.manifest, pkg) : []));

/** A value as a sentence quotes it. */
export const told = (value: Json | undefined): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
