// What goes wrong with a feed when it is asked for: at its moment, not before or after, and the end is always right.
import { describe, expect, it } from 'vitest';
import {
  filesAt,
  isSlow,
  LEAST_UPDATES,
  NASTY,
  NASTY_NAMES,
  type Nasty,
} from '../../../main/simulator/nasty.ts';
import { planNight } from '../../../main/simulator/night.ts';
import { readDeclared } from '../../core/election/elections.ts';
import { ElectionXml, isXml, readFeed, readXml } from './feed.ts';

const night = planNight(readDeclared('nz-2008').record, 11);

const decode = (bytes: Uint8Array | undefined): string | undefined =>
  bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes);

const bytesAt = (at: number, nasty: readonly Nasty[], before = at - 0.02) =>
  filesAt(night, new Set(nasty), { at, before }, 1);

/** The bytes as text, one letter each: quicker to compare than numbers. */
const rawAt = (at: number, nasty: readonly Nasty[], before?: number): Map<string, string> =>
  new Map(
    [...bytesAt(at, nasty, before)].map(([path, bytes]) => [path, Buffer.from(bytes).toString('latin1')]),
  );

const textsAt = (at: number, nasty: readonly Nasty[], before?: number): Map<string, string> =>
  new Map([...bytesAt(at, nasty, before)].map(([path, bytes]) => [path, decode(bytes) ?? '']));

const electionAt = (at: number, nasty: readonly Nasty[]) =>
  readXml(ElectionXml, textsAt(at, nasty).get('election.xml')).election;

const total = (votes: Record<string, number>): number => Object.values(votes).reduce((sum, n) => sum + n, 0);

describe('what goes wrong', () => {
  it.each(NASTY_NAMES)('%s: nothing outside its moment, and the end is right', (name) => {
    const { from, until } = NASTY[name];
    for (const at of [from - 0.01, until, 1]) {
      if (at < 0) continue;
      expect(rawAt(at, [name])).toEqual(rawAt(at, []));
      expect(isSlow(new Set([name]), { at, before: 0 })).toBe(false);
    }
  });

  it.each(NASTY_NAMES.filter((name) => name !== 'slow'))('%s: something within it', (name) => {
    const { from } = NASTY[name];
    const at = name === 'missing' ? 0.1 : from;
    expect(rawAt(at, [name], from - 0.01)).not.toEqual(rawAt(at, []));
  });

  it('no update can jump over a moment', () => {
    for (const { from, until } of Object.values(NASTY))
      expect(until - from).toBeGreaterThan(2 / LEAST_UPDATES);
  });

  it('stale: the files of a time before, with their own times', () => {
    expect(textsAt(0.55, ['stale'])).toEqual(textsAt(0.3, []));
    expect(electionAt(0.55, ['stale']).updated < electionAt(0.49, ['stale']).updated).toBe(true);
  });

  it('missing: no result at first; later one electorate’s file is gone', () => {
    expect([...textsAt(0.14, ['missing']).keys()]).toEqual([
      'parties.xml',
      'electorates.xml',
      'candidates.xml',
    ]);
    const [all, fewer] = [textsAt(0.45, []), textsAt(0.45, ['missing'])];
    const gone = [...all.keys()].filter((path) => !fewer.has(path));
    expect(gone).toHaveLength(1);
    expect(gone[0]).toMatch(/^(e\d\d)\/\1\.xml$/);
  });

  it('backwards: a party falls, in its electorate and in the country, and comes back', () => {
    const at = (moment: number) => readFeed(textsAt(moment, ['backwards']));
    const fewer = at(0.65);
    expect(total(readFeed(textsAt(0.65, [])).votes) - total(fewer.votes)).toBe(1000);
    expect(fewer.electorateVotes).toEqual(fewer.votes);
    // right where it begins it falls below what stood before
    const [before, after] = [at(0.5999).votes, at(0.6).votes];
    expect(Object.keys(after).filter((name) => (after[name] ?? 0) < (before[name] ?? 0))).toHaveLength(1);
  });

  it('malformed: cut XML, for one update', () => {
    const valid = (at: number, before: number) =>
      isXml(textsAt(at, ['malformed'], before).get('election.xml') ?? '');
    expect([valid(0.34, 0.32), valid(0.36, 0.34), valid(0.38, 0.36)]).toEqual([true, false, true]);
  });

  it('encoding: bytes that are no UTF-8, then umlauts for macrons', () => {
    const raw = bytesAt(0.72, ['encoding']).get('parties.xml');
    expect(() => decode(raw)).toThrow();
    expect(new TextDecoder('windows-1252').decode(raw)).toContain('encoding="UTF-8"');
    expect(new TextDecoder('windows-1252').decode(raw)).toContain('Mäori Party');
    const umlauts = textsAt(0.77, ['encoding']);
    expect(umlauts.get('parties.xml')).toContain('Mäori Party');
    expect(umlauts.get('electorates.xml')).toContain('Tämaki Makaurau');
    expect(textsAt(0.8, ['encoding']).get('parties.xml')).toContain('Māori Party');
  });

  it('entities: a document type with one, which is used', () => {
    const text = textsAt(0.25, ['entities']).get('election.xml');
    expect(text).toContain('<!DOCTYPE election [<!ENTITY count "simulated">]>');
    expect(text).toContain('&count;');
  });

  it('slow: only in its moment', () => {
    expect(isSlow(new Set(['slow']), { at: 0.85, before: 0 })).toBe(true);
    expect(isSlow(new Set([]), { at: 0.85, before: 0 })).toBe(false);
  });

  it('all at once, and the end is exact', () => {
    const result = readFeed(textsAt(1, NASTY_NAMES));
    expect(result).toEqual(readFeed(textsAt(1, [])));
    expect(total(result.votes)).toBe(2_344_566);
  });
});
