/** The take gate: every reason that keeps a cue off air, with the sentence the operator reads. */
import { describe, expect, it } from 'vitest';
import { gate } from '../../core/gate.ts';
import type { Mode } from '../../core/layers.ts';
import type { Cue } from '../../core/schema/cue.ts';
import type { Fact } from '../../core/schema/fact.ts';
import {
  graphicsOf,
  makeBoundCue,
  makeCue,
  makeFact,
  makeShow,
  makeStation,
  T0,
} from '../support/builders.ts';

const problems = (cue: Cue, facts: Fact[] = [], mode: Mode = 'live', now = T0) =>
  gate(makeShow({ cues: [cue], facts }), cue, graphicsOf(), mode, now).problems;

const codes = (...args: Parameters<typeof problems>) => problems(...args).map(({ code }) => code);

const fact = (over: Record<string, unknown>) => makeFact({ statement: 'Labour leads.', ...over });

describe('approval', () => {
  it.each([
    ['draft', 'fact_draft', 'the fact “Labour leads.” is not approved yet'],
    ['superseded', 'fact_superseded', 'the fact “Labour leads.” has been superseded'],
    ['withdrawn', 'fact_withdrawn', 'the fact “Labour leads.” has been withdrawn'],
  ])('%s', (approval, code, detail) => {
    expect(problems(makeBoundCue(), [fact({ approval })])).toEqual([{ code, detail }]);
  });

  it('lets an approved fact through', () => {
    expect(problems(makeBoundCue(), [fact({})])).toEqual([]);
  });

  it('misses a fact that is gone, and the field it was to fill', () => {
    expect(problems(makeBoundCue())).toEqual([
      { code: 'fact_missing', detail: 'the fact "f1" is not in this show', field: 'headline' },
      { code: 'data_invalid', detail: 'Headline: is needed', field: 'headline' },
    ]);
  });
});

describe('embargo', () => {
  const until = new Date(T0 + 60_000).toISOString();
  const facts = [fact({ embargoUntil: until })];

  it('holds to the millisecond, then lifts by itself', () => {
    expect(problems(makeBoundCue(), facts, 'live', T0 + 59_999)).toEqual([
      { code: 'fact_embargoed', detail: `the fact “Labour leads.” is embargoed until ${until}` },
    ]);
    expect(codes(makeBoundCue(), facts, 'live', T0 + 60_000)).toEqual([]);
  });

  it('reads the zone', () => {
    const facts = [fact({ embargoUntil: '2023-10-14T19:00:00+13:00' })];
    expect(codes(makeBoundCue(), facts, 'live', T0 - 1)).toEqual(['fact_embargoed']);
    expect(codes(makeBoundCue(), facts, 'live', T0)).toEqual([]);
  });

  it('holds for ever on a time that cannot be read', () => {
    const unreadable = { ...fact({}), embargoUntil: 'soon' };
    expect(codes(makeBoundCue(), [unreadable])).toEqual(['fact_embargoed']);
  });

  it('holds in rehearsal too', () => {
    expect(codes(makeBoundCue(), facts, 'rehearsal')).toEqual(['fact_embargoed']);
  });
});

