/** Packages from before OGraf v1: recognised, and told in one sentence how to update. Nothing of theirs is changed. */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isObject, type JsonObject } from '../../core/json.ts';
import { OGRAF_SCHEMA } from '../../core/schema/manifest.ts';

const NEEDED = ['id', 'name', 'main', 'supportsRealTime', 'supportsNonRealTime'];

/** Names that manifests had in drafts: `*.ograf`, and `manifest.json`, which web apps use too. */
const isOldName = (name: string): boolean => /\.ograf$/i.test(name) || name === 'manifest.json';

async function read(path: string): Promise<JsonObject | null> {
  try {
    const json: unknown = JSON.parse(await readFile(path, 'utf8'));
    return isObject(json) ? json : null;
  } catch {
    // not even JSON: whatever it is, it is no manifest of a draft
    return null;
  }
}

const isDraft = (name: string, json: JsonObject): boolean =>
  name !== 'manifest.json' ||
  (typeof json['$schema'] === 'string' && /ograf/i.test(json['$schema'])) ||
  (typeof json['id'] === 'string' && typeof json['main'] === 'string');

/** @param names of the files in the folder. @returns file, and what its author has to do */
export async function draftPackages(
  folder: string,
  names: readonly string[],
): Promise<{ path: string; text: string }[]> {
  const found: { path: string; text: string }[] = [];
  for (const name of names.filter(isOldName)) {
    const path = join(folder, name);
    const json = await read(path);
    if (!json || !isDraft(name, json)) continue;
    const id = typeof json['id'] === 'string' ? json['id'] : basename(name, '.ograf');
    const missing = NEEDED.filter((field) => json[field] === undefined);
    const add = missing.length > 0 ? `, and add ${missing.map((field) => `"${field}"`).join(', ')}` : '';
    const text =
      `${path}: a package of an OGraf draft: rename this file to "${id}.ograf.json", ` +
      `set "$schema" to "${OGRAF_SCHEMA}"${add}`;
    found.push({ path, text });
  }
  return found;
}
