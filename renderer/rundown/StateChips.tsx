/** What is seen of a cue now: on air, on preview, armed, changed. */
import type { Mode } from '../../core/layers.ts';
import { text } from '../text.ts';
import { Chip, type Tone } from '../ui/Chip.tsx';
import type { ShapeName } from '../ui/Shape.tsx';
import type { Mark } from './rows.ts';

const LOOKS: Record<Mark, { tone: Tone; shape: ShapeName }> = {
  on: { tone: 'air', shape: 'dot' },
  coming: { tone: 'airMoving', shape: 'up' },
  going: { tone: 'airMoving', shape: 'down' },
  fault: { tone: 'fault', shape: 'cross' },
  pvw: { tone: 'pvw', shape: 'ring' },
  armed: { tone: 'pvwQuiet', shape: 'diamond' },
  changed: { tone: 'warn', shape: 'differs' },
};

interface StateChipProps {
  mark: Mark;
  mode: Mode;
  title?: string | undefined;
}

export function StateChip({ mark, mode, title }: StateChipProps) {
  const rehearsed = mode === 'rehearsal' && (mark === 'on' || mark === 'coming' || mark === 'going');
  const { tone, shape } = LOOKS[mark];
  const word = (rehearsed && text.rehearsalMarks[mark]) || text.marks[mark];
  return <Chip tone={rehearsed ? 'fault' : tone} shape={shape} word={word} title={title} />;
}
