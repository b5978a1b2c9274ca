/** Small OGraf packages from the source of their methods, written into a folder. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonObject } from '../../core/json.ts';

/** What a graphic does that says nothing else. */
const USUAL = `
  async updateAction() {}
  async stopAction() { this.remove(); }
  async customAction() { return { statusCode: 404 }; }
  async dispose() {}`;

/**
 * @param sources methods of a graphic's class, by the graphic's id; those of the same name replace the usual ones
 * @param over fields of their manifests
 */
export async function writeGraphics(
  folder: string,
  sources: Readonly<Record<string, string>>,
  over: JsonObject = {},
): Promise<void> {
  for (const [id, methods] of Object.entries(sources)) {
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
      ...over,
    };
    await writeFile(join(home, `${id}.ograf.json`), JSON.stringify(manifest, null, 2));
    const module = `export default class extends HTMLElement {${USUAL}\n${methods}\n}\n`;
    await writeFile(join(home, 'graphic.js'), module);
  }
}
