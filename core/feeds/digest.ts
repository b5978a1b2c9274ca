/** A short name for a piece of JSON, to know it again. Not for security: whoever tries can make two that agree. */
import { isObject, type Json } from '../json.ts';

/** Keys sorted, so that the order in which an object was written does not matter. */
function plain(value: unknown): Json {
  if (Array.isArray(value)) return value.map(plain);
  if (!isObject(value)) return (value ?? null) as Json;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, plain(value[key])]),
  );
}

/** FNV-1a twice, from two starts: 16 hexadecimal digits. */
export function digest(value: unknown): string {
  const text = JSON.stringify(plain(value));
  let a = 0x811c9dc5;
  let b = 0x2f0b4c47;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ (code + i), 0x01000193);
  }
  const hex = (n: number) => (n >>> 0).toString(16).padStart(8, '0');
  return hex(a) + hex(b);
}
