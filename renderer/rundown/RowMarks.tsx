/** What a cue does by itself and what goes along with it: small marks, each a shape and a word. */
import type { Cue } from '../../core/schema/cue.ts';
import { text } from '../text.ts';
import { Shape, type ShapeName } from '../ui/Shape.tsx';
import { cx } from '../ui/cx.ts';
import css from './row-marks.module.css';

interface MarkLine {
  shape: ShapeName;
  word: string;
  title: string;
  isStrong?: boolean;
}

/** @param leads numbers of the cues that take this one along */
export function marksOfCue(
  cue: Pick<Cue, 'skip' | 'hold' | 'advanceMs' | 'autoOutMs' | 'with'>,
  company: string,
  leads: string,
): MarkLine[] {
  const t = text.rundownMarks;
  const marks: MarkLine[] = [];
  if (cue.skip) marks.push({ shape: 'skip', word: t.skip, title: t.skipLong, isStrong: true });
  if (cue.hold) marks.push({ shape: 'pause', word: t.hold, title: t.holdLong, isStrong: true });
  if (cue.with.length > 0)
    marks.push({ shape: 'link', word: t.with(cue.with.length), title: t.withLong(company) });
  if (leads !== '') marks.push({ shape: 'link', word: t.along, title: t.alongLong(leads) });
  if (cue.advanceMs !== null) {
    const seconds = t.seconds(cue.advanceMs);
    marks.push({ shape: 'forward', word: t.advance(seconds), title: t.advanceLong(seconds) });
  }
  if (cue.autoOutMs !== null) {
    const seconds = t.seconds(cue.autoOutMs);
    marks.push({ shape: 'down', word: t.autoOut(seconds), title: t.autoOutLong(seconds) });
  }
  return marks;
}

export const RowMarks = ({ marks }: { marks: readonly MarkLine[] }) => (
  <>
    {marks.map(({ shape, word, title, isStrong }) => (
      <span key={word} className={cx(css['mark'], isStrong && css['strong'])} title={title}>
        <Shape name={shape} size={8} />
        {word}
      </span>
    ))}
  </>
);
