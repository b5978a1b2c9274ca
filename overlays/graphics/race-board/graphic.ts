// Race board: several electorates at once, one row each; pages as steps when there are more than eight.
import { board, boardCss, BODY, fitAlike, inOrder, type Alike } from '../../kit/board.ts';
import { block, box, line, paint } from '../../kit/dom.ts';
import { fitText } from '../../kit/fit-text.ts';
import { Graphic } from '../../kit/graphic.ts';
import { figure, list, type Data } from '../../kit/read.ts';
import { changeWord, pageAt, pages, readRaces, type Race, type Side } from './races.ts';
import type { Theme } from '../../kit/theme.ts';
import css from './style.css?inline';

/** The highest a row gets, px. */
const ROW = 104;
/** Room for the sides of a race, px. */
const SIDES = 752;

interface Part {
  element: HTMLElement;
  /** Fits the small texts; call when the element is in the document. */
  fit: () => void;
  /** The names, which are set alike on the whole board. To be asked for after `fit`. */
  names: () => Alike[];
}

/** Two names side by side leave no room for parties beside them, so these go above. */
function stackedSide(
  parts: readonly HTMLElement[],
  fields: readonly string[],
  room: number,
): Pick<Part, 'fit' | 'names'> {
  const fit = (): void =>
    parts.forEach((part, i) =>
      fitText(part, fields[i] ?? '', room - 60, { sizes: [28], widths: [94, 62], lines: [1] }),
    );
  return { fit, names: () => [] };
}

/** One side: a solid field when it is certain, a frame when not. */
function sideBox(key: string, side: Side, { solid, sides, field }: Race): Part {
  const room = SIDES / sides.length;
  const surface = paint(block(`${key}-surface`, solid ? 'field' : 'frame'), side.party);
  const stripes = !solid && paint(block(`${key}-hatch`, 'hatch'), side.party);
  const stacked = sides.length > 1;
  const chip = side.chip === '' ? null : line(`${key}-party`, side.chip, 'small chip');
  const name = line(`${key}-name`, side.name, stacked ? 'small' : 'item');
  const words = stacked ? [box('stack', chip, name)] : [chip, name];
  const element = paint(box(solid ? 'side solid' : 'side', surface, stripes, ...words), side.party);
  const [party, own] = [
    `${field}.${side.fields.party}`,
    `${field}.${chip ? side.fields.name : side.fields.party}`,
  ];
  if (stacked) {
    const parts = chip ? [chip, name] : [name];
    return { element, ...stackedSide(parts, chip ? [party, own] : [own], room) };
  }
  return {
    element,
    fit: () => {
      if (chip) fitText(chip, party, room * 0.36, { sizes: [28], widths: [92, 66], lines: [1] });
    },
    names: () => [
      { clip: name, field: own, room: room - (chip ? chip.offsetWidth + 24 : 0) - (solid ? 44 : 80) },
    ],
  };
}

function raceRow(race: Race, i: number, of: number): Part {
  const { key } = race;
  const place = line(`${key}-place`, race.electorate, 'item');
  const sides = race.sides.map((side, s) => sideBox(`${key}-${s}`, side, race));
  const none = race.sides.length === 0 && box('side none', block(`${key}-none`, 'hollow'));
  const votes = race.votes !== null && line(`${key}-votes`, figure(race.votes), 'item votes', true);
  const label = line(
    `${key}-label`,
    race.votesLabel || race.word,
    race.votesLabel === '' ? 'small status-word' : 'small mist',
  );
  const said = race.votesLabel !== '' && ['projected', 'too-close', 'recount'].includes(race.status);
  const change = changeWord(race);
  const mark =
    change !== '' && line(`${key}-change`, change, `small mark${race.solid ? ` ${race.change}` : ''}`);
  const word = said && line(`${key}-word`, race.word, 'small mark');
  const counted = race.counted !== '' && line(`${key}-counted`, race.counted.toLowerCase(), 'small mist');
  const second = word || mark;
  const element = box(
    'race-row',
    inOrder(
      box(
        'row-in',
        block(`${key}-rule`, 'rule'),
        box('place', place),
        box('sides', ...sides.map((side) => side.element), none),
        box('number', votes, label),
        box('standing', second, counted),
      ),
      i,
      of,
    ),
  );
  const fit = (): void => {
    for (const side of sides) side.fit();
    fitText(label, `${race.field}.status`, 200, { sizes: [28], widths: [92, 66], lines: [1] });
    if (second) fitText(second, `${race.field}.change`, 262, { sizes: [28], widths: [92, 66], lines: [1] });
    if (counted)
      fitText(counted, `${race.field}.counted`, 262, { sizes: [28], widths: [92, 62], lines: [1] });
  };
  const names = (): Alike[] => [
    { clip: place, field: `${race.field}.electorate`, room: 400 },
    ...sides.flatMap((side) => side.names()),
  ];
  return { element, fit, names };
}

function build(scene: HTMLElement, data: Data, step: number, theme: Theme): void {
  const { title, label, source, races } = readRaces(data, theme);
  const { shown, all, aside } = pageAt(races, step);
  const rows = shown.map((race, i) => raceRow(race, i, shown.length));
  // every page has rows of one height, so that the last one does not jump
  const most = all[0]?.length ?? 1;
  const height = Math.min(ROW, BODY / most);
  for (const { element } of rows) element.style.height = `${height}px`;
  const open = races.some((race) => !race.solid);
  board(scene, {
    tabs: [{ key: 'label', text: label, look: open ? 'quiet' : 'solid' }],
    title,
    source,
    aside,
    height: height * most,
    body: box('races', ...rows.map((row) => row.element)),
  });
  for (const { fit } of rows) fit();
  const names = rows.flatMap((row) => row.names());
  const size = fitAlike(names, { sizes: [36], widths: [94, 62], lines: [1] });
  scene.style.setProperty('--name-size', `${size}px`);
}

export default class RaceBoard extends Graphic {
  constructor() {
    super({
      url: import.meta.url,
      css: boardCss(css),
      stepCount: (data) => pages(list(data, 'races')).length,
      build,
    });
  }
}
