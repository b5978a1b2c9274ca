// The pure parts of the boards: what is read, what is refused, what follows from it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeOfDay, toNextMinute } from '../../overlays/graphics/logo-bug/clock.ts';
import { emptyLogo, logoOf } from '../../overlays/graphics/logo-bug/logo.ts';
import { quoted, runsLeftwards } from '../../overlays/graphics/quote-card/words.ts';
import { changeWord, pageAt, pages, readRaces } from '../../overlays/graphics/race-board/races.ts';
import { readTally, rowsOf } from '../../overlays/graphics/seat-tally/tally.ts';
import { readItems } from '../../overlays/graphics/ticker/items.ts';
import { points, readShares, tenths, written } from '../../overlays/graphics/vote-share/shares.ts';
import { readTheme } from '../../overlays/kit/theme.ts';

const theme = readTheme(undefined);
const party = (id: string) => ({ id, name: id, short: id, colour: '#d82a20', ink: '#ffffff' });

describe('vote share', () => {
  const shares = (rows: object[], more = {}) =>
    readShares({ title: 'Party vote', source: 'Commission', parties: rows, ...more }, theme);
  const row = (id: string, share: number, more = {}) => ({ party: party(id), share, before: null, ...more });

  it('puts the largest first, and leaves a tie as it is listed', () => {
    const { rows } = shares([row('a', 5), row('b', 40), row('c', 40)]);
    expect(rows.map(({ name }) => name)).toEqual(['b', 'c', 'a']);
    expect(shares([row('a', 5), row('b', 40)], { order: 'given' }).rows.map(({ name }) => name)).toEqual([
      'a',
      'b',
    ]);
  });

  it('gives changes that add up with the figures on screen', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (now, was) => {
          const [only] = shares([row('a', now, { before: was })]).rows;
          const change = only && points(only);
          expect(typeof change).toBe('number');
          expect(
            Math.abs(Number(written(was).slice(0, -1)) + Number(change) - Number(written(now).slice(0, -1))),
          ).toBeLessThan(0.11);
        },
      ),
    );
  });

  it('rounds every share of two decimals half up, in the figure and in its change alike', () => {
    const [only] = shares([row('a', 0, { before: 0 })]).rows;
    if (!only) throw new Error('no row');
    const wrong = Array.from({ length: 9995 }, (_, i) => ({
      share: Number((i / 100).toFixed(2)),
      right: Math.floor((i + 5) / 10),
    })).filter(({ share, right }) => {
      const change = points({ ...only, share });
      return written(share) !== `${Math.floor(right / 10)}.${right % 10}%` || change !== right / 10;
    });
    expect(wrong).toEqual([]);
    expect(tenths(100)).toBe(1000);
    expect([2.55, 1.15, 0.95].map((share) => written(share))).toEqual(['2.6%', '1.2%', '1.0%']);
  });

  it('never writes a share as on a threshold that it is below, nor as all of the votes', () => {
    const hundredths = fc.integer({ min: 0, max: 9999 });
    fc.assert(
      fc.property(hundredths, fc.integer({ min: 1, max: 100 }), (share, threshold) => {
        const figure = parseFloat(written(share / 100, threshold));
        expect(figure >= threshold).toBe(share / 100 >= threshold);
        expect(figure).toBeLessThan(100);
      }),
    );
    expect([written(4.96, 5), written(5, 5), written(4.96), written(99.96)]).toEqual([
      ...['4.9%', '5.0%', '5.0%', '99.9%'],
    ]);
    const [only] = shares([row('a', 4.96, { before: 4.5 })], { threshold: 5 }).rows;
    expect(only && [written(only.share, only.threshold), points(only)]).toEqual(['4.9%', 0.4]);
  });

  it('says new only where it is told so', () => {
    const { rows } = shares([row('a', 5, { isNew: true }), row('b', 4)]);
    expect(rows.map(points)).toEqual(['new', null]);
  });

  it('draws from zero to the largest of both results, and not less than ten per cent', () => {
    expect(shares([row('a', 26, { before: 50 })]).scale).toBe(50);
    expect(shares([row('a', 0)]).scale).toBe(10);
  });

  it.each([
    [[row('a', 60), row('b', 60)], 'add up to 120.0%'],
    [[row('a', 101)], 'parties: entry 1: share: must be a number from 0 to 100'],
    [[{ party: party('a') }], 'parties: entry 1: share is required'],
    [[{ share: 4 }], 'parties: entry 1: a party is required'],
    [[row('a', 1), row('a', 2)], 'parties: each party can be listed once only'],
    [[], 'parties: at least one'],
    [Array.from({ length: 16 }, (_, i) => row(String(i), 1)), 'parties: at most 15'],
  ])('refuses %j', (rows, words) => {
    expect(() => shares(rows)).toThrow(words);
  });
});

