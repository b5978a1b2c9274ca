/** Rules about the package's files: what is there, what is missing, what is too large, what leads outside. */
import { isObject } from '../json.ts';
import { checkData, schemaProblem } from '../graphic-data.ts';
import { readJson } from './json-lines.ts';
import { entries, manifestsOf, type Package } from './package.ts';
import { manifestRule, rule, told, type Hit, type Rule } from './rule.ts';

const MB = 1024 * 1024;
const inMB = (bytes: number): string => `${(bytes / MB).toFixed(1)} MB`;

export const isOutside = (path: string): boolean =>
  path.split(/[\\/]/).includes('..') || /^[\\/]|^[a-z][a-z0-9+.-]*:/i.test(path);

const legacy = ({ files }: Package): string | null =>
  files.map(({ path }) => path).find((path) => /^[^/]*\.ograf$|^manifest\.json$/.test(path)) ?? null;

/** Files that a manifest names, with the place where it does. */
function named({ manifest }: Package): { path: (string | number)[]; name: string }[] {
  if (!manifest) return [];
  const all = [{ path: ['main'] as (string | number)[], name: manifest['main'] }];
  entries(manifest['thumbnails']).forEach((one, index) => {
    all.push({ path: ['thumbnails', index, 'file'], name: one['file'] });
  });
  return all.flatMap(({ path, name }) => (typeof name === 'string' && name !== '' ? [{ path, name }] : []));
}

