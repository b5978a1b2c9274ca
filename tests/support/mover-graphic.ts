/**
 * An OGraf package that a workbench can be tried on: in a shadow root a box moved by a Web Animation and one moved by a
 * script, three steps, a custom action with a payload, and a data model of one text.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OGRAF_SCHEMA } from '../../core/schema/manifest.ts';

export const MOVE_MS = 1000;

/** @param word said by the graphic besides its data: another version of it has another */
const source = (word: string): string => `
const STYLE = 'position:absolute;left:100px;width:120px;height:120px;';
export default class extends HTMLElement {
  async load({ data }) {
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML = '<p style="position:absolute;left:100px;top:60px;font:60px sans-serif;color:#fff"></p>'
      + '<b style="' + STYLE + 'top:300px;background:#c0392b"></b>'
      + '<i style="' + STYLE + 'top:600px;background:#2980b9"></i>';
    this.data = data;
    this.step = undefined;
    this.say();
  }
  say() {
    this.shadowRoot.querySelector('p').textContent = '${word} ' + this.data.text + ' ' + this.step;
  }
  async playAction({ goto, skipAnimation }) {
    this.step = goto;
    this.say();
    if (skipAnimation) return { statusCode: 200, currentStep: goto };
    const b = this.shadowRoot.querySelector('b');
    const i = this.shadowRoot.querySelector('i');
    const move = b.animate([{ transform: 'none' }, { transform: 'translateX(1000px)' }], ${MOVE_MS});
    const began = performance.now();
    const run = () => {
      const ms = Math.min(${MOVE_MS}, performance.now() - began);
      i.style.left = 100 + ms + 'px';
      if (ms < ${MOVE_MS}) requestAnimationFrame(run);
    };
    requestAnimationFrame(run);
    await move.finished;
    return { statusCode: 200, currentStep: goto };
  }
  async updateAction({ data }) { this.data = data; this.say(); }
  async stopAction() {}
  async customAction({ id, payload }) {
    if (id !== 'tint') return { statusCode: 404 };
    this.shadowRoot.querySelector('b').style.background = payload.colour;
    return { statusCode: 200, result: payload.colour };
  }
  async dispose() {}
}
`;

const manifest = (extra: object): object => ({
  $schema: OGRAF_SCHEMA,
  id: 'mover',
  name: 'Mover',
  version: '1.0.0',
  main: 'graphic.js',
  supportsRealTime: true,
  supportsNonRealTime: false,
  stepCount: 3,
  schema: {
    type: 'object',
    properties: { text: { type: 'string', title: 'Text', default: 'hello', maxLength: 40 } },
  },
  customActions: [
    {
      id: 'tint',
      name: 'Tint',
      schema: {
        type: 'object',
        properties: { colour: { type: 'string', title: 'Colour', default: '#00ff00' } },
      },
    },
  ],
  actionDurations: [{ type: 'playAction', duration: MOVE_MS }],
  ...extra,
});

/** Writes it into `<folder>/mover`, or writes another version over it. */
export async function writeMover(folder: string, word: string, extra: object = {}): Promise<void> {
  const home = join(folder, 'mover');
  await mkdir(home, { recursive: true });
  await writeFile(join(home, 'mover.ograf.json'), JSON.stringify(manifest(extra), null, 2));
  await writeFile(join(home, 'graphic.js'), source(word));
}

/** What leaves the package not offered any more: a module that is not there. */
export const breakMover = (folder: string): Promise<void> =>
  writeFile(join(folder, 'mover', 'mover.ograf.json'), JSON.stringify(manifest({ main: 'gone.js' })));
