// Lower third: one electorate. Winner or leader, party, majority or lead, the count, hold or gain.
import { block, box, line, paint } from '../../kit/dom.ts';
import { fitText } from '../../kit/fit-text.ts';
import { Graphic } from '../../kit/graphic.ts';
import { checkWidth, lowerThird, rise } from '../../kit/lower-third.ts';
import { entranceOf } from '../../kit/marks.ts';
import { fromLeft, move } from '../../kit/motion.ts';
import { figure, type Data } from '../../kit/read.ts';
import { readElectorate, type Side } from './electorate.ts';
import type { Theme } from '../../kit/theme.ts';
import css from './style.css?inline';

/** Room for the text of the main column, px, with and without the number beside it. */
const ROOM = { beside: 1300, alone: 1640 };

/** Where the two sides are in the data. */
const FIELDS = {
  leader: { name: 'name', party: 'party' },
  other: { name: 'opponent', party: 'opponentParty' },
};

interface Row {
  element: HTMLElement;
  /** Fits the texts of the row into `room` px; call when it is in the document. */
  fit: (room: number) => void;
}

/** The row of one candidate or party: a solid field when it is certain, an outlined one when not. */
function sideRow(key: string, side: Side, solid: boolean, path: { name: string; party: string }): Row {
  const surface = paint(block(`${key}-surface`, solid ? 'field' : 'frame'), side.party);
  const chip = side.chip !== '' && line(`${key}-party`, side.chip, 'chip caps');
  const chipField = chip && !solid && paint(block(`${key}-chip`, 'field'), side.party);
  const name = line(key, side.name, 'side');
  const content = paint(box('row-in', surface, chip && box('chip-box', chipField, chip), name), side.party);
  content.classList.toggle('open', !solid);
  move(content, { from: fromLeft, at: 120 });
  const fit = (room: number): void => {
    if (chip) fitText(chip, `${path.party}.short`, 400, { sizes: [28], widths: [92, 75], lines: [1] });
    const left = room - (chip ? chip.offsetWidth + 80 : 40);
    fitText(name, side.chip === '' ? `${path.party}.short` : path.name, left, {
      sizes: [44],
      widths: [94, 75],
      lines: [1],
    });
  };
  return { element: box('row', content), fit };
}

function build(scene: HTMLElement, data: Data, _step: number, theme: Theme): void {
  const race = readElectorate(data, theme);
  const place = rise(line('electorate', race.electorate, 'place caps display'), 0);
  const rows = race.sides.map((side, i) =>
    sideRow(i === 0 ? 'leader' : 'other', side, race.solid, FIELDS[i === 0 ? 'leader' : 'other']),
  );
  const versus = race.versus !== '' && rise(line('versus', race.versus, 'small'), 3);
  const votes = race.votes !== null && rise(line('votes', figure(race.votes), 'votes', true), 2);
  const label = votes && rise(line('votes-label', race.votesLabel, 'small mist caps'), 1);
  const figureFace =
    votes && move(block('figure-face', 'figure-face'), { from: entranceOf(scene).plate, at: 60 });
  const frame = lowerThird(scene, {
    accent: race.accent,
    certain: race.solid,
    tabs: race.tabs,
    content: box(
      'race',
      box('main', place, box('rows', ...rows.map((row) => row.element)), versus),
      votes && box('figure', figureFace, label, votes),
    ),
    source: race.source,
  });
  const room = votes ? ROOM.beside : ROOM.alone;
  fitText(place, 'electorate', room, { sizes: [72], widths: [84, 70], lines: [2] });
  for (const row of rows) row.fit(room / rows.length);
  if (versus) fitText(versus, 'opponent', room, { sizes: [28], widths: [96, 78], lines: [1] });
  checkWidth(frame, 'counted');
}

export default class LowerThirdElectorate extends Graphic {
  constructor() {
    super({ url: import.meta.url, css, stepCount: 1, build });
  }
}