/** What loads something, up to the address. */
const LOADS =
  /(?:(?:src|href)\s*=\s*["'`]|url\(\s*["']?|@import\s+["']|import\s*\(?\s*["'`]|from\s*["'`]|(?:fetch|WebSocket|EventSource)\(\s*["'`]|\.open\(\s*["'`]\w+["'`]\s*,\s*["'`])((?:https?:|wss?:)?\/\/[^"'`)\s]+)/gi;
const COMMENTS = /\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|^[ \t]*\/\/.*$/gm;

function addressesIn(text: string): { address: string; line: number }[] {
  // blanked rather than cut, so that lines stay what they are
  const code = text.replace(COMMENTS, (comment) => comment.replace(/[^\n]/g, ' '));
  return [...code.matchAll(LOADS)].map((match) => ({
    address: match[1] ?? '',
    line: code.slice(0, match.index).split('\n').length,
  }));
}

const exportsDefault = (code: string): boolean =>
  /\bexport\s+default\b|\bexport\s*\{[^}]*\b(as\s+default|default)\b/.test(code);

function fixtureHits(pkg: Package): Hit[] {
  const schema = pkg.manifest?.['schema'];
  return pkg.fixtures().flatMap(({ path, text }): Hit[] => {
    const read = text === undefined ? null : readJson(text);
    if (!read) return [];
    if (!read.ok) return [{ file: path, line: read.line, message: `is not JSON: ${read.why}` }];
    if (!isObject(read.value)) return [{ file: path, message: 'must be an object: the data of the graphic' }];
    if (!isObject(schema) || schemaProblem(schema) !== null) return [];
    const checked = checkData({ schema }, read.value);
    if (checked.ok) return [];
    return checked.problems.map(({ detail, field = '' }) => ({
      file: path,
      path: field === '' ? [] : field.split('.'),
      line: read.lineOf(field.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key))) ?? 1,
      message: detail,
    }));
  });
}

export const FILE_RULES: readonly Rule[] = [
  rule('legacy-name', 'error', 'A manifest’s name ends with ".ograf.json".', (pkg) => {
    const old = pkg.manifestPath === null ? legacy(pkg) : null;
    if (old === null) return [];
    const name = old === 'manifest.json' ? 'my-graphic.ograf.json' : `${old}.json`;
    return [
      {
        file: old,
        message: `this is a manifest of the OGraf draft: rename it to "${name}" and bring its fields to version 1`,
      },
    ];
  }),
  rule('no-manifest', 'error', 'A package has a manifest, a file named "*.ograf.json".', (pkg) =>
    pkg.manifestPath === null && legacy(pkg) === null
      ? [{ file: '.', message: 'there is no OGraf manifest here (no file named *.ograf.json)' }]
      : [],
  ),
  rule('json', 'error', 'The manifest is a JSON object.', ({ json }) => {
    if (!json) return [];
    if (!json.ok) return [{ line: json.line, message: `is not JSON: ${json.why}` }];
    return isObject(json.value) ? [] : [{ line: 1, message: 'must be a JSON object' }];
  }),
  rule('double-field', 'warning', 'No field stands twice in one object.', ({ json }) =>
    json?.ok
      ? json.doubles.map(({ path, line }) => ({
          path,
          line,
          message: 'stands here twice; only the last one counts',
        }))
      : [],
  ),
  manifestRule('path-outside', 'error', 'Every file that the manifest names lies in the package.', (_, pkg) =>
    named(pkg)
      .filter(({ name }) => isOutside(name))
      .map(({ path, name }) => ({ path, message: `"${name}" must be a path inside the package` })),
  ),
  manifestRule(
    'main-missing',
    'error',
    'The module that `main` names is in the package.',
    (manifest, pkg) => {
      const { main } = manifest;
      if (typeof main !== 'string' || main === '' || isOutside(main) || pkg.file(main)) return [];
      return [{ path: ['main'], message: `the file "${main}" is missing` }];
    },
  ),
  manifestRule('main-type', 'error', '`main` is a JavaScript module (.js or .mjs).', ({ main }) =>
    typeof main === 'string' && main !== '' && !isOutside(main) && !/\.m?js$/i.test(main)
      ? [
          {
            path: ['main'],
            message: `"${main}" is not a JavaScript module: its name must end with .js or .mjs`,
          },
        ]
      : [],
  ),
  manifestRule(
    'no-default-export',
    'warning',
    'The module’s default export is the graphic’s class.',
    (m, pkg) => {
      const text = typeof m['main'] === 'string' ? pkg.file(m['main'])?.text : undefined;
      return text === undefined || exportsDefault(text)
        ? []
        : [{ file: told(m['main']), message: 'has no default export, as far as can be read' }];
    },
  ),
  manifestRule('thumbnail-missing', 'warning', 'Every thumbnail is in the package.', (_, pkg) =>
    named(pkg)
      .filter(({ path, name }) => path[0] === 'thumbnails' && !isOutside(name) && !pkg.file(name))
      .map(({ path, name }) => ({ path, message: `the file "${name}" is missing` })),
  ),
  manifestRule('thumbnail-size', 'warning', 'A thumbnail is as large as the manifest says.', (m, pkg) =>
    entries(m['thumbnails']).flatMap(({ file, resolution }, index): Hit[] => {
      const image = typeof file === 'string' ? pkg.file(file)?.image : undefined;
      if (!image || !isObject(resolution)) return [];
      const { width, height } = resolution;
      if (width === image.width && height === image.height) return [];
      const real = `${image.width}x${image.height}`;
      const path = ['thumbnails', index, 'resolution'];
      return [{ path, message: `says ${told(width)}x${told(height)}, but "${told(file)}" is ${real}` }];
    }),
  ),
  rule('file-huge', 'error', 'No file is over 100 MB.', ({ files }) =>
    files
      .filter(({ size }) => size > 100 * MB)
      .map(({ path, size }) => ({
        file: path,
        message: `is ${inMB(size)}: 100 MB is the most a file may have`,
      })),
  ),
  rule('file-large', 'warning', 'No file is over 5 MB.', ({ files }) =>
    files
      .filter(({ size }) => size > 5 * MB && size <= 100 * MB)
      .map(({ path, size }) => ({
        file: path,
        message: `is ${inMB(size)}: it is loaded before air, and may be late`,
      })),
  ),
  rule('package-large', 'warning', 'A package is under 50 MB.', ({ files, manifestPath }) => {
    const size = files.reduce((sum, file) => sum + file.size, 0);
    return size > 50 * MB
      ? [
          {
            file: manifestPath ?? '.',
            message: `the package is ${inMB(size)}: 50 MB and less can be moved in a hurry`,
          },
        ]
      : [];
  }),
  rule('outside-address', 'warning', 'Nothing is loaded from outside the package.', ({ files }) =>
    files
      .filter(({ path }) => /\.(html?|css|m?js|svg)$/i.test(path))
      .flatMap(({ path, text = '' }) =>
        addressesIn(text).map(({ address, line }) => ({
          file: path,
          line,
          message: `loads ${address}: a graphic gets no network unless it is given consent`,
        })),
      ),
  ),
  manifestRule('fixture-wrong', 'warning', 'Sample data fits the data model.', (_, pkg) => fixtureHits(pkg)),
  manifestRule('id-twice', 'error', 'No two manifests of a folder have the same id.', ({ id }, pkg) => {
    const twin = manifestsOf(pkg.files).find((path) => {
      if (path >= (pkg.manifestPath ?? '')) return false;
      const read = readJson(pkg.file(path)?.text ?? '');
      return read.ok && isObject(read.value) && read.value['id'] === id;
    });
    return twin && typeof id === 'string'
      ? [{ path: ['id'], message: `"${twin}" is called "${id}" too` }]
      : [];
  }),
];
