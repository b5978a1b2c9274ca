/** The way past the gate, there only while the cue on preview is refused and the show allows it. */
import { useCueView, useDesk, useStation } from '../client/desk.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { canOverride } from './overridable.ts';

export function OverrideButton({ className }: { className?: string | undefined }) {
  const desk = useDesk();
  const view = useCueView(useStation(({ state }) => state?.air.cued ?? null));
  const allowed = useStation(({ state }) => state?.show.settings.allowOverride ?? false);
  if (!view || !canOverride(view, allowed)) return null;
  return (
    <Button
      acts
      kind="danger"
      savesFields={false}
      className={className}
      onClick={() => desk.ui.set({ dialog: 'override' })}
    >
      {text.override.button}
    </Button>
  );
}
