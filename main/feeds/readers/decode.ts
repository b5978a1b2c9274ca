/**
 * From a file's bytes to text, in NFC. What is not what it says it is, is refused with its line: a guess would put a
 * damaged name on air.
 */
import type { FeedProblem } from '../../../core/schema/feed.ts';
import { slices } from '../../slices.ts';

/**
 * Bytes. XML and JSON are parsed in one go, during which no take is heard (2 MB of XML: 1.9 s). A night's real files
 * stay far below: an electorate has some 5 KB, the whole count 20 KB, the list of candidates 200 KB.
 */
export const ELECTORATE_XML_LIMIT = 1024 * 1024;
export const XML_LIMIT = 2 * 1024 * 1024;
export const JSON_LIMIT = 8 * 1024 * 1024;
/** Read in slices. */
export const TABLE_LIMIT = 50 * 1024 * 1024;

export type Decoded = { ok: true; text: string } | { ok: false; problem: FeedProblem };

const refused = (file: string, detail: string, line: number | null = null): Decoded => ({
  ok: false,
  problem: { file, line, field: null, detail, weight: 'refused' },
});

/** Rounded up, so that what is over a limit never looks as if it kept it. */
const megabytes = (bytes: number): string => `${Math.ceil((bytes * 10) / 1024 / 1024) / 10} MB`;

/** Encodings that are read when a file names them. iso-8859-1 is read as its superset windows-1252, as everywhere. */
const NAMED: Record<string, string> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'utf-16': 'utf-16le',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
};

function byMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

/** Bytes decoded between two looks at the clock. */
const PART = 128 * 1024;

/** As `decode` for a table, but in slices and without NFC: whoever reads the cells sees to that, cell by cell. */
export async function decodeTable(file: string, bytes: Uint8Array): Promise<Decoded> {
  const encoding = byMark(bytes) ?? 'utf-8';
  if (bytes.length <= PART || bytes.length > TABLE_LIMIT) return decode(file, bytes, 'table');
  const breathe = slices();
  const decoder = new TextDecoder(encoding, { fatal: true });
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += PART) {
    const part = decodedPart(decoder, bytes.subarray(at, at + PART), at + PART < bytes.length);
    // what is wrong, and where, is found by looking at the whole
    if (part === null || part.includes('\0')) return decode(file, bytes, 'table');
    parts.push(part);
    await breathe();
  }
  return { ok: true, text: parts.join('') };
}

function decodedPart(
  decoder: InstanceType<typeof TextDecoder>,
  part: Uint8Array,
  stream: boolean,
): string | null {
  try {
    return decoder.decode(part, { stream });
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** What the XML declaration says; it is ASCII in every encoding that is read. */
function byDeclaration(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200)).replaceAll('\0', '');
  return /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1]?.toLowerCase() ?? null;
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** The first line that is not UTF-8, from 1, and the byte that gives it away. */
function badLine(bytes: Uint8Array): { line: number; byte: string } {
  let line = 1;
  let start = 0;
  while (start < bytes.length) {
    const found = bytes.indexOf(0x0a, start);
    const end = found === -1 ? bytes.length : found;
    const row = bytes.subarray(start, end);
    if (tryDecode(row, 'utf-8') === null) {
      const byte = row.find(
        (value, at) => value >= 0x80 && tryDecode(row.subarray(0, at + 4), 'utf-8') === null,
      );
      return { line, byte: `0x${(byte ?? 0).toString(16).toUpperCase()}` };
    }
    start = end + 1;
    line += 1;
  }
  return { line, byte: '' };
}

/**
 * @param kind XML may name its encoding; a table or JSON without a byte order mark is UTF-8
 * @param limit bytes
 */
export function decode(
  file: string,
  bytes: Uint8Array,
  kind: 'xml' | 'table',
  limit = kind === 'xml' ? XML_LIMIT : TABLE_LIMIT,
): Decoded {
  if (bytes.length > limit) {
    return refused(file, `The file has ${megabytes(bytes.length)}: ${megabytes(limit)} is the most.`);
  }
  if (bytes.length === 0) return refused(file, 'The file is empty.');
  const mark = byMark(bytes);
  const named = kind === 'xml' ? byDeclaration(bytes) : null;
  const encoding = mark ?? (named === null ? 'utf-8' : NAMED[named]);
  if (encoding === undefined) {
    return refused(
      file,
      `The file says that it is in “${named ?? ''}”, which is not read here: use UTF-8.`,
      1,
    );
  }
  const text = tryDecode(bytes, encoding);
  if (text === null) {
    if (encoding !== 'utf-8') return refused(file, `The file is not in ${encoding}, as it says.`);
    const { line, byte } = badLine(bytes);
    const says =
      kind === 'xml' || mark !== null ? 'The file is not UTF-8, as it says' : 'The file is not UTF-8';
    return refused(file, `${says}: byte ${byte}. It looks like windows-1252: save it as UTF-8.`, line);
  }
  // a character of its own for "nothing": never in a text, and readers after us may stop at it
  if (text.includes('\0')) return refused(file, 'The file has null characters: it is not text.');
  return { ok: true, text: text.normalize('NFC') };
}
