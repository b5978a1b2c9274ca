/** Numbers as files write them. Nothing is guessed: "1.234" in one country is "1,234" in another. */

export type NumberRead = { ok: true; value: number } | { ok: false; why: string };

const no = (why: string): NumberRead => ({ ok: false, why });

/** A whole number, 0 at least; thousands may be grouped by commas or spaces. */
export function readCount(text: string): NumberRead {
  const trimmed = text.trim();
  if (/^\d{1,15}$/.test(trimmed)) return { ok: true, value: Number(trimmed) };
  if (/^\d{1,3}([, \u00a0\u202f]\d{3}){1,4}$/.test(trimmed))
    return { ok: true, value: Number(trimmed.replace(/\D/g, '')) };
  if (trimmed === '') return no('there is no number');
  if (/^-\d/.test(trimmed)) return no(`“${trimmed}” is below zero`);
  if (/^\d{1,3}(\.\d{3})*,\d+$/.test(trimmed) || /^\d+,\d+$/.test(trimmed))
    return no(`“${trimmed}” has a decimal comma: whole numbers are wanted`);
  if (/^\d+\.\d+$/.test(trimmed)) return no(`“${trimmed}” is not a whole number`);
  return no(`“${trimmed.slice(0, 40)}” is not a number`);
}

/** Any number with a decimal point. A comma is refused: it may mean either. */
export function readNumber(text: string): NumberRead {
  const trimmed = text.trim();
  if (/^[-+]?\d{1,15}(\.\d{1,12})?$/.test(trimmed)) return { ok: true, value: Number(trimmed) };
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(trimmed) && (trimmed.match(/,/g)?.length ?? 0) > 1)
    return { ok: true, value: Number(trimmed.replaceAll(',', '')) };
  if (trimmed === '') return no('there is no number');
  if (/^[-+]?[\d.]*,\d+$/.test(trimmed))
    return no(`“${trimmed}” may have a decimal comma: write it with a point`);
  return no(`“${trimmed.slice(0, 40)}” is not a number`);
}

/** 0 to 100; a sign for per cent may follow. */
export function readPercent(text: string): NumberRead {
  const read = readNumber(text.replace(/\s*%\s*$/, ''));
  if (!read.ok) return read;
  return read.value >= 0 && read.value <= 100 ? read : no(`“${text.trim()}” is not from 0 to 100 per cent`);
}
