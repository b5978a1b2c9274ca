// WCAG contrast maths on #rrggbb colours, and the choices that follow from it. Pure.

const HEX = /^#[0-9a-f]{6}$/i;

/** True for `#rrggbb`. */
export function isHex(value: unknown): value is string {
  return typeof value === 'string' && HEX.test(value);
}

const channels = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** Relative luminance, 0 (black) to 1 (white), of a `#rrggbb` colour. */
export function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = channels(hex).map((value) => {
    const c = value / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two `#rrggbb` colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [la, lb] = [luminance(a), luminance(b)];
  return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
}

/** `share` (0 to 1) of `b` in `a`. */
export function mix(a: string, b: string, share: number): string {
  const other = channels(b);
  const mixed = channels(a).map((value, i) => Math.round(value + ((other[i] ?? 0) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** The first colour on the way from `colour` to `goal` that is `good`; the goal when none before it is. */
export function towards(colour: string, goal: string, good: (colour: string) => boolean): string {
  for (let share = 0; share < 1; share += 0.02) {
    const tried = mix(colour, goal, share);
    if (good(tried)) return tried;
  }
  return goal;
}

/** The end of the grey scale that is further from `colour`. */
export function pole(colour: string): '#ffffff' | '#000000' {
  return contrast(colour, '#ffffff') >= contrast(colour, '#000000') ? '#ffffff' : '#000000';
}

/** Text colour on `colour`: the wanted ink if it reads (4.5:1), else the better of white and black. */
export function inkOn(colour: string, wanted?: string): string {
  if (isHex(wanted) && contrast(colour, wanted) >= 4.5) return wanted;
  return pole(colour);
}

/** How strong a keyline in the colour of text (alpha 0 to 1) a colour needs to stand out from `ground`. */
export function keylineOn(colour: string, ground: string): number {
  const ratio = contrast(colour, ground);
  if (ratio >= 3) return 0;
  return ratio < 1.7 ? 0.85 : 0.6;
}
