/** Which version of a template something is about: what is on air keeps the one it was taken with. Pure. */
import type { Graphics } from './gate.ts';
import type { Item } from './schema/layer-air.ts';
import type { Graphic } from './schema/manifest.ts';

/** What is installed: the versions in use by id, and how to find any other. */
export interface Installed {
  readonly graphics: Graphics;
  /** A version that is installed beside the one in use, or kept because it is on air. */
  readonly versionOf?: (id: string, hash: string) => Graphic | undefined;
}

/** The version that the item was taken with; undefined where it is no longer there. */
export function asTaken(
  { graphics, versionOf }: Installed,
  { id, hash }: Pick<Item['graphic'], 'id' | 'hash'>,
): Graphic | undefined {
  const inUse = graphics.get(id);
  return inUse?.hash === hash ? inUse : versionOf?.(id, hash);
}

/** The templates as they are for what is on air: its own version in the place of a newer one. */
export function graphicsOfItem(installed: Installed, { graphic }: Item): Graphics {
  const taken = asTaken(installed, graphic);
  if (!taken || installed.graphics.get(graphic.id) === taken) return installed.graphics;
  return new Map([[taken.id, taken]]);
}
