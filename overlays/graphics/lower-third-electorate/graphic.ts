// Lower third: one electorate. Winner or leader, party, majority or lead, the count, hold or gain.
import { block, box, line, paint } from '../../kit/dom.ts';
import { fitText } from '../../kit/fit-text.ts';
import { Graphic } from '../../kit/graphic.ts';
import { checkWidth, lowerThird, rise } from '../../kit/lower-third.ts';
import { fromLeft, move } from '../../kit/motion.ts';
import { figure, type Data } from '../../kit/read.ts';
import { readElectorate, type Electorate } from './electorate.ts';
import css from './style.css?inline';

/** The row of the winner or leader: a solid field when it is certain, an outlined one when not. */
function leaderRow(
  race: Electorate,
): { row: HTMLElement; name: HTMLElement; party: HTMLElement | false } | null {
  const { leader } = race;
  if (!leader) return null;
  const surface = paint(block('leader-surface', race.solid ? 'field' : 'frame'), leader.party);
  const swatch = !race.solid && leader.party ? paint(block('leader-hatch', 'hatch'), leader.party) : false;
  const party = leader.partyText !== '' && line('leader-party', leader.partyText, 'party caps');
  const name = line('leader', leader.text, 'leader');
  const content = paint(box('row-in', surface, swatch, party, name), leader.party);
  if (!race.solid || !leader.party) content.classList.add('open');
  if (!leader.party) content.classList.add('neutral');
  move(content, { from: fromLeft, at: 120 });
  return { row: box('row', content), name, party };
}

function build(scene: HTMLElement, data: Data): void {
  const race = readElectorate(data);
  const place = rise(line('electorate', race.electorate, 'place caps'), 0);
  const leader = leaderRow(race);
  const versus = race.versus !== '' && rise(line('versus', race.versus, 'small'), 3);
  const source = race.source !== '' && rise(line('source', race.source, 'small mist'), 3);
  const votes = race.votes !== null && rise(line('votes', figure(race.votes), 'votes', true), 2);
  const label = votes && rise(line('votes-label', race.votesLabel, 'small mist'), 1);
  const frame = lowerThird(scene, {
    accent: race.leader?.party ?? null,
    certain: race.solid,
    tabs: race.tabs,
    content: box(
      'race',
      box('main', place, leader?.row, (versus || source) && box('foot', versus, source)),
      votes && box('figure', label, votes),
    ),
  });
  const room = votes ? 1320 : 1640;
  fitText(place, 'electorate', room, { sizes: [72], widths: [84, 70], lines: [2] });
  if (leader) {
    if (leader.party) fitText(leader.party, 'party', 420, { sizes: [28], widths: [92, 75], lines: [1] });
    const left = room - (leader.party ? leader.party.offsetWidth : 0) - 120;
    fitText(leader.name, 'name', left, { sizes: [44], widths: [94, 75], lines: [1] });
  }
  if (versus) fitText(versus, 'opponent', room, { sizes: [28], widths: [96, 78], lines: [1] });
  if (source) fitText(source, 'source', room, { sizes: [28], widths: [96, 78], lines: [1] });
  checkWidth(frame, 'counted');
}

export default class LowerThirdElectorate extends Graphic {
  constructor() {
    super({ url: import.meta.url, css, stepCount: 1, build });
  }
}
