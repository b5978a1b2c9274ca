// A whole simulated night through reader and facts: exact at the end, and never more certain than its count before.
import { describe, expect, it } from 'vitest';
import { factsOfResults } from '../../../core/feeds/facts-of-results.ts';
import type { FeedId } from '../../../core/ids.ts';
import { FactContent } from '../../../core/schema/fact.ts';
import { NzXml } from '../../../main/feeds/readers/nz-xml.ts';
import { demoShow, filesAtCount } from '../../support/night-files.ts';

const readerOf = (files: Record<string, string>): NzXml => {
  const reader = new NzXml();
  for (const [name, text] of Object.entries(files))
    reader.take({ name, bytes: new TextEncoder().encode(text) });
  return reader;
};

const show = demoShow('nz-2008');
const feed = { id: 'ec' as FeedId, source: 'Electoral Commission', parties: {} };

describe('the night of 2008', () => {
  const at = (percent: number) => {
    const { results, problems, places } = readerOf(filesAtCount(percent)).results();
    if (!results) throw new Error(JSON.stringify(problems));
    const { items, unknown } = factsOfResults(results, show, feed, places);
    return { results, problems, items, unknown };
  };

  it('ends exactly at the official House, known to the seat', () => {
    const { results, problems, items } = at(Infinity);
    expect(problems).toEqual([]);
    expect(results.simulated).toBe(true);
    const house = items.find(({ key }) => key === 'house');
    expect(house?.odd).toEqual([]);
    expect(house?.content).toMatchObject({
      status: 'unofficial-complete',
      tally: { house: 122, overhang: 2 },
      onAir: { detail: '122 seats, 62 to govern' },
    });
    const seats = house?.content.tally?.rows.map((row) => [row.party, row.seats, row.leading]);
    expect(seats).toEqual([
      ['green', 9, 0],
      ['labour', 43, 0],
      ['progressive', 1, 0],
      ['maori', 5, 0],
      ['unitedfuture', 1, 0],
      ['national', 58, 0],
      ['act', 5, 0],
    ]);
    const national = items.find(({ key }) => key === 'party/national');
    expect(national?.content).toMatchObject({
      onAir: { headline: 'NATIONAL 44.9%', label: 'SIMULATED · 100% COUNTED', advice: 'ok_with_label' },
      values: [{ value: 44.9 }, { value: 1053398 }],
    });
    const kaye = items.find(({ key }) => key === 'electorate/Auckland Central');
    expect(kaye?.content).toMatchObject({
      certainty: 'declared',
      subject: {
        electorate: 'Auckland Central',
        winner: { name: 'Nikki Kaye', party: 'national' },
        trailing: { name: 'Judith Tizard', party: 'labour' },
      },
      onAir: { headline: 'AUCKLAND CENTRAL' },
    });
    expect(kaye?.factId).toBe('ec.electorate-auckland-central');
    for (const { content } of items) expect(FactContent.parse(content)).toEqual(content);
  });

  it('is never more certain than the count: leading while counting, with the count on it', () => {
    const { items, unknown } = at(40);
    const house = items.find(({ key }) => key === 'house')?.content;
    expect(house).toMatchObject({ status: 'unofficial-partial', certainty: 'leading' });
    expect(house?.tally?.rows.some(({ leading }) => leading > 0)).toBe(true);
    expect(house?.statement).toContain('on current numbers');
    const leads = items.filter(
      ({ content }) => content.kind === 'electorate_result' && content.certainty === 'leading',
    );
    expect(leads.length).toBeGreaterThan(10);
    for (const { content } of leads) {
      expect(content.onAir.label).toMatch(/^SIMULATED · [\d.]+% COUNTED$/);
      expect(content.subject).not.toHaveProperty('winner');
      expect(content.statement).toContain(' leads ');
    }
    expect(unknown).toContain('Kiwi Party');
  });
});
