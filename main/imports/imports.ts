/**
 * Files of facts on their way into the show: read, matched, previewed, and written in small chunks between which takes
 * go through. One import runs at a time; the last few are remembered, so that a desk can look again.
 */
import { differenceOf } from '../../core/facts/difference.ts';
import { importRefusal, newFields, newIssues } from '../../core/facts/import.ts';
import { issueText } from '../../core/facts/kind-schema.ts';
import { guessColumns } from '../../core/facts/table-columns.ts';
import { factIdFrom } from '../../core/feeds/ids.ts';
import type {
  ImportCounts,
  ImportKind,
  ImportProgress,
  ImportRead,
  ImportRow,
} from '../../core/feeds/rest.ts';
import { FactId } from '../../core/ids.ts';
import { FactContent } from '../../core/schema/fact.ts';
import type { ColumnMap, FeedProblem } from '../../core/schema/feed.ts';
import { getRow } from '../../core/table.ts';
import { messageOf } from '../errors.ts';
import { openFacts, rowReader, type FactsFile } from '../feeds/readers/facts.ts';
import { refused } from '../feeds/readers/source.ts';
import type { ImportRefused, ImportsView } from '../http/rest-imports.ts';
import { slices } from '../slices.ts';
import type { Store } from '../store/store.ts';
import type { Log, Sources } from '../world.ts';

interface Row {
  row: number;
  kind: ImportKind;
  factId: FactId | null;
  content: FactContent | null;
  /** The revision of the fact that it was read over; null where there was none. */
  base: number | null;
  problems: FeedProblem[];
}

interface Job {
  id: string;
  file: string;
  facts: FactsFile | null;
  /** How the table is known again; null for JSON. */
  header: string | null;
  columns: ColumnMap;
  rows: Row[];
  progress: ImportProgress;
  /** A newer preview, or a cancel, makes an older one stop. */
  run: number;
}

/** Imports that a desk can still ask about. */
const KEPT = 5;
/** Facts written at once: with their journal line and patches well below a frame. */
const CHUNK = 10;
/** Rows of a table that are shown while columns are matched. */
const SAMPLE = 5;
/** The longest header that is remembered. */
const LONGEST_HEADER = 10_000;

const zero = (): ImportCounts => ({ new: 0, changed: 0, same: 0, refused: 0 });
const facts = (n: number): string => `${n.toLocaleString('en-NZ')} ${n === 1 ? 'fact' : 'facts'}`;

export class Imports implements ImportsView {
  readonly #store: Store;
  readonly #newId: Sources['newId'];
  readonly #log: Log;
  readonly #jobs = new Map<string, Job>();
  #closed = false;
  #running: Promise<void> = Promise.resolve();

  constructor({ store, newId, log }: { store: Store; newId: Sources['newId']; log: Log }) {
    this.#store = store;
    this.#newId = newId;
    this.#log = log;
  }

