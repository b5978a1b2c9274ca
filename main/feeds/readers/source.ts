/** What a reader is given and what it hands back. A reader never throws on bad input. */
import type { Results } from '../../../core/election/results.ts';
import type { Places } from '../../../core/feeds/facts-of-results.ts';
import type { FeedProblem } from '../../../core/schema/feed.ts';

/** One file as it was read: its name as the feed has it, and its bytes. */
export interface SourceFile {
  name: string;
  bytes: Uint8Array;
}

export interface ResultsRead {
  /** Null where nothing of it can be used. */
  results: Results | null;
  problems: FeedProblem[];
  places: Places;
}

export const refused = (
  file: string,
  detail: string,
  line: number | null = null,
  field: string | null = null,
): FeedProblem => ({ file, line, field, detail, weight: 'refused' });

export const flagged = (
  file: string,
  detail: string,
  line: number | null = null,
  field: string | null = null,
): FeedProblem => ({ file, line, field, detail, weight: 'flagged' });

/** A file that holds everything: every figure stands in it. */
export const oneFile = (file: string): Places => ({ whole: file, electorate: () => file });

/** Stops reading a file for the reason given; caught by the reader that began it, never further out. */
export class BadFile extends Error {
  override readonly name = 'BadFile';
  readonly problem: FeedProblem;

  constructor(problem: FeedProblem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** Runs a reader of one file. */
export function reading<T>(read: () => T): { ok: true; value: T } | { ok: false; problem: FeedProblem } {
  try {
    return { ok: true, value: read() };
  } catch (error) {
    if (error instanceof BadFile) return { ok: false, problem: error.problem };
    throw error;
  }
}
