/** The feeds' desk in its pure parts: forms, times, the order of proposals, and what a key acts on. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FeedContent, Feed, FeedStatus, Proposal } from '../../core/schema/feed.ts';
import { agoText, nextText, stretch } from '../../renderer/feeds/feed-time.ts';
import { problemsInOrder } from '../../renderer/feeds/feed-standing.ts';
import { actedOn, between, choose, cursorAfter, NOTHING_MARKED } from '../../renderer/feeds/marking.ts';
import {
  factsOnAir,
  groupOf,
  plainOnes,
  proposalRows,
  waitingBy,
} from '../../renderer/feeds/proposal-rows.ts';
import { isChanged, look, NOTHING_SEEN, readable, split } from '../../renderer/feeds/seen.ts';
import {
  changesOf,
  checkDraft,
  copyOf,
  draftOf,
  newDraft,
  simulatorDraft,
} from '../../renderer/feeds/setup/feed-draft.ts';
import { match, missingFields, unusedColumns, fieldOf } from '../../renderer/imports/columns.ts';
import { makeCue, makeFact, makeStation } from '../support/builders.ts';

const feed = (over: Record<string, unknown> = {}): Feed =>
  Feed.parse({
    id: 'night',
    name: 'Night',
    format: 'nz-xml',
    place: { kind: 'folder', path: '/night' },
    source: 'Electoral Commission',
    rulesBy: 'ana',
    ...over,
  });

const proposal = (id: string, key: string, over: Record<string, unknown> = {}): Proposal =>
  Proposal.parse({
    id,
    feed: 'night',
    key,
    base: null,
    content: { kind: 'headline', statement: id },
    odd: [],
    at: 0,
    ...over,
  });

const odd = { odd: [{ code: 'votes_fell', detail: 'Votes fell.' }] };

describe('setting a feed up', () => {
  it('keeps every row of columns while one types, and says what is there twice', () => {
    const draft = {
      ...draftOf(FeedContent.parse(feed({ format: 'facts-csv' }))),
      columns: [
        ['kind', 'Sort'],
        ['kind', 'Type'],
        ['', ''],
      ] as const,
    };
    const checked = checkDraft(draft);
    expect(checked.ok).toBe(false);
    if (!checked.ok) expect(checked.issues['columns']).toContain('kind');
    expect(checkDraft({ ...draft, columns: [['kind', '']] }).ok).toBe(false);
    const mended = checkDraft({
      ...draft,
      columns: [
        ['kind', 'Sort'],
        [' statement ', 'Type'],
        ['', ''],
      ],
    });
    expect(mended.ok && mended.content.columns).toEqual({ kind: 'Sort', statement: 'Type' });
  });

  it('sends only what was changed here', () => {
    const opened = FeedContent.parse(feed());
    const checked = checkDraft({ ...draftOf(opened), name: 'Late night' });
    expect(checked.ok && changesOf(opened, checked.content)).toEqual({ name: 'Late night' });
  });

  it('gives back what it was given, for every kind of place', () => {
    for (const place of [
      { kind: 'folder', path: '/a' },
      { kind: 'http', url: 'http://127.0.0.1:8080/' },
      { kind: 'recording', name: 'night-1.jsonl', speed: 60 },
    ]) {
      const content = FeedContent.parse(feed({ place }));
      expect(checkDraft(draftOf(content))).toEqual({ ok: true, content });
    }
  });

  it('says in words, at the field, why it cannot be saved', () => {
    const empty = checkDraft({ ...newDraft(), pollSeconds: 'soon', staleSeconds: '1' });
    expect(empty.ok || Object.keys(empty.issues).sort()).toEqual([
      'name',
      'path',
      'pollSeconds',
      'staleSeconds',
    ]);
    const draft = simulatorDraft();
    const wrong = checkDraft({ ...draft, place: { ...draft.place, url: 'ftp://x' } });
    expect(wrong.ok || wrong.issues).toEqual({ url: 'An address begins with http:// or https://' });
    expect(checkDraft({ ...draft, place: { ...draft.place, url: ' http://127.0.0.1:9/ ' } }).ok).toBe(true);
  });

  it('sends only what is another value', () => {
    const before = FeedContent.parse(feed());
    expect(changesOf(before, before)).toEqual({});
    expect(changesOf(before, { ...before, rules: { ...before.rules, count: 'auto' } })).toEqual({
      rules: { ...before.rules, count: 'auto' },
    });
  });

  it('copies a feed turned off, under another name', () => {
    expect(copyOf(feed())).toMatchObject({ name: 'Night (copy)', enabled: false });
  });
});

describe('times', () => {
  it('are short and never in the future', () => {
    expect([0, 1499, 119_000, 120_000, 7_199_000, 7_200_000, 9_000_000].map(stretch)).toEqual([
      ...['0 s', '1 s', '119 s', '2 min', '119 min', '2 h', '2 h 30 min'],
    ]);
    expect(agoText(null, 5000)).toBe('never');
    expect(agoText(9000, 5000)).toBe('0 s ago');
  });

  it('count down to the next look', () => {
    const status = FeedStatus.parse({
      ...{
        id: 'night',
        state: 'ok',
        lastTry: 0,
        lastSuccess: 0,
        lastNews: 0,
        nextPoll: 12_000,
        updated: null,
      },
      ...{ countPercent: null, simulated: false, unknownParties: [], progress: null },
      problems: [
        { file: 'a', detail: 'a', weight: 'flagged' },
        { file: 'b', detail: 'b', weight: 'refused' },
      ],
    });
    expect(nextText(status, 2000)).toBe('in 10 s');
    expect(nextText(status, 13_000)).toBe('now');
    expect(nextText({ ...status, state: 'off' }, 2000)).toBe('');
    expect(problemsInOrder(status).map(({ file }) => file)).toEqual(['b', 'a']);
  });
});

describe('proposals', () => {
  const all = [
    proposal('e2', 'electorate/Epsom'),
    proposal('p1', 'party/labour'),
    proposal('c', 'count'),
    proposal('e1', 'electorate/Auckland Central'),
    proposal('p2', 'party/national', odd),
    proposal('h', 'house'),
    proposal('r', 'row/17'),
  ];

  it('have the odd ones first, then what they are about, in an order of their own', () => {
    const ids = (list: readonly Proposal[]) => proposalRows(list).map(({ id }) => id);
    expect(ids(all)).toEqual([
      ...['heading-odd', 'p2', 'heading-count', 'c', 'heading-house', 'h', 'heading-party', 'p1'],
      ...['heading-electorate', 'e1', 'e2', 'heading-fact', 'r'],
    ]);
    expect(ids([...all].reverse())).toEqual(ids(all));
    expect(plainOnes(all).map(groupOf)).not.toContain('odd');
    expect(waitingBy(all).get('night')).toBe(7);
  });

  it('say whether what is on air follows them', () => {
    const bound = (
      id: string,
      number: number,
      layer: string,
      facts: Record<string, string>,
      follow: boolean,
    ) =>
      makeCue({
        ...{ id, number, layer, follow, data: { headline: 'H' } },
        bindings: Object.fromEntries(
          Object.entries(facts).map(([field, fact]) => [field, { fact, path: 'statement' }]),
        ),
      });
    const station = makeStation({
      facts: [makeFact({ id: 'a' }), makeFact({ id: 'b', seq: 2 })],
      cues: [
        bound('c1', 1, 'bug', { headline: 'a', kicker: 'b' }, true),
        bound('c2', 2, 'lower-third', { headline: 'b' }, false),
      ],
    });
    expect(factsOnAir(station.state).size).toBe(0);
    station.air('c1');
    expect(Object.fromEntries(factsOnAir(station.state))).toEqual({ a: 'follows', b: 'follows' });
    station.air('c2');
    expect(Object.fromEntries(factsOnAir(station.state))).toEqual({ a: 'follows', b: 'stays' });
  });
});

describe('marking', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];

  it('extends from where it began, both ways', () => {
    const begun = choose(NOTHING_MARKED, ids, 'c', 'plain', null);
    expect([...choose(begun, ids, 'e', 'extend', 'c').marked]).toEqual(['c', 'd', 'e']);
    expect([...choose(begun, ids, 'a', 'extend', 'c').marked]).toEqual(['a', 'b', 'c']);
    expect(between(ids, 'gone', 'b')).toEqual(['b']);
  });

  it('acts on what is marked and still there, else on the cursor', () => {
    const marking = { anchor: 'a', marked: new Set(['b', 'gone']) };
    expect(actedOn(marking, ids, 'd')).toEqual(['b']);
    expect(actedOn(NOTHING_MARKED, ids, 'd')).toEqual(['d']);
    expect(actedOn(NOTHING_MARKED, ids, 'gone')).toEqual([]);
  });

  it('stands on a row that stays, whichever go', () => {
    fc.assert(
      fc.property(fc.subarray(ids), fc.constantFrom(...ids), (gone, cursor) => {
        const next = cursorAfter(ids, gone, cursor);
        if (next === null) expect(gone).toHaveLength(ids.length);
        else expect(gone).not.toContain(next);
      }),
    );
    expect(cursorAfter(ids, ['b', 'c'], 'b')).toBe('d');
    expect(cursorAfter(ids, ['d', 'e'], 'e')).toBe('c');
  });
});

describe('what was seen', () => {
  const at = (id: string, when: number): Proposal => proposal(id, `fact/${id}`, { at: when });
  const present = (...all: Proposal[]) => new Map(all.map((one) => [String(one.id), one]));

  it('is a proposal as the cursor came to it, whatever the feed says since', () => {
    const seen = look(NOTHING_SEEN, present(at('a', 10), at('b', 10)), ['a', 'b']);
    const [a, b] = [at('a', 20), at('b', 10)];
    const later = look(seen, present(a, b), ['a', 'b']);
    expect(later).toBe(seen);
    expect(split(later, [a, b])).toEqual({ same: [b], changed: [a] });
    // one that nobody had come to is as it is
    expect(isChanged(later, at('c', 30))).toBe(false);
  });

  it('is forgotten once the cursor has left, and looked at anew', () => {
    const seen = look(NOTHING_SEEN, present(at('a', 10)), ['a']);
    const left = look(seen, present(at('a', 20)), []);
    expect(isChanged(look(left, present(at('a', 20)), ['a']), at('a', 20))).toBe(false);
  });

  it('is not what came this moment', () => {
    expect(readable([at('a', 1000), at('b', 2400)], 2600).map(({ id }) => id)).toEqual(['a']);
  });
});

describe('columns of an import', () => {
  it('belong to one field each, and a field to one column', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('x', 'y', 'z'), fc.constantFrom('', 'statement', 'kind'))),
        (steps) => {
          const columns = steps.reduce((held, [column, field]) => match(held, column, field), {});
          const used = Object.values(columns);
          expect(new Set(used).size).toBe(used.length);
          for (const [column, field] of steps.slice(-1)) expect(fieldOf(columns, column)).toBe(field);
        },
      ),
    );
    expect(unusedColumns(['a', 'b'], { statement: 'a' })).toEqual(['b']);
    expect(missingFields({ kind: 'a' }, ['statement', 'kind'])).toEqual(['statement']);
  });
});
