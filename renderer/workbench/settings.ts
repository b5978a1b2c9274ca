/** How things are looked at on this bench. Kept for the time the page is open; a still image never leaves the computer. */
import { createStore, type Store } from '../client/store.ts';
import type { Ground, Target, View } from './target.ts';

export interface Settings extends Target {
  /** Of a shipped theme; null: the show's. */
  theme: string | null;
  ground: Ground;
  /** Address of the still image, of this page only. */
  still: string | null;
  safe: boolean;
  grid: boolean;
  centre: boolean;
  view: View;
  /** What is compared with: a graphic's id and hash. */
  other: { id: string; hash: string } | null;
  /** Of the other in the onion skin, 0 to 1. */
  opacity: number;
  /** Every change of the data is pushed. */
  live: boolean;
  skip: boolean;
}

export const settings: Store<Settings> = createStore<Settings>({
  size: '1080',
  rate: 50,
  theme: null,
  ground: 'checker',
  still: null,
  safe: false,
  grid: false,
  centre: false,
  view: 'one',
  other: null,
  opacity: 0.5,
  live: true,
  skip: false,
});
