/** The buttons over the fact: its life, and the way to air. In the facts workspace each has a key. */
import { getRow } from '../../core/table.ts';
import { useDesk, useStation, useUi } from '../client/desk.ts';
import { bindingOf, capOf, type KeyAction } from '../keys/keys.ts';
import { runAction } from '../keys/run-action.ts';
import { text } from '../text.ts';
import { Button, type ButtonKind } from '../ui/Button.tsx';
import { duplicate } from './fact-actions.ts';
import { selectedFacts } from './selection.ts';
import css from './facts-desk.module.css';

interface ActionProps {
  action: KeyAction;
  label: string;
  hasKeys: boolean;
  kind?: ButtonKind;
  disabled: boolean;
}

function Action({ action, label, hasKeys, kind = 'plain', disabled }: ActionProps) {
  const desk = useDesk();
  return (
    <Button
      kind={kind}
      disabled={disabled}
      aria-label={label}
      aria-keyshortcuts={hasKeys ? bindingOf(action)?.aria : undefined}
      onClick={() => runAction(desk, action)}
    >
      {label}
      {hasKeys && <kbd aria-hidden="true">{capOf(action)}</kbd>}
    </Button>
  );
}

/** @param hasKeys true where the keys of facts are live */
export function FactActions({ hasKeys = true }: { hasKeys?: boolean }) {
  const desk = useDesk();
  const deskLocked = useUi((ui) => ui.locked);
  const id = useUi((ui) => ui.fact);
  const chosen = useUi((ui) => selectedFacts(ui).length);
  const fact = useStation(({ state }) => (state && id ? (getRow(state.show.facts, id) ?? null) : null));
  const many = hasKeys && chosen > 1 ? chosen : 0;
  const off = deskLocked || !fact;
  const isOver = fact?.approval === 'withdrawn' || fact?.approval === 'superseded';
  return (
    <div
      role="toolbar"
      aria-label={many > 0 ? text.facts.actionsMany(many) : text.facts.actions}
      className={css['actions']}
    >
      {many > 0 && <span className={css['many']}>{text.facts.actionsMany(many)}</span>}
      <Action
        action="approveFact"
        label={text.fact.approve}
        kind="strong"
        hasKeys={hasKeys}
        disabled={off || (many === 0 && fact.approval !== 'draft')}
      />
      <Action
        action="withdrawFact"
        label={text.fact.withdraw}
        hasKeys={hasKeys}
        disabled={off || (many === 0 && fact.approval === 'withdrawn')}
      />
      <Action
        action="supersedeFact"
        label={text.fact.supersede}
        hasKeys={hasKeys}
        disabled={off || many > 0 || isOver}
      />
      <Action
        action="lockFact"
        label={fact && fact.lockedBy !== null ? text.fact.unlock : text.fact.lock}
        hasKeys={hasKeys}
        disabled={off}
      />
      {hasKeys && <Action action="edit" label={text.fact.edit} hasKeys disabled={off || many > 0} />}
      <Button disabled={off || many > 0} onClick={() => fact && void duplicate(desk, fact)}>
        {text.fact.duplicate}
      </Button>
      <Action action="putUpFact" label={text.fact.putUp} hasKeys={hasKeys} disabled={off} />
      <Button
        disabled={off || many > 0}
        onClick={() => fact && desk.ui.set({ putUp: fact.id, dialog: 'put-up' })}
      >
        {text.putUpChoice.open}
      </Button>
    </div>
  );
}
