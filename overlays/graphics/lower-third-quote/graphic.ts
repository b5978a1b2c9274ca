// Lower third: a quotation word for word, with who said it, as what, and when.
import { box, line } from '../../kit/dom.ts';
import { fitText } from '../../kit/fit-text.ts';
import { Graphic } from '../../kit/graphic.ts';
import { checkWidth, lowerThird, rise } from '../../kit/lower-third.ts';
import { party, required, text, type Data } from '../../kit/read.ts';
import { Refusal } from '../../kit/refusal.ts';
import type { Theme } from '../../kit/theme.ts';
import css from './style.css?inline';

const ROOM = 1600;

/** The words without the outer quotation marks that a text may bring along; ours are drawn. */
function bare(quote: string): string {
  return /^[“"].*[”"]$/u.test(quote) ? quote.slice(1, -1).trim() : quote;
}

function build(scene: HTMLElement, data: Data, _step: number, theme: Theme): void {
  const who = party(data, 'party', theme);
  const words = bare(required(data, 'quote'));
  if (words === '') throw new Refusal('quote: is required and is empty.');
  const quote = rise(line('quote', `“${words}”`, 'quote'), 0);
  const optional = (field: string, className: string): HTMLElement | false => {
    const value = text(data, field);
    return value !== '' && rise(line(field, value, className), 2);
  };
  const speaker = rise(line('speaker', required(data, 'speaker'), 'speaker'), 1);
  const role = optional('role', 'role mist');
  const occasion = optional('occasion', 'occasion mist');
  const frame = lowerThird(scene, {
    accent: who,
    certain: true,
    tabs: [
      { key: 'party', text: who?.short ?? '', look: 'solid', party: who },
      { key: 'label', text: text(data, 'label'), look: 'solid' },
    ],
    content: box('said', quote, box('by', speaker, role, occasion)),
  });
  fitText(quote, 'quote', ROOM, { sizes: [54, 46, 40], widths: [94, 82], lines: [2, 3, 4] });
  fitText(speaker, 'speaker', ROOM, { sizes: [36], widths: [96, 75], lines: [1] });
  if (role) fitText(role, 'role', ROOM, { sizes: [36], widths: [96, 80], lines: [1] });
  if (occasion) fitText(occasion, 'occasion', ROOM, { sizes: [28], widths: [96, 80], lines: [1] });
  checkWidth(frame, 'label');
}

export default class LowerThirdQuote extends Graphic {
  constructor() {
    super({ url: import.meta.url, css, stepCount: 1, build });
  }
}
