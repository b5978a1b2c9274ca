// Seat arc: the whole House by party against the majority; in the second step, the blocs.
import { checkTabs } from '../../kit/board.ts';
import { block, box, line } from '../../kit/dom.ts';
import { fitText } from '../../kit/fit-text.ts';
import { Graphic } from '../../kit/graphic.ts';
import { heldPlate } from '../../kit/held.ts';
import { rise, tabRow, type Tab } from '../../kit/lower-third.ts';
import { move, unrolled } from '../../kit/motion.ts';
import type { Data } from '../../kit/read.ts';
import { neutral, type Theme } from '../../kit/theme.ts';
import { drawArc } from './arc.ts';
import { blocList, partyList, seatKey } from './aside.ts';
import { readHouse, type House } from './house.ts';
import css from './style.css?inline';

/** Labels that already say that the result is not final. */
const SAYS = { final: /./, partial: /night|partial|count|progress|so far/i, projected: /project|forecast/i };
/**
 * The frame of the panel (title, foot) is up early and then still, before the list starts: a software renderer repaints
 * the one rectangle around everything that moves, so what is far apart should not move together.
 */
const EARLY = 220;
/** Room of the title beside the bug's corner, px. */
const TITLE = 1200;
const WORD = { final: '', partial: 'Count in progress', projected: 'Projection' };

function tabsOf(house: House): Tab[] {
  const said = SAYS[house.status].test(house.label);
  const open = house.status !== 'final';
  return [
    { key: 'label', ms: EARLY, text: house.label, look: open && said ? 'open' : open ? 'quiet' : 'solid' },
    { key: 'status', ms: EARLY, text: said ? '' : WORD[house.status], look: 'open' },
  ];
}

function build(scene: HTMLElement, data: Data, step: number, theme: Theme): void {
  const house = readHouse(data, theme);
  const blocs = step === 1 && house.blocs.length > 0;
  const title = rise(line('title', house.title, 'title caps'), 0, EARLY);
  const source = rise(line('source', house.source, 'small mist'), 0, EARLY);
  const note = house.note !== '' && rise(line('note', house.note, 'small'), 0, EARLY);
  const column = blocs ? blocList(house) : partyList(house);
  const tabs = tabRow(tabsOf(house));
  scene.append(
    box(
      house.above ? 'house above' : 'house',
      tabs,
      box(
        'panel held',
        ...heldPlate(scene, neutral(theme), true, EARLY),
        title,
        drawArc(house, blocs),
        seatKey(house),
        column.element,
        box('foot', move(block('foot-rule', 'rule'), { from: unrolled, at: 60, ms: EARLY }), note, source),
      ),
    ),
  );
  fitText(title, 'title', TITLE, { sizes: [house.above ? 56 : 64], widths: [86, 70], lines: [1] });
  column.fit();
  fitText(source, 'source', note ? 660 : 1660, { sizes: [28], widths: [98, 75], lines: [1] });
  if (note) fitText(note, 'note', 970, { sizes: [28], widths: [98, 75], lines: [1] });
  checkTabs(tabs);
}

export default class SeatArc extends Graphic {
  constructor() {
    super({ url: import.meta.url, css, stepCount: 2, build });
  }
}
