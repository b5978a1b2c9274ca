/**
 * The desk's own form, for data that belongs to nobody: no cue, no command. What one would bind to a fact on the desk is
 * filled in with the fact's value here.
 */
import { useMemo, useState } from 'react';
import { resolveCue } from '../../core/bindings.ts';
import { CueId } from '../../core/ids.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Problem } from '../../core/refusal.ts';
import { Cue } from '../../core/schema/cue.ts';
import type { Graphic } from '../../core/schema/manifest.ts';
import { themeField } from '../../core/theme.ts';
import { useDesk, useStation } from '../client/desk.ts';
import type { Result } from '../client/pending.ts';
import { BindDialog } from '../inspector/BindDialog.tsx';
import { DataField } from '../inspector/DataField.tsx';
import { CueEditContext, type CueEdit } from '../inspector/edit-context.ts';
import { fieldsOf, type Field } from '../inspector/form-model.ts';
import { setIn, type Path } from '../inspector/paths.ts';
import css from './data.module.css';

interface SchemaFormProps {
  label: string;
  /** Its `schema` is what the form is made of. */
  graphic: Graphic;
  data: JsonObject;
  problems: readonly Problem[];
  /** Said where the model has no fields. */
  empty: string;
  onChange(data: JsonObject): void;
}

export function SchemaForm({ label, graphic, data, problems, empty, onChange }: SchemaFormProps) {
  const desk = useDesk();
  const show = useStation(({ state }) => state?.show ?? null);
  const [binding, setBinding] = useState<{ path: Path; field: Field } | null>(null);
  const { schema } = graphic;
  const theme = themeField(schema);
  const fields = useMemo(() => fieldsOf(schema).filter(({ key }) => key !== theme), [schema, theme]);
  const put = (next: JsonObject): Promise<Result> => {
    onChange(next);
    return Promise.resolve({ ok: true, revision: desk.client.store.get().revision });
  };
  const edit: CueEdit = {
    cue: Cue.parse({
      id: CueId.parse('workbench'),
      number: 1,
      graphic: graphic.id,
      layer: 'fullframe',
      data,
    }),
    resolved: data,
    problems,
    graphic,
    isDisabled: false,
    setData: (path, value) => put(setIn(data, path, value)),
    setBindings: (bindings, own = data) => put(show ? resolveCue(show, { data: own, bindings }).data : own),
    bind: (path, field) => setBinding({ path, field }),
  };
  return (
    <CueEditContext value={edit}>
      <div role="group" aria-label={label} className={css['form']}>
        {fields.map((field) => (
          <DataField key={field.key} field={field} path={[field.key]} />
        ))}
        {fields.length === 0 && <p className={css['faint']}>{empty}</p>}
      </div>
      {binding && <BindDialog path={binding.path} field={binding.field} onClose={() => setBinding(null)} />}
    </CueEditContext>
  );
}
