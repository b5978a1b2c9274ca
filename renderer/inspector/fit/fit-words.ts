/** What the fit check says under a field, and which field a graphic's refusal is about. Pure. */
import { z } from 'zod';
import { FitReport } from '../../../core/protocol.ts';
import { text } from '../../text.ts';
import type { Field } from '../form-model.ts';

const Result = z.object({ v_fit: z.array(FitReport) });

/** What a graphic answered to `load` or `update`; null where it says nothing of how its texts stand. */
export const fitsOf = (result: unknown): FitReport[] | null => Result.safeParse(result).data?.v_fit ?? null;

/** Of one text. Nothing where it stands as it was designed. */
export function fitWords({ lines, width, size, tight }: FitReport, isMultiline: boolean): string | undefined {
  const said = [
    lines > 1 && !isMultiline ? text.form.lines(lines) : null,
    tight && width < 100 ? text.form.narrower(width) : null,
    tight && width >= 100 && lines === 1 ? text.form.smaller(size) : null,
  ].filter((one) => one !== null);
  return said.length > 0 ? text.form.inPicture(said.join(', ')) : undefined;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.trim().toLowerCase();

/** The field that a sentence such as “Name: the text is too long for the screen.” begins with; null where it names none. */
export function fieldNamed(refusal: string, fields: readonly Field[]): { key: string; why: string } | null {
  const at = refusal.indexOf(':');
  const head = at < 0 ? '' : refusal.slice(0, at).replaceAll(/[“”"]/g, '');
  const field = fields.find(({ key, title }) => same(key, head) || same(title, head));
  return field ? { key: field.key, why: refusal.slice(at + 1).trim() } : null;
}
