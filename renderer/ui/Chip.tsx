/** A state in one word with its shape: the smallest thing on the desk that must be read right. */
import { Shape, type ShapeName } from './Shape.tsx';
import { cx } from './cx.ts';
import css from './chip.module.css';

export type Tone =
  'air' | 'airMoving' | 'pvw' | 'pvwQuiet' | 'fault' | 'warn' | 'bad' | 'good' | 'quiet' | 'alarm';

interface ChipProps {
  tone: Tone;
  shape: ShapeName;
  /** In capitals already where it should be. */
  word: string;
  /** The whole sentence, on hover. */
  title?: string | undefined;
}

export const Chip = ({ tone, shape, word, title }: ChipProps) => (
  <span className={cx(css['chip'], css[tone])} title={title}>
    <Shape name={shape} />
    <span className={css['word']}>{word}</span>
  </span>
);
