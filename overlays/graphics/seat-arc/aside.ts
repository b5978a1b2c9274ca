// What stands beside and under the arc: the list of parties, the blocs, the key to the kinds of seats.
import { block, box, line } from '../../kit/dom.ts';
import { fitText } from '../../kit/fit-text.ts';
import { fromBelow, fromNothing, move } from '../../kit/motion.ts';
import { swatch } from '../../kit/party.ts';
import type { SeatKind } from '../../kit/seat-plan.ts';
import { totalOf } from '../../kit/seat-plan.ts';
import { uncertain, verdict, type House, type HouseParty } from './house.ts';
import { Refusal } from '../../kit/refusal.ts';
import { seatShapes, svg } from './seat-shapes.ts';

/** The column beside the arc, px: its height, without the key in the upper layout, and what a name has there. */
const COLUMN = {
  full: { height: 632, name: 352, detail: Infinity, across: 1 },
  above: { height: 278, name: 260, detail: 280, across: 2 },
};

const columnOf = ({ above }: House) => (above ? COLUMN.above : COLUMN.full);
/** From this row height in px on, a second line fits under the name and the number is set large. */
const ROOMY = 84;

/** Below this row height in px the names are set small: many parties in the upper part of the picture. */
const DENSE = 40;

/** Sizes of the names, px: as a rule, and in dense rows. */
const NAME = 36;
const SMALL_NAME = 28;

/** The list arrives once the panel is under it: start and stagger of its rows, ms. */
const LIST = { at: 280, spread: 60, ms: 260 };

export interface Part {
  element: HTMLElement;
  /** Fits the text; call when the element is in the document. */
  fit: () => void;
}

const isCertain = (party: HouseParty): boolean => party.seats > 0 || totalOf(party) === 0;

interface Row {
  element: HTMLElement;
  /** Fits its texts, the name in this size or, where it must, a smaller one; which it was. */
  fit: (size: number) => number;
}

function partyRow(house: House, i: number, party: HouseParty, roomy: boolean): Row {
  const room = columnOf(house);
  const of = house.parties.length;
  const id = `p-${party.id}`;
  const at = LIST.at + (i * LIST.spread) / of;
  const total = totalOf(party);
  const name = line(`${id}-name`, party.short, 'item');
  // beside a name in half a column there is no room; the key says how many seats are not won
  const detailText = house.above && !roomy ? '' : uncertain(party);
  const detail = detailText !== '' && line(`${id}-detail`, detailText, 'small mist');
  const look = `${roomy ? 'big' : 'item total'}${total === 0 ? ' mist' : ''}`;
  const content = box(
    'row-in',
    i % Math.ceil(of / room.across) > 0 && block(`${id}-rule`, 'rule'),
    swatch(`${id}-swatch`, party, isCertain(party)),
    box(roomy ? 'names' : 'names tight', name, detail),
    line(`${id}-total`, String(total), look, true),
  );
  const element = box('party-row', move(content, { from: fromBelow, at, ms: LIST.ms }));
  const fit = (size: number): number => {
    const beside = detail && !roomy ? detail.offsetWidth + 16 : 0;
    const set = fitText(name, `parties.${i}.short`, room.name - beside, {
      sizes: [size],
      widths: [98, 66],
      lines: [1],
    });
    if (detail && house.above)
      fitText(detail, `parties.${i}.leading`, room.detail, { sizes: [28], widths: [92, 70], lines: [1] });
    return set.size;
  };
  return { element, fit };
}

/** Reads downwards, column by column. */
function inColumns(down: number, list: HTMLElement): HTMLElement {
  list.style.setProperty('--down', String(down));
  return list;
}

/** The parties in the order of the arc with their seats. */
export function partyList(house: House): Part {
  const { height: room, across } = columnOf(house);
  const down = Math.ceil(house.parties.length / across);
  const height = Math.min(100, room / down);
  const rows = house.parties.map((party, i) => partyRow(house, i, party, height >= ROOMY));
  for (const { element } of rows) element.style.height = `${height}px`;
  const dense = height < DENSE;
  const size = dense ? SMALL_NAME : NAME;
  const list = inColumns(down, box(dense ? 'column dense' : 'column', ...rows.map((row) => row.element)));
  if (dense) list.style.setProperty('--name', `${size}px`);
  return {
    element: list,
    fit: () => {
      // names of one list are of one size, and their numbers with them
      const least = Math.min(...rows.map((row) => row.fit(size)));
      if (least === size) return;
      for (const row of rows) row.fit(least);
      list.style.setProperty('--name', `${least}px`);
    },
  };
}

