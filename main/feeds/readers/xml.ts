/**
 * XML as a tree whose elements know their line. Entities and internal document types are refused before anything is
 * parsed; an external document type is never fetched, only mentioned.
 */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { readCount, readPercent, type NumberRead } from '../../../core/feeds/numbers.ts';
import type { FeedProblem } from '../../../core/schema/feed.ts';
import { decode, XML_LIMIT } from './decode.ts';
import { BadFile, flagged, refused } from './source.ts';

export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
  line: number;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  captureMetaData: true,
  maxNestedTags: 20,
});

/** Under which the parser keeps where an element starts. */
const META = ((symbol: unknown): PropertyKey => (typeof symbol === 'symbol' ? symbol : String(symbol)))(
  XMLParser.getMetaDataSymbol(),
);

const PREDEFINED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five entities that XML itself has, and characters by number: nothing that a file could define. */
function plain(text: string, at: (detail: string) => BadFile): string {
  if (!text.includes('&')) return text.trim();
  const decoded = text.replace(
    /&(?:#(\d+)|#x([\da-f]+)|([^;\s&]{1,40}));|&/gi,
    (all, ten?: string, hex?: string, name?: string) => {
      const code = ten ? Number(ten) : hex ? Number.parseInt(hex, 16) : NaN;
      if (code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff))
        return String.fromCodePoint(code);
      const known = name === undefined ? undefined : PREDEFINED[name];
      if (known === undefined) throw at(`“${all}” is an entity that is not read.`);
      return known;
    },
  );
  return decoded.normalize('NFC').trim();
}

const isRecord = (value: unknown): value is Record<PropertyKey, unknown> =>
  typeof value === 'object' && value !== null;

function startOf(node: Record<PropertyKey, unknown>): number | null {
  const meta = node[META];
  return isRecord(meta) && typeof meta['startIndex'] === 'number' ? meta['startIndex'] : null;
}

/** Lines by position, going forward only: elements come in the order of the file. */
function lineCounter(text: string): (position: number) => number {
  let line = 1;
  let reached = 0;
  return (position) => {
    for (let at = text.indexOf('\n', reached); at !== -1 && at < position; at = text.indexOf('\n', at + 1)) {
      line += 1;
      reached = at + 1;
    }
    return line;
  };
}

function elements(raw: unknown, file: string, lineOf: (position: number) => number, parentLine: number) {
  const found: Element[] = [];
  let text = '';
  for (const node of Array.isArray(raw) ? raw.filter(isRecord) : []) {
    const name = Object.keys(node).find((key) => key !== ':@') ?? '';
    if (name === '#text') {
      text += String(node['#text']);
      continue;
    }
    const start = startOf(node);
    const line = start === null ? parentLine : lineOf(start);
    const bad = (detail: string) => new BadFile(refused(file, detail, line, name));
    const attributes = Object.fromEntries(
      Object.entries(node[':@'] ?? {}).map(([key, value]) => [key, plain(String(value), bad)]),
    );
    const inner = elements(node[name], file, lineOf, line);
    found.push({ name, attributes, children: inner.found, text: plain(inner.text, bad), line });
  }
  return { found, text };
}

/** Everything before the first element: where a document type would be. */
function prologOf(text: string): string {
  // a comment may hold what looks like an element; its lines stay, so that lines are still counted right
  const bare = text.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '));
  return bare.slice(0, Math.max(0, bare.search(/<[A-Za-z_:\u0080-\uffff]/)));
}

function checkDocType(file: string, text: string): FeedProblem[] {
  const prolog = prologOf(text);
  const at = prolog.search(/<!DOCTYPE/i);
  const line = (position: number) => text.slice(0, position).split('\n').length;
  const entity = text.search(/<!ENTITY/i);
  if (entity !== -1)
    throw new BadFile(
      refused(file, 'The file defines entities, which are not read.', line(entity), 'DOCTYPE'),
    );
  if (at === -1) return [];
  const doctype = prolog.slice(at);
  if (doctype.includes('[') || !doctype.includes('>'))
    throw new BadFile(
      refused(file, 'The file has a document type of its own, which is not read.', line(at), 'DOCTYPE'),
    );
  return [flagged(file, 'The file names a document type elsewhere: it is not fetched.', line(at), 'DOCTYPE')];
}

/**
 * @param limit bytes
 * @returns the root element, and what should be looked at
 * @throws BadFile with file and line
 */
export function parseXml(
  file: string,
  bytes: Uint8Array,
  limit = XML_LIMIT,
): { root: Element; problems: FeedProblem[] } {
  const decoded = decode(file, bytes, 'xml', limit);
  if (!decoded.ok) throw new BadFile(decoded.problem);
  const { text } = decoded;
  const problems = checkDocType(file, text);
  // its successor is a package of its own; this one is pinned with the parser, which alone mends too much
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw new BadFile(refused(file, `Malformed XML: ${valid.err.msg}`, valid.err.line));
  let raw: unknown;
  try {
    raw = parser.parse(text);
  } catch (error) {
    // its own limits: nesting, names that would reach into objects
    const why = error instanceof Error ? error.message : 'unreadable';
    throw new BadFile(refused(file, `Malformed XML: ${why}`));
  }
  const { found } = elements(raw, file, lineCounter(text), 1);
  const [root, another] = found;
  if (!root || another)
    throw new BadFile(refused(file, 'Malformed XML: there must be one root element.', another?.line ?? 1));
  return { root, problems };
}

export const childrenOf = (element: Element, name: string): Element[] =>
  element.children.filter((child) => child.name === name);

export const childOf = (element: Element, name: string): Element | null =>
  element.children.find((child) => child.name === name) ?? null;

/** The text of a child element or, where a file has it so, an attribute; null where there is none. */
export function textOf(element: Element, name: string): string | null {
  const text = childOf(element, name)?.text ?? element.attributes[name] ?? '';
  return text === '' ? null : text;
}

/** Reads typed fields of one file, and refuses the file with line and field where one is wrong. */
export class Fields {
  readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  bad(element: Element, field: string, detail: string): BadFile {
    const { line } = childOf(element, field) ?? element;
    return new BadFile(refused(this.file, detail, line, field));
  }

  needed(element: Element, field: string): string {
    const text = textOf(element, field);
    if (text === null) throw this.bad(element, field, `There is no ${field} in <${element.name}>.`);
    return text;
  }

  count(element: Element, field: string): number {
    return this.#read(element, field, readCount(this.needed(element, field)));
  }

  countOrNull(element: Element | null, field: string): number | null {
    if (element === null || textOf(element, field) === null) return null;
    return this.count(element, field);
  }

  percentOrNull(element: Element | null, field: string): number | null {
    const text = element && textOf(element, field);
    if (element === null || text === null) return null;
    return this.#read(element, field, readPercent(text));
  }

  #read(element: Element, field: string, read: NumberRead): number {
    if (!read.ok) throw this.bad(element, field, `${field}: ${read.why}.`);
    return read.value;
  }
}
