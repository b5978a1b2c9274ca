/** One cue: what keeps it off air, what will be seen, and its settings. Everything is saved field by field. */
import { useMemo, useState } from 'react';
import { resolveCue } from '../../core/bindings.ts';
import type { CueId } from '../../core/ids.ts';
import type { Json } from '../../core/json.ts';
import { airedItem } from '../../core/rundown.ts';
import type { Cue } from '../../core/schema/cue.ts';
import type { Show } from '../../core/schema/show.ts';
import { withTheme } from '../../core/theme.ts';
import type { CueView } from '../client/cue-views.ts';
import { useCueView, useDesk, useStation, useUi } from '../client/desk.ts';
import { isRehearsed } from '../../core/rehearsal/origin.ts';
import { text } from '../text.ts';
import { BindDialog } from './BindDialog.tsx';
import { CueSettings } from './CueSettings.tsx';
import { DataField } from './DataField.tsx';
import { CueEditContext, type CueEdit } from './edit-context.ts';
import { useFit } from './fit/use-fit.ts';
import { fieldsOf, type Field } from './form-model.ts';
import { setIn, type Path } from './paths.ts';
import { useLookingOn } from '../ui/looking-on.ts';
import css from './inspector.module.css';

interface Draft {
  path: Path;
  value: Json;
}

export function CueInspector({ cueId }: { cueId: CueId }) {
  const view = useCueView(cueId);
  const show = useStation(({ state }) => state?.show ?? null);
  return view && show ? (
    <CueForm view={view} show={show} />
  ) : (
    <p className={css['nothing']}>{text.inspector.gone}</p>
  );
}

/** The cue's data as this desk has it: with what is bound, and with what is being typed. */
function useFilledIn(show: Show, cue: Cue, draft: Draft | null) {
  const resolved = useMemo(() => resolveCue(show, cue).data, [show, cue]);
  const typed = useMemo(
    () => (draft ? setIn(resolved, draft.path, draft.value) : resolved),
    [resolved, draft],
  );
  return { resolved, typed };
}

function CueForm({ view, show }: { view: CueView; show: Show }) {
  const desk = useDesk();
  const { cue, gated } = view;
  const { graphic, problems } = gated;
  const locked = useUi((ui) => ui.locked);
  const lookingOn = useLookingOn();
  const [binding, setBinding] = useState<{ path: Path; field: Field } | null>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [isEdited, setEdited] = useState(false);
  const isOnAir = useStation(({ state }) => state !== null && airedItem(state, cue) !== null);
  const fields = useMemo(() => (graphic ? fieldsOf(graphic.schema) : []), [graphic]);
  const { resolved, typed } = useFilledIn(show, cue, draft);
  const isDisabled = locked;
  const data = useMemo(
    () => (graphic ? withTheme(graphic.schema, typed, show.theme) : typed),
    [graphic, typed, show.theme],
  );
  const fit = useFit({ graphic, layer: cue.layer, data, fields, isWanted: isEdited && !isDisabled });
  const cueId = cue.id;
  const edit: CueEdit = {
    cue,
    resolved,
    problems,
    graphic,
    isDisabled,
    setData: (path, value, seen) =>
      desk.send({
        type: 'cue.edit',
        cueId,
        changes: { data: setIn(cue.data, path, value) },
        was: { data: seen ? setIn(cue.data, path, seen.value) : cue.data },
      }),
    setBindings: (bindings, next) =>
      desk.send({ type: 'cue.edit', cueId, changes: next ? { bindings, data: next } : { bindings } }),
    bind: (path, field) => setBinding({ path, field }),
    onDraft: (path, value) => setDraft(value === undefined ? null : { path, value }),
    fitAt: (path) => fit.at(path),
  };
  return (
    <CueEditContext value={edit}>
      <div className={css['cue']}>
        <header className={css['head']}>
          <span className={css['number']}>{cue.number}</span>
          <span className={css['headText']}>
            <strong className={css['name']}>{cue.name || view.text || text.lists.noText}</strong>
            <span className={css['template']}>
              {graphic?.name ?? cue.graphic} · {text.layers[cue.layer]}
            </span>
          </span>
        </header>
        {locked && <p className={css['lock']}>{lookingOn ?? text.inspector.locked}</p>}
        {isRehearsed(cue) && <p className={css['lock']}>{text.review.neverOnProgram}</p>}
        {cue.follow && isOnAir && <p className={css['lock']}>{text.inspector.followsOnAir}</p>}
        {problems.length > 0 && (
          <section className={css['problems']} aria-label={text.inspector.refusedNow}>
            <h3>{text.inspector.refusedNow}</h3>
            <ul>
              {problems.map((problem, i) => (
                <li key={i}>{text.refused(problem.code, problem.detail)}</li>
              ))}
            </ul>
          </section>
        )}
        {fit.whole && <p className={css['lock']}>{text.form.inPicture(fit.whole)}</p>}
        <div
          role="group"
          aria-label={text.inspector.content}
          data-first-field=""
          className={css['form']}
          onFocus={() => setEdited(true)}
        >
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