describe('advice', () => {
  const advised = (advice: string, more: object = {}) => [fact({ onAir: { advice, ...more } })];

  it.each([
    ['do_not_air_as_worded', 'fact_do_not_air', 'the fact “Labour leads.” is marked “do not air as worded”'],
    ['context_only', 'fact_context_only', 'the fact “Labour leads.” is for context only, not for air'],
  ])('%s', (advice, code, detail) => {
    expect(problems(makeBoundCue(), advised(advice))).toEqual([{ code, detail }]);
  });

  describe('ok_with_label', () => {
    const facts = advised('ok_with_label', { label: 'PĀTI MĀORI SAYS' });
    const labelled = (data: object) => codes(makeBoundCue('f1', { data }), facts);

    it('wants the label on screen', () => {
      expect(problems(makeBoundCue(), facts)).toEqual([
        {
          code: 'label_missing',
          detail: 'the fact “Labour leads.” must carry the label “PĀTI MĀORI SAYS” on screen',
        },
      ]);
      expect(labelled({ label: 'PĀTI MĀORI SAYS' })).toEqual([]);
    });

    it('does not mind case, place or how the macron is typed', () => {
      expect(labelled({ kicker: '20:15 · Pāti Māori says'.normalize('NFD') })).toEqual([]);
    });

    it('does not count words that the graphic never draws', () => {
      expect(labelled({ unseen: 'PĀTI MĀORI SAYS' })).toEqual(['label_missing']);
    });
  });

  describe('ok_as_quote_only', () => {
    const quote = { text: 'It is an uphill battle', speaker: 'Chris Hipkins' };
    const facts = [fact({ quote, onAir: { advice: 'ok_as_quote_only', headline: 'UPHILL' } })];
    const quoted = (bindings: object, over: object = {}) =>
      codes(makeCue({ graphic: 'quotation', data: {}, bindings, ...over }), facts);
    const verbatim = {
      quote: { fact: 'f1', path: 'quote.text' },
      speaker: { fact: 'f1', path: 'quote.speaker' },
    };

    it('passes as a verbatim quotation', () => {
      expect(quoted(verbatim)).toEqual([]);
    });

    it('does not pass as a claim, altered, or with a claim beside it', () => {
      expect(problems(makeBoundCue(), facts)).toEqual([
        {
          code: 'fact_quote_only',
          detail: 'the fact “Labour leads.” may be shown only as a verbatim quotation',
        },
      ]);
      const upper = { ...verbatim, quote: { fact: 'f1', path: 'quote.text', as: 'upper' } };
      expect(quoted(upper)).toEqual(['fact_quote_only']);
      const beside = { ...verbatim, aside: { fact: 'f1', path: 'onAir.headline' } };
      expect(quoted(beside)).toEqual(['fact_quote_only']);
    });

    it('does not pass in a graphic that has no quotation marks, whatever its data holds', () => {
      const cue = makeBoundCue('f1', { data: { quote: quote.text } });
      expect(codes(cue, facts)).toEqual(['fact_quote_only']);
    });
  });
});

describe('data and template', () => {
  it.each([
    [{}, 'Headline: is needed'],
    [{ headline: '' }, 'Headline: must not be empty'],
    [{ headline: 'x'.repeat(61) }, 'Headline: too long (60 characters at most)'],
    [
      { headline: 'x', party: { name: 'y'.repeat(49) } },
      'Name of the party: too long (48 characters at most)',
    ],
  ])('names the field by its title: %j', (data, detail) => {
    expect(problems(makeCue({ data }))).toMatchObject([{ code: 'data_invalid', detail }]);
  });

  it('misses a template that is not installed', () => {
    expect(problems(makeCue({ graphic: 'gone' }))).toEqual([
      { code: 'graphic_missing', detail: 'the template "gone" is not installed' },
    ]);
  });

  it('wants a House that adds up', () => {
    const cue = (data: object) => makeCue({ graphic: 'arc', data: { parties: [], ...data } });
    expect(problems(cue({ house: 122, majority: 61 }))).toEqual([
      { code: 'house_wrong', detail: 'a House of 122 needs 62 to govern, not 61' },
    ]);
    expect(codes(cue({ house: 122, majority: 62 }))).toEqual([]);
  });

  it('misses a party', () => {
    const cue = makeCue({ bindings: { party: { party: 'nobody' } } });
    expect(problems(cue)).toEqual([
      { code: 'party_missing', detail: 'no party "nobody" in this show', field: 'party' },
    ]);
  });
});

describe('rehearsal data', () => {
  it('passes in rehearsal and never live', () => {
    const cue = makeBoundCue('f1', { origin: 'rehearsal', number: 40 });
    const facts = [fact({ origin: 'rehearsal' })];
    expect(codes(cue, facts, 'rehearsal')).toEqual([]);
    expect(problems(cue, facts)).toEqual([
      { code: 'rehearsal_data', detail: 'cue 40 was made in rehearsal' },
      { code: 'rehearsal_data', detail: 'the fact “Labour leads.” was made in rehearsal' },
    ]);
  });
});

it('a refused take carries every reason and changes nothing', () => {
  const facts = [fact({ approval: 'draft', embargoUntil: '2030-01-01T00:00:00Z' })];
  const station = makeStation({ facts, cues: [makeBoundCue()] });
  const refusal = station.no({ type: 'cue.take', cueId: 'c1' });
  expect(refusal.detail).toBe('Cue 1 “First”: the fact “Labour leads.” is not approved yet (and 1 more)');
  expect(refusal.problems?.map(({ code }) => code)).toEqual(['fact_draft', 'fact_embargoed']);
});
