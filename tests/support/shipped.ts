/** What the product ships: its templates, and the demo shows with the facts of three articles. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loneGraphic } from '../../core/graphic.ts';
import { Manifest, type Graphic } from '../../core/schema/manifest.ts';
import { Show } from '../../core/schema/show.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'overlays/graphics');

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

function graphicFrom(id: string): Graphic {
  const manifest = Manifest.parse(readJson(join(folder, id, `${id}.ograf.json`)));
  return loneGraphic(manifest, 'test');
}

export const SHIPPED_GRAPHICS: ReadonlyMap<string, Graphic> = new Map(
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => [name, graphicFrom(name)]),
);

export const demoShow = (id: 'nz-2008' | 'nz-2023'): Show =>
  Show.parse(readJson(join(root, `assets/demo/${id}.json`)));
