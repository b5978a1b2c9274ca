/**
 * The whole desk on one screen: nothing moves while something is on air, and nothing scrolls but lists and forms. The keys
 * are heard outside of every part, so that a part which breaks down takes none of them with it.
 */
import { useEffect } from 'react';
import { AirStrip } from './airstrip/AirStrip.tsx';
import { useDesk, useStation, useUi } from './client/desk.ts';
import type { Workspace as WorkspaceName } from './client/workspace.ts';
import { AsRunDesk } from './as-run/AsRunDesk.tsx';
import { closeBroken, Dialogs } from './dialogs/Dialogs.tsx';
import { Inspector } from './inspector/Inspector.tsx';
import { FactsDesk } from './facts/FactsDesk.tsx';
import { FeedsDesk } from './feeds/FeedsDesk.tsx';
import { Help } from './help/Help.tsx';
import { focusHome } from './keys/focus.ts';
import { useKeys } from './keys/use-keys.ts';
import { Layers } from './layers/Layers.tsx';
import { Lists } from './Lists.tsx';
import { Monitors } from './monitors/Monitors.tsx';
import { Outputs } from './outputs/Outputs.tsx';
import { useKeepPreflight } from './preflight/use-preflight.ts';
import { NightBar } from './rehearsal/NightBar.tsx';
import { ResultsDesk } from './results/ResultsDesk.tsx';
import { useSeat } from './seats/use-seat.ts';
import { useClipboard } from './rundown/clipboard.ts';
import { StatusBar } from './status/StatusBar.tsx';
import { TemplatesDesk } from './templates/TemplatesDesk.tsx';
import { TopBar } from './topbar/TopBar.tsx';
import { TourPanel } from './tour/TourPanel.tsx';
import { leaveTour } from './tour/tour-state.ts';
import { PlayoutTools } from './transport/PlayoutTools.tsx';
import { Transport } from './transport/Transport.tsx';
import { text } from './text.ts';
import { cx } from './ui/cx.ts';
import { Guarded } from './ui/Guarded.tsx';
import { LookingOn } from './ui/looking-on.ts';
import css from './app.module.css';

function Playout() {
  const desk = useDesk();
  return (
    <main className={css['main']}>
      <Guarded className={css['lists']}>
        <Lists />
      </Guarded>
      <Guarded className={css['inspector']}>
        <Inspector className={css['inspector']} />
      </Guarded>
      <Guarded onFault={() => leaveTour(desk)}>
        <TourPanel />
      </Guarded>
      <div className={css['air']}>
        <Guarded>
          <Monitors />
        </Guarded>
        <Guarded>
          <Transport />
          <PlayoutTools />
        </Guarded>
        <Guarded>
          <Layers />
        </Guarded>
        <Guarded>
          <Outputs />
        </Guarded>
      </div>
    </main>
  );
}

function Workspace({ of: workspace }: { of: Exclude<WorkspaceName, 'playout'> }) {
  switch (workspace) {
    case 'facts':
      return <FactsDesk />;
    case 'feeds':
      return <FeedsDesk />;
    case 'results':
      return <ResultsDesk />;
    case 'templates':
      return <TemplatesDesk />;
    case 'asRun':
      return <AsRunDesk />;
    default:
      workspace satisfies never;
      return null;
  }
}

/** Away from the monitors a strip says what they would show. */
function Workspaces() {
  const workspace = useUi((ui) => ui.workspace);
  if (workspace === 'playout') return <Playout />;
  return (
    <div className={css['away']}>
      <Guarded key={workspace}>
        <Workspace of={workspace} />
      </Guarded>
      <Guarded>
        <AirStrip />
      </Guarded>
    </div>
  );
}

export function App() {
  const desk = useDesk();
  useKeys(desk);
  useSeat(desk);
  useClipboard();
  useKeepPreflight();
  const mode = useStation(({ state }) => state?.air.mode ?? 'live');
  // the caps of the whole desk are printed anew when they change
  useStation(({ state }) => state?.show.keys ?? null);
  const line = useStation((station) => station.line);
  const view = useStation((station) => station.view);
  const ready = useStation(({ state }) => state !== null);
  const first = useStation(({ state }) => state?.show.rundown[0] ?? null);
  const help = useUi((ui) => ui.help);
  const hasSelection = useUi((ui) => ui.cue !== null);
  useEffect(() => {
    if (ready) focusHome();
  }, [ready]);
  useEffect(() => {
    if (first && !hasSelection) desk.ui.set({ cue: desk.client.store.get().state?.air.cued ?? first });
  }, [first, hasSelection, desk]);
  return (
    <LookingOn value={view ? text.seats.right.viewerLong : null}>
      <div
        className={cx(
          css['desk'],
          mode === 'rehearsal' && css['rehearsal'],
          line === 'closed' && css['closed'],
        )}
      >
        <Guarded>
          <TopBar />
        </Guarded>
        <Workspaces />
        {mode === 'rehearsal' && (
          <Guarded>
            <NightBar />
          </Guarded>
        )}
        <Guarded>
          <StatusBar />
        </Guarded>
        <Dialogs />
        <Guarded key={help ? 'open' : 'closed'} onFault={() => closeBroken(desk)}>
          <Help />
        </Guarded>
      </div>
    </LookingOn>
  );
}
