/** The as-run log of a show: JSON lines, appended and never rewritten. */
import { appendFile, readFile, stat, truncate } from 'node:fs/promises';
import { AsRunLine, showingsOf, type AsRunEntry, type FactShowing } from '../../core/as-run.ts';
import { csvRow } from '../../core/csv.ts';
import type { FactId } from '../../core/ids.ts';
import { AsRunBook, dataHash } from '../as-run/book.ts';
import { messageOf, StartError, systemCode } from '../errors.ts';
import type { Log } from '../world.ts';
import { Retry } from './retry.ts';

export class AsRunLog {
  readonly #path: string;
  readonly #log: Log;
  readonly book = new AsRunBook();
  readonly #retry = new Retry(() => this.#writeSoon());
  /** Not in the file yet. What the disk refuses is tried again with the next lines. */
  #unsaved: string;
  #writing: Promise<void> = Promise.resolve();
  /** Bytes of the file that are whole lines of ours: what a write that failed left beyond them is cut off again. */
  #whole: number;

  private constructor(path: string, text: string, log: Log) {
    this.#path = path;
    this.book.add(linesOf(text, path, log));
    this.#whole = Buffer.byteLength(text);
    // a kill may leave half a line: the next one must not be glued to it
    this.#unsaved = text === '' || text.endsWith('\n') ? '' : '\n';
    this.#log = log;
  }

  static async open(path: string, log: Log): Promise<AsRunLog> {
    return new AsRunLog(path, await readText(path), log);
  }

  append(lines: readonly AsRunLine[]): void {
    if (lines.length === 0) return;
    this.book.add(lines);
    this.#unsaved += lines.map((line) => JSON.stringify(line) + '\n').join('');
    this.#writeSoon();
  }

  /** Why lines are not reaching the disk; null while they are. */
  get problem(): string | null {
    return this.#retry.problem;
  }

  #writeSoon(): void {
    this.#writing = this.#writing.then(() => this.#write());
  }

  async #write(): Promise<void> {
    const text = this.#unsaved;
    if (text === '') return;
    this.#unsaved = '';
    try {
      if (this.problem !== null) await this.#cutOff();
      await appendFile(this.#path, text, { flush: true });
      this.#whole += Buffer.byteLength(text);
      this.#retry.done();
    } catch (error) {
      this.#retry.failed(messageOf(error));
      this.#unsaved = text + this.#unsaved;
      this.#log.error({ err: error, path: this.#path }, 'as-run lines could not be written; kept for later');
    }
  }

  /** After a write that failed half of it may be there: it is written again as a whole. */
  async #cutOff(): Promise<void> {
    const size = await sizeOf(this.#path);
    if (size > this.#whole) await truncate(this.#path, this.#whole);
    else this.#whole = size;
  }

  entries(): AsRunEntry[] {
    return this.book.entries();
  }

  /** Where a fact was shown. */
  showingsOf(factId: FactId): FactShowing[] {
    return showingsOf(this.book.lines, factId);
  }

  close(): Promise<void> {
    this.#retry.stop();
    return this.#writing.then(() => this.#write());
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return 0;
    throw error;
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

const COLUMNS =
  'in,out,seconds,channel,layer,number,cue,template,version,hash,by,changes,facts,data,override,sha256';

export const AS_RUN_CSV_HEAD = csvRow(COLUMNS.split(','));

const iso = (at: number | null): string => (at === null ? '' : new Date(at).toISOString());

/** RFC 4180, one row a showing. A cell that begins like a formula is quoted so that a spreadsheet shows it as text. */
export const asRunCsvRow = (entry: AsRunEntry): string =>
  csvRow([
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
    dataHash(entry.data),
  ]);

export const asRunCsv = (entries: readonly AsRunEntry[]): string =>
  AS_RUN_CSV_HEAD + entries.map(asRunCsvRow).join('');
