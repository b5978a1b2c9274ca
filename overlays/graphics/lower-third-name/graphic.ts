// Lower third: who is speaking. Name, role, and the party as a tab.
import { box, line } from '../../kit/dom.ts';
import { fitText } from '../../kit/fit-text.ts';
import { Graphic } from '../../kit/graphic.ts';
import { checkWidth, lowerThird, rise } from '../../kit/lower-third.ts';
import { party, required, text, type Data } from '../../kit/read.ts';
import type { Theme } from '../../kit/theme.ts';
import css from './style.css?inline';

const ROOM = 1640;

function build(scene: HTMLElement, data: Data, _step: number, theme: Theme): void {
  const who = party(data, 'party', theme);
  const name = rise(line('name', required(data, 'name'), 'name'), 0);
  const role = text(data, 'role');
  const roleLine = role !== '' && rise(line('role', role, 'role mist'), 1);
  const frame = lowerThird(scene, {
    accent: who,
    certain: true,
    tabs: [{ key: 'party', text: who?.name ?? '', look: 'solid', party: who }],
    content: box('who', name, roleLine),
  });
  fitText(name, 'name', ROOM, { sizes: [76], widths: [94, 75], lines: [2] });
  if (roleLine) fitText(roleLine, 'role', ROOM, { sizes: [36], widths: [98, 80], lines: [2] });
  checkWidth(frame, 'party');
}

export default class LowerThirdName extends Graphic {
  constructor() {
    super({ url: import.meta.url, css, stepCount: 1, build });
  }
}
