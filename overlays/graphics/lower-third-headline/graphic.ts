// Lower third: a headline strap. Kicker, headline, detail and source; anything uncertain says so.
import { box, line } from '../../kit/dom.ts';
import { fitText } from '../../kit/fit-text.ts';
import { Graphic } from '../../kit/graphic.ts';
import { checkWidth, lowerThird, rise, type Tab } from '../../kit/lower-third.ts';
import { choice, party, required, text, type Data } from '../../kit/read.ts';
import type { Theme } from '../../kit/theme.ts';
import css from './style.css?inline';

const ROOM = 1640;
const STATUS = ['stated', 'projected', 'leading', 'possible'] as const;
const WORD = { stated: '', projected: 'Projection', leading: 'Leading', possible: 'Possible' };
/** Kickers that already say what the status says, so that it is not said twice. */
const SAYS = {
  stated: /^$/,
  projected: /project|likely|forecast/i,
  leading: /lead|ahead/i,
  possible: /possib|could|may/i,
};

function tabsOf(data: Data, theme: Theme): Tab[] {
  const who = party(data, 'party', theme);
  const status = choice(data, 'status', STATUS, 'stated');
  const kicker = text(data, 'kicker');
  const said = status !== 'stated' && SAYS[status].test(kicker);
  return [
    { key: 'party', text: who?.short ?? '', look: 'solid', party: who },
    { key: 'kicker', text: kicker, look: said ? 'open' : 'solid' },
    { key: 'status', text: said ? '' : WORD[status], look: 'open' },
  ];
}

function build(scene: HTMLElement, data: Data, _step: number, theme: Theme): void {
  const headline = rise(line('headline', required(data, 'headline'), 'headline display'), 0);
  const detailText = text(data, 'detail');
  const detail = detailText !== '' && rise(line('detail', detailText, 'detail'), 1);
  const frame = lowerThird(scene, {
    accent: party(data, 'party', theme),
    certain: choice(data, 'status', STATUS, 'stated') === 'stated',
    tabs: tabsOf(data, theme),
    content: box('strap', headline, detail),
    source: text(data, 'source'),
  });
  fitText(headline, 'headline', ROOM, { sizes: [68], widths: [88, 72], lines: [2] });
  if (detail) fitText(detail, 'detail', ROOM, { sizes: [36], widths: [98, 80], lines: [2] });
  checkWidth(frame, 'kicker');
}

export default class LowerThirdHeadline extends Graphic {
  constructor() {
    super({ url: import.meta.url, css, stepCount: 1, build });
  }
}
