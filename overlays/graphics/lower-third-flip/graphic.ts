// Lower third: a seat changes hands. First who held it, then the winner's colour takes the row.
import { block, box, inner, line, paint } from '../../kit/dom.ts';
import { fitText } from '../../kit/fit-text.ts';
import { Graphic } from '../../kit/graphic.ts';
import { checkWidth, lowerThird, rise, type Tab } from '../../kit/lower-third.ts';
import { fromBelow, fromLeft, fromRight, move, unrolled } from '../../kit/motion.ts';
import {
  choice,
  figure,
  integer,
  isolate,
  object,
  partyFrom,
  required,
  text,
  type Data,
  type Party,
} from '../../kit/read.ts';
import { Refusal } from '../../kit/refusal.ts';
import type { Theme } from '../../kit/theme.ts';
import css from './style.css?inline';

const STATUS = ['declared', 'leading', 'projected'] as const;
const WORD = { declared: '', leading: 'Leading', projected: 'Projection' };
/** Second beat of the entrance, ms: the old colour has been read, the new one arrives. */
const TURN = 520;
/** Width of the whole row, px. */
const ROW = 1744;

interface Side {
  party: Party;
  name: string;
}

function side(data: Data, field: 'from' | 'to', theme: Theme): Side {
  const found = object(data, field);
  if (!found) throw new Refusal(`${field}: is required and is empty.`);
  const party = object(found, 'party');
  if (!party) throw new Refusal(`${field}: the party is required.`);
  return { party: partyFrom(party, field, theme), name: text(found, 'name') };
}

/** One side of the row: party over name over a small line. Without a name the party takes its place. */
function sideText(
  key: string,
  who: Side,
  small: string,
  order: number,
): Record<'box' | 'name' | 'party', HTMLElement> {
  const late = (clip: HTMLElement, i: number): HTMLElement => {
    move(inner(clip), { from: fromBelow, at: order + i * 50, to: { opacity: 1 } });
    return clip;
  };
  const party = late(line(`${key}-party`, who.party.short, 'small caps'), 0);
  const name = late(line(key, who.name || who.party.short, `name-${key}`), 1);
  const foot = small !== '' && late(line(`${key}-foot`, small, 'small'), 2);
  if (who.name === '') party.hidden = true;
  return { box: box('words', party, name, foot), name, party };
}

function build(scene: HTMLElement, data: Data, _step: number, theme: Theme): void {
  const status = choice(data, 'status', STATUS, 'declared');
  required(data, 'status');
  const solid = status === 'declared';
  const [from, to] = [side(data, 'from', theme), side(data, 'to', theme)];
  const since = text(data, 'since');
  const votes = integer(data, 'votes');
  const place = rise(line('electorate', required(data, 'electorate'), 'place caps display'), 0);

  const left = sideText(
    'from',
    from,
    since === '' ? '' : /^\d{4}$/.test(since) ? `Held since ${since}` : since,
    120,
  );
  const right = sideText('to', to, '', TURN + 140);
  const number = votes !== null && line('votes', figure(votes), 'votes', true);
  const numberLabel = number && line('votes-label', solid ? 'Majority' : 'Leads by', 'small caps');
  const tally = number && box('tally', numberLabel, number);
  const surface = paint(block('to-surface', solid ? 'field cut' : 'cut ground'), to.party);
  const ring = !solid && paint(block('to-ring', 'ring'), to.party);
  const hatch = !solid && paint(block('to-hatch', 'hatch'), to.party);
  const winner = paint(
    box(solid ? 'to' : 'to open', surface, ring, hatch, box('tip'), right.box, tally),
    to.party,
  );
  move(winner, { from: fromRight, at: TURN, ms: 560, to: { opacity: 1 } });
  const loser = paint(box('from', left.box), from.party);
  const field = move(paint(block('from-field', 'field'), from.party), {
    from: unrolled,
    at: 60,
    to: { opacity: 1 },
  });
  const row = move(box('swap-in', field, loser, winner), { from: null, at: 0, to: fromLeft });

  const label = text(data, 'label') || (solid ? `${isolate(to.party.short)} gain` : '');
  const tabs: Tab[] = [
    { key: 'status', text: WORD[status], look: 'open', party: to.party, at: TURN + 40 },
    { key: 'label', text: label, look: solid ? 'solid' : 'quiet', party: to.party, at: TURN + 40 },
    { key: 'counted', text: text(data, 'counted'), look: 'quiet', at: TURN + 100 },
  ];
  const frame = lowerThird(scene, {
    accent: from.party,
    certain: true,
    tabs,
    content: box('flip', box('head', place), box('swap', row)),
    source: text(data, 'source'),
  });
  const face = paint(block('bar-to', solid ? 'field' : 'hatch'), to.party);
  frame.querySelector('.bar')?.append(move(face, { from: fromBelow, at: TURN, to: { opacity: 1 } }));

  fitText(place, 'electorate', 1600, { sizes: [76], widths: [84, 70], lines: [1] });
  fitText(left.party, 'from.party.short', 520, { sizes: [28], widths: [92, 72], lines: [1] });
  fitText(left.name, 'from.name', 600, { sizes: [44], widths: [94, 72], lines: [1] });
  // What the old holder and the number leave to the winner.
  const room = ROW - loser.offsetWidth - (solid ? 168 : 216) - (tally ? tally.offsetWidth : 0);
  fitText(right.party, 'to.party.short', room, { sizes: [28], widths: [92, 72], lines: [1] });
  fitText(right.name, 'to.name', room, { sizes: [76, 44], widths: [92, 75], lines: [1] });
  checkWidth(frame, 'label');
}

export default class LowerThirdFlip extends Graphic {
  constructor() {
    super({ url: import.meta.url, css, stepCount: 1, build });
  }
}