  async read(name: string, bytes: Uint8Array): Promise<ImportRead> {
    const format = isJson(name, bytes) ? 'json' : 'csv';
    const { facts: read, problems } = await openFacts({ name, bytes }, format);
    const id = this.#newId('import');
    const table = read?.kind === 'csv' ? read.table : null;
    const header = table?.header ?? [];
    const key = table ? header.join('\t') : null;
    const rows = read?.kind === 'json' ? read.rows.length : (table?.rows.length ?? 0);
    const columns = guessColumns(header, this.#store.state.show.columnMaps[key ?? ''] ?? {});
    const job: Job = {
      id,
      file: name,
      facts: read,
      header: key,
      columns,
      rows: [],
      run: 0,
      progress: {
        state: read ? 'read' : 'failed',
        done: 0,
        total: rows,
        detail: read
          ? `${rows.toLocaleString('en-NZ')} rows are read.`
          : (problems[0]?.detail ?? 'The file cannot be read.'),
        counts: null,
        written: 0,
      },
    };
    this.#jobs.set(id, job);
    this.#forget();
    const sample = table?.rows.slice(0, SAMPLE).map(({ cells }) => cells.slice(0, header.length)) ?? [];
    return { id, format, header, sample, rows, columns, problems };
  }

  #forget(): void {
    for (const [id, { progress }] of this.#jobs) {
      if (this.#jobs.size <= KEPT) return;
      if (progress.state !== 'running') this.#jobs.delete(id);
    }
  }

  async preview(id: string, columns: ColumnMap): Promise<ImportCounts | ImportRefused> {
    const job = this.#jobs.get(id);
    if (!job?.facts) return { why: 'There is nothing to import in this file.' };
    if (job.progress.state === 'running') return { why: 'The import is running.' };
    const run = (job.run += 1);
    const counts = zero();
    const rows: Row[] = [];
    // as it is when the row is read: takes and edits go through between the rows
    const present = (fact: string): FactContent | null => {
      const found = getRow(this.#store.state.show.facts, fact);
      return found ? FactContent.parse(found) : null;
    };
    const reader = rowReader(job.file, job.facts, columns, present);
    const seen = new Set<string>();
    const breathe = slices();
    job.columns = columns;
    job.progress = {
      state: 'previewing',
      done: 0,
      total: reader.length,
      detail: 'Comparing…',
      counts: null,
      written: 0,
    };
    for (let index = 0; index < reader.length; index += 1) {
      await breathe();
      if (job.run !== run) return { why: 'The preview was overtaken by another one.' };
      const read = reader.read(index);
      const row = this.#judge(job, columns, read, seen);
      rows.push(row);
      counts[row.kind] += 1;
      job.progress.done = index + 1;
    }
    job.rows = rows;
    const todo = counts.new + counts.changed;
    job.progress = {
      ...job.progress,
      state: 'previewed',
      counts,
      detail: `${facts(todo)} to import: ${counts.new} new, ${counts.changed} changed; ${counts.same} the same, ${counts.refused} refused.`,
    };
    return counts;
  }

  #judge(
    job: Job,
    columns: ColumnMap,
    {
      row,
      id,
      content,
      problems,
    }: { row: number; id: string | null; content: FactContent | null; problems: FeedProblem[] },
    seen: Set<string>,
  ): Row {
    const column = columns['id'] ?? 'id';
    const no = (detail: string, factId: FactId | null = null): Row => ({
      row,
      kind: 'refused',
      factId,
      content: null,
      base: null,
      problems: [refused(job.file, detail, row, column)],
    });
    if (!content) {
      const factId = FactId.safeParse(id).data ?? null;
      return { row, kind: 'refused', factId, content: null, base: null, problems };
    }
    // a row without an id is new every time: its words and its number in this import make one
    const parsed = FactId.safeParse(id ?? factIdFrom(content.statement, `${job.id}/${row}`));
    if (!parsed.success)
      return no(`“${id ?? ''}”: an id has letters, digits, ".", "_" and "-" only (80 at most).`);
    const factId = parsed.data;
    if (seen.has(factId)) return no(`The id “${factId}” is there twice.`, factId);
    seen.add(factId);
    const refusal = importRefusal(this.#store.state, factId);
    if (refusal) return no(refusal.detail, factId);
    const fact = getRow(this.#store.state.show.facts, factId);
    const issues = newIssues(fact, content);
    if (issues.length > 0) {
      const wrong = issues.map((issue) =>
        refused(job.file, `${issueText(content.kind, issue)}.`, row, columns[issue.field] ?? issue.field),
      );
      return { row, kind: 'refused', factId, content: null, base: null, problems: wrong };
    }
    const kind = !fact ? 'new' : Object.keys(newFields(fact, content)).length === 0 ? 'same' : 'changed';
    return { row, kind, factId, content, base: fact?.revision ?? null, problems };
  }

  rows(id: string, from: number, limit: number, only: ImportKind | null) {
    const job = this.#jobs.get(id);
    if (!job) return null;
    const chosen = only === null ? job.rows : job.rows.filter(({ kind }) => kind === only);
    return { rows: chosen.slice(from, from + limit).map((row) => this.#shown(row)), total: chosen.length };
  }

  #shown({ row, kind, factId, content, problems }: Row): ImportRow {
    const fact = factId === null ? undefined : getRow(this.#store.state.show.facts, factId);
    const before = fact ? FactContent.parse(fact) : null;
    const changes = content && kind !== 'same' ? differenceOf(before, content) : [];
    return { row, kind, factId, statement: content?.statement ?? before?.statement ?? '', changes, problems };
  }

  progress(id: string): ImportProgress | null {
    return this.#jobs.get(id)?.progress ?? null;
  }

  apply(id: string, by: string): ImportProgress | ImportRefused {
    const job = this.#jobs.get(id);
    if (job?.progress.state !== 'previewed') return { why: 'Look at the preview first.' };
    if ([...this.#jobs.values()].some(({ progress }) => progress.state === 'running'))
      return { why: 'Another import is running.' };
    const todo = job.rows.filter(({ kind }) => kind === 'new' || kind === 'changed');
    const run = (job.run += 1);
    job.progress = {
      ...job.progress,
      state: 'running',
      done: 0,
      total: todo.length,
      detail: 'Importing…',
      written: 0,
    };
    this.#running = this.#write(job, todo, by, run).catch((error: unknown) => {
      this.#log.error({ err: error, file: job.file }, 'an import failed: this is a bug in Tallydesk');
      job.progress = {
        ...job.progress,
        state: 'failed',
        detail: `It stopped: ${messageOf(error)}. ${inSoFar(job)}`,
      };
    });
    return job.progress;
  }

  async #write(job: Job, todo: readonly Row[], by: string, run: number): Promise<void> {
    const breathe = slices();
    const { held } = this.#store.state;
    let skipped = 0;
    let moved = 0;
    for (let at = 0; at < todo.length; at += CHUNK) {
      await breathe();
      if (job.run !== run || this.#closed) return;
      // what was meant for a rehearsal does not go on into the live show, nor the other way round
      if (this.#store.state.held !== held) {
        const detail = `It stopped: a rehearsal began or ended. ${inSoFar(job)}`;
        job.progress = { ...job.progress, state: 'failed', detail };
        return;
      }
      const part = todo.slice(at, at + CHUNK);
      // what was changed, locked or withdrawn since the preview is left as it is
      const items = part.flatMap(({ factId, content, base }) => {
        if (!factId || !content) return [];
        if ((getRow(this.#store.state.show.facts, factId)?.revision ?? null) !== base) {
          moved += 1;
          return [];
        }
        if (!importRefusal(this.#store.state, factId)) return [{ factId, content, base }];
        skipped += 1;
        return [];
      });
      if (items.length > 0) {
        const isLast = at + CHUNK >= todo.length;
        const { header, columns } = job;
        const isShort = header !== null && header.length <= LONGEST_HEADER;
        const remember = isLast && isShort ? { remember: { header, columns } } : {};
        const result = this.#store.dispatch(
          { type: 'fact.import', group: job.id, items, ...remember },
          { by },
        );
        if (!result.ok) {
          job.progress = {
            ...job.progress,
            state: 'failed',
            detail: `It stopped: ${result.detail} ${inSoFar(job)}`,
          };
          return;
        }
        job.progress.written += Number(result.answer['written'] ?? 0);
      }
      job.progress.done = Math.min(todo.length, at + CHUNK);
    }
    const since =
      moved > 0 ? ` ${facts(moved)} changed since the preview, and left: import the file again.` : '';
    const left = skipped > 0 ? ` ${facts(skipped)} could no longer be changed.` : '';
    job.progress = { ...job.progress, state: 'done', detail: `${inSoFar(job)}${since}${left}` };
  }

  /** Stops where it is: what is in stays in, as one step of undo. */
  cancel(id: string): ImportProgress | null {
    const job = this.#jobs.get(id);
    if (!job) return null;
    const { state, done, total } = job.progress;
    if (state === 'done' || state === 'failed' || state === 'cancelled') return job.progress;
    job.run += 1;
    const detail =
      state === 'running'
        ? `Cancelled after ${done} of ${total} rows. ${inSoFar(job)}`
        : 'Cancelled: nothing was imported.';
    job.progress = { ...job.progress, state: 'cancelled', detail };
    return job.progress;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
  }
}

const inSoFar = ({ progress }: Job): string =>
  progress.written === 0 ? 'Nothing was imported.' : `${facts(progress.written)} in, as one undo step.`;

/** By the name, else by how it begins. */
function isJson(name: string, bytes: Uint8Array): boolean {
  if (/\.json$/i.test(name)) return true;
  if (/\.(csv|tsv|txt)$/i.test(name)) return false;
  return /^[\s\ufeff]*[[{]/.test(new TextDecoder('utf-8').decode(bytes.subarray(0, 100)));
}
