// Quotation card: the words fill the screen, under them whose they are, where and when they were said.
import { boardCss, boardFrame, checkTabs, inOrder } from '../../kit/board.ts';
import { block, box, line } from '../../kit/dom.ts';
import { fitText } from '../../kit/fit-text.ts';
import { Graphic } from '../../kit/graphic.ts';
import { tabRow } from '../../kit/lower-third.ts';
import { fromNothing, move } from '../../kit/motion.ts';
import { choice, party, required, text, type Data } from '../../kit/read.ts';
import { LANGUAGES, quoted, runsLeftwards } from './words.ts';
import type { Theme } from '../../kit/theme.ts';
import css from './style.css?inline';

/** Room for the words, px. Sizes are large first: few words stand big, six hundred characters stand in eleven lines. */
const ROOM = 1560;
const RULE = { sizes: [104, 84, 68, 56, 48], widths: [96, 86], lines: [4, 5, 7, 9, 11] } as const;

function build(scene: HTMLElement, data: Data, _step: number, theme: Theme): void {
  const who = party(data, 'party', theme);
  const words = quoted(required(data, 'quote'), choice(data, 'language', LANGUAGES, 'en'));
  const quote = inOrder(line('quote', words, 'quote'), 0, 3);
  const speaker = inOrder(line('speaker', required(data, 'speaker'), 'speaker'), 1, 3);
  const role = text(data, 'role');
  const second = [text(data, 'occasion'), text(data, 'date')].filter((part) => part !== '').join(' · ');
  const roleLine = role !== '' && inOrder(line('role', role, 'speaker role'), 1, 3);
  const when = second !== '' && inOrder(line('when', second, 'small mist'), 2, 3);
  const rule = move(block('by-rule', 'rule'), { from: fromNothing, at: 100, ms: 220 });
  const tabs = tabRow([
    { key: 'party', text: who?.short ?? '', look: 'solid', party: who, ms: 220 },
    { key: 'label', text: text(data, 'label'), look: 'solid', ms: 220 },
  ]);
  const card = runsLeftwards(words) ? 'card leftwards' : 'card';
  scene.append(
    box(
      'lt board full',
      tabs,
      box(
        'body panel',
        ...boardFrame(scene, who),
        box(card, quote, box('by', rule, box('names', speaker, roleLine), when)),
      ),
    ),
  );
  checkTabs(tabs);
  fitText(quote, 'quote', ROOM, RULE);
  fitText(speaker, 'speaker', role === '' ? 1600 : 800, { sizes: [40], widths: [96, 70], lines: [1] });
  const beside = 1640 - speaker.offsetWidth;
  if (roleLine) fitText(roleLine, 'role', beside, { sizes: [40], widths: [96, 66], lines: [1] });
  if (when) fitText(when, 'occasion', 1640, { sizes: [28], widths: [96, 70], lines: [1] });
}

export default class QuoteCard extends Graphic {
  constructor() {
    super({ url: import.meta.url, css: boardCss(css), stepCount: 1, build });
  }
}
