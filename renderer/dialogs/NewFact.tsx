/** A new fact begins with its kind and one sentence; the rest is filled in where it is shown in full. */
import { useRef, useState } from 'react';
import { KINDS } from '../../core/facts/kinds.ts';
import { FactId } from '../../core/ids.ts';
import { FactKind } from '../../core/schema/fact.ts';
import { useDesk } from '../client/desk.ts';
import { leadTo } from '../facts/fact-actions.ts';
import { runAction } from '../keys/run-action.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import css from './facts-dialogs.module.css';

export function NewFact({ onClose }: { onClose(): void }) {
  const desk = useDesk();
  const [kind, setKind] = useState<FactKind>('headline');
  const [statement, setStatement] = useState('');
  const [refused, setRefused] = useState('');
  const busy = useRef(false);
  const create = async () => {
    if (statement.trim() === '' || busy.current) return;
    // a second Enter must not write it twice
    busy.current = true;
    const made = await desk.send({ type: 'fact.create', kind, statement: statement.trim() });
    busy.current = false;
    if (!made.ok) return setRefused(made.detail);
    leadTo(desk, [FactId.parse(made['factId'])]);
    // a filter would hide what has just been written
    desk.ui.set({ search: '', factChoices: {} });
    onClose();
    requestAnimationFrame(() => runAction(desk, 'edit'));
  };
  return (
    <Dialog title={text.newFact.title} size="large" onClose={onClose}>
      <p className={css['hint']}>{text.newFact.hint}</p>
      <Choices
        label={text.newFact.kinds}
        autoFocus
        value={kind}
        onChoose={(value) => setKind(FactKind.parse(value))}
        className={css['kinds']}
        choiceClassName={css['kind']}
        choices={FactKind.options.map((value) => ({
          value,
          label: KINDS[value].title,
          face: (
            <>
              <b>{KINDS[value].title}</b>
              <span className={css['kindHint']}>{KINDS[value].hint}</span>
            </>
          ),
        }))}
      />
      <form
        className={css['statement']}
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <label className={css['label']}>
          {text.newFact.statement}
          <input
            type="text"
            className={css['input']}
            value={statement}
            maxLength={2000}
            onChange={(event) => setStatement(event.target.value)}
          />
        </label>
        {refused && (
          <p role="alert" className={css['refused']}>
            {refused}
          </p>
        )}
        <div className={css['foot']}>
          <Button onClick={onClose}>{text.newFact.cancel}</Button>
          <Button type="submit" kind="strong" disabled={statement.trim() === ''}>
            {text.newFact.create}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
