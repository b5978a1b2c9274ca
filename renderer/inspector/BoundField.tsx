/** A field whose value comes from a fact: the value, the fact and how far it is to be trusted, and the way out. */
import { joinPath } from '../../core/data-path.ts';
import { isObject } from '../../core/json.ts';
import type { Binding } from '../../core/schema/cue.ts';
import { getRow } from '../../core/table.ts';
import { useDesk, useStation } from '../client/desk.ts';
import { leadTo } from '../facts/fact-actions.ts';
import { ApprovalChip } from '../facts/ApprovalChip.tsx';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { brief } from './bindable.ts';
import { problemAt, useCueEdit } from './edit-context.ts';
import type { Field } from './form-model.ts';
import { getIn, setIn, type Path } from './paths.ts';
import css from './fields.module.css';

interface BoundFieldProps {
  field: Field;
  path: Path;
  /** To a value of a fact, or to a part of a party. */
  binding: Binding;
}

export function BoundField({ field, path, binding }: BoundFieldProps) {
  const desk = useDesk();
  const edit = useCueEdit();
  const factId = 'fact' in binding ? binding.fact : null;
  const partyId = 'party' in binding ? binding.party : null;
  const fact = useStation(({ state }) =>
    state && factId ? (getRow(state.show.facts, factId) ?? null) : null,
  );
  const party = useStation(({ state }) => (partyId ? (state?.show.parties.byId[partyId] ?? null) : null));
  const value = getIn(edit.resolved, path);
  const problem = problemAt(edit, path);
  const inside = isObject(value) ? value['colour'] : value;
  const isColour = typeof inside === 'string' && /^#[0-9a-f]{6}([0-9a-f]{2})?$/i.test(inside);
  const colour = isColour ? inside : null;
  const [from, how] =
    'fact' in binding
      ? [fact?.statement ?? binding.fact, `${binding.path} · ${text.bind.as[binding.as]}`]
      : [party?.name ?? binding.party, text.form.fromParty];
  const fit = edit.fitAt?.(path);

  const unbind = () => {
    const bindings = Object.fromEntries(
      Object.entries(edit.cue.bindings).filter(([key]) => key !== joinPath(path)),
    );
    // the words stay as a start, but only approved ones: unbinding must not carry a draft past its approval
    const keeps = (party !== null || fact?.approval === 'approved') && value !== null && value !== undefined;
    void edit.setBindings(bindings, keeps ? setIn(edit.cue.data, path, value) : edit.cue.data);
  };
  return (
    <div role="group" aria-label={field.title} className={css['bound']}>
      <div className={css['boundHead']}>
        <span>{field.title}</span>
        <Button
          kind="quiet"
          aria-label={`${text.inspector.unbind}: ${field.title}`}
          disabled={edit.isDisabled}
          onClick={unbind}
          className={css['unbind']}
        >
          {text.inspector.unbind}
        </Button>
      </div>
      <div className={css['boundValue']}>
        {colour && <span className={css['swatch']} style={{ background: colour }} />}{' '}
        {brief(value) || text.inspector.boundNothing}
      </div>
      {problem && <span className={css['message']}>{problem}</span>}
      {!problem && fit && <span className={css['fit']}>{fit}</span>}
      <div className={css['boundFrom']}>
        {fact && <ApprovalChip approval={fact.approval} />}
        {factId ? (
          <button
            type="button"
            className={css['boundFact']}
            title={`${from} · ${how}`}
            aria-label={`${text.inspector.bound}: ${from}`}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => leadTo(desk, [factId])}
          >
            {from}
          </button>
        ) : (
          <span>
            {text.form.fromParty}: {from}
          </span>
        )}
      </div>
    </div>
  );
}
