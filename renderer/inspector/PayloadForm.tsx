/** A form of any data model over data that its owner keeps: payloads of custom actions, sample data. Nothing is bound in it. */
import { useMemo } from 'react';
import { checkData } from '../../core/graphic-data.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Result } from '../client/pending.ts';
import { text } from '../text.ts';
import { DataField } from './DataField.tsx';
import { CueEditContext, type CueEdit } from './edit-context.ts';
import { fieldsOf } from './form-model.ts';
import { setIn } from './paths.ts';
import css from './inspector.module.css';

interface PayloadFormProps {
  schema: JsonObject;
  data: JsonObject;
  isDisabled?: boolean;
  onChange(data: JsonObject): void;
}

const done = (): Promise<Result> => Promise.resolve({ ok: true, revision: 0 });

export function PayloadForm({ schema, data, isDisabled = false, onChange }: PayloadFormProps) {
  const fields = useMemo(() => fieldsOf(schema), [schema]);
  const checked = useMemo(() => checkData({ schema }, data), [schema, data]);
  const edit: CueEdit = {
    cue: { data, bindings: {} },
    resolved: data,
    problems: checked.ok ? [] : checked.problems,
    graphic: { schema },
    isDisabled,
    setData(path, value) {
      onChange(setIn(data, path, value));
      return done();
    },
    setBindings(_bindings, next) {
      if (next) onChange(next);
      return done();
    },
    bind: null,
  };
  return (
    <CueEditContext value={edit}>
      <div className={css['form']}>
        {fields.map((field) => (
          <DataField key={field.key} field={field} path={[field.key]} />
        ))}
        {fields.length === 0 && <p className={css['faint']}>{text.inspector.noFields}</p>}
      </div>
    </CueEditContext>
  );
}
