// Applies the fit rule to a line in the picture, by measuring real layout, and remembers how each was set.
import { chooseFit, shrunk, type FitRule, type Setting } from './fit.ts';
import { inner, scaleOf } from './dom.ts';
import { Refusal } from './refusal.ts';

/** How a text of the picture was set. Becomes `result.v_fit` of the answers. */
export interface Fit {
  /** Path of the field in the data, with dots. */
  field: string;
  lines: number;
  /** Width of the letters, percent of normal. */
  width: number;
  /** px at 1920x1080. */
  size: number;
  /** Set smaller, narrower or in more lines than it is by default. */
  tight: boolean;
}

const fits = new WeakMap<Element, Fit>();

/** How the texts of a scene were set, in the order of the picture. */
export function fitsIn(scene: Element): Fit[] {
  return [...scene.querySelectorAll('.line')].flatMap((clip) => fits.get(clip) ?? []);
}

/** Widths of the laid-out lines of a text, px. The element must be in the document. */
function lineWidths(element: HTMLElement): number[] {
  const scale = scaleOf(element);
  const range = document.createRange();
  range.selectNodeContents(element);
  const rows = new Map<number, { left: number; right: number }>();
  // Mixed font files give one rectangle per run, so runs of one row are joined.
  for (const rect of range.getClientRects()) {
    const key = Math.round(rect.bottom / scale / 8);
    const row = rows.get(key) ?? rows.get(key - 1) ?? rows.get(key + 1);
    if (row) {
      row.left = Math.min(row.left, rect.left);
      row.right = Math.max(row.right, rect.right);
    } else rows.set(key, { left: rect.left, right: rect.right });
  }
  return [...rows.values()].map((row) => (row.right - row.left) / scale);
}

function apply(text: HTMLElement, setting: Setting, available: number): void {
  text.style.fontSize = `${setting.size}px`;
  text.style.setProperty('--w', String(setting.width));
  text.style.whiteSpace = setting.lines > 1 ? 'normal' : 'nowrap';
  text.style.width = setting.lines > 1 ? `${available}px` : '';
}

/**
 * Sets a line as large, as wide and in as few rows as the rule and the room allow.
 * @param field path of the field in the data, as in `parties.0.short`; it is in the refusal when nothing fits
 * @param available room in px
 */
export function fitText(clip: HTMLElement, field: string, available: number, rule: FitRule): Setting {
  const text = inner(clip);
  const fitting = (setting: Setting): boolean => {
    apply(text, setting, available);
    const widths = lineWidths(text);
    return widths.length <= setting.lines && widths.every((w) => w <= available + 0.01);
  };
  // A family that cannot be as narrow as the rule says may be smaller instead.
  const shrinks = getComputedStyle(text).getPropertyValue('--shrinks') === '1';
  const chosen = chooseFit(rule, fitting) ?? (shrinks ? chooseFit(shrunk(rule), fitting) : null);
  if (!chosen) throw new Refusal(`${field}: “${text.textContent}” is too long for the screen.`);
  const rows = lineWidths(text);
  if (chosen.lines > 1) text.style.width = `${Math.ceil(Math.max(...rows)) + 2}px`;
  const { size, width } = chosen;
  const tight = size !== rule.sizes[0] || width !== rule.widths[0] || rows.length > 1;
  fits.set(clip, { field, lines: Math.max(1, rows.length), width, size, tight });
  return chosen;
}
