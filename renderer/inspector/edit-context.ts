/** What every field of the cue form needs: the cue, what it resolves to, what is wrong with it, and how to save. */
import { createContext, useContext } from 'react';
import { checkData } from '../../core/graphic-data.ts';
import type { Json, JsonObject } from '../../core/json.ts';
import type { Problem } from '../../core/refusal.ts';
import type { Bindings, Cue } from '../../core/schema/cue.ts';
import type { Graphic } from '../../core/schema/manifest.ts';
import type { Result } from '../client/pending.ts';
import type { Field } from './form-model.ts';
import { dotted, setIn, type Path } from './paths.ts';

export interface CueEdit {
  cue: Cue;
  /** The cue's data with everything bound filled in, as far as it goes. */
  resolved: JsonObject;
  problems: readonly Problem[];
  /** Null while the template is not installed. */
  graphic: Graphic | null;
  isDisabled: boolean;
  setData(path: Path, value: Json | undefined): Promise<Result>;
  setBindings(bindings: Bindings, data?: JsonObject): Promise<Result>;
  /** Opens the dialog that binds the field at this path. */
  bind(path: Path, field: Field): void;
}

export const CueEditContext = createContext<CueEdit | null>(null);

export function useCueEdit(): CueEdit {
  const edit = useContext(CueEditContext);
  if (!edit) throw new Error('a field was drawn outside of the cue form');
  return edit;
}

/** What the gate says of this very field. */
export const problemAt = ({ problems }: CueEdit, path: Path): string | undefined => detailFor(problems, path);

/** What the graphic's data model would say of this field if it had this value. */
export function problemWith(
  { resolved, graphic }: CueEdit,
  path: Path,
  value: Json | undefined,
): string | undefined {
  const checked = graphic && checkData(graphic, setIn(resolved, path, value));
  return checked && !checked.ok ? detailFor(checked.problems, path) : undefined;
}

const detailFor = (problems: readonly Problem[], path: Path): string | undefined => {
  const field = dotted(path);
  const detail = problems.find((problem) => problem.field === field)?.detail;
  // the sentence begins with the field's title, which stands right above it
  return detail?.includes(': ') ? detail.slice(detail.indexOf(': ') + 2) : detail;
};

/** A field inside of a list cannot be bound: rows have no names to bind by. */
export const isBindable = (path: Path): boolean =>
  path.every((key) => typeof key === 'string' && !key.includes('.'));
