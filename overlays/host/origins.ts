/**
 * Where graphics live. Chromium gives every site a process of its own, and each name under `localhost` is a site:
 * a graphic that hangs then takes only itself along. Two graphics of one layer (the one on air and the one armed)
 * never share a name, and a name whose process hung is not used again.
 */
import type { LayerId } from '../../core/layers.ts';
import type { Item } from '../../core/schema/layer-air.ts';

/** Short, random and fit for a host name: stages of one station must not share processes either. */
export function newStageId(random: Uint8Array): string {
  return `s${[...random].map((byte) => (byte % 36).toString(36)).join('')}`;
}

/** One of a layer's names: the first plain, the next `…-g2`. */
export const hostName = (stage: string, layer: LayerId, lane: number): string =>
  `${stage}-${layer}${lane > 1 ? `-g${lane}` : ''}.localhost`;

/** Hands out the numbers of a layer's names. */
export class Lanes {
  readonly #used = new Set<number>();
  readonly #hung = new Set<number>();

  /** The lowest free one: its process may still be warm. */
  open(): number {
    let lane = 1;
    while (this.#used.has(lane) || this.#hung.has(lane)) lane += 1;
    this.#used.add(lane);
    return lane;
  }

  close(lane: number, hung: boolean): void {
    this.#used.delete(lane);
    if (hung) this.#hung.add(lane);
  }
}

const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** Address of a graphic's module. The hash is in the path, so that nested modules are never stale. */
export const moduleAddress = ({ id, hash, main }: Pick<Item['graphic'], 'id' | 'hash' | 'main'>): string =>
  `/graphics/${encodeURIComponent(id)}/${hash}/${encodePath(main)}`;
