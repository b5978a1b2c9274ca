// Applies the fit rule to a line in the picture, by measuring real layout.
import { chooseFit, type FitRule, type Setting } from './fit.ts';
import { inner } from './dom.ts';
import { Refusal } from './refusal.ts';

/** Widths of the laid-out lines of a text, px. The element must be in the document. */
function lineWidths(element: HTMLElement): number[] {
  const range = document.createRange();
  range.selectNodeContents(element);
  const rows = new Map<number, { left: number; right: number }>();
  // Mixed font files give one rectangle per run, so runs of one row are joined.
  for (const rect of range.getClientRects()) {
    const key = Math.round(rect.bottom / 8);
    const row = rows.get(key) ?? rows.get(key - 1) ?? rows.get(key + 1);
    if (row) {
      row.left = Math.min(row.left, rect.left);
      row.right = Math.max(row.right, rect.right);
    } else rows.set(key, { left: rect.left, right: rect.right });
  }
  return [...rows.values()].map((row) => row.right - row.left);
}

function apply(text: HTMLElement, setting: Setting, available: number): void {
  text.style.fontSize = `${setting.size}px`;
  text.style.fontStretch = `${setting.width}%`;
  text.style.whiteSpace = setting.lines > 1 ? 'normal' : 'nowrap';
  text.style.width = setting.lines > 1 ? `${available}px` : '';
}

/**
 * Sets a line as large, as wide and in as few rows as the rule and the room allow.
 * @param available room in px
 * @param field name used in the refusal when nothing fits
 */
export function fitText(clip: HTMLElement, field: string, available: number, rule: FitRule): Setting {
  const text = inner(clip);
  const chosen = chooseFit(rule, (setting) => {
    apply(text, setting, available);
    const widths = lineWidths(text);
    return widths.length <= setting.lines && widths.every((w) => w <= available);
  });
  if (!chosen) throw new Refusal(`${field}: the text is too long for the screen.`);
  if (chosen.lines > 1) text.style.width = `${Math.ceil(Math.max(...lineWidths(text))) + 2}px`;
  return chosen;
}
