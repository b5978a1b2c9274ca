/**
 * The as-run log in memory: its lines, and the showings they make, kept up as lines come, so that nobody who asks waits
 * for the whole night to be read again.
 */
import { createHash } from 'node:crypto';
import { addToEntries, type AsRunEntry, type AsRunLine } from '../../core/as-run.ts';
import { isObject, type Json, type JsonObject } from '../../core/json.ts';

/** The same text for the same data, whatever the order of their keys. */
function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const fields = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`);
  return `{${fields.join(',')}}`;
}

const HASHES = new WeakMap<JsonObject, string>();

/** SHA-256, in hex, of the data as JSON with sorted keys and no spaces: whoever has the data can check it. */
export function dataHash(data: JsonObject): string {
  const known = HASHES.get(data);
  if (known !== undefined) return known;
  const hash = createHash('sha256').update(canonical(data)).digest('hex');
  HASHES.set(data, hash);
  return hash;
}

export class AsRunBook {
  readonly #lines: AsRunLine[] = [];
  readonly #entries = new Map<string, AsRunEntry>();
  /** By showing: the numbers of its lines. */
  readonly #places = new Map<string, number[]>();
  /** By line: whether it is still the last one of its showing. Showings in the order of their last lines. */
  readonly #lastLine = new Map<string, number>();

  add(lines: readonly AsRunLine[]): void {
    for (const line of lines) {
      const at = this.#lines.push(line) - 1;
      addToEntries(this.#entries, line);
      const places = this.#places.get(line.instance);
      if (places) places.push(at);
      else this.#places.set(line.instance, [at]);
      // to the end of the map: it is kept in the order of last lines
      this.#lastLine.delete(line.instance);
      this.#lastLine.set(line.instance, at);
    }
  }

  get lines(): readonly AsRunLine[] {
    return this.#lines;
  }

  /** In the order in which they went up. */
  entries(): AsRunEntry[] {
    return [...this.#entries.values()];
  }

  entry(instance: string): AsRunEntry | null {
    return this.#entries.get(instance) ?? null;
  }

  linesOf(instance: string): AsRunLine[] {
    return (this.#places.get(instance) ?? []).flatMap((at) => this.#lines[at] ?? []);
  }

  /**
   * The showings of which there is news, those with the oldest news first.
   * @param since how many lines the asker knows of
   * @returns at most `limit`, and how many lines are known with them
   */
  news(since: number, limit: number): { entries: AsRunEntry[]; next: number; more: boolean } {
    const entries: AsRunEntry[] = [];
    let next = this.#lines.length;
    for (const [instance, last] of this.#lastLine) {
      if (last < since) continue;
      if (entries.length === limit) return { entries, next, more: true };
      const entry = this.#entries.get(instance);
      if (entry) entries.push(entry);
      next = last + 1;
    }
    return { entries, next: this.#lines.length, more: false };
  }
}