describe('seat tally', () => {
  const row = (id: string, seats: number, more = {}) => ({ ...party(id), seats, ...more });
  const tally = (rows: object[], more = {}) =>
    readTally({ title: 'Seats', status: 'final', parties: rows, ...more }, theme);

  it('works changes out from the seats before; one that was not listed had none, and is not new', () => {
    const before = [row('a', 50), row('b', 4)];
    const { cells } = tally([row('a', 48), row('b', 4), row('c', 2), row('d', 1, { isNew: true })], {
      before,
    });
    expect(cells.map(({ change }) => change)).toEqual([-2, 0, 2, 'new']);
    expect(tally([row('a', 1), row('b', 2)]).cells.map(({ change }) => change)).toEqual([null, null]);
  });

  it('counts what nobody holds yet, but not in a final result', () => {
    const rows = [row('a', 10), row('b', 0, { projected: 5 })];
    const open = tally(rows, { house: 20, status: 'projected' }).cells;
    expect(open.map(({ name, seats, certain }) => [name, seats, certain])).toEqual([
      ['a', 10, false],
      ['b', 5, false],
      ['Not yet known', 5, false],
    ]);
    expect(tally(rows, { house: 20 }).cells).toHaveLength(2);
  });

  it('stands in one row up to eight cells, else in two that are as even as can be', () => {
    expect([2, 8, 9, 15].map((n) => rowsOf(Array.from({ length: n })).map((one) => one.length))).toEqual([
      [2],
      [8],
      [5, 4],
      [8, 7],
    ]);
  });

  it.each([
    [[row('a', 1)], {}, 'parties: at least 2'],
    [[row('a', 1), row('a', 1)], {}, 'once only'],
    [[row('a', 70), row('b', 60)], { house: 120 }, '130 seats are listed, but the House has 120'],
    [[row('a', 1), row('b', 1)], { house: 120, majority: 121 }, 'majority: is larger'],
  ])('refuses what cannot be', (rows, more, words) => {
    expect(() => tally(rows, more)).toThrow(words);
  });
});

describe('race board', () => {
  const race = (electorate: string, more = {}) => ({
    electorate,
    status: 'leading',
    party: party('a'),
    ...more,
  });
  const read = (races: object[]) => readRaces({ title: 'Races', races }, theme).races;

  it('shows both sides where neither leads, and nobody where there are no votes', () => {
    const both = { status: 'too-close', opponentParty: party('b') };
    const sides = read([race('x', both), race('y', { status: 'waiting' }), race('z')]).map(
      (one) => one.sides.length,
    );
    expect(sides).toEqual([2, 0, 1]);
  });

  it('words a hold or a gain as a result only once it is one', () => {
    expect(changeWord({ change: 'gain', solid: true })).toBe('Gain');
    expect(changeWord({ change: 'gain', solid: false })).toBe('would be a gain');
  });

  it('keeps eight on one page, and every race on some page', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 24 }), (n) => {
        const all = pages(Array.from({ length: n }, (_, i) => i));
        expect(all.flat()).toHaveLength(n);
        expect(all.length).toBe(n <= 8 ? 1 : Math.ceil(n / 6));
      }),
    );
  });

  it('never says a page that there is not, when an update leaves fewer of them', () => {
    const races = Array.from({ length: 12 }, (_, i) => i);
    expect(pageAt(races, 1)).toMatchObject({ shown: [6, 7, 8, 9, 10, 11], aside: '2 of 2' });
    expect(pageAt(races, 2)).toEqual(pageAt(races, 1));
    expect(pageAt(races.slice(0, 8), 2)).toMatchObject({ shown: races.slice(0, 8), aside: '' });
  });

  it.each([
    [[race('x')], 'races: at least 2'],
    [[race('x'), race('x')], 'races: each electorate'],
    [[race('x'), race('')], 'races: entry 2: electorate: is required'],
    [[race('x'), race('y', { party: null })], 'races: entry 2: name: a candidate or a party'],
    [[race('x'), race('y', { votes: 1.5 })], 'races: entry 2: votes'],
  ])('names the race that cannot be shown', (races, words) => {
    expect(() => read(races)).toThrow(words);
  });
});

