/** What was on air at a moment of the past: against a naive replay of the log, and read by hand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { airAt, type Aired } from '../../core/as-run-at.ts';
import { matchesAsRun, NO_FILTER, wordsOf, type AsRunFilter } from '../../core/as-run-filter.ts';
import { asRunEntries, AsRunLine } from '../../core/as-run.ts';
import { CHANNELS, LAYERS } from '../../core/layers.ts';
import { T0 } from '../support/builders.ts';

const line = (over: object): AsRunLine =>
  AsRunLine.parse({
    event: 'in',
    at: T0,
    channel: 'program',
    layer: 'lower-third',
    instance: 'i-1',
    cue: { id: 'c1', number: 1, name: 'First' },
    graphic: { id: 'strap', version: '1.0.0', hash: 'h' },
    data: { headline: 'One' },
    step: 0,
    facts: [],
    by: 'olive',
    ...over,
  });

/** Line after line, in the order of their times: nothing clever in it. */
function replay(lines: readonly AsRunLine[], at: number): Aired[] {
  const up = new Map<string, Aired>();
  for (const one of lines.toSorted((a, b) => a.at - b.at)) {
    if (one.at > at) break;
    const { event, at: since, ...shown } = one;
    if (event === 'out') up.delete(one.instance);
    else
      up.set(one.instance, {
        ...shown,
        since,
        inAt: event === 'in' ? since : (up.get(one.instance)?.inAt ?? 0),
      });
  }
  const place = ({ channel, layer }: Aired) => CHANNELS.indexOf(channel) * 10 + LAYERS.indexOf(layer);
  return [...up.values()].sort(
    (a, b) => place(a) - place(b) || a.inAt - b.inAt || (a.instance < b.instance ? -1 : 1),
  );
}

/** A showing's lines: up, changed some times, perhaps gone, perhaps put back. Times in ms after T0. */
const showing = fc
  .record({
    layer: fc.constantFrom(...LAYERS),
    channel: fc.constantFrom('program' as const, 'rehearsal' as const),
    start: fc.nat(1000),
    steps: fc.array(fc.nat(300), { maxLength: 5 }),
    ends: fc.boolean(),
    again: fc.boolean(),
  })
  .map(({ layer, channel, start, steps, ends, again }) => {
    let at = T0 + start;
    const lines = [{ event: 'in', at, data: { n: 0 } }];
    for (const [n, step] of steps.entries())
      lines.push({ event: 'change', at: (at += step), data: { n: n + 1 } });
    if (ends) lines.push({ event: 'out', at: (at += 40), data: { n: 9 } });
    if (ends && again) lines.push({ event: 'in', at: at + 70, data: { n: 10 } });
    return lines.map((one) => ({ ...one, layer, channel }));
  });

/** All showings' lines, mixed as a log has them: each showing's own lines in their order. */
const log = fc
  .record({ showings: fc.array(showing, { maxLength: 8 }), mix: fc.array(fc.nat(7), { maxLength: 60 }) })
  .map(({ showings, mix }) => {
    const left = showings.map((lines, i) => lines.map((one) => line({ ...one, instance: `i-${i}` })));
    const lines: AsRunLine[] = [];
    for (const i of mix) lines.push(...(left[i]?.splice(0, 1) ?? []));
    return [...lines, ...left.flat()];
  });

describe('airAt', () => {
  it('is what a replay of the log leaves up', () => {
    fc.assert(
      fc.property(log, fc.nat(3000), (lines, after) => {
        expect(airAt(lines, T0 + after)).toEqual(replay(lines, T0 + after));
      }),
    );
  });

  it('shows each with the data of that moment', () => {
    const lines = [
      line({}),
      line({ event: 'change', at: T0 + 1000, data: { headline: 'Two' }, facts: [{ id: 'f1', revision: 2 }] }),
      line({ instance: 'i-2', layer: 'bug', at: T0 + 1500, data: { count: 12 } }),
      line({ event: 'out', at: T0 + 2000, data: { headline: 'Two' } }),
    ];
    expect(airAt(lines, T0 - 1)).toEqual([]);
    expect(airAt(lines, T0)).toMatchObject([{ data: { headline: 'One' }, inAt: T0, since: T0 }]);
    expect(airAt(lines, T0 + 1700)).toMatchObject([
      { data: { headline: 'Two' }, inAt: T0, since: T0 + 1000, facts: [{ id: 'f1', revision: 2 }] },
      { data: { count: 12 }, layer: 'bug' },
    ]);
    expect(airAt(lines, T0 + 2000)).toMatchObject([{ layer: 'bug' }]);
  });
});

describe('the filter of the as-run log', () => {
  const [entry] = asRunEntries([
    line({ cue: { id: 'c1', number: 12, name: 'Māori seats' }, facts: [{ id: 'f-7', revision: 3 }] }),
    line({ event: 'out', at: T0 + 5000 }),
  ]);
  if (!entry) throw new Error('no entry');
  const is = (over: Partial<AsRunFilter>) =>
    matchesAsRun(entry, { ...NO_FILTER, ...over }, (one) => wordsOf(one, 'Tāmaki'));

  it('finds words anywhere, all of them, whatever their case and macrons', () => {
    expect(is({ words: 'maori 12' })).toBe(true);
    expect(is({ words: 'tamaki f-7 STRAP' })).toBe(true);
    expect(is({ words: 'maori labour' })).toBe(false);
  });

  it.each([
    [{ channel: 'program' }, true],
    [{ channel: 'rehearsal' }, false],
    [{ layer: 'bug' }, false],
    [{ by: 'olive' }, true],
    [{ by: 'ben' }, false],
    // up at any time between the two
    [{ from: T0 + 4000 }, true],
    [{ from: T0 + 5001 }, false],
    [{ to: T0 }, true],
    [{ to: T0 - 1 }, false],
  ] as [Partial<AsRunFilter>, boolean][])('%j → %s', (filter, expected) => expect(is(filter)).toBe(expected));

  it('what is still up is up now', () => {
    expect(matchesAsRun({ ...entry, outAt: null }, { ...NO_FILTER, from: T0 + 9e6 }, wordsOf)).toBe(true);
  });
});
