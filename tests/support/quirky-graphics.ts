/** Badly behaved OGraf packages, written into a folder: what a stage must survive. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const plate = `style.cssText = 'position:absolute;left:200px;top:800px;width:800px;height:120px;background:#c0392b'`;

const SOURCES: Record<string, string> = {
  /** Blocks its process for ever as soon as it is played. */
  'hangs-on-play': `
    async load() { this.${plate}; return { statusCode: 200 }; }
    async playAction() { for (;;) {} }`,
  'throws-on-play': `
    async load() { return { statusCode: 200 }; }
    async playAction() { throw new Error('the designer forgot something'); }`,
  'throws-on-load': `
    async load() { throw new Error('no such font'); }
    async playAction() {}`,
  /** Paints in load(), as several public graphics do. */
  'paints-early': `
    async load() { this.${plate}; this.textContent = 'early'; return { statusCode: 200 }; }
    async playAction() { return { statusCode: 200, currentStep: 0 }; }`,
  /** Answers nothing when told to stop. */
  'never-stops': `
    async load() { this.${plate}; }
    async playAction() { return { statusCode: 200 }; }
    async stopAction() { return new Promise(() => {}); }`,
};

export type Quirk = keyof typeof SOURCES;

export async function writeQuirkyGraphics(folder: string): Promise<void> {
  for (const [id, methods] of Object.entries(SOURCES)) {
    const home = join(folder, id);
    await mkdir(home, { recursive: true });
    const manifest = {
      $schema: 'https://ograf.ebu.io/v1/specification/json-schemas/graphics/schema.json',
      id,
      name: id.replaceAll('-', ' '),
      version: '1.0.0',
      main: 'graphic.js',
      supportsRealTime: true,
      supportsNonRealTime: false,
      schema: { type: 'object', properties: { text: { type: 'string', default: '' } } },
    };
    await writeFile(join(home, `${id}.ograf.json`), JSON.stringify(manifest, null, 2));
    await writeFile(
      join(home, 'graphic.js'),
      `export default class extends HTMLElement {
    async updateAction() {}
    async stopAction() { this.remove(); }
    async customAction() { return { statusCode: 404 }; }
    async dispose() {}
    ${methods}
}\n`,
    );
  }
}
