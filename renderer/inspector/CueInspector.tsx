/** One cue: what keeps it off air, what will be seen, and its settings. Everything is saved field by field. */
import { useMemo, useState } from 'react';
import { resolveCue } from '../../core/bindings.ts';
import type { CueId } from '../../core/ids.ts';
import { airedItem } from '../../core/rundown.ts';
import { useCueView, useDesk, useStation, useUi } from '../client/desk.ts';
import { text } from '../text.ts';
import { BindDialog } from './BindDialog.tsx';
import { CueSettings } from './CueSettings.tsx';
import { DataField } from './DataField.tsx';
import { CueEditContext, type CueEdit } from './edit-context.ts';
import { fieldsOf, type Field } from './form-model.ts';
import { setIn, type Path } from './paths.ts';
import css from './inspector.module.css';

export function CueInspector({ cueId }: { cueId: CueId }) {
  const desk = useDesk();
  const view = useCueView(cueId);
  const show = useStation(({ state }) => state?.show ?? null);
  const mode = useStation(({ state }) => state?.air.mode ?? 'live');
  const locked = useUi((ui) => ui.locked);
  const [binding, setBinding] = useState<{ path: Path; field: Field } | null>(null);
  const cue = view?.cue;
  const isOnAir = useStation(
    ({ state }) => state !== null && cue !== undefined && airedItem(state, cue) !== null,
  );
  const fields = useMemo(
    () => (view?.gated.graphic ? fieldsOf(view.gated.graphic.schema) : []),
    [view?.gated.graphic],
  );
  if (!view || !cue || !show) return <p className={css['nothing']}>{text.inspector.gone}</p>;

  const isForeign = mode === 'rehearsal' && cue.origin === 'live';
  const edit: CueEdit = {
    cue,
    resolved: resolveCue(show, cue).data,
    problems: view.gated.problems,
    graphic: view.gated.graphic,
    isDisabled: locked || isForeign,
    setData: (path, value) =>
      desk.send({ type: 'cue.edit', cueId, changes: { data: setIn(cue.data, path, value) } }),
    setBindings: (bindings, data) =>
      desk.send({ type: 'cue.edit', cueId, changes: data ? { bindings, data } : { bindings } }),
    bind: (path, field) => setBinding({ path, field }),
  };
  return (
    <CueEditContext value={edit}>
      <div className={css['cue']}>
        <header className={css['head']}>
          <span className={css['number']}>{cue.number}</span>
          <span className={css['headText']}>
            <strong className={css['name']}>{cue.name || view.text || text.lists.noText}</strong>
            <span className={css['template']}>
              {view.gated.graphic?.name ?? cue.graphic} · {text.layers[cue.layer]}
            </span>
          </span>
        </header>
        {locked && <p className={css['lock']}>{text.inspector.locked}</p>}
        {isForeign && !locked && <p className={css['lock']}>{text.inspector.rehearsalOnly}</p>}
        {cue.follow && isOnAir && <p className={css['lock']}>{text.inspector.followsOnAir}</p>}
        {view.gated.problems.length > 0 && (
          <section className={css['problems']} aria-label={text.inspector.refusedNow}>
            <h3>{text.inspector.refusedNow}</h3>
            <ul>
              {view.gated.problems.map((problem, i) => (
                <li key={i}>{problem.detail}</li>
              ))}
            </ul>
          </section>
        )}
        <div role="group" aria-label={text.inspector.content} data-first-field="" className={css['form']}>
          {fields.map((field) => (
            <DataField key={field.key} field={field} path={[field.key]} />
          ))}
          {fields.length === 0 && <p className={css['faint']}>{text.inspector.noFields}</p>}
        </div>
        <CueSettings cue={cue} isDisabled={edit.isDisabled} />
      </div>
      {binding && <BindDialog path={binding.path} field={binding.field} onClose={() => setBinding(null)} />}
    </CueEditContext>
  );
}
