/** One feed's files, looked at again and again: what is new in them, and what they come to as news for the show. */
import type { Results } from '../../core/election/results.ts';
import type { Delivery } from '../../core/feeds/deliver.ts';
import { factsOfResults } from '../../core/feeds/facts-of-results.ts';
import { rowIdFor } from '../../core/feeds/ids.ts';
import { HOUSE_KEY, rowKey } from '../../core/feeds/keys.ts';
import { FactContent } from '../../core/schema/fact.ts';
import type { Feed, FeedProblem } from '../../core/schema/feed.ts';
import type { Show } from '../../core/schema/show.ts';
import { getRow } from '../../core/table.ts';
import { slices } from '../slices.ts';
import { PlaceError, type Look, type Place } from './places.ts';
import { matchColumns, openFacts, rowReader } from './readers/facts.ts';
import { readNistJson } from './readers/nist-json.ts';
import { electorateFile, LISTS, NATIONAL, NzXml } from './readers/nz-xml.ts';
import { readResultsCsv } from './readers/results-csv.ts';
import { readResultsJson } from './readers/results-json.ts';
import { flagged, refused, type ResultsRead, type SourceFile } from './readers/source.ts';

/** What one look has brought. */
export interface Looked {
  /** Every file that is new or has gone; null for one that has gone. */
  files: Map<string | null, Uint8Array | null>;
  /** Nothing is there yet, and nothing ever was. */
  isWaiting: boolean;
}

export interface News {
  items: Delivery[];
  results: Results | null;
  problems: FeedProblem[];
  unknownParties: string[];
}

export interface FeedReader {
  /** @throws PlaceError where the place cannot be looked at */
  look(place: Place, feed: Feed): Promise<Looked>;
  /** What is held now, as news for this show. */
  news(feed: Feed, show: Show): Promise<News>;
}

/** While a file is refused the House is not worked out anew: an electorate could be missing from it. */
function newsOf({ results, problems, places }: ResultsRead, feed: Feed, show: Show): News {
  if (!results) return { items: [], results, problems, unknownParties: [] };
  const { items, unknown, problems: more } = factsOfResults(results, show, feed, places);
  const isWhole = !problems.some(({ weight }) => weight === 'refused');
  return {
    items: isWhole ? items : items.filter(({ key }) => key !== HOUSE_KEY),
    results,
    problems: [...problems, ...more.map((detail) => flagged(places.whole, detail))],
    unknownParties: unknown,
  };
}

/** How many files are asked for at once. */
const AT_ONCE = 6;

function nzReader(): FeedReader {
  const held = new NzXml();
  const failed = new Map<string, FeedProblem>();
  /** What is not used, byte for byte: only another file is news. */
  const unused = new Map<string, Uint8Array>();
  /** Something that was read does not fit the lists: they may have been written since. */
  let isAmiss = false;
  let hasNational = false;
  /** An electorate's file may be written after the whole count: one more sweep follows each. */
  let sweeps = 0;

  /** @throws PlaceError */
  async function take(place: Place, name: string, files: Looked['files']): Promise<Look['kind']> {
    // whatever an address or a disk says of its age, what was not used is read again
    if (unused.has(name)) place.forget(name);
    const look = await place.look(name);
    if (look.kind !== 'new') return look.kind;
    const before = unused.get(name);
    if (before && Buffer.compare(before, look.bytes) === 0) return 'same';
    unused.delete(name);
    files.set(name, look.bytes);
    held.take({ name, bytes: look.bytes });
    if (held.unused.includes(name)) unused.set(name, look.bytes);
    return 'new';
  }

  async function one(place: Place, name: string, files: Looked['files']): Promise<void> {
    try {
      const kind = await take(place, name, files);
      failed.delete(name);
      if (kind === 'missing') held.gone(name);
    } catch (error) {
      if (!(error instanceof PlaceError)) throw error;
      failed.set(name, refused(name, error.message));
    }
  }

  async function several(place: Place, names: readonly string[], files: Looked['files']): Promise<void> {
    const breathe = slices();
    for (let at = 0; at < names.length; at += AT_ONCE) {
      await Promise.all(names.slice(at, at + AT_ONCE).map((name) => one(place, name, files)));
      await breathe();
    }
  }

  return {
    async look(place, feed) {
      const files: Looked['files'] = new Map();
      if ((await take(place, NATIONAL, files)) === 'new') {
        hasNational = true;
        sweeps = 2;
      }
      if (!hasNational) return { files, isWaiting: true };
      const isCheap = feed.place.kind !== 'http';
      const again = [...failed.keys(), ...unused.keys()].filter((name) => name !== NATIONAL);
      const lists = sweeps > 0 || isCheap || isAmiss ? LISTS : LISTS.filter((name) => again.includes(name));
      for (const name of lists) await one(place, name, files);
      // a list that has come right may name electorates that nobody has asked for yet
      const isAll = sweeps > 0 || isCheap || lists.some((name) => files.has(name));
      const electorates = held.electorates.map(electorateFile);
      await several(place, isAll ? electorates : electorates.filter((name) => again.includes(name)), files);
      sweeps = Math.max(0, sweeps - 1);
      return { files, isWaiting: false };
    },
    news(feed, show) {
      const read = held.results();
      isAmiss = read.problems.some(({ weight }) => weight === 'refused');
      return Promise.resolve(
        newsOf({ ...read, problems: [...read.problems, ...failed.values()] }, feed, show),
      );
    },
  };
}

