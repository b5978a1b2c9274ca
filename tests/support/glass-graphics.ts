/** OGraf packages whose pictures are hard to key: half transparent, clipped, shadowed, moving. Written into a folder. */
import { writeGraphics } from './write-graphics.ts';

const box = (style: string, inside = ''): string =>
  `<div style="position:absolute;box-sizing:border-box;${style}">${inside}</div>`;

/** Gradients of opacity, a soft shadow, a rounded clip and a turned half-transparent box over them. */
const GLASS = [
  box('left:200px;top:700px;width:900px;height:160px;background:linear-gradient(90deg,#e6332a00,#e6332a)'),
  box('left:300px;top:300px;width:300px;height:200px;background:#0af;box-shadow:0 0 60px 30px #0009'),
  box(
    'left:900px;top:300px;width:300px;height:300px;border-radius:150px;overflow:hidden',
    box('left:60px;top:60px;width:400px;height:400px;background:#fc08'),
  ),
  box('left:400px;top:640px;width:500px;height:140px;background:#fff;opacity:.3;transform:rotate(-7deg)'),
  box('left:-40px;top:1000px;width:2000px;height:120px;background:#3338'),
].join('');

/** Over what the layers below it show, in part. */
const SMOKE = [
  box('left:250px;top:250px;width:800px;height:620px;background:linear-gradient(#0000,#1238)'),
  box('left:1000px;top:60px;width:800px;height:120px;background:#00ff0044;font:80px sans-serif', 'ABC'),
].join('');

/** White, so that its fill is its key: where the two halves of a frame differ, they are of two frames. */
const WHITE = [
  box('left:80px;top:200px;width:300px;height:200px;background:#fff'),
  box('left:80px;top:600px;width:300px;height:200px;background:linear-gradient(90deg,#fff0,#fff)'),
].join('');

const still = (html: string): string => `
  async load() { this.innerHTML = \`${html}\`; return { statusCode: 200 }; }
  async playAction() { return { statusCode: 200, currentStep: 0 }; }`;

const SOURCES = {
  glass: still(GLASS),
  smoke: still(SMOKE),
  'white-mover': `
  async load() { this.innerHTML = \`${WHITE}\`; return { statusCode: 200 }; }
  async playAction({ skipAnimation }) {
    if (skipAnimation) return { statusCode: 200, currentStep: 0 };
    const frames = [{ transform: 'none', opacity: 0 }, { transform: 'translateX(1400px)', opacity: 1 }];
    const moves = [...this.children].map((one) => one.animate(frames, { duration: 2000, fill: 'forwards' }));
    await Promise.all(moves.map((one) => one.finished));
    return { statusCode: 200, currentStep: 0 };
  }`,
  /** Comes and goes for as long as it is on, however slow the machine that watches it. */
  'white-loop': `
  async load() { this.innerHTML = \`${WHITE}\`; return { statusCode: 200 }; }
  async playAction() {
    const frames = [{ transform: 'none', opacity: 0 }, { transform: 'translateX(1400px)', opacity: 1 }];
    for (const one of this.children) one.animate(frames, { duration: 1900, iterations: Infinity });
    return { statusCode: 200, currentStep: 0 };
  }`,
  /** Loads only after a long time. */
  'slow-loader': `
  async load() { await new Promise((done) => setTimeout(done, 6000)); return { statusCode: 200 }; }
  async playAction() { return { statusCode: 200, currentStep: 0 }; }`,
};

export type Glass = keyof typeof SOURCES;

export const writeGlassGraphics = (folder: string): Promise<void> => writeGraphics(folder, SOURCES);
