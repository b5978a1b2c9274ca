/** Every key and what it does, printed from the same table that decides it. */
import { KEYS, type KeyAction } from '../keys/keys.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import css from './dialogs.module.css';

const PLAYOUT: KeyAction[] = ['recall', 'take', 'continue', 'update', 'out', 'clear', 'panic'];
const RUNDOWN: KeyAction[] = ['selectUp', 'selectDown', 'moveUp', 'moveDown', 'lock', 'escape'];
const EDITING: KeyAction[] = ['edit', 'undo', 'redo', 'palette', 'search', 'help'];
const FACTS: KeyAction[] = [
  'approveFact',
  'withdrawFact',
  'supersedeFact',
  'lockFact',
  'newFact',
  'putUpFact',
];
const WORKSPACES: KeyAction[] = ['toPlayout', 'toFacts', 'toFeeds', 'toResults', 'toTemplates', 'toAsRun'];

const capsOf = (action: KeyAction): readonly string[] =>
  KEYS.find((one) => one.action === action)?.caps ?? [];

const Keys = ({
  title,
  actions,
  digits = false,
}: {
  title: string;
  actions: readonly KeyAction[];
  digits?: boolean;
}) => (
  <section>
    <h3 className={css['group']}>{title}</h3>
    <dl className={css['keys']}>
      {actions.map((action) => (
        <div key={action} className={css['key']}>
          <dt className={css['caps']}>
            {digits && action === 'recall' && <kbd>0–9</kbd>}
            {capsOf(action).map((cap) => (
              <kbd key={cap}>{cap}</kbd>
            ))}
          </dt>
          <dd>
            <b>{text.actions[action]}</b>
            {text.sheet.notes[action] && <span className={css['note']}>{text.sheet.notes[action]}</span>}
          </dd>
        </div>
      ))}
      {digits && (
        <div className={css['key']}>
          <dt className={css['caps']}>
            <kbd>F1</kbd>–<kbd>F12</kbd>
          </dt>
          <dd>
            <b>{text.actions.functionKey}</b>
            <span className={css['note']}>{text.sheet.notes.functionKey}</span>
          </dd>
        </div>
      )}
    </dl>
  </section>
);

export const KeySheet = ({ onClose }: { onClose(): void }) => (
  <Dialog title={text.sheet.title} size="large" onClose={onClose}>
    <div className={css['sheet']}>
      <Keys title={text.sheet.playout} actions={PLAYOUT} digits />
      <div className={css['column']}>
        <Keys title={text.sheet.rundown} actions={RUNDOWN} />
        <Keys title={text.sheet.editing} actions={EDITING} />
      </div>
      <Keys title={text.sheet.facts} actions={FACTS} />
      <Keys title={text.sheet.workspaces} actions={WORKSPACES} />
      <section className={css['rules']}>
        <h3 className={css['group']}>{text.sheet.rules}</h3>
        <ul>
          {text.sheet.ruleLines.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </section>
    </div>
    <div className={css['foot']}>
      <Button autoFocus onClick={onClose}>
        {text.sheet.close}
      </Button>
    </div>
  </Dialog>
);