type ReadResults = (file: SourceFile, feed: Feed) => ResultsRead | Promise<ResultsRead>;

const isOlder = (now: Results, held: Results): boolean =>
  now.updated !== null && held.updated !== null && Date.parse(now.updated) < Date.parse(held.updated);

/** One file that holds everything. What cannot be used leaves what was read before. */
function resultsReader(read: ReadResults): FeedReader {
  let file: SourceFile | null = null;
  let held: ResultsRead | null = null;
  let columns: Feed['columns'] | null = null;

  async function take(feed: Feed): Promise<void> {
    if (!file) return;
    columns = feed.columns;
    const made = await read(file, feed);
    if (!made.results) held = { ...made, results: held?.results ?? null };
    else if (held?.results && isOlder(made.results, held.results)) {
      const detail = `It is of ${made.results.updated ?? ''}, older than what is held: left alone.`;
      held = { ...held, problems: [flagged(file.name, detail, null, 'updated')] };
    } else held = made;
  }

  return {
    async look(place, feed) {
      const look = await place.look(null);
      if (look.kind === 'new') {
        file = { name: place.nameOf(null), bytes: look.bytes };
        await take(feed);
        return { files: new Map([[null, look.bytes]]), isWaiting: false };
      }
      return { files: new Map(), isWaiting: file === null };
    },
    async news(feed, show) {
      if (columns !== feed.columns) await take(feed);
      return held ? newsOf(held, feed, show) : { items: [], results: null, problems: [], unknownParties: [] };
    },
  };
}

const contentOf = (fact: FactContent | undefined): FactContent | null =>
  fact ? FactContent.parse(fact) : null;

function factsReader(format: 'csv' | 'json'): FeedReader {
  let file: SourceFile | null = null;
  /** Parsed once, until there are other bytes. */
  let opened: ReturnType<typeof openFacts> | null = null;
  return {
    async look(place) {
      const look = await place.look(null);
      if (look.kind !== 'new') return { files: new Map(), isWaiting: file === null };
      file = { name: place.nameOf(null), bytes: look.bytes };
      opened = null;
      return { files: new Map([[null, look.bytes]]), isWaiting: false };
    },
    async news(feed, show) {
      const none: News = { items: [], results: null, problems: [], unknownParties: [] };
      if (!file) return none;
      const { facts, problems } = await (opened ??= openFacts(file, format));
      if (!facts) return { ...none, problems };
      const columns = facts.kind === 'csv' ? matchColumns(facts.table.header, feed.columns) : {};
      const present = (id: string) => contentOf(getRow(show.facts, rowIdFor(feed.id, id)));
      const rows = rowReader(file.name, facts, columns, present);
      const breathe = slices();
      const items: Delivery[] = [];
      const found = [...problems];
      const seen = new Set<string>();
      for (let index = 0; index < rows.length; index += 1) {
        await breathe();
        const { row, id, content, problems: wrong } = rows.read(index);
        if (id === null) found.push(refused(file.name, 'The row has no id.', row, columns['id'] ?? 'id'));
        else if (seen.has(id))
          found.push(refused(file.name, `The id “${id}” is there twice.`, row, columns['id'] ?? 'id'));
        else if (!content) found.push(...wrong);
        else items.push({ factId: rowIdFor(feed.id, id), key: rowKey(id), content, odd: [] });
        if (id !== null) seen.add(id);
      }
      return { items, results: null, problems: found, unknownParties: [] };
    },
  };
}

export function readerFor(format: Feed['format']): FeedReader {
  switch (format) {
    case 'nz-xml':
      return nzReader();
    case 'results-csv':
      return resultsReader((file, { columns }) => readResultsCsv(file, columns));
    case 'results-json':
      return resultsReader(readResultsJson);
    case 'nist-json':
      return resultsReader(readNistJson);
    case 'facts-csv':
      return factsReader('csv');
    case 'facts-json':
      return factsReader('json');
    default:
      throw new Error(`no such format: ${String(format satisfies never)}`);
  }
}
