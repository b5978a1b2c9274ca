/** JSON with the line of every value, so that a finding can say where to look. */
import type { Json } from '../json.ts';

export type Path = readonly (string | number)[];

export type ReadJson =
  | { ok: true; value: Json; lineOf: (path: Path) => number | null; doubles: { path: Path; line: number }[] }
  | { ok: false; line: number; why: string };

class BadJson extends Error {
  readonly at: number;

  constructor(at: number, why: string) {
    super(why);
    this.at = at;
  }
}

const keyOf = (path: Path): string => JSON.stringify(path);

/** Walks the text once. What is not JSON throws a BadJson with its place. */
class Scanner {
  readonly #text: string;
  #at = 0;
  /** Where the value of each path begins. */
  readonly places = new Map<string, number>();
  readonly doubles: { path: Path; at: number }[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  scan(): void {
    this.#value([]);
    this.#space();
    if (this.#at < this.#text.length) throw new BadJson(this.#at, 'something follows after the end');
  }

  #space(): void {
    while (' \t\r\n'.includes(this.#text[this.#at] ?? 'x')) this.#at += 1;
  }

  #peek(): string {
    this.#space();
    return this.#text[this.#at] ?? '';
  }

  #expect(sign: string, why: string): void {
    if (this.#peek() !== sign) throw new BadJson(this.#at, why);
    this.#at += 1;
  }

  #value(path: Path): void {
    const sign = this.#peek();
    this.places.set(keyOf(path), this.#at);
    if (sign === '{') this.#object(path);
    else if (sign === '[') this.#array(path);
    else if (sign === '"') this.#string();
    else this.#word();
  }

  #object(path: Path): void {
    this.#at += 1;
    const keys = new Set<string>();
    if (this.#peek() === '}') {
      this.#at += 1;
      return;
    }
    for (;;) {
      if (this.#peek() !== '"') throw new BadJson(this.#at, 'a field’s name in double quotes is needed here');
      const begin = this.#at;
      const key = this.#string();
      if (keys.has(key)) this.doubles.push({ path: [...path, key], at: begin });
      keys.add(key);
      this.#expect(':', 'a ":" is needed after the field’s name');
      this.#value([...path, key]);
      if (this.#peek() === ',') this.#at += 1;
      else return this.#expect('}', 'a "," or "}" is needed here');
    }
  }

  #array(path: Path): void {
    this.#at += 1;
    if (this.#peek() === ']') {
      this.#at += 1;
      return;
    }
    for (let index = 0; ; index += 1) {
      this.#value([...path, index]);
      if (this.#peek() === ',') this.#at += 1;
      else return this.#expect(']', 'a "," or "]" is needed here');
    }
  }

  #string(): string {
    const found = /"(?:[^"\\\n]|\\.)*"/y;
    found.lastIndex = this.#at;
    const raw = found.exec(this.#text)?.[0];
    if (raw === undefined) throw new BadJson(this.#at, 'a text is not closed');
    const begin = this.#at;
    this.#at += raw.length;
    return this.#parse(raw, begin) as string;
  }

  #word(): void {
    const found = /[^\s,:[\]{}"]*/y;
    found.lastIndex = this.#at;
    const raw = found.exec(this.#text)?.[0] ?? '';
    if (raw === '') throw new BadJson(this.#at, 'a value is missing here');
    this.#parse(raw, this.#at);
    this.#at += raw.length;
  }

  #parse(raw: string, at: number): unknown {
    try {
      return JSON.parse(raw) as unknown;
    } catch {
      // JSON's own words differ from engine to engine: the place and the piece say it better
      throw new BadJson(at, `${raw.slice(0, 40)} is not a JSON value`);
    }
  }
}

export function readJson(text: string): ReadJson {
  const lineAt = (at: number): number => text.slice(0, at).split('\n').length;
  const scanner = new Scanner(text);
  try {
    scanner.scan();
  } catch (error) {
    if (error instanceof BadJson) return { ok: false, line: lineAt(error.at), why: error.message };
    throw error;
  }
  const lineOf = (path: Path): number | null => {
    // a field that is missing is looked for where it should stand
    for (let length = path.length; length >= 0; length -= 1) {
      const at = scanner.places.get(keyOf(path.slice(0, length)));
      if (at !== undefined) return lineAt(at);
    }
    return null;
  };
  const doubles = scanner.doubles.map(({ path, at }) => ({ path, line: lineAt(at) }));
  return { ok: true, value: JSON.parse(text) as Json, lineOf, doubles };
}
