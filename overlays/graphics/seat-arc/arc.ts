// Draws the arc: seats as SVG in three layers (hollow, left, right), the majority tick and the rings of the blocs.
import { block, box, line } from '../../kit/dom.ts';
import { hemicycle, seatRadius, type Seat } from '../../kit/hemicycle.ts';
import { rise } from '../../kit/lower-third.ts';
import { fromNothing, move } from '../../kit/motion.ts';
import { stretches, type PlannedSeat, type Stretch } from '../../kit/seat-plan.ts';
import type { House } from './house.ts';
import { seatShapes, svg } from './seat-shapes.ts';

/** Outer radius of the seats, px, in the whole picture and in its upper part. */
const RADIUS = { full: 500, above: 264 };
/** What lies outside the seats, px from them: the pieces of the ring, the numbers, the edge of the box around it all. */
const OUTSIDE = { inner: 14, outer: 30, number: 28, box: 46 };
/** Numbers: px along their circle that they need, that they keep from the tick, and that notches keep from it. */
const NUMBER = { span: 40, clear: 38, axis: 86 };

const radiusOf = ({ above }: House): number => (above ? RADIUS.above : RADIUS.full);
/** Half the width of the box around the arc, and its height, px. */
const boxOf = (house: House): number => radiusOf(house) + OUTSIDE.box;

/** Those seats that `keep` picks, on a layer no wider than they need: what turns should be small. */
function layer(house: House, seats: readonly Seat[], keep: (seat: PlannedSeat) => boolean): HTMLElement {
  const [radius, half] = [radiusOf(house), boxOf(house)];
  const r = seatRadius(house.house) * radius;
  const picked = house.plan.flatMap((seat, i) => {
    const place = seats[i];
    return place && keep(seat) ? [{ seat, x: half + place.x * radius, y: half - place.y * radius }] : [];
  });
  const left = Math.floor(Math.min(half, ...picked.map(({ x }) => x - r)));
  const right = Math.ceil(Math.max(half, ...picked.map(({ x }) => x + r)));
  const canvas = svg('svg', {
    width: right - left,
    height: half,
    viewBox: `${left} 0 ${right - left} ${half}`,
  });
  for (const { seat, x, y } of picked)
    canvas.append(...seatShapes(seat.kind, seat.overhang, house.parties[seat.party], x, y, r));
  const element = box('layer', canvas);
  element.style.left = `${left}px`;
  element.style.width = `${right - left}px`;
  element.style.transformOrigin = `${half - left}px 100%`;
  return element;
}

/** A stretch of seats as a piece of the ring outside the arc. */
function ringPath(stretch: Stretch, house: House): string {
  const gap = 0.25;
  const half = boxOf(house);
  const point = (radius: number, seats: number, shift: number): string => {
    const a = ((seats / house.house) * 180 + shift) * (Math.PI / 180);
    return `${(half - radius * Math.cos(a)).toFixed(2)} ${(half - radius * Math.sin(a)).toFixed(2)}`;
  };
  const inner = radiusOf(house) + OUTSIDE.inner;
  const outer = radiusOf(house) + OUTSIDE.outer;
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

/** Outside the arc: where one party ends and the next begins, and how many seats lie between. Works without colour. */
function extents(house: House): HTMLElement[] {
  const degrees = 180 / house.house;
  const half = boxOf(house);
  const circle = radiusOf(house) + OUTSIDE.number;
  const turn = (px: number): number => ((px / circle) * 180) / Math.PI;
  const marks: HTMLElement[] = [];
  house.parties.forEach((party, i) => {
    const [run] = stretches(house.plan, new Set([i]));
    if (!run) return;
    for (const edge of [run.start, run.end])
      if (edge > 0 && edge < house.house) {
        const notch = mark(`edge-${edge}`, house, edge);
        notch.classList.add('notch');
        if (
          Math.abs(edge * degrees - 90) > turn(NUMBER.axis) &&
          !marks.some((m) => m.dataset['k'] === notch.dataset['k'])
        )
          marks.push(notch);
      }
    const middle = ((run.start + run.end) / 2) * degrees;
    const span = (run.end - run.start) * degrees;
    if (span < turn(NUMBER.span) || Math.abs(middle - 90) < turn(NUMBER.clear)) return;
    const radians = (middle * Math.PI) / 180;
    const number = line(`n-${party.id}`, String(run.end - run.start), 'small number', true);
    number.style.left = `${half - circle * Math.cos(radians)}px`;
    number.style.top = `${half - circle * Math.sin(radians)}px`;
    marks.push(number);
  });
  return marks;
}

/** The rings of the blocs: each grows from its own end towards the middle. */
function rings(house: House): HTMLElement[] {
  return house.blocs.flatMap((bloc, i) =>
    stretches(house.plan, new Set(bloc.members)).map((stretch, part) => {
      const half = boxOf(house);
      const canvas = svg('svg', { width: half * 2, height: half, viewBox: `0 0 ${half * 2} ${half}` });
      canvas.append(svg('path', { d: ringPath(stretch, house) }));
      const ring = box(bloc.total >= house.majority ? 'layer ring' : 'layer ring short', canvas);
      ring.dataset['k'] = `ring-${i}-${part}`;
      ring.dataset['kind'] = 'block';
      ring.dataset['look'] = `${ring.className} ${stretch.start} ${stretch.end}`;
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
      { from: { transform: `rotate(${which === 'left' ? -turn : turn}deg)` }, at: 40, ms: 440 },
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
  const outside = move(box('marks', ...marks, ...(blocs ? [] : extents(house))), {
    from: fromNothing,
    at: 220,
    ms: 320,
  });
  const govern = rise(line('govern', `${house.majority} to govern`, 'small govern'), 3);
  const count = rise(line('house', String(house.house), 'big', true), 3);
  const seatsWord = rise(line('house-word', house.house === 1 ? 'seat' : 'seats', 'small mist'), 4);
  const arc = box(
    'arc',
    box('half', all, ...(blocs ? rings(house) : [])),
    outside,
    govern,
    box('centre', count, seatsWord),
  );
  arc.style.setProperty('--box', `${boxOf(house)}px`);
  return arc;
}
