/** What every field of a form needs: the data, what it resolves to, what is wrong with it, and how to save. */
import { createContext, useContext } from 'react';
import { joinPath } from '../../core/data-path.ts';
import { checkData } from '../../core/graphic-data.ts';
import type { Json, JsonObject } from '../../core/json.ts';
import type { Problem } from '../../core/refusal.ts';
import type { Bindings, Cue } from '../../core/schema/cue.ts';
import type { Graphic } from '../../core/schema/manifest.ts';
import type { Result } from '../client/pending.ts';
import type { Field } from './form-model.ts';
import { setIn, type Path } from './paths.ts';

export interface CueEdit {
  cue: Pick<Cue, 'data' | 'bindings'>;
  /** The data with everything bound filled in, as far as it goes. */
  resolved: JsonObject;
  problems: readonly Problem[];
  /** Whose model the data has; null while the template is not installed. */
  graphic: Pick<Graphic, 'schema'> | null;
  isDisabled: boolean;
  /** @param seen what the form showed when one began to change it; left out, what it shows now */
  setData(path: Path, value: Json | undefined, seen?: { value: Json | undefined }): Promise<Result>;
  setBindings(bindings: Bindings, data?: JsonObject): Promise<Result>;
  /** Opens the dialog that binds the field at this path; null where nothing can be bound. */
  bind: ((path: Path, field: Field) => void) | null;
  /** Hears what is being typed and is not saved yet; undefined once it is saved or dropped. */
  onDraft?(path: Path, value: Json | undefined): void;
  /** How the text of this field stands in the picture, in words; absent where nothing is known. */
  fitAt?(path: Path): string | undefined;
}

export const CueEditContext = createContext<CueEdit | null>(null);

export function useCueEdit(): CueEdit {
  const edit = useContext(CueEditContext);
  if (!edit) throw new Error('a field was drawn outside of a form');
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
  const field = joinPath(path);
  const detail = problems.find((problem) => problem.field === field)?.detail;
  // the sentence begins with the field's title, which stands right above it
  return detail?.includes(': ') ? detail.slice(detail.indexOf(': ') + 2) : detail;
};

/** A whole row is never bound, its cells are: a binding would take the place of what else the row holds. */
export const isBindable = (path: Path, field: Field): boolean =>
  !(field.kind === 'party' && typeof path.at(-1) === 'number') &&
  field.kind !== 'object' &&
  field.kind !== 'json';
