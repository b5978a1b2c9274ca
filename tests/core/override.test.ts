/** A take past the gate: off by default, only for facts that are not cleared, with a reason, in the as-run log. */
import { describe, expect, it } from 'vitest';
import { asRunEntries, asRunLines } from '../../core/as-run.ts';
import { makeBoundCue, makeCue, makeFact, makeStation, type ShowParts } from '../support/builders.ts';

const SOON = '2030-01-01T00:00:00Z';

function night(
  fact: Record<string, unknown>,
  { allowed = true, ...parts }: ShowParts & { allowed?: boolean } = {},
) {
  const station = makeStation({ facts: [makeFact(fact)], cues: [makeBoundCue()], ...parts });
  if (allowed) station.do({ type: 'show.edit', allowOverride: true });
  return station;
}

const take = { type: 'cue.take', cueId: 'c1', override: { reason: 'The editor heard it live' } };
const draft = { approval: 'draft', approvedBy: null };

describe('what somebody may answer for', () => {
  it.each([
    ['fact_draft', draft],
    ['fact_withdrawn', { approval: 'withdrawn' }],
    ['fact_superseded', { approval: 'superseded' }],
    ['fact_embargoed', { embargoUntil: SOON }],
    ['fact_stale', { staleAfter: '2020-01-01T00:00:00Z' }],
    ['fact_do_not_air', { onAir: { advice: 'do_not_air_as_worded' } }],
    ['fact_context_only', { onAir: { advice: 'context_only' } }],
    ['fact_quote_only', { onAir: { advice: 'ok_as_quote_only' } }],
    ['label_missing', { onAir: { advice: 'ok_with_label', label: 'PROJECTION' } }],
  ])('%s', (code, fact) => {
    const station = night(fact);
    expect(station.no({ type: 'cue.take', cueId: 'c1' }).code).toBe(code);
    station.do(take, 'ana');
    expect(station.on().override).toEqual({
      by: 'ana',
      reason: 'The editor heard it live',
      problems: [{ code, detail: expect.any(String) as string }],
    });
  });
});

describe('what nobody may answer for', () => {
  const house = { house: 122, majority: 61, parties: [] };
  it.each([
    ['data that cannot be drawn', makeBoundCue('f1', { bindings: {} }), 'is needed'],
    ['a fact that is gone', makeBoundCue('f404'), 'is not in this show'],
    ['a template that is not installed', makeCue({ graphic: 'nope' }), 'is not installed'],
    [
      'a House that does not add up',
      makeCue({ graphic: 'arc', layer: 'fullframe', data: house }),
      '62 to govern',
    ],
    ['rehearsal data on program', makeCue({ origin: 'rehearsal' }), 'made in rehearsal'],
  ])('%s', (_name, cue, told) => {
    const refusal = night(draft, { cues: [cue] }).no(take);
    expect(refusal).toMatchObject({
      code: 'override_not_possible',
      detail: expect.stringContaining(told) as string,
      problems: expect.arrayContaining([expect.any(Object)]) as unknown[],
    });
  });

  it('names what is in the way where the fact is not cleared either', () => {
    const cue = makeBoundCue('f1', { origin: 'rehearsal' });
    const refusal = night(draft, { cues: [cue] }).no(take);
    expect([refusal.code, refusal.problems?.map(({ code }) => code)]).toEqual([
      'override_not_possible',
      ['fact_draft', 'rehearsal_data'],
    ]);
  });

  it('nor without a reason', () => {
    expect(night(draft).no({ ...take, override: { reason: '  ' } }).code).toBe('bad_command');
  });
});

it('is off unless the show allows it', () => {
  const station = night(draft, { allowed: false });
  expect(station.no(take).code).toBe('override_off');
  expect(station.layer().current).toBeNull();
});

it('with nothing to override is a take like any other', () => {
  const station = night({}, { allowed: false });
  station.do(take);
  expect(station.on()).not.toHaveProperty('override');
});

it('stands in the as-run log, also after the fact has been cleared and the graphic updated', () => {
  const station = night(draft);
  const lines: ReturnType<typeof asRunLines> = [];
  const note = (run: () => void) => {
    const { air } = station.state;
    run();
    lines.push(...asRunLines(air, station.state.air, station.now, 'olive'));
  };
  note(() => {
    station.do(take);
    station.report('on', station.on().instance);
  });
  expect(lines).toMatchObject([{ event: 'in', override: { reason: 'The editor heard it live' } }]);
  // what is not cleared cannot be updated either
  expect(station.no({ type: 'layer.update', layer: 'lower-third' }).code).toBe('fact_draft');
  station.do({ type: 'fact.edit', factId: 'f1', changes: { statement: 'Cleared.' } }, 'ana');
  station.do({ type: 'fact.approve', factId: 'f1' });
  note(() => station.do({ type: 'layer.update', layer: 'lower-third' }));
  expect(lines[1]).not.toHaveProperty('override');
  expect(station.on()).not.toHaveProperty('override');
  expect(asRunEntries(lines)).toMatchObject([{ override: { by: 'olive' }, changes: 1 }]);
});

it('is of what was shown: a new problem is refused', () => {
  const station = night(draft);
  const told = (...problems: string[]) => ({ ...take, override: { reason: 'x', problems } });
  expect(station.no(told('fact_stale'))).toMatchObject({
    code: 'override_outdated',
    detail: expect.stringContaining('there is more against it now') as string,
    problems: [{ code: 'fact_draft' }],
  });
  station.do(told('fact_draft', 'fact_stale'));
});

it('never arms: the graphic is loaded at the take', () => {
  const station = night(draft);
  station.do({ type: 'cue.recall', cueId: 'c1' });
  expect(station.layer().armed).toBeNull();
  const { answer } = station.do({ type: 'cue.take', override: { reason: 'x' } });
  expect(answer).toMatchObject({ cueId: 'c1' });
});
