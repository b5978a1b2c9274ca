/** How far a fact has come: draft, approved, superseded, withdrawn. */
import type { Approval } from '../../core/schema/fact.ts';
import { text } from '../text.ts';
import { Chip, type Tone } from '../ui/Chip.tsx';
import type { ShapeName } from '../ui/Shape.tsx';

const LOOKS: Record<Approval, [Tone, ShapeName]> = {
  draft: ['bad', 'pencil'],
  approved: ['good', 'tick'],
  superseded: ['bad', 'bar'],
  withdrawn: ['bad', 'cross'],
};

export function ApprovalChip({ approval }: { approval: Approval }) {
  const [tone, shape] = LOOKS[approval];
  return <Chip tone={tone} shape={shape} word={text.approvals[approval]} />;
}
