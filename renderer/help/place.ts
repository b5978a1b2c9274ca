/** Where on the desk the keyboard is, as help sees it. */
import type { DeskUi } from '../client/desk-ui.ts';
import { text } from '../text.ts';
import type { Place } from './topics.ts';

/** Regions by the names that they have for everyone, the smallest first. */
const regions = (): [name: string, place: Place][] => [
  [text.transport.region, 'transport'],
  [text.layerPanel.region, 'layers'],
  [text.outputs.region, 'outputs'],
  [text.monitors.region, 'monitors'],
  [text.inspector.region, 'inspector'],
];

export function placeOf(
  element: Element | null,
  { workspace, tab, dialog }: Pick<DeskUi, 'workspace' | 'tab' | 'dialog'>,
): Place {
  if (dialog === 'outputs') return 'outputs';
  if (dialog === 'feed') return 'feeds';
  if (dialog === 'correction' || dialog === 'new-fact' || dialog === 'import') return 'facts';
  if (workspace !== 'playout') return workspace;
  for (const [name, place] of regions()) {
    if (element?.closest(`[aria-label="${CSS.escape(name)}"]`)) return place;
  }
  return tab;
}
