/** What is known of a fact beyond itself, as small signs: where it is used, what holds it back. */
import type { Mode } from '../../core/layers.ts';
import type { FactMark } from '../../core/facts/filter.ts';
import { text } from '../text.ts';
import { Chip, type Tone } from '../ui/Chip.tsx';
import type { ShapeName } from '../ui/Shape.tsx';

/** In this order. `used` is a number, drawn by the row. */
const LOOKS: Record<Exclude<FactMark, 'used'>, [Tone, ShapeName, string]> = {
  onAir: ['air', 'dot', text.facts.onAirWord],
  proposal: ['warn', 'up', text.facts.proposal],
  attention: ['warn', 'differs', text.facts.attention],
  embargoed: ['bad', 'clock', text.facts.embargoed],
  stale: ['bad', 'clock', text.facts.stale],
  locked: ['quiet', 'square', text.facts.locked],
  feed: ['quiet', 'down', text.facts.feedMark],
};
const ORDER = Object.keys(LOOKS) as (keyof typeof LOOKS)[];

export function MarkChips({ marks, mode }: { marks: readonly FactMark[]; mode: Mode }) {
  return ORDER.filter((mark) => marks.includes(mark)).map((mark) => {
    const [tone, shape, word] = LOOKS[mark];
    const rehearses = mark === 'onAir' && mode === 'rehearsal';
    return (
      <Chip
        key={mark}
        tone={rehearses ? 'warn' : tone}
        shape={shape}
        word={rehearses ? text.facts.rehearsingWord : word}
        title={text.facts.marks[mark]}
      />
    );
  });
}
