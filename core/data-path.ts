/**
 * How a field of a graphic's data is named in one string, for bindings and for what is wrong with it: `from.party`,
 * `rows.2.name`. A dot that belongs to a key is written `\.`, and a backslash `\\`. Pure.
 */
export type DataPath = readonly (string | number)[];

export const joinPath = (path: readonly PropertyKey[]): string =>
  path.map((key) => String(key).replaceAll(/[\\.]/g, '\\$&')).join('.');

export function splitPath(field: string): string[] {
  const keys = [''];
  for (const [part] of field.matchAll(/\\.|[^\\.]+|[\\.]/gs)) {
    if (part === '.') keys.push('');
    else keys.push((keys.pop() ?? '') + (part.length === 2 && part.startsWith('\\') ? part.slice(1) : part));
  }
  return keys;
}
