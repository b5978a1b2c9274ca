/** A field whose value comes from a fact: the value, the fact and how far it is to be trusted, and the way out. */
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
import { dotted, getIn, setIn, type Path } from './paths.ts';
import css from './fields.module.css';

interface BoundFieldProps {
  field: Field;
  path: Path;
  binding: Extract<Binding, { fact: unknown }>;
}

export function BoundField({ field, path, binding }: BoundFieldProps) {
  const desk = useDesk();
  const edit = useCueEdit();
  const fact = useStation(({ state }) => (state ? (getRow(state.show.facts, binding.fact) ?? null) : null));
  const value = getIn(edit.resolved, path);
  const problem = problemAt(edit, path);
  const colour = isObject(value) && typeof value['colour'] === 'string' ? value['colour'] : null;

  const unbind = () => {
    const bindings = Object.fromEntries(
      Object.entries(edit.cue.bindings).filter(([key]) => key !== dotted(path)),
    );
    // the words stay as a start, but only approved ones: unbinding must not carry a draft past its approval
    const keeps = fact?.approval === 'approved' && value !== null && value !== undefined;
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
      <div className={css['boundFrom']}>
        {fact && <ApprovalChip approval={fact.approval} />}
        <button
          type="button"
          className={css['boundFact']}
          title={`${fact?.statement ?? binding.fact} · ${binding.path} · ${text.bind.as[binding.as]}`}
          aria-label={`${text.inspector.bound}: ${fact?.statement ?? binding.fact}`}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => leadTo(desk, [binding.fact])}
        >
          {fact?.statement ?? binding.fact}
        </button>
      </div>
    </div>
  );
}
