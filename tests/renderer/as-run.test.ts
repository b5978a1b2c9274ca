/** What the as-run desk types, asks and says. */
import { describe, expect, it } from 'vitest';
import { pastTime } from '../../core/clock-time.ts';
import { fieldsOf, momentAt } from '../../renderer/as-run/as-run-text.ts';
import { NOTHING_TYPED, queryOf, readFilter } from '../../renderer/as-run/filter-query.ts';
import { GRAPHICS } from '../support/builders.ts';

const ZONE = 'Pacific/Auckland';
/** 8 November 2008, 21:42:07 in New Zealand. */
const AT = Date.parse('2008-11-08T21:42:07+13:00');

describe('a time of the night', () => {
  it.each([
    ['21:42:07', AT],
    ['21:42', AT - 7_000],
    // the last one that has been: over midnight that was yesterday
    ['23:50', Date.parse('2008-11-07T23:50:00+13:00')],
    ['2008-11-08 21:42:07', AT],
    ['2008-11-08T08:42:07Z', AT],
    ['9:42', Date.parse('2008-11-08T09:42:00+13:00')],
    ['25:00', null],
    ['half past nine', null],
    ['', null],
  ])('%j', (typed, expected) => expect(pastTime(typed, ZONE, AT + 60_000)).toBe(expected));

  it('is read back as it is written', () => {
    for (const later of [0, 60_000, 3 * 3_600_000, 40 * 3_600_000]) {
      expect(pastTime(momentAt(AT, AT + later, ZONE), ZONE, AT + later)).toBe(AT);
    }
  });
});

describe('the filter', () => {
  it('as it is typed, and as the station is asked', () => {
    const typed = { ...NOTHING_TYPED, words: 'māori', layer: 'bug' as const, from: '21:42:07', to: 'soon' };
    const { filter, wrong } = readFilter(typed, ZONE, AT + 1);
    expect([...wrong]).toEqual(['to']);
    expect(filter).toMatchObject({ words: 'māori', from: AT, to: null });
    expect(queryOf(filter)).toBe(`?words=m%C4%81ori&layer=bug&from=${AT}`);
    expect(queryOf(readFilter(NOTHING_TYPED, ZONE, AT).filter)).toBe('');
  });
});

it('data in words: the template’s own titles, a party by its name, and nothing of the theme', () => {
  const labour = { id: 'labour', name: 'Labour Party', short: 'Labour', colour: '#d82a20' };
  const data = { headline: 'Gain', from: { party: labour, name: 'Ana' }, theme: { corner: 6 }, v_skip: 1 };
  expect(fieldsOf(data, GRAPHICS[0])).toEqual([
    { path: 'headline', title: 'Headline', value: 'Gain' },
    { path: 'from.party', title: 'From · party', value: 'Labour Party' },
    { path: 'from.name', title: 'From · name', value: 'Ana' },
  ]);
  // a template that is gone: the showing is read all the same
  expect(fieldsOf(data, undefined).map(({ value }) => value)).toEqual(['Gain', 'Labour Party', 'Ana']);
});
