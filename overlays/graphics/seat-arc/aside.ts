// What stands beside and under the arc: the list of parties, the blocs, the key to the kinds of seats.
import { block, box, line } from '../../kit/dom.ts';
import { fitText } from '../../kit/fit-text.ts';
import { fromBelow, fromNothing, move } from '../../kit/motion.ts';
import { swatch } from '../../kit/party.ts';
import type { SeatKind } from '../../kit/seat-plan.ts';
import { totalOf } from '../../kit/seat-plan.ts';
import { uncertain, verdict, type House, type HouseParty } from './house.ts';
import { seatShapes, svg } from './seat-shapes.ts';

/** The column beside the arc, px. */
const COLUMN = { height: 676 };
/** From this row height in px on, a second line fits under the name and the number is set large. */
const ROOMY = 84;

/** The list arrives once the panel is under it: start and stagger of its rows, ms. */
const LIST = { at: 280, spread: 60, ms: 260 };

export interface Part {
  element: HTMLElement;
  /** Fits the text; call when the element is in the document. */
  fit: () => void;
}

const isCertain = (party: HouseParty): boolean => party.seats > 0 || totalOf(party) === 0;

function partyRow(party: HouseParty, i: number, of: number, roomy: boolean): Part {
  const id = `p-${party.id}`;
  const at = LIST.at + (i * LIST.spread) / of;
  const total = totalOf(party);
  const name = line(`${id}-name`, party.short, 'item');
  const detailText = uncertain(party);
  const detail = detailText !== '' && line(`${id}-detail`, detailText, 'small mist');
  const look = `${roomy ? 'big' : 'item total'}${total === 0 ? ' mist' : ''}`;
  const content = box(
    'row-in',
    i > 0 && block(`${id}-rule`, 'rule'),
    swatch(`${id}-swatch`, party, isCertain(party)),
    box(roomy ? 'names' : 'names tight', name, detail),
    line(`${id}-total`, String(total), look, true),
  );
  const element = box('party-row', move(content, { from: fromBelow, at, ms: LIST.ms }));
  const fit = (): void => {
    const beside = detail && !roomy ? detail.offsetWidth + 16 : 0;
    fitText(name, `parties.${i}.short`, 352 - beside, { sizes: [36], widths: [98, 66], lines: [1] });
  };
  return { element, fit };
}

/** The parties in the order of the arc with their seats. */
export function partyList(house: House): Part {
  const height = Math.min(100, COLUMN.height / house.parties.length);
  const rows = house.parties.map((party, i) => partyRow(party, i, house.parties.length, height >= ROOMY));
  for (const { element } of rows) element.style.height = `${height}px`;
  return {
    element: box('column', ...rows.map((row) => row.element)),
    fit: () => {
      for (const row of rows) row.fit();
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
      fitText(label, `blocs.${i}.label`, 370, { sizes: [36], widths: [96, 75], lines: [2] });
      fitText(against, `blocs.${i}.label`, 500, { sizes: [28], widths: [92, 72], lines: [1] });
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
  return {
    element: box('column blocs', ...cards),
    fit: () => {
      for (const fit of fits) fit();
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
