/** The as-run log of a show: JSON lines, appended and never rewritten. */
import { appendFile, readFile } from 'node:fs/promises';
import { AsRunLine, asRunEntries, type AsRunEntry } from '../../core/as-run.ts';
import { systemCode } from '../errors.ts';
import type { Log } from '../world.ts';

export class AsRunLog {
  readonly #path: string;
  readonly #log: Log;
  readonly #lines: AsRunLine[];
  #writing: Promise<void> = Promise.resolve();

  private constructor(path: string, lines: AsRunLine[], log: Log) {
    this.#path = path;
    this.#lines = lines;
    this.#log = log;
  }

  static async open(path: string, log: Log): Promise<AsRunLog> {
    return new AsRunLog(path, await readLines(path, log), log);
  }

  append(lines: readonly AsRunLine[]): void {
    if (lines.length === 0) return;
    this.#lines.push(...lines);
    const text = lines.map((line) => JSON.stringify(line) + '\n').join('');
    this.#writing = this.#writing
      .then(() => appendFile(this.#path, text))
      .catch((error: unknown) => this.#log.error({ err: error, lines }, 'as-run lines could not be written'));
  }

  entries(): AsRunEntry[] {
    return asRunEntries(this.#lines);
  }

  close(): Promise<void> {
    return this.#writing;
  }
}

async function readLines(path: string, log: Log): Promise<AsRunLine[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
  const rows = text.split('\n').filter(Boolean);
  return rows.flatMap((row, index) => {
    try {
      return [AsRunLine.parse(JSON.parse(row))];
    } catch (error) {
      log.error(
        { path, line: index + 1, err: error },
        'an as-run line is damaged; it stays in the file, unread',
      );
      return [];
    }
  });
}

/** RFC 4180, one row a showing. A cell that begins like a formula is quoted so that a spreadsheet shows it as text. */
export function asRunCsv(entries: readonly AsRunEntry[]): string {
  const iso = (at: number | null): string => (at === null ? '' : new Date(at).toISOString());
  const rows = entries.map((entry) => [
    iso(entry.inAt),
    iso(entry.outAt),
    entry.outAt === null ? '' : ((entry.outAt - entry.inAt) / 1000).toFixed(1),
    entry.channel,
    entry.layer,
    String(entry.cue.number),
    entry.cue.name,
    entry.graphic.id,
    entry.graphic.version,
    entry.graphic.hash,
    entry.by,
    String(entry.changes),
    entry.facts.map((fact) => `${fact.id}@${fact.revision}`).join(' '),
    JSON.stringify(entry.data),
  ]);
  const head = 'in,out,seconds,channel,layer,number,cue,template,version,hash,by,changes,facts,data'.split(
    ',',
  );
  return [head, ...rows].map((row) => row.map(cell).join(',') + '\r\n').join('');
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
