/** The bar over everything: which show, which mode, is it connected, what time is it, who sits here. */
import { useDesk, useStation, useUi } from '../client/desk.ts';
import type { Workspace } from '../client/workspace.ts';
import { bindingOf, capOf, type KeyAction } from '../keys/keys.ts';
import { goTo, runAction } from '../keys/run-action.ts';
import { useProposals } from '../feeds/use-proposals.ts';
import { ShowTitle } from '../shows/ShowTitle.tsx';
import { RightChip } from '../seats/RightChip.tsx';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Shape } from '../ui/Shape.tsx';
import { ModeSwitch } from '../rehearsal/ModeSwitch.tsx';
import { DeskButtons } from './DeskButtons.tsx';
import { Clock } from './Clock.tsx';
import { UserName } from './UserName.tsx';
import css from './top-bar.module.css';

/** How many proposals wait for a person, wherever one works. */
function Waiting() {
  const n = useProposals().length;
  return n === 0 ? null : (
    <span className={css['waiting']} aria-label={text.workspaces.waiting(n)} role="status">
      {n.toLocaleString('en-NZ')}
    </span>
  );
}
const KEY_OF = {
  playout: 'toPlayout',
  facts: 'toFacts',
  feeds: 'toFeeds',
  results: 'toResults',
  templates: 'toTemplates',
  asRun: 'toAsRun',
} as const satisfies Record<Workspace, KeyAction>;

function WorkspaceSwitch() {
  const desk = useDesk();
  const current = useUi((ui) => ui.workspace);
  return (
    <nav className={css['workspaces']} aria-label={text.workspaces.label}>
      {(['playout', 'facts', 'feeds', 'results', 'templates', 'asRun'] as const).map((workspace) => (
        <button
          key={workspace}
          type="button"
          className={css['workspace']}
          aria-current={workspace === current ? 'page' : undefined}
          aria-keyshortcuts={bindingOf(KEY_OF[workspace])?.aria}
          title={`${text.workspaces[workspace]} (${capOf(KEY_OF[workspace])})`}
          onClick={() => goTo(desk, workspace)}
        >
          {text.workspaces[workspace]}
          {workspace === 'feeds' && <Waiting />}
        </button>
      ))}
    </nav>
  );
}

function ConnectionState() {
  const line = useStation((station) => station.line);
  return (
    <div role="status" aria-label={text.connection.label} className={cx(css['connection'], css[line])}>
      <span className={css['lamp']} aria-hidden="true" />
      <span className={css['lineWords']}>{text.connection[line]}</span>
    </div>
  );
}

function History() {
  const desk = useDesk();
  const undo = useStation((station) => station.undo);
  const redo = useStation((station) => station.redo);
  const locked = useUi((ui) => ui.locked);
  const undoWhat = undo ? text.top.undoWhat(undo.title, undo.by) : text.top.nothingToUndo;
  const redoWhat = redo ? text.top.redoWhat(redo.title, redo.by) : text.top.nothingToRedo;
  return (
    <div className={css['history']}>
      <Button
        aria-label={text.actions.undo}
        title={undoWhat}
        aria-description={undoWhat}
        aria-disabled={!undo || locked}
        onClick={() => runAction(desk, 'undo')}
      >
        ↶ <span className={css['word']}>{text.actions.undo}</span>
        <span className={css['what']} aria-hidden="true">
          {undo?.title ?? ''}
        </span>
      </Button>
      <Button
        aria-label={text.actions.redo}
        title={redoWhat}
        aria-description={redoWhat}
        aria-disabled={!redo || locked}
        onClick={() => runAction(desk, 'redo')}
      >
        ↷ <span className={css['word']}>{text.actions.redo}</span>
      </Button>
      <Button
        kind="quiet"
        className={css['icon']}
        aria-label={text.history.open}
        title={text.history.openLong}
        onClick={() => desk.ui.set({ dialog: 'history' })}
      >
        ☰
      </Button>
    </div>
  );
}

export function TopBar() {
  const desk = useDesk();
  const mode = useStation(({ state }) => state?.air.mode ?? 'live');
  const locked = useUi((ui) => ui.locked);
  return (
    <header
      className={cx(css['bar'], mode === 'rehearsal' && css['rehearsing'])}
      aria-label={text.top.region}
    >
      <h1 className={css['show']}>
        <span className={css['product']}>{text.product}</span>
        <ShowTitle />
      </h1>
      <ModeSwitch />
      <WorkspaceSwitch />
      <ConnectionState />
      <RightChip />
      <span className={css['space']} />
      <History />
      <Button
        acts
        className={locked ? css['lockedButton'] : undefined}
        aria-pressed={locked}
        aria-keyshortcuts="L"
        title={`${text.actions.lock} (${capOf('lock')})`}
        onClick={() => runAction(desk, 'lock')}
      >
        {text.top.lock}
        {locked && <Shape name="dot" />}
      </Button>
      <Button
        kind="quiet"
        aria-label={text.top.keys}
        aria-keyshortcuts="?"
        onClick={() => runAction(desk, 'help')}
      >
        ? <span className={css['word']}>{text.actions.help}</span>
      </Button>
      <DeskButtons />
      <UserName />
      <Clock />
    </header>
  );
}
