/** The words for air, and the quotation, beside the source's exact sentence, with the words that it does not have marked. */
import { useMemo } from 'react';
import type { Fact } from '../../core/schema/fact.ts';
import { text } from '../text.ts';
import { compareWords } from './compare.ts';
import css from './fact-inspector.module.css';

function Marked({ words, source, verbatim }: { words: string; source: string; verbatim: boolean }) {
  const pieces = useMemo(() => compareWords(words, source, verbatim), [words, source, verbatim]);
  return pieces.map((piece, i) =>
    piece.differs ? (
      <mark key={i} className={css['differs']}>
        {piece.text}
      </mark>
    ) : (
      <span key={i}>{piece.text}</span>
    ),
  );
}

export function Compare({ fact: { onAir, quote, source } }: { fact: Fact }) {
  const aired = [onAir.headline, onAir.detail].filter((words) => words !== null && words !== '').join(' · ');
  if (aired === '' && !quote) return null;
  return (
    <section aria-label={text.fact.compare} className={css['compare']}>
      <h3 className={css['heading']} title={text.fact.compareHint}>
        {text.fact.compare}
      </h3>
      {source.sentence === '' ? (
        <p className={css['faint']}>{text.fact.nothingToCompare}</p>
      ) : (
        <dl className={css['sides']}>
          {aired !== '' && (
            <div>
              <dt className={css['term']}>{text.fact.compareOnAir}</dt>
              <dd>
                <Marked words={aired} source={source.sentence} verbatim={false} />
              </dd>
            </div>
          )}
          {quote && (
            <div>
              <dt className={css['term']}>{text.fact.compareQuote}</dt>
              <dd>
                <Marked words={quote.text} source={source.sentence} verbatim />
              </dd>
            </div>
          )}
          <div>
            <dt className={css['term']}>{text.fact.compareSource}</dt>
            <dd>
              <q className={css['sentence']}>{source.sentence}</q>
            </dd>
          </div>
        </dl>
      )}
    </section>
  );
}