describe('quotation marks', () => {
  it.each([
    ['en', 'Kia ora', '“Kia ora”'],
    ['de', 'Kia ora', '„Kia ora“'],
    ['fr', 'Kia ora', '«\u202fKia ora\u202f»'],
    ['en', '“Kia ora”', '“Kia ora”'],
    ['en', '“Yes,” he said, “no.”', '““Yes,” he said, “no.””'],
  ] as const)('%s: %s', (language, words, all) => {
    expect(quoted(words, language)).toBe(all);
  });

  it('never alters a word', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zāēīōū ,.!?’–]{1,80}$/u), (words) => {
        expect(quoted(`x${words}`, 'en').slice(1, -1)).toBe(`x${words}`);
      }),
    );
  });

  it('refuses marks with nothing between them', () => {
    expect(() => quoted('“ ”', 'en')).toThrow('quote: is required');
  });
});

describe('the side a quotation stands on', () => {
  it.each([
    ['“Kia ora”', false],
    ['«هذه ليلة طويلة»', true],
    ['”לילה ארוך“', true],
    ['2023 كان عامًا', true],
    ['Kia ora, أهلا', false],
    ['2023', false],
  ])('%s', (words, leftwards) => {
    expect(runsLeftwards(words)).toBe(leftwards);
  });
});

describe('the logo', () => {
  const logo = { text: 'TALLY', image: '/theme.png' };

  it("is the cue's own before the theme's, an image before words", () => {
    expect(logoOf({}, { logo })).toEqual({ image: '/theme.png', words: 'TALLY' });
    expect(logoOf({ text: 'ONE' }, { logo })).toEqual({ image: '', words: 'ONE' });
    expect(logoOf({ text: 'ONE', image: '/own.png' }, { logo })).toEqual({ image: '/own.png', words: 'ONE' });
  });

  it('is refused when there is none, by the field that is to blame', () => {
    const none = logoOf({}, { logo: { text: '', image: '' } });
    expect(none).toEqual({ image: '', words: '' });
    expect(emptyLogo(none.image).message).toMatch(/^text: /);
    expect(emptyLogo('/gone.png').message).toMatch(/^image: /);
  });
});

describe('the running clock', () => {
  it('is that of the zone, in winter and in summer', () => {
    expect(timeOfDay('Pacific/Auckland', Date.UTC(2023, 9, 14, 9, 42))).toBe('10.42 pm');
    expect(timeOfDay('Pacific/Auckland', Date.UTC(2023, 5, 14, 12, 5))).toBe('12.05 am');
  });
  it('refuses a zone that is none', () => {
    expect(() => timeOfDay('Middle/Earth', 0)).toThrow('zone: “Middle/Earth”');
  });
  it('waits for the next full minute', () => {
    expect([60_000, 60_001, 119_999].map(toNextMinute)).toEqual([60_000, 59_999, 1]);
  });
});

describe('ticker', () => {
  it.each([
    [{ items: [] }, 'items: at least one'],
    [{ items: [{ text: '' }] }, 'items: entry 1: text: is required'],
    [{ items: [{ text: 'x' }], hold: 2 }, 'hold: must be'],
    [{ items: [{ text: 'x' }], speed: 20 }, 'speed: must be'],
    [{ items: Array.from({ length: 41 }, () => ({ text: 'x' })) }, 'items: at most 40'],
  ])('refuses %j', (data, words) => {
    expect(() => readItems(data, theme)).toThrow(words);
  });
});
