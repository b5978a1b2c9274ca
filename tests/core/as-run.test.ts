/** The as-run log: frozen data, in and out times and by whom, read off the air. */
import { describe, expect, it } from 'vitest';
import { asRunEntries, asRunLines, type AsRunLine } from '../../core/as-run.ts';
import { makeBoundCue, makeCue, makeFact, makeStation, T0 } from '../support/builders.ts';

/** A station whose as-run lines are kept. */
function logged() {
  const station = makeStation({
    facts: [makeFact()],
    cues: [makeBoundCue(), makeCue({ id: 'c2', number: 2 })],
  });
  const lines: AsRunLine[] = [];
  const go = (command: { type: string } & Record<string, unknown>, actor?: string) => {
    const before = station.state.air;
    const { answer } = station.do(command, actor);
    lines.push(...asRunLines(before, station.state.air, station.now, actor ?? 'olive'));
    return answer;
  };
  const report = (event: string, instance: string) =>
    go({ type: 'stage.report', channel: 'program', instance, event }, 'stage');
  return { station, lines, go, report };
}

describe('asRunLines', () => {
  it('begins when a stage says that it is seen, by who took it', () => {
    const { station, lines, go, report } = logged();
    const { instance } = go({ type: 'cue.take', cueId: 'c1' });
    expect(lines).toEqual([]);
    station.now += 30;
    report('coming', String(instance));
    report('on', String(instance));
    expect(lines).toEqual([
      {
        event: 'in',
        at: T0 + 30,
        channel: 'program',
        layer: 'lower-third',
        instance,
        cue: { id: 'c1', number: 1, name: 'First' },
        graphic: { id: 'strap', version: '1.0.0', hash: 'strap-hash' },
        data: { headline: makeFact().statement, kicker: '', label: '' },
        step: 0,
        facts: [{ id: 'f1', revision: 1 }],
        by: 'olive',
      },
    ]);
  });

  it('tells of a change of data, a replacement and a panic', () => {
    const { station, lines, go, report } = logged();
    const first = String(go({ type: 'cue.take', cueId: 'c1' })['instance']);
    report('on', first);
    go({ type: 'fact.edit', factId: 'f1', changes: { statement: 'National leads.' } });
    go({ type: 'fact.approve', factId: 'f1' }, 'ben');
    go({ type: 'layer.update', layer: 'lower-third' }, 'pat');
    station.now += 1000;
    const second = String(go({ type: 'cue.take', cueId: 'c2' })['instance']);
    report('on', second);
    report('off', first);
    go({ type: 'air.panic' }, 'pat');
    expect(lines.map(({ event, instance, by }) => [event, instance, by])).toEqual([
      ['in', first, 'olive'],
      ['change', first, 'pat'],
      ['in', second, 'olive'],
      ['out', first, 'stage'],
      ['out', second, 'pat'],
    ]);
    expect(asRunEntries(lines)).toMatchObject([
      {
        instance: first,
        inAt: T0,
        outAt: T0 + 1000,
        changes: 1,
        data: { headline: 'National leads.' },
        facts: [{ id: 'f1', revision: 2 }],
      },
      { instance: second, inAt: T0 + 1000, outAt: T0 + 1000, changes: 0 },
    ]);
  });

  it('ends with a fault: nothing of it is seen any more', () => {
    const { lines, go, report } = logged();
    const instance = String(go({ type: 'cue.take', cueId: 'c1' })['instance']);
    report('on', instance);
    report('fault', instance);
    report('off', instance);
    go({ type: 'air.panic' });
    expect(lines.map(({ event }) => event)).toEqual(['in', 'out']);
  });

  it('knows nothing of preview and of edits', () => {
    const { station, lines, go } = logged();
    go({ type: 'cue.recall', number: 1 });
    const { instance } = station.on('lower-third', 'preview');
    go({ type: 'stage.report', channel: 'preview', instance, event: 'on' });
    go({ type: 'fact.withdraw', factId: 'f1' });
    expect(lines).toEqual([]);
  });
});

describe('asRunEntries', () => {
  it('an entry still up has no end, and one put back is up again', () => {
    const line = (event: AsRunLine['event'], at: number) => ({ event, at, instance: 'i-1' }) as AsRunLine;
    expect(asRunEntries([line('in', 1)])).toMatchObject([{ inAt: 1, outAt: null }]);
    expect(asRunEntries([line('in', 1), line('out', 2)])).toMatchObject([{ inAt: 1, outAt: 2 }]);
    expect(asRunEntries([line('in', 1), line('out', 2), line('in', 3)])).toMatchObject([
      { inAt: 1, outAt: null },
    ]);
  });
});
