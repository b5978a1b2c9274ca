/** Every key and what it does, printed from the same table that decides it. */
import { ACTIONS, MAP_ACTIONS, type KeyGroup, type MapAction } from '../../core/keys/actions.ts';
import { capOfChord } from '../../core/keys/chord.ts';
import { LIST_KEYS } from '../../core/keys/list-keys.ts';
import { keysOf } from '../../core/keys/map.ts';
import { firstKeyMap } from '../../core/schema/keys.ts';
import { useDesk, useStation } from '../client/desk.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import css from './dialogs.module.css';

const NO_MAP = firstKeyMap();

const inGroup = (group: KeyGroup): MapAction[] =>
  MAP_ACTIONS.filter((action) => ACTIONS[action].group === group);

function Keys({ group }: { group: KeyGroup }) {
  const map = useStation(({ state }) => state?.show.keys ?? NO_MAP);
  const all = keysOf(map);
  return (
    <section>
      <h3 className={css['group']}>{text.keyMap.groups[group]}</h3>
      <dl className={css['keys']}>
        {inGroup(group).map((action) => (
          <div key={action} className={css['key']}>
            <dt className={css['caps']}>
              {action === 'recall' && <kbd>0–9</kbd>}
              {(all.get(action)?.caps ?? []).map((cap) => (
                <kbd key={cap}>{cap}</kbd>
              ))}
            </dt>
            <dd>
              <b>{text.actions[action]}</b>
              {text.sheet.notes[action] && <span className={css['note']}>{text.sheet.notes[action]}</span>}
            </dd>
          </div>
        ))}
        {group === 'playout' && (
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
}

/** What the list of a workspace does with keys that no map changes. */
const ListKeys = () => (
  <section>
    <h3 className={css['group']}>{text.keyMap.lists.feeds}</h3>
    <dl className={css['keys']}>
      {LIST_KEYS.map(({ action, chords }) => (
        <div key={action} className={css['key']}>
          <dt className={css['caps']}>
            {chords.map((chord) => (
              <kbd key={chord}>{capOfChord(chord)}</kbd>
            ))}
          </dt>
          <dd>
            <b>{text.keyMap.listActions[action]}</b>
            {action === 'rejectProposal' && <span className={css['note']}>{text.keyMap.listFixed}</span>}
          </dd>
        </div>
      ))}
    </dl>
  </section>
);

export function KeySheet({ onClose }: { onClose(): void }) {
  const desk = useDesk();
  return (
    <Dialog title={text.sheet.title} size="large" onClose={onClose}>
      <div className={css['sheet']}>
        <Keys group="playout" />
        <div className={css['column']}>
          <Keys group="rundown" />
          <Keys group="editing" />
          <Keys group="facts" />
          <ListKeys />
          <Keys group="workspaces" />
        </div>
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
        <Button onClick={() => desk.ui.set({ dialog: 'key-map' })}>{text.keyMap.open}</Button>
        <Button onClick={onClose}>{text.sheet.close}</Button>
      </div>
    </Dialog>
  );
}
