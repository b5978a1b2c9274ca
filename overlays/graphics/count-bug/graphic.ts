// Corner bug: how much is counted, and the time it was so.
import { block, box, line } from '../../kit/dom.ts';
import { fitText } from '../../kit/fit-text.ts';
import { Graphic } from '../../kit/graphic.ts';
import { rise } from '../../kit/lower-third.ts';
import { fromNothing, fromRight, move } from '../../kit/motion.ts';
import { text, type Data } from '../../kit/read.ts';
import { Refusal } from '../../kit/refusal.ts';
import css from './style.css?inline';

/** Width of the progress strip in px at 100 %. */
const STRIP = 100;

function share(data: Data): number {
  const counted = data['counted'];
  if (typeof counted !== 'number' || !Number.isFinite(counted) || counted < 0 || counted > 100)
    throw new Refusal('counted: must be a number from 0 to 100.');
  // Never rounded up to 100: "100 %" is only said when it is.
  return counted === 100 ? 100 : Math.floor(counted * 10 + 1e-6) / 10;
}

function build(scene: HTMLElement, data: Data): void {
  const counted = share(data);
  const number = rise(line('counted', `${counted}%`, 'number', true), 0);
  const label = rise(line('label', text(data, 'label') || 'COUNTED', 'small caps'), 1);
  const optional = (field: string): HTMLElement | false => {
    const value = text(data, field);
    return value !== '' && rise(line(field, value, 'small mist', field === 'time'), 2);
  };
  const [time, note] = [optional('time'), optional('note')];
  const done = block('done', 'done');
  done.style.width = `${(counted / 100) * STRIP}%`;
  const face = move(block('plate', 'plate'), { from: fromRight, at: 0 });
  const edge = block('edge', 'edge');
  const shareFace = move(block('share-face', 'share-face'), { from: fromNothing, at: 0 });
  const content = box('count', box('share', shareFace, number), box('words', label, time, note));
  const strip = move(box('strip', done), { from: { transform: 'scaleX(0)' }, at: 160 });
  move(edge, { from: null, at: 0, to: { transform: 'scaleY(0)' }, last: true });
  scene.append(box('bug', box('clip', face), edge, content, strip));
  fitText(label, 'label', 300, { sizes: [28], widths: [92, 75], lines: [1] });
  if (time) fitText(time, 'time', 300, { sizes: [28], widths: [92, 75], lines: [1] });
  if (note) fitText(note, 'note', 300, { sizes: [28], widths: [92, 75], lines: [2] });
}

export default class CountBug extends Graphic {
  constructor() {
    super({ url: import.meta.url, css, stepCount: 1, build });
  }
}
