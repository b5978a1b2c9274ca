/** One command with its keys, each of which can be pressed anew. */
import { ACTIONS, type MapAction } from '../../core/keys/actions.ts';
import { capOfChord } from '../../core/keys/chord.ts';
import { coveredKeys } from '../../core/keys/list-keys.ts';
import { keysOf } from '../../core/keys/map.ts';
import type { KeyMap } from '../../core/schema/keys.ts';
import { useDesk } from '../client/desk.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { canAdd, canRemove } from './new-chords.ts';
import type { Assign } from './use-assign.ts';
import css from './keys.module.css';

const t = text.keyMap;

function Answer({ assign }: { assign: Assign }) {
  const { listening, leave, listen, swap } = assign;
  if (!listening) return null;
  const { pressed, action, at } = listening;
  return (
    <div className={css['answer']} role="status">
      {pressed === null && (
        <>
          <b>{t.listening}</b> <span className={css['quiet']}>{t.listeningLong}</span>
        </>
      )}
      {pressed?.kind === 'problem' && (
        <>
          <b className={css['bad']}>{pressed.detail}</b> {t.listening}
        </>
      )}
      {pressed?.kind === 'taken' && (
        <>
          <b className={css['bad']}>{t.taken(capOfChord(pressed.chord), text.actions[pressed.other])}</b>
          <Button kind="strong" autoFocus onClick={swap}>
            {t.swap}
          </Button>
          <Button onClick={() => listen(action, at)}>{t.another}</Button>
        </>
      )}
      <Button onClick={leave}>{t.cancel}</Button>
    </div>
  );
}

interface KeyRowProps {
  action: MapAction;
  map: KeyMap;
  assign: Assign;
  isDisabled: boolean;
}

export function KeyRow({ action, map, assign, isDisabled }: KeyRowProps) {
  const desk = useDesk();
  const binding = keysOf(map).get(action);
  const name = text.actions[action];
  const isOwn = map.map[action] !== undefined;
  const isListening = assign.listening?.action === action;
  const chords = binding?.chords ?? [];
  const set = (next: string[] | null) => void desk.send({ type: 'keys.set', action, chords: next });
  return (
    <li className={cx(css['row'], isListening && css['listening'])}>
      <span className={css['name']}>
        {name}
        {coveredKeys(map, action).map((covered) => (
          <span key={covered.action} className={css['covered']}>
            {t.covered(covered.chords.map(capOfChord).join(', '), t.listActions[covered.action])}
          </span>
        ))}
      </span>
      <span className={css['caps']}>
        {chords.map((chord, at) => (
          <span key={chord} className={css['one']}>
            <button
              type="button"
              className={css['cap']}
              disabled={isDisabled}
              aria-label={t.change(name, capOfChord(chord))}
              onClick={() => assign.listen(action, at)}
            >
              {capOfChord(chord)}
            </button>
            {canRemove(map, action) && (
              <button
                type="button"
                className={css['remove']}
                disabled={isDisabled}
                aria-label={t.remove(name, capOfChord(chord))}
                onClick={() => set(chords.filter((one) => one !== chord))}
              >
                ×
              </button>
            )}
          </span>
        ))}
        {chords.length === 0 && <span className={css['quiet']}>{t.noKey}</span>}
        {canAdd(map, action) && (
          <button
            type="button"
            className={css['add']}
            disabled={isDisabled}
            aria-label={t.add(name)}
            onClick={() => assign.listen(action, chords.length)}
          >
            +
          </button>
        )}
      </span>
      <span className={css['state']}>
        {isOwn && (
          <Button
            kind="quiet"
            disabled={isDisabled}
            aria-label={t.reset(name)}
            title={t.usual(ACTIONS[action].chords.map(capOfChord).join(', '))}
            onClick={() => set(null)}
          >
            {t.resetShort}
          </Button>
        )}
      </span>
      {isListening && <Answer assign={assign} />}
    </li>
  );
}
