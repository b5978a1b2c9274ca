/** The whole desk on one screen: nothing moves while something is on air, and nothing scrolls but lists and forms. */
import { useEffect } from 'react';
import { AirStrip } from './airstrip/AirStrip.tsx';
import { useDesk, useStation, useUi } from './client/desk.ts';
import type { Workspace as WorkspaceName } from './client/workspace.ts';
import { AsRunDesk } from './as-run/AsRunDesk.tsx';
import { Dialogs } from './dialogs/Dialogs.tsx';
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
import { useEndOfRehearsal } from './rehearsal/use-review.ts';
import { ResultsDesk } from './results/ResultsDesk.tsx';
import { useSeat } from './seats/use-seat.ts';
import { useClipboard } from './rundown/clipboard.ts';
import { StatusBar } from './status/StatusBar.tsx';
import { TemplatesDesk } from './templates/TemplatesDesk.tsx';
import { TopBar } from './topbar/TopBar.tsx';
import { TourPanel } from './tour/TourPanel.tsx';
import { PlayoutTools } from './transport/PlayoutTools.tsx';
import { Transport } from './transport/Transport.tsx';
import { text } from './text.ts';
import { cx } from './ui/cx.ts';
import { LookingOn } from './ui/looking-on.ts';
import css from './app.module.css';

function Playout() {
  return (
    <main className={css['main']}>
      <Lists />
      <Inspector className={css['inspector']} />
      <TourPanel />
      <div className={css['air']}>
        <Monitors />
        <Transport />
        <PlayoutTools />
        <Layers />
        <Outputs />
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
      <Workspace of={workspace} />
      <AirStrip />
    </div>
  );
}

export function App() {
  const desk = useDesk();
  useKeys(desk);
  useSeat(desk);
  useClipboard();
  useKeepPreflight();
  useEndOfRehearsal();
  const mode = useStation(({ state }) => state?.air.mode ?? 'live');
  // the caps of the whole desk are printed anew when they change
  useStation(({ state }) => state?.show.keys ?? null);
  const line = useStation((station) => station.line);
  const view = useStation((station) => station.view);
  const ready = useStation(({ state }) => state !== null);
  const first = useStation(({ state }) => state?.show.rundown[0] ?? null);
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
        <TopBar />
        <Workspaces />
        {mode === 'rehearsal' && <NightBar />}
        <StatusBar />
        <Dialogs />
        <Help />
      </div>
    </LookingOn>
  );
}
