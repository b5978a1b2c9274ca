/** A fact cleared as a quotation only, whose on-air words are who says it: a name and a role are no claim. */
import { describe, expect, it } from 'vitest';
import { gate } from '../../core/gate.ts';
import { graphicsOf, makeCue, makeFact, makeShow, T0 } from '../support/builders.ts';

const quote = { text: 'It is an uphill battle', speaker: 'Chris Hipkins', role: 'Labour leader' };
const onAir = { advice: 'ok_as_quote_only', headline: 'CHRIS HIPKINS', detail: 'Labour leader' };

const codes = (beside: object) => {
  const fact = makeFact({ statement: 'No government has done it.', quote, onAir });
  const cue = makeCue({
    graphic: 'quotation',
    data: {},
    bindings: {
      quote: { fact: fact.id, path: 'quote.text' },
      speaker: { fact: fact.id, path: 'quote.speaker' },
      ...beside,
    },
  });
  const { problems } = gate(makeShow({ cues: [cue], facts: [fact] }), cue, graphicsOf(), 'live', T0);
  return problems.map(({ code }) => code);
};

describe('a quotation worded with its speaker and role', () => {
  it('passes with both beside it', () => {
    expect(codes({ aside: { fact: 'f1', path: 'quote.role' } })).toEqual([]);
  });

  it('does not pass with its statement beside it', () => {
    expect(codes({ aside: { fact: 'f1', path: 'statement' } })).toEqual(['fact_quote_only']);
  });
});
