/** A show without facts: what they are for, and the two ways to the first. */
import { useDesk, useUi } from '../client/desk.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';

export function EmptyFacts() {
  const desk = useDesk();
  const locked = useUi((ui) => ui.locked);
  return (
    <Empty sentence={text.facts.empty}>
      <Button kind="strong" disabled={locked} onClick={() => desk.ui.set({ dialog: 'new-fact' })}>
        {text.facts.newFact}
      </Button>
      <Button disabled={locked} onClick={() => desk.ui.set({ dialog: 'import' })}>
        {text.facts.import}
      </Button>
    </Empty>
  );
}
