/** The as-run log of a show: JSON lines, appended and never rewritten. */
import { appendFile, readFile } from 'node:fs/promises';
import { AsRunLine, asRunEntries, showingsOf, type AsRunEntry, type FactShowing } from '../../core/as-run.ts';
import { csvRow } from '../../core/csv.ts';
import type { FactId } from '../../core/ids.ts';
import { messageOf, StartError, systemCode } from '../errors.ts';
import type { Log } from '../world.ts';

export class AsRunLog {
  readonly #path: string;
  readonly #log: Log;
  readonly #lines: AsRunLine[];
  /** Not in the file yet. What the disk refuses is tried again with the next lines. */
  #unsaved: string;
  #writing: Promise<void> = Promise.resolve();

  private constructor(path: string, lines: AsRunLine[], unsaved: string, log: Log) {
    this.#path = path;
    this.#lines = lines;
    this.#unsaved = unsaved;
    this.#log = log;
  }

  static async open(path: string, log: Log): Promise<AsRunLog> {
    const text = await readText(path);
    // a kill may leave half a line: the next one must not be glued to it
    const unsaved = text === '' || text.endsWith('\n') ? '' : '\n';
    return new AsRunLog(path, linesOf(text, path, log), unsaved, log);
  }

  append(lines: readonly AsRunLine[]): void {
    if (lines.length === 0) return;
    this.#lines.push(...lines);
    this.#unsaved += lines.map((line) => JSON.stringify(line) + '\n').join('');
    this.#writing = this.#writing.then(() => this.#write());
  }

  async #write(): Promise<void> {
    const text = this.#unsaved;
    if (text === '') return;
    this.#unsaved = '';
    try {
      await appendFile(this.#path, text, { flush: true });
    } catch (error) {
      this.#unsaved = text + this.#unsaved;
      this.#log.error({ err: error, path: this.#path }, 'as-run lines could not be written; kept for later');
    }
  }

  entries(): AsRunEntry[] {
    return asRunEntries(this.#lines);
  }

  /** Where a fact was shown. */
  showingsOf(factId: FactId): FactShowing[] {
    return showingsOf(this.#lines, factId);
  }

  close(): Promise<void> {
    return this.#writing.then(() => this.#write());
  }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return '';
    throw new StartError(`${path} cannot be read: ${messageOf(error)}`);
  }
}

function linesOf(text: string, path: string, log: Log): AsRunLine[] {
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
    entry.override ? `${entry.override.by}: ${entry.override.reason}` : '',
  ]);
  const head =
    'in,out,seconds,channel,layer,number,cue,template,version,hash,by,changes,facts,data,override'.split(',');
  return [head, ...rows].map(csvRow).join('');
}
