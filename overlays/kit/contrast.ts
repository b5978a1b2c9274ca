// WCAG contrast maths on #rrggbb colours, and the choices that follow from it. Pure.

const HEX = /^#[0-9a-f]{6}$/i;

/** True for `#rrggbb`. */
export function isHex(value: unknown): value is string {
  return typeof value === 'string' && HEX.test(value);
}

/** Relative luminance, 0 (black) to 1 (white), of a `#rrggbb` colour. */
export function luminance(hex: string): number {
  const channel = (at: number): number => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** Contrast ratio of two `#rrggbb` colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [la, lb] = [luminance(a), luminance(b)];
  return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
}

/** Text colour on `colour`: the wanted ink if it reads (4.5:1), else the better of white and black. */
export function inkOn(colour: string, wanted?: string): string {
  if (isHex(wanted) && contrast(colour, wanted) >= 4.5) return wanted;
  return contrast(colour, '#ffffff') >= contrast(colour, '#000000') ? '#ffffff' : '#000000';
}

/** How strong a light keyline (alpha 0 to 1) a colour needs to stand out from `ground`. */
export function keylineOn(colour: string, ground: string): number {
  const ratio = contrast(colour, ground);
  if (ratio >= 3) return 0;
  return ratio < 1.7 ? 0.85 : 0.6;
}
