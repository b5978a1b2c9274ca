// The shape of one seat. Kinds differ in shape as well as colour, so the arc reads in black and white.
import type { PlannedSeat } from '../../kit/seat-plan.ts';
import type { Paint } from '../../kit/read.ts';

/** What a seat needs to know of its party. */
type SeatParty = Pick<Paint, 'colour' | 'keyline'>;

const SVG = 'http://www.w3.org/2000/svg';

/** Paint may be a colour of the theme, which only style takes. */
const PAINTS: ReadonlySet<string> = new Set(['fill', 'stroke']);

/** An SVG element with attributes. */
export function svg(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes))
    if (PAINTS.has(key)) element.style.setProperty(key, String(value));
    else element.setAttribute(key, String(value));
  return element;
}

const keyline = ({ keyline: alpha }: SeatParty): string =>
  `color-mix(in srgb, var(--text) ${alpha * 100}%, transparent)`;

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
  party: SeatParty | undefined,
  x: number,
  y: number,
  r: number,
): SVGElement[] {
  const circle = (radius: number, extra: Record<string, string | number>): SVGElement =>
    svg('circle', { cx: x.toFixed(2), cy: y.toFixed(2), r: radius.toFixed(2), ...extra });
  const thin = Math.max(1, r * 0.09);
  const thick = Math.max(1.5, r * 0.22);
  if (!party) {
    const ring = circle(r - thin, { fill: 'none', stroke: 'var(--hollow)', 'stroke-width': thin });
    if (kind !== 'vacant') return [ring];
    const arm = r * 0.42;
    const cross = `M${x - arm} ${y - arm}L${x + arm} ${y + arm}M${x + arm} ${y - arm}L${x - arm} ${y + arm}`;
    return [ring, svg('path', { d: cross, stroke: 'var(--muted)', 'stroke-width': thin * 1.6 })];
  }
  const shapes: SVGElement[] = [];
  if (kind === 'won') {
    shapes.push(circle(r, { fill: party.colour }));
    if (party.keyline > 0)
      shapes.push(circle(r - thin / 2, { fill: 'none', stroke: keyline(party), 'stroke-width': thin }));
  } else {
    if (party.keyline > 0) shapes.push(circle(r, { fill: keyline(party) }));
    const outer = party.keyline > 0 ? r - thin : r;
    shapes.push(circle(outer, { fill: party.colour }), circle(outer - thick, { fill: 'var(--deep)' }));
    if (kind === 'leading') {
      const d = hatching(x, y, outer - thick);
      if (party.keyline > 0)
        shapes.push(svg('path', { d, stroke: keyline(party), 'stroke-width': r * 0.36 }));
      shapes.push(svg('path', { d, stroke: party.colour, 'stroke-width': r * 0.24 }));
    }
  }
  if (overhang) {
    const width = Math.max(1.5, r * 0.14);
    shapes.push(circle(r - width / 2, { fill: 'none', stroke: 'var(--text)', 'stroke-width': width }));
    shapes.push(
      circle(r - width * 1.7, { fill: 'none', stroke: 'var(--deep)', 'stroke-width': width * 0.9 }),
    );
  }
  return shapes;
}
