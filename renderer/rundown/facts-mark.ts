/** The one word that a row says about a cue's facts and data: the first thing that keeps it off air. Pure. */
import type { CueView } from '../client/cue-views.ts';
import { text } from '../text.ts';
import type { Tone } from '../ui/Chip.tsx';
import type { ShapeName } from '../ui/Shape.tsx';

export interface FactsMark {
  tone: Tone;
  shape: ShapeName;
  word: string;
  /** The whole sentence. */
  sentence: string;
}

const sentenceCase = (detail: string): string => detail.charAt(0).toUpperCase() + detail.slice(1);

export function factsMark({ gated }: CueView): FactsMark {
  const [first, ...more] = gated.problems;
  if (first) {
    const sentence = sentenceCase(first.detail) + (more.length > 0 ? ` (+${more.length})` : '');
    const word = text.factWords[first.code] ?? text.marks.fault;
    const shape =
      first.code === 'fact_draft' ? 'pencil' : first.code === 'fact_embargoed' ? 'clock' : 'cross';
    return { tone: 'bad', shape, word, sentence };
  }
  if (gated.facts.length === 0)
    return { tone: 'quiet', shape: 'bar', word: text.lists.noFacts, sentence: text.lists.noFactsLong };
  return { tone: 'good', shape: 'tick', word: text.lists.approved, sentence: text.lists.approvedLong };
}
