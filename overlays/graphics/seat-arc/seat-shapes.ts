// The shape of one seat. Kinds differ in shape as well as colour, so the arc reads in black and white.
import type { PlannedSeat } from '../../kit/seat-plan.ts';
import type { HouseParty } from './house.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** An SVG element with attributes. */
export function svg(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

const keyline = (party: HouseParty): string => `rgba(244,247,252,${party.keyline})`;

/** Slanted strokes across a seat: the hatch of what is not certain. */
function hatching(x: number, y: number, r: number): string {
  return [-0.45, 0.05, 0.55]
    .map((offset) => {
      const half = Math.sqrt(Math.max(0, 0.92 - offset * offset)) * r;
      const [cx, cy] = [x + offset * r * 0.95, y + offset * r * 0.3];
      const [dx, dy] = [0.3 * half, -0.95 * half];
      return `M${(cx - dx).toFixed(2)} ${(cy - dy).toFixed(2)}L${(cx + dx).toFixed(2)} ${(cy + dy).toFixed(2)}`;
    })
    .join('');
}

/** The shapes of one seat at `x`, `y` with radius `r` px. Kinds differ in shape, not only in colour. */
export function seatShapes(
  kind: PlannedSeat['kind'],
  overhang: boolean,
  party: HouseParty | undefined,
  x: number,
  y: number,
  r: number,
): SVGElement[] {
  const circle = (radius: number, extra: Record<string, string | number>): SVGElement =>
    svg('circle', { cx: x.toFixed(2), cy: y.toFixed(2), r: radius.toFixed(2), ...extra });
  const thin = Math.max(1, r * 0.09);
  const thick = Math.max(1.5, r * 0.22);
  if (!party) {
    const ring = circle(r - thin, { fill: 'none', stroke: '#8496b8', 'stroke-width': thin });
    if (kind !== 'vacant') return [ring];
    const arm = r * 0.42;
    const cross = `M${x - arm} ${y - arm}L${x + arm} ${y + arm}M${x + arm} ${y - arm}L${x - arm} ${y + arm}`;
    return [ring, svg('path', { d: cross, stroke: '#b9c6de', 'stroke-width': thin * 1.6 })];
  }
  const shapes: SVGElement[] = [];
  if (kind === 'won') {
    shapes.push(circle(r, { fill: party.colour }));
    if (party.keyline > 0)
      shapes.push(circle(r - thin / 2, { fill: 'none', stroke: keyline(party), 'stroke-width': thin }));
  } else {
    if (party.keyline > 0) shapes.push(circle(r, { fill: keyline(party) }));
    const outer = party.keyline > 0 ? r - thin : r;
    shapes.push(circle(outer, { fill: party.colour }), circle(outer - thick, { fill: '#060d1e' }));
    if (kind === 'leading') {
      const d = hatching(x, y, outer - thick);
      if (party.keyline > 0)
        shapes.push(svg('path', { d, stroke: keyline(party), 'stroke-width': r * 0.36 }));
      shapes.push(svg('path', { d, stroke: party.colour, 'stroke-width': r * 0.24 }));
    }
  }
  if (overhang) {
    const width = Math.max(1.5, r * 0.14);
    shapes.push(circle(r - width / 2, { fill: 'none', stroke: '#f4f7fc', 'stroke-width': width }));
    shapes.push(circle(r - width * 1.7, { fill: 'none', stroke: '#060d1e', 'stroke-width': width * 0.9 }));
  }
  return shapes;
}
