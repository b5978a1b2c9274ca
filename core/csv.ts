/** Cells of CSV (RFC 4180) that a spreadsheet shows as text: one that begins like a formula gets a quotation mark first. */

/** Also what is guarded already, so that `unguarded` gives back exactly what was there. */
const FORMULA = /^'*[=+\-@\t\r]/;

/** The cell's text, made harmless for a spreadsheet. */
export const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** What a guarded cell said. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;

export function csvCell(text: string): string {
  const safe = guarded(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csvRow = (cells: readonly string[]): string => cells.map(csvCell).join(',') + '\r\n';
