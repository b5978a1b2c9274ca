/** All of what is selected, a cue or a fact. */
import { useDeferredValue } from 'react';
import { useStation, useUi } from '../client/desk.ts';
import { FactActions } from '../facts/FactActions.tsx';
import { FactInspector } from '../facts/FactInspector.tsx';
import { SeatNotice } from '../seats/SeatMarks.tsx';
import { text } from '../text.ts';
import { Panel } from '../ui/Panel.tsx';
import { CueActions } from './CueActions.tsx';
import { CueInspector } from './CueInspector.tsx';
import css from './inspector.module.css';

export function Inspector({ className }: { className?: string | undefined }) {
  // what was typed in a rehearsal and not saved goes with it: it would be saved into the live show
  const mode = useStation(({ state }) => state?.air.mode ?? 'live');
  const inspect = useUi((ui) => ui.inspect);
  // the form of a cue that one only passes by with the arrow keys need not be drawn
  const chosen = useUi((ui) => ui.cue);
  const chosenFact = useUi((ui) => ui.fact);
  const atOnce = useUi((ui) => ui.atOnce);
  const passed = useDeferredValue(chosen);
  const passedFact = useDeferredValue(chosenFact);
  const cue = atOnce === chosen ? chosen : passed;
  const fact = atOnce === chosenFact ? chosenFact : passedFact;
  const isFact = inspect === 'fact' && fact !== null;
  return (
    <Panel
      title={text.inspector.region}
      className={className}
      notice={
        isFact ? <SeatNotice kind="fact" id={fact} /> : cue ? <SeatNotice kind="cue" id={cue} /> : undefined
      }
      aside={!isFact && cue ? <CueActions /> : undefined}
    >
      {isFact && <FactActions hasKeys={false} />}
      <div className={css['scroll']} data-inspector="">
        {isFact ? (
          <FactInspector key={`${mode} ${fact}`} factId={fact} />
        ) : cue ? (
          <CueInspector key={`${mode} ${cue}`} cueId={cue} />
        ) : (
          <p className={css['nothing']}>{text.inspector.nothing}</p>
        )}
      </div>
    </Panel>
  );
}
