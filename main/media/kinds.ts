/** What kinds of file the show's media may be, told by a file's own first bytes and checked against its name. Pure. */
export interface Kind {
  /** MIME type. */
  type: string;
  /** The first is the one that it is stored under. */
  extensions: readonly [string, ...string[]];
  matches: (head: Uint8Array) => boolean;
}

const ascii = (head: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...head.subarray(from, from + length));

const begins =
  (...bytes: number[]) =>
  (head: Uint8Array): boolean =>
    bytes.every((byte, i) => head[i] === byte);

/** An ISO media file says after `ftyp` what it is. */
const brand = (head: Uint8Array): string | null => (ascii(head, 4, 4) === 'ftyp' ? ascii(head, 8, 4) : null);
const PICTURES = ['avif', 'avis'];
const FILMS = ['isom', 'iso2', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'M4V ', 'dash', 'MSNV'];

/** `<svg` is the first element: after a byte order mark, the XML declaration, comments and a plain doctype. */
const SVG =
  /^\uFEFF?\s*(<\?xml[^>]*\?>\s*)?(<!--[\s\S]*?-->\s*|<!DOCTYPE\s+svg[^>[]*>\s*)*<(?:[a-z]+:)?svg[\s>]/i;

export const KINDS: readonly Kind[] = [
  {
    type: 'image/png',
    extensions: ['png'],
    matches: begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  },
  { type: 'image/jpeg', extensions: ['jpg', 'jpeg'], matches: begins(0xff, 0xd8, 0xff) },
  { type: 'image/gif', extensions: ['gif'], matches: (head) => /^GIF8[79]a$/.test(ascii(head, 0, 6)) },
  {
    type: 'image/webp',
    extensions: ['webp'],
    matches: (head) => ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 4) === 'WEBP',
  },
  { type: 'image/avif', extensions: ['avif'], matches: (head) => PICTURES.includes(brand(head) ?? '') },
  {
    type: 'image/svg+xml',
    extensions: ['svg'],
    matches: (head) => SVG.test(new TextDecoder().decode(head)),
  },
  { type: 'video/mp4', extensions: ['mp4', 'm4v'], matches: (head) => FILMS.includes(brand(head) ?? '') },
  {
    type: 'video/webm',
    extensions: ['webm'],
    matches: (head) => begins(0x1a, 0x45, 0xdf, 0xa3)(head) && ascii(head, 0, 64).includes('webm'),
  },
  {
    type: 'audio/mpeg',
    extensions: ['mp3'],
    matches: (head) => ascii(head, 0, 3) === 'ID3' || (head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2),
  },
  {
    type: 'audio/wav',
    extensions: ['wav'],
    matches: (head) => ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 4) === 'WAVE',
  },
  { type: 'font/woff2', extensions: ['woff2'], matches: (head) => ascii(head, 0, 4) === 'wOF2' },
];

const extensionOf = (name: string): string => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/** The kind that a name claims; null for one that is not allowed. */
export const kindOfName = (name: string): Kind | null =>
  KINDS.find(({ extensions }) => extensions.includes(extensionOf(name))) ?? null;

const ALLOWED = KINDS.map(({ extensions: [first] }) => first).join(', ');

/** @returns the kind, or a sentence that says why the file cannot be taken */
export function kindOf(name: string, head: Uint8Array): Kind | string {
  const claimed = kindOfName(name);
  if (!claimed) return `“${name}” is no kind of file that graphics may show (${ALLOWED}).`;
  if (claimed.matches(head)) return claimed;
  const real = KINDS.find(({ matches }) => matches(head));
  const is = real ? `its content is ${real.extensions[0]}: give it that ending` : 'its content is not that';
  return `“${name}” says that it is ${claimed.extensions[0]}, but ${is}.`;
}

/** As it may be kept: the last part of a path, without what no file name has. */
export function plainName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? '';
  const clean = last
    .replaceAll(/[\u0000-\u001f\u007f<>:"|?*]/g, '')
    .normalize('NFC')
    .trim()
    .replace(/^\.+/, '');
  // the ending says what it is, so it is the beginning that is cut
  return clean.slice(-200) || 'file';
}
