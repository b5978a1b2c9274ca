/** Reads a package and says all that is wrong with it, without running anything of it. */
import { sameJson } from '../json.ts';
import type { Finding } from './finding.ts';
import { fieldName, manifestsOf, Package, type PackageFile, type PackageFiles } from './package.ts';
import type { Rule } from './rule.ts';
import { RULES } from './rules.ts';

/**
 * One manifest of a package with the files around it.
 * @param rules other than all of them, for tests
 */
export function checkPackage(input: PackageFiles, rules: readonly Rule[] = RULES): Finding[] {
  const pkg = new Package(input);
  return rules.flatMap(({ slug, severity, find }) =>
    find(pkg).map(({ message, file, path, line }): Finding => {
      const at = file ?? pkg.manifestPath ?? '.';
      return {
        severity,
        rule: slug,
        file: at,
        field: path && path.length > 0 ? fieldName(path) : null,
        line: line ?? (path && at === pkg.manifestPath ? pkg.lineOf(path) : null),
        call: null,
        message,
      };
    }),
  );
}

/** A package's folder with all its manifests. What is wrong with a file they share is said once. */
export function checkFolder(files: readonly PackageFile[], rules: readonly Rule[] = RULES): Finding[] {
  const manifests = manifestsOf(files);
  const all = (manifests.length > 0 ? manifests : [null]).flatMap((manifestPath) =>
    checkPackage({ manifestPath, files }, rules),
  );
  return all.filter((one, index) => all.findIndex((other) => sameJson(one, other)) === index);
}