function member(key: string, party: HouseParty): HTMLElement {
  return box(
    'member',
    swatch(`${key}-s`, party, isCertain(party)),
    line(key, `${party.short} ${totalOf(party)}`, 'small'),
  );
}

/** The blocs with their totals against the majority; parties in none of them are listed last. */
export function blocList(house: House): Part {
  const fits: (() => void)[] = [];
  const cards = house.blocs.map((bloc, i) => {
    const label = line(`bloc-${i}`, bloc.label, 'item');
    const total = line(`bloc-${i}-total`, String(bloc.total), 'big', true);
    const against = line(`bloc-${i}-verdict`, verdict(bloc.total, house), 'small verdict');
    const members = bloc.members.flatMap((m) => house.parties[m] ?? []);
    fits.push(() => {
      fitText(label, `blocs.${i}.label`, house.above ? 320 : 370, {
        sizes: [36],
        widths: [96, 75],
        lines: [2],
      });
      fitText(against, `blocs.${i}.label`, house.above ? 452 : 500, {
        sizes: [28],
        widths: [92, 72],
        lines: [1],
      });
    });
    return box(
      'card',
      block(`bloc-${i}-rule`, 'rule strong'),
      box('card-head', label, total),
      against,
      box('members', ...members.map((party, m) => member(`bloc-${i}-${m}`, party))),
    );
  });
  const inBloc = new Set(house.blocs.flatMap((bloc) => bloc.members));
  const others = house.parties.filter((party, i) => !inBloc.has(i) && totalOf(party) > 0);
  if (others.length > 0)
    cards.push(
      box(
        'card',
        block('others-rule', 'rule'),
        line('others', 'Others', 'small mist'),
        box('members', ...others.map((party, m) => member(`other-${m}`, party))),
      ),
    );
  const column = box('column blocs', ...cards);
  return {
    element: column,
    fit: () => {
      for (const fit of fits) fit();
      if (column.scrollHeight > column.clientHeight + 1)
        throw new Refusal('blocs: there is too much to say for the room that a lower third leaves.');
    },
  };
}

/** A sample seat of a kind, drawn as in the arc. */
function sample(kind: SeatKind, overhang: boolean): SVGElement {
  const canvas = svg('svg', { width: 36, height: 36 });
  const party = kind === 'vacant' || kind === 'unknown' ? undefined : { colour: 'var(--hollow)', keyline: 0 };
  canvas.append(...seatShapes(kind, overhang, party, 18, 18, 17));
  return canvas;
}

/** The key under the arc: only the kinds of seats that are there and are not plain. */
export function seatKey(house: House): HTMLElement {
  const count = (test: (kind: SeatKind, overhang: boolean) => boolean): number =>
    house.plan.filter((seat) => test(seat.kind, seat.overhang)).length;
  const entry = (kind: SeatKind, overhang: boolean, word: string, n: number): HTMLElement | false =>
    n > 0 && box('key', sample(kind, overhang), line(`key-${word}`, `${word} ${n}`, 'small'));
  const leading = count((kind) => kind === 'leading');
  const projected = count((kind) => kind === 'projected');
  const overhang = count((_kind, over) => over);
  const won = count((kind) => kind === 'won');
  const mixed = leading + projected > 0 && won > 0;
  return move(
    box(
      'keys',
      mixed && entry('won', false, 'Won', won),
      entry('leading', false, 'Leading', leading),
      entry('projected', false, 'Projected', projected),
      entry('won', true, 'Overhang', overhang),
      entry('unknown', false, 'Not yet known', house.unknown),
      entry('vacant', false, 'Vacant', house.vacant),
    ),
    { from: fromNothing, at: 240 },
  );
}
