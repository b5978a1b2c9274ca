/** Quotations are verbatim: cuts and changes are marked, and everything else is in the source's sentence. */
import { describe, expect, it } from 'vitest';
import { quotationProblem } from '../../../core/facts/quotation.ts';
import { allRows } from '../../../core/table.ts';
import { demoShow } from '../../support/shipped.ts';

const SENTENCE =
  "He told TV3 “we don’t have to rush  anything, we've got three years clearly” and left for Māngere.";

describe('verbatim', () => {
  it.each([
    ['word for word', 'three years clearly'],
    ['straight quotes for curly ones', "we don't have to rush anything"],
    ['other spaces', 'to rush anything,\u00a0we’ve got'],
    ['a macron typed as two characters', 'left for Ma\u0304ngere'],
    ['a marked cut', 'we don’t have to rush … three years clearly'],
    ['a cut in full stops', 'we don’t have to rush... three years'],
    ['a cut in brackets', 'we don’t […] rush'],
    ['a marked change', '[Labour does not] have to rush anything'],
    ['a cut at both ends', '… have to rush …'],
  ])('%s passes', (_name, text) => expect(quotationProblem(text, SENTENCE)).toBeNull());

  it.each([
    ['another word', 'we never have to rush anything', /“never have to rush anything”/],
    ['a word left out without a mark', 'we have to rush', /“have to rush”/],
    ['words in another order', 'three years clearly … we don’t have to rush', /stands earlier/],
    ['a part of a word', 'ear', /“ear”/],
    ['a case of its own', 'We don’t have', /“We don't have”/],
    ['nothing but marks', '[…]', /nothing of the source/],
    ['a lost macron', 'left for Mangere', /“Mangere”/],
  ])('%s does not', (_name, text, told) => expect(quotationProblem(text, SENTENCE)).toMatch(told));

  it('every shipped quotation is', () => {
    const quotes = (['nz-2008', 'nz-2023'] as const)
      .flatMap((id) => allRows(demoShow(id).facts))
      .filter(({ quote }) => quote !== null);
    expect(quotes.length).toBeGreaterThan(25);
    const wrong = quotes.map(({ id, quote, source }) => [
      id,
      quotationProblem(quote?.text ?? '', source.sentence),
    ]);
    expect(wrong.filter(([, problem]) => problem !== null)).toEqual([]);
  });
});
