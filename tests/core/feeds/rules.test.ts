// Whatever a feed delivers and whatever its rules are: no more goes in than was allowed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeedRules } from '../../../core/schema/feed.ts';
import { allRows } from '../../../core/table.ts';
import { ALL_AUTO, withFeed, item, deliver, fact, proposal } from '../../support/feed.ts';

describe('whatever a feed delivers', () => {
  const rule = fc.constantFrom(
    'auto' as const,
    'auto' as const,
    'auto' as const,
    'ask' as const,
    'ignore' as const,
  );
  const rules = fc.record(
    Object.fromEntries(Object.keys(ALL_AUTO).map((group) => [group, rule])) as Record<
      keyof FeedRules,
      typeof rule
    >,
  );
  const figures = fc.record({
    votes: fc.integer({ min: 0, max: 50 }),
    share: fc.integer({ min: 0, max: 100 }),
    counted: fc.integer({ min: 0, max: 100 }),
  });
  const odd = fc.option(
    fc
      .constantFrom('tie' as const, 'seats_differ' as const)
      .map((code) => [{ code, detail: 'odd', field: null }]),
    { nil: [], freq: 3 },
  );
  const step = fc.oneof(
    fc.record({ what: fc.constant('deliver' as const), figures, odd }),
    fc.record({ what: fc.constantFrom('accept' as const, 'reject' as const, 'edit' as const) }),
  );

  it('nothing odd and nothing that asks becomes an approved revision, and a proposal never equals its fact', () => {
    let written = 0;
    let waited = 0;
    fc.assert(
      fc.property(rules, fc.array(step, { maxLength: 12 }), (chosen, steps) => {
        const station = withFeed(chosen);
        const id = 'ec.party-national';
        for (const one of steps) {
          const before = fact(station);
          const factIds = [id];
          if (one.what === 'edit') {
            if (before)
              station.do({ type: 'fact.edit', factId: id, changes: { note: `${before.revision}` } });
          } else if (one.what !== 'deliver') {
            const current = proposal(station);
            if (current && current.base === (before?.revision ?? null))
              station.do({ type: `proposal.${one.what}`, factIds }, 'ben');
          } else {
            deliver(station, item(one.figures, one.odd));
            const after = fact(station);
            const wrote = after?.revision !== before?.revision;
            if (wrote) written += 1;
            else if (proposal(station)) waited += 1;
            if (wrote) {
              expect(one.odd).toEqual([]);
              expect(after).toMatchObject({ approval: 'approved', approvedBy: 'pat (rule)' });
              if (!before) expect(chosen.new).toBe('auto');
              else {
                expect([before.approval, before.via?.feed]).toEqual(['approved', 'ec']);
                expect(after?.asOf.countPercent).toBeGreaterThanOrEqual(before.asOf.countPercent ?? 0);
                const changed = (name: string) =>
                  after?.values.find((v) => v.name === name)?.value !==
                  before.values.find((v) => v.name === name)?.value;
                if (changed('party_votes') || changed('party_vote_share')) expect(chosen.votes).toBe('auto');
                if (after?.asOf.countPercent !== before.asOf.countPercent) expect(chosen.count).toBe('auto');
              }
            }
          }
          for (const { content, id: of } of allRows(station.state.show.proposals))
            expect(fact(station, of)).not.toMatchObject(content);
        }
      }),
      { numRuns: 500 },
    );
    expect(written).toBeGreaterThan(50);
    expect(waited).toBeGreaterThan(50);
  });
});
