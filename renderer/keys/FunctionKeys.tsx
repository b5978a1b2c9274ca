/** What each function key does: a cue that it brings to preview, or a command. */
import { MAP_ACTIONS } from '../../core/keys/actions.ts';
import { FUNCTION_KEYS, mayBeFunctionKey } from '../../core/keys/map.ts';
import { cuesInOrder } from '../../core/rundown.ts';
import type { FunctionKey, FunctionKeyTarget, KeyMap } from '../../core/schema/keys.ts';
import type { Cue } from '../../core/schema/cue.ts';
import { useDerived, useDesk } from '../client/desk.ts';
import { text } from '../text.ts';
import css from './keys.module.css';

const t = text.keyMap;
const COMMANDS = MAP_ACTIONS.filter(mayBeFunctionKey);
const NO_CUES: Cue[] = [];

const valueOf = (to: FunctionKeyTarget | undefined): string =>
  to === undefined ? '' : 'cue' in to ? `cue ${to.cue}` : `action ${to.action}`;

interface OneProps {
  name: FunctionKey;
  to: FunctionKeyTarget | undefined;
  cues: readonly Cue[];
  isDisabled: boolean;
}

function One({ name, to, cues, isDisabled }: OneProps) {
  const desk = useDesk();
  const value = valueOf(to);
  const assign = (chosen: string) => {
    const [kind, id = ''] = chosen.split(' ');
    const cue = cues.find((one) => one.id === id);
    const target = kind === 'action' ? { action: id } : cue ? { cue: cue.id } : null;
    void desk.send({ type: 'keys.assign', key: name, to: target });
  };
  const isGone = to !== undefined && 'cue' in to && !cues.some(({ id }) => id === to.cue);
  return (
    <label className={css['function']}>
      <kbd className={css['print']}>{name}</kbd>
      <select
        aria-label={t.functionOf(name)}
        className={css['select']}
        disabled={isDisabled}
        value={value}
        onChange={(event) => assign(event.target.value)}
      >
        <option value="">{name === 'F1' ? text.actions.goHelp : t.nothing}</option>
        {isGone && <option value={value}>{t.gone}</option>}
        <optgroup label={t.commands}>
          {COMMANDS.map((action) => (
            <option key={action} value={`action ${action}`}>
              {text.actions[action]}
            </option>
          ))}
        </optgroup>
        <optgroup label={t.cues}>
          {cues.map((cue) => (
            <option key={cue.id} value={`cue ${cue.id}`}>
              {text.cue(cue.number, cue.name)}
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  );
}

const showOf = <S,>({ show }: { show: S }): S => show;

export function FunctionKeys({ map, isDisabled }: { map: KeyMap; isDisabled: boolean }) {
  const cues = useDerived(showOf, cuesInOrder) ?? NO_CUES;
  return (
    <>
      <p className={css['quiet']}>{t.functionNote}</p>
      <div className={css['functions']}>
        {FUNCTION_KEYS.map((name) => (
          <One key={name} name={name} to={map.functions[name]} cues={cues} isDisabled={isDisabled} />
        ))}
      </div>
    </>
  );
}
