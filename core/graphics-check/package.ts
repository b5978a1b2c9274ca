/** A package as the rules see it: its files' names, sizes and texts, and one of its manifests, read. */
import { isObject, type Json, type JsonObject } from '../json.ts';
import { readJson, type Path, type ReadJson } from './json-lines.ts';

export interface PackageFile {
  /** Below the package's folder, with "/". */
  path: string;
  /** Bytes. */
  size: number;
  /** Of files that are text; left out for others, and for very long ones. */
  text?: string;
  /** Of PNG images, as the file says. Pixels. */
  image?: { width: number; height: number };
}

export interface PackageFiles {
  /** Which manifest is meant; null where the folder has none. */
  manifestPath: string | null;
  files: readonly PackageFile[];
}

/** A value somewhere in the manifest. */
export interface Place {
  path: Path;
  model: JsonObject;
}

export const MANIFEST_SUFFIX = '.ograf.json';

/** Manifests lie in the package's folder itself, never below. */
export const manifestsOf = (files: readonly PackageFile[]): string[] =>
  files.map(({ path }) => path).filter((path) => path.endsWith(MANIFEST_SUFFIX) && !path.includes('/'));

export class Package {
  readonly manifestPath: string | null;
  readonly files: readonly PackageFile[];
  /** Null where there is no manifest, or it cannot be read as text. */
  readonly json: ReadJson | null;

  constructor({ manifestPath, files }: PackageFiles) {
    this.manifestPath = manifestPath;
    this.files = files;
    const text = files.find(({ path }) => path === manifestPath)?.text;
    this.json = text === undefined ? null : readJson(text);
  }

  /** The manifest, where it is a JSON object. */
  get manifest(): JsonObject | null {
    return this.json?.ok && isObject(this.json.value) ? this.json.value : null;
  }

  file(path: string): PackageFile | undefined {
    const plain = path.replace(/^(\.\/)+/, '');
    return this.files.find((one) => one.path === plain);
  }

  lineOf(path: Path): number | null {
    return this.json?.ok ? this.json.lineOf(path) : null;
  }

  /** The data model and the payloads of custom actions. */
  models(): Place[] {
    const { manifest } = this;
    if (!manifest) return [];
    const found: Place[] = isObject(manifest['schema'])
      ? [{ path: ['schema'], model: manifest['schema'] }]
      : [];
    entries(manifest['customActions']).forEach((action, index) => {
      const model = action['schema'];
      if (isObject(model)) found.push({ path: ['customActions', index, 'schema'], model });
    });
    return found;
  }

  /** Every field of every model, however deep. */
  fields(): Place[] {
    return this.models().flatMap((place) => below(place));
  }

  /** The graphic's sample data: `fixtures/<name>.json`, or `fixtures/<id>/<name>.json` of several manifests. */
  fixtures(): PackageFile[] {
    const id = this.manifest?.['id'];
    const alone = manifestsOf(this.files).length < 2;
    return this.files.filter(({ path }) => {
      const [top, second = '', third] = path.split('/');
      if (top !== 'fixtures' || !path.endsWith('.json')) return false;
      return third === undefined ? alone : second === id && path.split('/').length === 3;
    });
  }
}

/** The objects of a list; what is not one is the schema's business. */
export const entries = (value: Json | undefined): JsonObject[] =>
  Array.isArray(value) ? value.map((one) => (isObject(one) ? one : {})) : [];

function below({ path, model }: Place): Place[] {
  const { properties, items } = model;
  const inner: Place[] = isObject(properties)
    ? Object.entries(properties).flatMap(([key, field]) =>
        isObject(field) ? [{ path: [...path, 'properties', key], model: field }] : [],
      )
    : [];
  if (isObject(items)) inner.push({ path: [...path, 'items'], model: items });
  return inner.flatMap((place) => [place, ...below(place)]);
}

export const fieldName = (path: Path): string => path.join('.');
