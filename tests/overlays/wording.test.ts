// What the graphics say about certainty: a lead is never worded or drawn as a win.
import { describe, expect, it } from 'vitest';
import { readElectorate } from '../../overlays/graphics/lower-third-electorate/electorate.ts';
import { readHouse, uncertain, verdict } from '../../overlays/graphics/seat-arc/house.ts';
import { readTheme } from '../../overlays/kit/theme.ts';

const harbour = readTheme(undefined);

const national = { id: 'national', name: 'National', short: 'National', colour: '#00529f', ink: '#ffffff' };
const labour = { id: 'labour', name: 'Labour', short: 'Labour', colour: '#d82a20', ink: '#ffffff' };
const words = (data: Record<string, unknown>): string[] =>
  readElectorate(data, harbour).tabs.flatMap((tab) => (tab.text === '' ? [] : [`${tab.look} ${tab.text}`]));

describe('electorate', () => {
  const race = {
    electorate: 'Hamilton West',
    name: 'Tim MacIndoe',
    party: national,
    opponent: 'Martin Gallagher',
  };

  it('a lead is open, says so, and calls its number a lead', () => {
    const lead = readElectorate({ ...race, status: 'leading', votes: 1546, change: 'gain' }, harbour);
    expect(lead.solid).toBe(false);
    expect(lead.votesLabel).toBe('Leads by');
    expect(words({ ...race, status: 'leading', change: 'gain' })).toEqual([
      'open Leading',
      'solid Would be a gain',
    ]);
  });

  it('a declared result is solid and names its majority and its gain', () => {
    const won = readElectorate({ ...race, status: 'declared', votes: 314, change: 'gain' }, harbour);
    expect([won.solid, won.votesLabel, won.versus]).toEqual([true, 'Majority', 'beat Martin Gallagher']);
    expect(words({ ...race, status: 'declared', change: 'gain' })).toEqual([
      'solid Declared',
      'solid National gain',
    ]);
  });

  it('no number stays no number', () => {
    expect(readElectorate({ ...race, status: 'declared', votes: null }, harbour).votes).toBeNull();
  });

  it('too close to call favours nobody', () => {
    const close = readElectorate(
      {
        electorate: 'Hauraki-Waikato',
        status: 'too-close',
        party: labour,
        opponentParty: national,
      },
      harbour,
    );
    expect(close.accent).toBeNull();
    expect(close.sides.map((side) => side.name)).toEqual(['Labour', 'National']);
  });
});

describe('House', () => {
  const seats = { seats: 0, leading: 0, projected: 0, overhang: 0, side: 'left' };
  const data = {
    title: 'The House',
    house: 121,
    majority: 61,
    status: 'partial',
    label: 'ELECTION NIGHT',
    source: 'Electoral Commission',
    parties: [
      { ...national, ...seats, seats: 50 },
      { ...labour, ...seats, seats: 34, leading: 2 },
    ],
    blocs: [],
  };

  it('counts what nobody holds yet as unknown', () => {
    expect(readHouse(data, harbour).unknown).toBe(35);
  });

  it('says “on current numbers” until the result is final', () => {
    expect(verdict(61, { majority: 61, status: 'partial' })).toBe('Exactly enough on current numbers');
    expect(verdict(59, { majority: 62, status: 'final' })).toBe('3 short');
    expect(verdict(67, { majority: 62, status: 'final' })).toBe('5 more than needed');
  });

  it('tells won from leading and projected seats', () => {
    const of = (won: number, leading: number, projected: number): string =>
      uncertain({ seats: won, leading, projected, overhang: 0, side: 'left' });
    expect(of(34, 0, 0)).toBe('');
    expect(of(17, 17, 0)).toBe('17 won, 17 leading');
    expect(of(0, 0, 34)).toBe('');
  });

  it.each([
    [{ house: null }, 'house: is required'],
    [{ majority: 130 }, 'majority: is larger'],
    [{ house: 80 }, 'parties: 86 seats are listed'],
    [{ parties: [] }, 'parties: at least one'],
    [{ blocs: [{ label: 'A', parties: ['green'] }] }, 'blocs: “green”'],
    [
      {
        blocs: [
          { label: 'A', parties: ['labour'] },
          { label: 'B', parties: ['labour'] },
        ],
      },
      'one bloc only',
    ],
    [{ title: '' }, 'title: is required'],
  ])('refuses %j', (change, sentence) => {
    expect(() => readHouse({ ...data, ...change }, harbour)).toThrow(sentence);
  });
});
