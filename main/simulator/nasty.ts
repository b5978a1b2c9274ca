/**
 * What goes wrong with a feed on a night, each when it is asked for and at its own time; after it, all is right again.
 * The times are shares of the run.
 */
import { countFiles, electoratePath, listFiles, type Files } from './files.ts';
import type { Night } from './night.ts';
import { allocationOf, stateAt, type NightState } from './state.ts';

export interface Moment {
  from: number;
  until: number;
  does: string;
}

export const NASTY = {
  missing: {
    from: 0,
    until: 0.5,
    does: 'no result until 0.15; one electorate’s file is gone from 0.4 to 0.5',
  },
  entities: { from: 0.2, until: 0.3, does: 'election.xml has a DOCTYPE with an entity' },
  malformed: { from: 0.35, until: 0.45, does: 'election.xml is cut in the middle, for one update' },
  stale: { from: 0.5, until: 0.6, does: 'the files of 0.3 come back, with their older times' },
  backwards: { from: 0.6, until: 0.7, does: 'a party has 1,000 votes fewer than before in one electorate' },
  encoding: {
    from: 0.7,
    until: 0.8,
    does: 'names in windows-1252 that are said to be UTF-8 until 0.75; then in UTF-8 with ä for ā',
  },
  slow: { from: 0.8, until: 0.9, does: 'HTTP answers after 3 seconds' },
} as const satisfies Record<string, Moment>;

export type Nasty = keyof typeof NASTY;
export const NASTY_NAMES = Object.keys(NASTY) as readonly Nasty[];

/** No fewer updates than this, or one could jump over a moment. */
export const LEAST_UPDATES = 24;
export const SLOW_MS = 3000;

/** What is published, as bytes. */
export type Published = Map<string, Uint8Array>;

export interface Step {
  /** Share of the run, 0 to 1. */
  at: number;
  /** That of the update before; −1 for the first. */
  before: number;
}

const during = (name: Nasty, { at }: Step): boolean => at >= NASTY[name].from && at < NASTY[name].until;

export const isSlow = (nasty: ReadonlySet<Nasty>, step: Step): boolean =>
  nasty.has('slow') && during('slow', step);

/** The first electorate to report, and the largest. */
const firstOf = ({ electorates }: Night) =>
  electorates.reduce((a, b) =>
    b.from + (b.until - b.from) / b.places < a.from + (a.until - a.from) / a.places ? b : a,
  );

/** A recount takes votes away from the leading party of the electorate that has most of them. */
function withFewer(state: NightState): NightState {
  const size = (votes: readonly number[]) => votes.reduce((sum, n) => sum + n, 0);
  const target = state.electorates.reduce((a, b) => (size(b.partyVotes) > size(a.partyVotes) ? b : a));
  const most = Math.max(...target.partyVotes);
  const leading = target.partyVotes.indexOf(most);
  const fewer = Math.min(1000, most);
  const less = (votes: readonly number[]) => votes.map((n, i) => (i === leading ? n - fewer : n));
  const electorates = state.electorates.map((one) =>
    one === target
      ? { ...one, partyVotes: less(one.partyVotes), votesCast: one.votesCast - fewer, at: state.at ?? one.at }
      : one,
  );
  const partyVotes = less(state.partyVotes);
  return {
    ...state,
    electorates,
    partyVotes,
    allocation: allocationOf(state.night, partyVotes, electorates),
  };
}

const UMLAUTS: Readonly<Record<string, string>> = {
  ...{ ā: 'ä', ē: 'ë', ī: 'ï', ō: 'ö', ū: 'ü' },
  ...{ Ā: 'Ä', Ē: 'Ë', Ī: 'Ï', Ō: 'Ö', Ū: 'Ü' },
};

const withUmlauts = (text: string): string =>
  text.replace(/[āēīōūĀĒĪŌŪ]/g, (letter) => UMLAUTS[letter] ?? letter);

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Of the letters here, windows-1252 has the same bytes as Latin 1. */
const windows1252 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

function namesOf(night: Night, nasty: ReadonlySet<Nasty>, step: Step): Published {
  const encode = !(nasty.has('encoding') && during('encoding', step))
    ? utf8
    : (text: string) => (step.at < 0.75 ? windows1252 : utf8)(withUmlauts(text));
  return new Map([...listFiles(night)].map(([path, text]) => [path, encode(text)]));
}

const withEntity = (text: string): string =>
  text
    .replace(/(<!--)/, '<!DOCTYPE election [<!ENTITY count "simulated">]>\n$1')
    .replace('</election>', '  <note>&count;</note>\n</election>');

function damageElection(files: Files, nasty: ReadonlySet<Nasty>, step: Step): void {
  const text = files.get('election.xml');
  if (text === undefined) return;
  if (nasty.has('entities') && during('entities', step)) files.set('election.xml', withEntity(text));
  const cut = nasty.has('malformed') && during('malformed', step) && step.before < NASTY.malformed.from;
  if (cut) files.set('election.xml', text.slice(0, Math.floor(text.length / 2)));
}

/**
 * What a feed offers at one update.
 * @param until the moment of the night at which the run ends, 1 for all of it
 */
export function filesAt(night: Night, nasty: ReadonlySet<Nasty>, step: Step, until: number): Published {
  const stale = nasty.has('stale') && during('stale', step);
  const state = stateAt(night, (stale ? 0.3 : step.at) * until);
  const counted = countFiles(nasty.has('backwards') && during('backwards', step) ? withFewer(state) : state);
  damageElection(counted, nasty, step);
  if (nasty.has('missing')) {
    if (step.at < 0.15) counted.clear();
    if (step.at >= 0.4 && during('missing', step)) counted.delete(electoratePath(firstOf(night).number));
  }
  const published = namesOf(night, nasty, step);
  for (const [path, text] of counted) published.set(path, utf8(text));
  return published;
}
