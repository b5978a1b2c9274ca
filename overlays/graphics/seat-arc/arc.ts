// Draws the arc: seats as SVG in three layers (hollow, left, right), the majority tick and the rings of the blocs.
import { block, box, line } from '../../kit/dom.ts';
import { hemicycle, seatRadius, type Seat } from '../../kit/hemicycle.ts';
import { rise } from '../../kit/lower-third.ts';
import { fromNothing, move } from '../../kit/motion.ts';
import { stretches, type PlannedSeat, type Stretch } from '../../kit/seat-plan.ts';
import type { House, HouseParty } from './house.ts';

/** Outer radius of the seats, and of the box around the arc, px. */
export const RADIUS = 520;
export const BOX = 566;
const RING = { inner: 534, outer: 550 };
const SVG = 'http://www.w3.org/2000/svg';

function svg(name: string, attributes: Record<string, string | number>): SVGElement {
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

function layer(house: House, seats: readonly Seat[], keep: (seat: PlannedSeat) => boolean): HTMLElement {
  const canvas = svg('svg', { width: BOX * 2, height: BOX, viewBox: `0 0 ${BOX * 2} ${BOX}` });
  const r = seatRadius(house.house) * RADIUS;
  house.plan.forEach((seat, i) => {
    const place = seats[i];
    if (!place || !keep(seat)) return;
    const [x, y] = [BOX + place.x * RADIUS, BOX - place.y * RADIUS];
    canvas.append(...seatShapes(seat.kind, seat.overhang, house.parties[seat.party], x, y, r));
  });
  return box('layer', canvas);
}

/** A stretch of seats as a piece of the ring outside the arc. */
function ringPath(stretch: Stretch, house: number): string {
  const gap = 0.25;
  const point = (radius: number, seats: number, shift: number): string => {
    const a = ((seats / house) * 180 + shift) * (Math.PI / 180);
    return `${(BOX - radius * Math.cos(a)).toFixed(2)} ${(BOX - radius * Math.sin(a)).toFixed(2)}`;
  };
  const { inner, outer } = RING;
  const [s, e] = [stretch.start, stretch.end];
  return (
    `M${point(outer, s, gap)}A${outer} ${outer} 0 0 1 ${point(outer, e, -gap)}` +
    `L${point(inner, e, -gap)}A${inner} ${inner} 0 0 0 ${point(inner, s, gap)}Z`
  );
}

/** A radial mark at `seats` seats from the left, crossing the ring. */
function mark(key: string, house: House, seats: number): HTMLElement {
  const angle = (seats / house.house) * 180 - 90;
  const tick = block(key, 'tick');
  tick.style.rotate = `${angle}deg`;
  tick.dataset['look'] = 'tick';
  return tick;
}

/** The rings of the blocs: each grows from its own end towards the middle. */
function rings(house: House): HTMLElement[] {
  return house.blocs.flatMap((bloc, i) =>
    stretches(house.plan, new Set(bloc.members)).map((stretch, part) => {
      const canvas = svg('svg', { width: BOX * 2, height: BOX, viewBox: `0 0 ${BOX * 2} ${BOX}` });
      canvas.append(svg('path', { d: ringPath(stretch, house.house), fill: '#f4f7fc' }));
      const ring = box('layer ring', canvas);
      ring.dataset['k'] = `ring-${i}-${part}`;
      ring.dataset['kind'] = 'block';
      ring.dataset['look'] = `${stretch.start} ${stretch.end}`;
      const turn = ((stretch.end - stretch.start) / house.house) * 180;
      const fromLeft = stretch.start === 0;
      const fromRight = stretch.end === house.house;
      const from =
        fromLeft || fromRight ? { transform: `rotate(${fromLeft ? -turn - 2 : turn + 2}deg)` } : fromNothing;
      return move(ring, { from, at: 60, ms: 560, to: fromNothing });
    }),
  );
}

/** The whole arc. With `blocs`, the rings and a finishing line for each direction of growth. */
export function drawArc(house: House, blocs: boolean): HTMLElement {
  const seats = hemicycle(house.house);
  const side = (seat: PlannedSeat): string => house.parties[seat.party]?.side ?? '';
  const all = block('seats', 'seats');
  all.dataset['look'] = JSON.stringify([
    house.plan,
    house.parties.map((party) => [party.colour, party.side]),
  ]);
  const sweep = (which: 'left' | 'right'): HTMLElement => {
    const share = house.plan.filter((seat) => side(seat) === which).length / house.house;
    const turn = share * 180 + 6;
    return move(
      layer(house, seats, (seat) => side(seat) === which),
      { from: { transform: `rotate(${which === 'left' ? -turn : turn}deg)` }, at: 40, ms: 560 },
    );
  };
  all.append(
    move(
      layer(house, seats, (seat) => seat.party < 0),
      { from: fromNothing, at: 180 },
    ),
    sweep('left'),
    sweep('right'),
  );
  const marks = blocs
    ? [mark('post-left', house, house.majority), mark('post-right', house, house.house - house.majority)]
    : [mark('tick', house, house.house / 2)];
  for (const tick of marks) move(tick, { from: fromNothing, at: 220 });
  const govern = rise(line('govern', `${house.majority} to govern`, 'small govern'), 3);
  const count = rise(line('house', String(house.house), 'big', true), 3);
  const seatsWord = rise(line('house-word', house.house === 1 ? 'seat' : 'seats', 'small mist'), 4);
  return box(
    'arc',
    box('half', all, ...(blocs ? rings(house) : [])),
    ...marks,
    govern,
    box('centre', count, seatsWord),
  );
}
