/** Which of the versions installed is in use: the one that a person chose, else the nearest, else the newest. Pure. */
import type { Graphic, GraphicVersion } from '../../core/schema/manifest.ts';
import type { Package } from './find.ts';

/** What people on this station decided, by template id. */
export interface Choices {
  /** The version to use, whatever else is installed. */
  pins: Readonly<Record<string, string>>;
  /** Versions that may use the network: consent is never that of another version. */
  network: Readonly<Record<string, readonly string[]>>;
}

/** What a designer works on goes before what was imported, and that before what came with Tallydesk. */
const NEAR: Record<GraphicVersion['source'], number> = { folder: 2, imported: 1, shipped: 0 };

/** Numbers in a version count as numbers: 1.10 comes after 1.9. */
const versions = new Intl.Collator('en', { numeric: true });

/** @param rank of its folder: later ones go before earlier ones of the same kind */
const byUse =
  (rank: (one: Package) => number) =>
  (a: Package, b: Package): number =>
    NEAR[b.source] - NEAR[a.source] ||
    versions.compare(b.graphic.version, a.graphic.version) ||
    rank(b) - rank(a) ||
    b.at - a.at;

const versionOf = ({ graphic: { hash, version }, at, source }: Package): GraphicVersion => ({
  hash,
  version,
  at,
  source,
});

/** A template may be called `constructor`, which every record seems to have. */
export const ofId = <T>(record: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(record, id) ? record[id] : undefined;

export const mayUseNetwork = ({ network }: Choices, id: string, hash: string): boolean =>
  ofId(network, id)?.includes(hash) ?? false;

/**
 * @param packages all that are installed, in the order of their folders
 * @param askedOf addresses that a version asked for and was refused
 * @returns the version in use of each id
 */
export function inUse(
  packages: readonly Package[],
  choices: Choices,
  askedOf: (id: string, hash: string) => readonly string[],
): Map<string, Graphic> {
  const sorted = packages.toSorted(byUse((one) => packages.indexOf(one)));
  const ids = [...new Set(packages.map(({ graphic }) => graphic.id))];
  return new Map(
    ids.map((id) => {
      const all = sorted.filter(({ graphic }) => graphic.id === id);
      const different = all.filter(
        ({ graphic }, index) => all.findIndex((one) => one.graphic.hash === graphic.hash) === index,
      );
      const pin = ofId(choices.pins, id);
      const pinned = different.find(({ graphic }) => graphic.hash === pin);
      const [used = all[0]] = pinned ? [pinned] : different;
      if (!used) throw new Error('a group of packages without a package');
      const { hash } = used.graphic;
      return [
        id,
        {
          ...used.graphic,
          network: mayUseNetwork(choices, id, hash),
          asked: [...askedOf(id, hash)],
          versions: different
            .map(versionOf)
            .sort((a, b) => versions.compare(b.version, a.version) || b.at - a.at),
          pinned: pinned !== undefined,
        },
      ];
    }),
  );
}
