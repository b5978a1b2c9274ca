/** Segments folded away on this desk. */
import type { Desk } from '../client/desk.ts';
import { segmentsOf } from './filter.ts';

export function toggleFold({ ui }: Desk, title: string): void {
  const next = new Set(ui.get().collapsed);
  if (!next.delete(title)) next.add(title);
  ui.set({ collapsed: next });
}

/** All, or none. */
export function foldAll({ client, ui }: Desk, folds: boolean): void {
  const { state } = client.store.get();
  ui.set({ collapsed: new Set(folds && state ? segmentsOf(state.show) : []) });
}
